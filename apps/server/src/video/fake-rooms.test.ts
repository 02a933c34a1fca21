import { fakeRooms } from './fake-rooms.ts';
import { videoRoomsContract } from './video-room.contract.ts';

videoRoomsContract('the fake', async () => {
  const rooms = fakeRooms();
  return {
    rooms,
    async enter(token, room, identity) {
      if (rooms.join(token) !== 'in') return 'refused';
      const inside = (who: typeof identity) => rooms.rooms.get(room)?.get(who);
      return {
        publish: async (source) => (rooms.publish(room, identity, source) === 'published' ? 'published' : 'refused'),
        sees: (of) => [...(inside(of)?.publishes ?? [])],
        isIn: () => inside(identity) !== undefined,
        leave: async () => rooms.remove(room, identity),
      };
    },
    sign: async (signal) => rooms.sign(signal),
    end: async () => undefined,
  };
});
