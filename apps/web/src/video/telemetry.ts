import type { Telemetry } from '@klubba/protocol';
import type { Load } from './capacity.ts';
import type { Measured, Received, VideoView } from './view.ts';

const RECEIVES_MAX = 64;
/** In a shorter while nothing need have come, and that would prove nothing. */
const WINDOW_MS = 2_000;

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
  const received = grown(now.packetsReceived, first.packetsReceived);
  const lost = grown(now.packetsLost, first.packetsLost);
  return {
    type: 'telemetry',
    at: Math.round(around.at),
    link: view.link,
    camera: view.camera === 'on' || view.camera === 'frozen' ? view.camera : 'off',
    microphone: view.microphone === 'on' ? 'on' : 'off',
    visible: around.visible,
    sendKbps: kbps(grown(now.bytesSent, first.bytesSent), seconds),
    receiveKbps: kbps(grown(now.bytesReceived, first.bytesReceived), seconds),
    ...(now.roundTripMs === undefined ? {} : { roundTripMs: Math.round(now.roundTripMs) }),
    lossPermille: permille(lost, received + lost),
    // Nobody may be watching just now, and then nothing is sent although the camera lives.
    framesSent: Math.max(grown(now.framesSent, first.framesSent), grown(now.framesCaptured, first.framesCaptured)),
    ...(around.battery === undefined ? {} : { battery: Math.round(around.battery) }),
    device: around.device,
    receives: now.at - first.at < WINDOW_MS ? [] : now.receives.slice(0, RECEIVES_MAX).map((one) => since(one, first)),
  };
}

/** How hard receiving is for this device, for the number of pictures it is asked to bear. */
export function loadBetween(before: Measured, now: Measured): Load {
  const [received, lost] = [
    grown(now.packetsReceived, before.packetsReceived),
    grown(now.packetsLost, before.packetsLost),
  ];
  const [frames, dropped] = [
    grown(now.framesReceived, before.framesReceived),
    grown(now.framesDropped, before.framesDropped),
  ];
  return { lossPermille: permille(lost, received + lost), droppedPermille: permille(dropped, frames) };
}

function permille(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((1_000 * part) / whole);
}

/** What came of one person since then. A track that was asked for only meanwhile proves nothing by its silence yet. */
function since(one: Received, before: Measured): Telemetry['receives'][number] {
  const earlier = before.receives.find((other) => other.person === one.person);
  return {
    from: one.person,
    video: grown(one.video, earlier?.video ?? 0),
    audio: grown(one.audio, earlier?.audio ?? 0),
    videoExpected: one.videoExpected && earlier?.videoExpected === true,
    audioExpected: one.audioExpected && earlier?.audioExpected === true,
  };
}

/** Counters begin anew when a track is subscribed to again. */
function grown(now: number, before: number): number {
  return now >= before ? now - before : now;
}

function kbps(bytes: number, seconds: number): number {
  return Math.round((bytes * 8) / 1000 / seconds);
}
