import type { DeviceTest } from '@klubba/meeting';

/** What the trial of one's equipment has found so far. `waiting`: not tried yet. */
export type Finding =
  | { readonly is: 'waiting' }
  | { readonly is: 'good' }
  | { readonly is: 'bad'; readonly reason?: 'denied' | 'missing' | 'busy' | 'silent' }
  /** Nothing to find out here: no video server, or not before check-in. */
  | { readonly is: 'passed'; readonly because: 'none' | 'later' };

export type ConnectionStep = 'websocket' | 'webrtc' | 'publishing';

export type Trial = {
  readonly camera: Finding;
  readonly microphone: Finding;
  readonly sound: Finding;
  readonly connection: Finding & { readonly step?: ConnectionStep };
  /** 0–100; null where the device does not tell. */
  readonly battery: number | null | undefined;
};

export const UNTRIED: Trial = {
  camera: { is: 'waiting' },
  microphone: { is: 'waiting' },
  sound: { is: 'waiting' },
  connection: { is: 'waiting' },
  battery: undefined,
};

export type TrialPart = keyof Trial;
const PARTS: readonly TrialPart[] = ['camera', 'microphone', 'sound', 'connection', 'battery'];
const RANK: Readonly<Record<Finding['is'], number>> = { bad: 0, waiting: 1, passed: 2, good: 3 };

/** A meeting lasts an evening. */
export const LOW_BATTERY_PERCENT = 40;

/** The parts in the order to read them: the faulty first, then what is still being tried. */
export function inOrder(trial: Trial): readonly TrialPart[] {
  return PARTS.toSorted((a, b) => rankOf(trial, a) - rankOf(trial, b));
}

function rankOf(trial: Trial, part: TrialPart): number {
  if (part !== 'battery') return RANK[trial[part].is];
  if (trial.battery === undefined) return RANK.waiting;
  return trial.battery !== null && trial.battery < LOW_BATTERY_PERCENT ? RANK.bad : RANK.good;
}

/** The result to state at check-in, once everything has been tried. */
export function resultOf(trial: Trial): DeviceTest | undefined {
  const parts = [trial.camera, trial.microphone, trial.sound, trial.connection];
  if (parts.some((one) => one.is === 'waiting') || trial.battery === undefined) return undefined;
  const well = (one: Finding): boolean => one.is !== 'bad';
  return {
    camera: well(trial.camera),
    microphone: well(trial.microphone),
    sound: well(trial.sound),
    connection: well(trial.connection),
    ...(trial.battery === null ? {} : { battery: Math.round(trial.battery) }),
  };
}

/** Loudness of a piece of sound, 0–1, from samples in [-1, 1] (root mean square). */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

/** A voice at arm's length lies well above this; the noise of a still room below. */
export const HEARD_LOUDNESS = 0.01;
