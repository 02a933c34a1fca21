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
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildLivekit } from '../../../../../tools/livekit/build.mjs';
import { type Livekit, startLivekit } from '../../processes/livekit.ts';
import type { Guest } from '../video-room.contract.ts';

/** A real video server of the test's own. */
export async function startTestLivekit(): Promise<Livekit> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'klubba-video-'));
  for (const inner of ['secrets', 'logs']) mkdirSync(path.join(dataDir, inner));
  const livekit = await startLivekit({
    binary: await buildLivekit(),
    dataDir,
    ports: { signal: 0, tcp: 0, udp: 0 },
    bindAddresses: [],
    nodeIp: '127.0.0.1',
  });
  return {
    ...livekit,
    async stop() {
      await livekit.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const REFUSED_AFTER_MS = 1_000;
const WIDTH = 64;
const HEIGHT = 48;
const SAMPLE_RATE = 48_000;

/** A real client of the video server. */
export async function enter(url: string, token: string): Promise<Guest | 'refused'> {
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
