import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identityOf } from './names.ts';
import { type Identity, NOTHING, type Rights, type RoomName, type RoomSignal, type VideoRooms } from './video-room.ts';

/** A client of the video server, as hostile as need be: it tries what it has no right to. */
export interface Guest {
  publish(source: 'camera' | 'microphone'): Promise<'published' | 'refused'>;
  /** Sources of `of` that this guest can see published. */
  sees(of: Identity): readonly ('camera' | 'microphone')[];
  isIn(): boolean;
  leave(): Promise<void>;
}

export type RoomsUnderTest = {
  readonly rooms: VideoRooms;
  enter(token: string, room: RoomName, identity: Identity): Promise<Guest | 'refused'>;
  sign(signal: RoomSignal): Promise<{ readonly body: string; readonly authorization: string }>;
  end(): Promise<void>;
};

const WITHIN = { timeout: 2_000, interval: 5 };
const PICTURE: Rights = { ...NOTHING, camera: true, subscribe: true };
const FLOOR: Rights = { ...PICTURE, microphone: true };
const KARIN = identityOf('p-karin' as never, 'tablet');
const OSKAR = identityOf('p-oskar' as never, 'laptop');
const NILS = identityOf('p-nils' as never, 'phone');

/** What every adapter of the video rooms, and the fake, must do. */
export function videoRoomsContract(name: string, start: () => Promise<RoomsUnderTest>): void {
  describe(`video rooms: ${name}`, () => {
    let test: RoomsUnderTest;
    let room: RoomName;
    let count = 0;
    beforeEach(async () => {
      test = await start();
      count += 1;
      room = `meeting-${count}` as RoomName;
    });
    afterEach(async () => test.end());

    const enter = async (identity: Identity, rights: Rights): Promise<Guest> => {
      const guest = await test.enter(
        await test.rooms.token({ room, identity, name: identity, rights, ttlSeconds: 60, mark: `of-${identity}` }),
        room,
        identity,
      );
      if (guest === 'refused') throw new Error(`${identity} did not come in`);
      return guest;
    };
    const listed = async (identity: Identity) =>
      (await test.rooms.participants(room))?.find((one) => one.identity === identity);

    it('lets nobody into a room that the meeting has not opened', async () => {
      const token = await test.rooms.token({ room, identity: KARIN, name: 'Karin', rights: PICTURE, ttlSeconds: 60 });
      expect(await test.enter(token, room, KARIN)).toBe('refused');
      expect(await test.rooms.participants(room)).toBeUndefined();
      expect(await test.rooms.names()).not.toContain(room);
    });

    it('knows which rooms there are', async () => {
      await test.rooms.open(room, 60);
      expect(await test.rooms.names()).toContain(room);
      await test.rooms.close(room);
      await expect.poll(() => test.rooms.names(), WITHIN).not.toContain(room);
    });

    it('knows who is in and what each may do; opening again changes nothing', async () => {
      await test.rooms.open(room);
      await enter(KARIN, PICTURE);
      await test.rooms.open(room);
      await expect
        .poll(() => listed(KARIN), WITHIN)
        .toMatchObject({ identity: KARIN, rights: PICTURE, mark: `of-${KARIN}` });
    });

    it('lets a microphone be published with the floor alone, and takes it down when the floor ends', async () => {
      await test.rooms.open(room);
      const karin = await enter(KARIN, PICTURE);
      const nils = await enter(NILS, PICTURE);
      expect(await karin.publish('camera')).toBe('published');
      const oskar = await enter(OSKAR, PICTURE);
      expect(await oskar.publish('microphone')).toBe('refused');
      expect(await test.rooms.permit(room, KARIN, FLOOR)).toBe('done');
      await expect.poll(() => karin.publish('microphone'), WITHIN).toBe('published');
      await expect.poll(() => nils.sees(KARIN).toSorted(), WITHIN).toEqual(['camera', 'microphone']);
      await test.rooms.permit(room, KARIN, PICTURE);
      await expect.poll(() => nils.sees(KARIN), WITHIN).toEqual(['camera']);
      expect(await karin.publish('microphone')).toBe('refused');
    });

    it('takes down everything when every right is withdrawn, and gives it back', async () => {
      await test.rooms.open(room);
      const karin = await enter(KARIN, FLOOR);
      const nils = await enter(NILS, PICTURE);
      await karin.publish('camera');
      await karin.publish('microphone');
      await test.rooms.permit(room, KARIN, NOTHING);
      await expect.poll(() => nils.sees(KARIN), WITHIN).toEqual([]);
      await test.rooms.permit(room, KARIN, PICTURE);
      await expect.poll(() => karin.publish('camera'), WITHIN).toBe('published');
    });

    it('puts one out without disturbing the others', async () => {
      await test.rooms.open(room);
      const karin = await enter(KARIN, PICTURE);
      const nils = await enter(NILS, PICTURE);
      await test.rooms.remove(room, KARIN);
      await expect.poll(() => karin.isIn(), WITHIN).toBe(false);
      expect(nils.isIn()).toBe(true);
    });

    it('answers for one who is not there without making a fuss', async () => {
      await test.rooms.open(room);
      expect(await test.rooms.permit(room, KARIN, FLOOR)).toBe('absent');
      await expect(test.rooms.remove(room, KARIN)).resolves.toBeUndefined();
      await expect(test.rooms.close('meeting-nowhere' as RoomName)).resolves.toBeUndefined();
    });

    it('puts everybody out of a room that is closed', async () => {
      await test.rooms.open(room);
      const karin = await enter(KARIN, PICTURE);
      await test.rooms.close(room);
      await expect.poll(() => karin.isIn(), WITHIN).toBe(false);
      await expect.poll(() => test.rooms.participants(room), WITHIN).toBeUndefined();
    });

    it('believes the video server and nobody else', async () => {
      const signal: RoomSignal = { kind: 'joined', room, identity: KARIN };
      const { body, authorization } = await test.sign(signal);
      expect(await test.rooms.readSignal(body, authorization)).toEqual(signal);
      expect(await test.rooms.readSignal(body.replace('karin', 'nils'), authorization)).toBeUndefined();
      expect(await test.rooms.readSignal(body, undefined)).toBeUndefined();
      expect(await test.rooms.readSignal(body, 'nonsense')).toBeUndefined();
    });
  });
}
