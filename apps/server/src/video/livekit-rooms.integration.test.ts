import { createHash } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Livekit } from '../processes/livekit.ts';
import { enter, startTestLivekit } from './testing/livekit-guest.ts';
import { livekitRooms } from './livekit-rooms.ts';
import { identityOf } from './names.ts';
import { type Guest, videoRoomsContract } from './video-room.contract.ts';
import { type Identity, NOTHING, type RoomName, type RoomSignal } from './video-room.ts';

let livekit: Livekit;
beforeAll(async () => {
  livekit = await startTestLivekit();
}, 300_000);
afterAll(() => livekit.stop());

videoRoomsContract('LiveKit', async () => {
  const inside: Guest[] = [];
  const rooms = livekitRooms({ url: livekit.url, key: livekit.key, secret: livekit.secret });
  return {
    rooms,
    async enter(token) {
      const guest = await enter(rooms.clientUrl, token);
      if (guest !== 'refused') inside.push(guest);
      return guest;
    },
    sign: (signal) => signed(signal),
    async end() {
      await Promise.all(inside.map((guest) => guest.leave()));
    },
  };
});

/** As the video server signs: a token of the shared key that holds the body's digest. */
async function signed(signal: RoomSignal): Promise<{ readonly body: string; readonly authorization: string }> {
  const body = JSON.stringify({
    event: 'participant_joined',
    room: { name: signal.room },
    participant: { identity: signal.identity },
  });
  const token = new AccessToken(livekit.key, livekit.secret);
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return { body, authorization: await token.toJwt() };
}

describe('the floor at a real video server', () => {
  it('reaches the others well within half a second, both ways', async () => {
    const rooms = livekitRooms({ url: livekit.url, key: livekit.key, secret: livekit.secret });
    const room = 'meeting-floor' as RoomName;
    await rooms.open(room);
    const come = async (identity: Identity): Promise<Guest> => {
      const rights = { ...NOTHING, camera: true, subscribe: true };
      const guest = await enter(
        rooms.clientUrl,
        await rooms.token({ room, identity, name: identity, rights, ttlSeconds: 60 }),
      );
      if (guest === 'refused') throw new Error('did not come in');
      return guest;
    };
    const karin = await come(identityOf('p-karin' as never, 'tablet'));
    const nils = await come(identityOf('p-nils' as never, 'phone'));
    const identity = identityOf('p-karin' as never, 'tablet');
    const given = performance.now();
    await rooms.permit(room, identity, { ...NOTHING, camera: true, microphone: true, subscribe: true });
    const permitted = performance.now() - given;
    await expect.poll(() => karin.publish('microphone'), { timeout: 500, interval: 1 }).toBe('published');
    await expect.poll(() => nils.sees(identity), { timeout: 500, interval: 1 }).toEqual(['microphone']);
    const heard = performance.now() - given;
    const ended = performance.now();
    await rooms.permit(room, identity, { ...NOTHING, camera: true, subscribe: true });
    await expect.poll(() => nils.sees(identity), { timeout: 500, interval: 1 }).toEqual([]);
    const silent = performance.now() - ended;
    expect({ permitted: permitted < 100, heard: heard < 500, silent: silent < 500 }).toEqual({
      permitted: true,
      heard: true,
      silent: true,
    });
    await Promise.all([karin.leave(), nils.leave()]);
  });
});
