import type { MeetingId } from '@klubba/meeting';
import type { Finding, Trial } from './device-test.ts';
import { HEARD_LOUDNESS, loudness } from './device-test.ts';
import { fetchTrialPass } from './pass.ts';
import { keepTicketsOutOfAddresses } from './ticket-out-of-address.ts';

/** How long a microphone may be silent before it is said to hear nothing. */
const LISTEN_MS = 8_000;
const LISTEN_EVERY_MS = 100;
const TONE_HZ = 523;
const TONE_SECONDS = 0.8;
const TONE_LOUDNESS = 0.25;

export type TrialStep = (change: Partial<Trial>) => void;

/** Tries camera, microphone, connection and battery of this device; sound is answered by the person. Stops everything it opened. */
export function tryDevice(meeting: MeetingId, preview: HTMLVideoElement, tell: TrialStep): () => void {
  const stopped = new AbortController();
  const tellOn: TrialStep = (change) => {
    if (!stopped.signal.aborted) tell(change);
  };
  void tryCamera(preview, stopped.signal).then((camera) => tellOn({ camera }));
  void tryMicrophone(stopped.signal).then((microphone) => tellOn({ microphone }));
  void tryConnection(meeting, stopped.signal).then((connection) => tellOn({ connection }));
  void readBattery().then((battery) => tellOn({ battery }));
  return () => stopped.abort();
}

async function tryCamera(preview: HTMLVideoElement, stop: AbortSignal): Promise<Finding> {
  const opened = await openDevice({ video: true }, stop);
  if ('bad' in opened) return { is: 'bad', reason: opened.bad };
  const element = preview;
  element.srcObject = opened.stream;
  await element.play().catch(() => undefined);
  return new Promise((resolve) => {
    element.requestVideoFrameCallback(() => resolve({ is: 'good' }));
    setTimeout(() => resolve({ is: 'bad' }), LISTEN_MS);
  });
}

async function tryMicrophone(stop: AbortSignal): Promise<Finding> {
  const opened = await openDevice({ audio: true }, stop);
  if ('bad' in opened) return { is: 'bad', reason: opened.bad };
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(opened.stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const until = performance.now() + LISTEN_MS;
  try {
    while (performance.now() < until && !stop.aborted) {
      await new Promise((resolve) => setTimeout(resolve, LISTEN_EVERY_MS));
      analyser.getFloatTimeDomainData(samples);
      if (loudness(samples) >= HEARD_LOUDNESS) return { is: 'good' };
    }
    return { is: 'bad', reason: 'silent' };
  } finally {
    for (const track of opened.stream.getTracks()) track.stop();
    await context.close();
  }
}

type Opened = { readonly stream: MediaStream } | { readonly bad: 'denied' | 'missing' | 'busy' };

async function openDevice(constraints: MediaStreamConstraints, stop: AbortSignal): Promise<Opened> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    const close = (): void => {
      for (const track of stream.getTracks()) track.stop();
    };
    if (stop.aborted) close();
    else stop.addEventListener('abort', close);
    return { stream };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'NotAllowedError') return { bad: 'denied' };
    return { bad: name === 'NotFoundError' ? 'missing' : 'busy' };
  }
}

async function tryConnection(meeting: MeetingId, stop: AbortSignal): Promise<Trial['connection']> {
  const answer = await fetchTrialPass(meeting, stop);
  if (answer.is === 'noServer') return { is: 'passed', because: 'none' };
  if (answer.is === 'noPlace' || answer.is === 'anonymous') return { is: 'passed', because: 'later' };
  if (answer.is !== 'pass') return { is: 'bad', step: 'websocket' };
  const { CheckStatus, ConnectionCheck } = await import('livekit-client');
  keepTicketsOutOfAddresses(globalThis);
  const check = new ConnectionCheck(answer.pass.url, answer.pass.token);
  if ((await check.checkWebsocket()).status === CheckStatus.FAILED) return { is: 'bad', step: 'websocket' };
  if ((await check.checkWebRTC()).status === CheckStatus.FAILED) return { is: 'bad', step: 'webrtc' };
  return { is: 'good' };
}

type WithBattery = Navigator & {
  readonly getBattery?: () => Promise<{ readonly level: number; readonly charging: boolean }>;
};

/** A device on its charger is as good as full. */
async function readBattery(): Promise<number | null> {
  const battery = await (navigator as WithBattery).getBattery?.().catch(() => undefined);
  if (battery === undefined) return null;
  return battery.charging ? 100 : battery.level * 100;
}

/** A short, soft tone for "did you hear this?". */
export async function playTone(): Promise<void> {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.setValueAtTime(0, context.currentTime);
  gain.gain.linearRampToValueAtTime(TONE_LOUDNESS, context.currentTime + 0.05);
  gain.gain.linearRampToValueAtTime(0, context.currentTime + TONE_SECONDS);
  const tone = context.createOscillator();
  tone.frequency.value = TONE_HZ;
  tone.connect(gain).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + TONE_SECONDS);
  await new Promise((resolve) => tone.addEventListener('ended', resolve, { once: true }));
  await context.close();
}
