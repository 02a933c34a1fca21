import { durationText } from '@klubba/i18n';

/** The time of a speech at one moment, in whole seconds. */
export type SpeakerTime = {
  readonly elapsed: number;
  readonly left: number;
  /** Seconds beyond the limit; 0 while within it. */
  readonly over: number;
  /** 0–1, for the meter. */
  readonly share: number;
};

/** Elapsed is rounded down, so that "0.00 left" means that the time is really out. */
export function speakerTime(elapsedMs: number, limitSeconds: number): SpeakerTime {
  const elapsed = Math.max(0, Math.floor(elapsedMs / 1000));
  const left = Math.max(0, limitSeconds - elapsed);
  const over = Math.max(0, elapsed - limitSeconds);
  const share = limitSeconds <= 0 ? 1 : Math.min(1, elapsed / limitSeconds);
  return { elapsed, left, over, share };
}

/** What is left until a moment, rounded up: "14.05", and with hours "2.14.05". */
export function countdown(msLeft: number): string {
  const whole = Math.max(0, Math.ceil(msLeft / 1000));
  const hours = Math.floor(whole / 3600);
  const rest = whole % 3600;
  if (hours === 0) return durationText(rest);
  return `${hours}.${String(Math.floor(rest / 60)).padStart(2, '0')}.${String(rest % 60).padStart(2, '0')}`;
}
