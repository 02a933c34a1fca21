import type { Telemetry } from '@klubba/protocol';
import type { Measured, VideoView } from './view.ts';

const RECEIVES_MAX = 64;

export type Surroundings = {
  readonly at: number;
  readonly visible: boolean;
  readonly battery?: number;
  readonly device: string;
};

/** The link's summary since the last one (ATT-10): what was sent, and what arrived from whom. */
export function summarise(
  view: VideoView,
  before: Measured | undefined,
  now: Measured,
  around: Surroundings,
): Telemetry {
  const first = before ?? { ...now, receives: [] };
  const seconds = Math.max(0.001, (now.at - first.at) / 1000);
  const received = since(now.packetsReceived, first.packetsReceived);
  const lost = since(now.packetsLost, first.packetsLost);
  return {
    type: 'telemetry',
    at: Math.round(around.at),
    link: view.link,
    camera: view.camera === 'on' || view.camera === 'frozen' ? view.camera : 'off',
    microphone: view.microphone === 'on' ? 'on' : 'off',
    visible: around.visible,
    sendKbps: kbps(since(now.bytesSent, first.bytesSent), seconds),
    receiveKbps: kbps(since(now.bytesReceived, first.bytesReceived), seconds),
    ...(now.roundTripMs === undefined ? {} : { roundTripMs: Math.round(now.roundTripMs) }),
    lossPermille: received + lost === 0 ? 0 : Math.round((1_000 * lost) / (received + lost)),
    // Nobody may be watching just now, and then nothing is sent although the camera lives.
    framesSent: Math.max(since(now.framesSent, first.framesSent), since(now.framesCaptured, first.framesCaptured)),
    ...(around.battery === undefined ? {} : { battery: Math.round(around.battery) }),
    device: around.device,
    receives: now.receives.slice(0, RECEIVES_MAX).map((one) => {
      const earlier = first.receives.find((other) => other.person === one.person);
      return {
        from: one.person,
        video: since(one.video, earlier?.video ?? 0),
        audio: since(one.audio, earlier?.audio ?? 0),
        videoExpected: one.videoExpected,
        audioExpected: one.audioExpected,
      };
    }),
  };
}

/** Counters begin anew when a track is subscribed to again. */
function since(now: number, before: number): number {
  return now >= before ? now - before : now;
}

function kbps(bytes: number, seconds: number): number {
  return Math.round((bytes * 8) / 1000 / seconds);
}
