import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type Identity,
  type Participant,
  type Rights,
  type RoomName,
  type RoomSignal,
  type TokenWish,
  type VideoRooms,
} from './video-room.ts';

type Inside = { rights: Rights; publishes: Set<'camera' | 'microphone'>; readonly mark?: string };

/** A video server in memory for tests, with the two doors that a real client has: to come in, and to try to publish. */
export interface FakeRooms extends VideoRooms {
  readonly rooms: ReadonlyMap<RoomName, ReadonlyMap<Identity, Inside>>;
  join(token: string): 'in' | 'no such room';
  publish(
    room: RoomName,
    identity: Identity,
    source: 'camera' | 'microphone',
  ): 'published' | 'insufficient permissions';
  /** Everything in memory is gone, as when the process is killed. */
  crash(): void;
  sign(signal: RoomSignal): { readonly body: string; readonly authorization: string };
}

export function fakeRooms(): FakeRooms {
  const rooms = new Map<RoomName, Map<Identity, Inside>>();
  return {
    clientUrl: 'ws://video.invalid',
    rooms,
    async open(room) {
      if (!rooms.has(room)) rooms.set(room, new Map());
    },
    async close(room) {
      rooms.delete(room);
    },
    async names() {
      return [...rooms.keys()];
    },
    async participants(room) {
      const inside = rooms.get(room);
      return inside === undefined
        ? undefined
        : [...inside].map(
            ([identity, { rights, publishes, mark }]): Participant => ({
              identity,
              rights,
              publishes: [...publishes],
              ...(mark === undefined ? {} : { mark }),
            }),
          );
    },
    async permit(room, identity, rights) {
      const one = rooms.get(room)?.get(identity);
      if (one === undefined) return 'absent';
      one.rights = rights;
      for (const source of one.publishes) if (!rights[source]) one.publishes.delete(source);
      return 'done';
    },
    async remove(room, identity) {
      rooms.get(room)?.delete(identity);
    },
    async token(wish) {
      return JSON.stringify(wish);
    },
    async readSignal(body, authorization) {
      const expected = digest(body);
      const given = Buffer.from(authorization ?? '', 'hex');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return JSON.parse(body) as RoomSignal;
    },
    join(token) {
      const wish = JSON.parse(token) as TokenWish;
      const inside = rooms.get(wish.room);
      if (inside === undefined) return 'no such room';
      const { identity, rights, mark } = wish;
      inside.set(identity, { rights, publishes: new Set(), ...(mark === undefined ? {} : { mark }) });
      return 'in';
    },
    publish(room, identity, source) {
      const one = rooms.get(room)?.get(identity);
      if (one?.rights[source] !== true) return 'insufficient permissions';
      one.publishes.add(source);
      return 'published';
    },
    crash() {
      rooms.clear();
    },
    sign(signal) {
      const body = JSON.stringify(signal);
      return { body, authorization: digest(body).toString('hex') };
    },
  };
}

function digest(body: string): Buffer {
  return createHash('sha256').update('fake').update(body).digest();
}
