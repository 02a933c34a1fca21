import type { MeetingCard } from '@klubba/protocol';

/** The screens of a meeting; each is a folder of its own and is downloaded only when it is opened. */
export type ScreenName = 'chair' | 'secretary' | 'member' | 'support' | 'display';

type Duty = MeetingCard['duties'][number];

/** The gravest duty decides. A vice chair sits as a member until the chair is handed over. */
const SCREEN_BY_DUTY: readonly (readonly [Duty, ScreenName])[] = [
  ['hallDevice', 'display'],
  ['chair', 'chair'],
  ['secretary', 'secretary'],
  ['assistant', 'secretary'],
  ['technician', 'support'],
];

/** Which screen a person gets at a meeting. */
export function screenOf(duties: readonly Duty[]): ScreenName {
  return SCREEN_BY_DUTY.find(([duty]) => duties.includes(duty))?.[1] ?? 'member';
}
