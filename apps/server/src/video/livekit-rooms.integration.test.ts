import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  AudioFrame,
  AudioSource,
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLivekit } from '../../../../tools/livekit/build.mjs';
import { type Livekit, startLivekit } from '../processes/livekit.ts';
import { livekitRooms } from './livekit-rooms.ts';
import { identityOf } from './names.ts';
import { type Guest, videoRoomsContract } from './video-room.contract.ts';
import { type Identity, NOTHING, type RoomName, type RoomSignal } from './video-room.ts';

let livekit: Livekit;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'klubba-video-'));
  for (const inner of ['secrets', 'logs']) mkdirSync(path.join(folder, inner));
  const ports = { signal: 0, tcp: 0, udp: 0 };
  livekit = await startLivekit({
    binary: await buildLivekit(),
    dataDir: folder,
    ports,
    bindAddresses: [],
    nodeIp: '127.0.0.1',
  });
}, 300_000);
afterAll(async () => {
  await livekit.stop();
  rmSync(folder, { recursive: true, force: true });
});

const REFUSED_AFTER_MS = 1_000;
const WIDTH = 64;
const HEIGHT = 48;
const SAMPLE_RATE = 48_000;

async function enter(url: string, token: string): Promise<Guest | 'refused'> {
  const client = new Room();
  try {
    await client.connect(url, token, { autoSubscribe: false, dynacast: false });
  } catch {
    return 'refused';
  }
  return {
    publish: (source) => publish(client, source),
    sees: (of) =>
      [...(client.remoteParticipants.get(of)?.trackPublications.values() ?? [])].map((one) =>
        one.source === TrackSource.SOURCE_CAMERA ? 'camera' : 'microphone',
      ),
    isIn: () => client.isConnected,
    leave: () => client.disconnect(),
  };
}

async function publish(client: Room, source: 'camera' | 'microphone'): Promise<'published' | 'refused'> {
  const camera = source === 'camera';
  const options = new TrackPublishOptions({
    source: camera ? TrackSource.SOURCE_CAMERA : TrackSource.SOURCE_MICROPHONE,
    simulcast: false,
  });
  const attempt = client.localParticipant?.publishTrack(camera ? picture() : tone(), options).then(
    () => 'published' as const,
    () => 'refused' as const,
  );
  // rtc-node waits ten seconds for a track that the server has long since refused; until then it publishes nothing else.
  return Promise.race([
    attempt ?? Promise.resolve('refused' as const),
    new Promise<'refused'>((resolve) => setTimeout(() => resolve('refused'), REFUSED_AFTER_MS)),
  ]);
}

function picture(): LocalVideoTrack {
  const source = new VideoSource(WIDTH, HEIGHT);
  source.captureFrame(new VideoFrame(new Uint8Array((WIDTH * HEIGHT * 3) / 2), WIDTH, HEIGHT, VideoBufferType.I420));
  return LocalVideoTrack.createVideoTrack('camera', source);
}

function tone(): LocalAudioTrack {
  const source = new AudioSource(SAMPLE_RATE, 1);
  void source.captureFrame(AudioFrame.create(SAMPLE_RATE, 1, SAMPLE_RATE / 100));
  return LocalAudioTrack.createAudioTrack('microphone', source);
}

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
