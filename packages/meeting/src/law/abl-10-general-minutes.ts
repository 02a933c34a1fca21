import type { LocalDate } from '../ids.ts';
import { abl, rule } from './rule.ts';
import { adjustedAtLatest } from './pro-2-adjustment-in-time.ts';

/** The minutes of a general meeting are kept available to shareholders within two weeks; a suit against its decisions is brought within three months. */
export const abl10 = rule({ id: 'ABL-10', statutes: [abl(7, 48), abl(7, 49), abl(7, 51)], bodies: ['generalMeeting'] });

const SUIT_MONTHS = 3;

/** Last day for making the minutes available: two weeks, as many as KL 5:69 gives. */
export function availableAtLatest(meetingDay: LocalDate): LocalDate {
  return adjustedAtLatest(meetingDay);
}

/** Last day for a suit against a decision (klander). */
export function suitAtLatest(meetingDay: LocalDate): LocalDate {
  const [year = 0, month = 1, day = 1] = meetingDay.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + SUIT_MONTHS + 1, 0));
  const wanted = new Date(Date.UTC(year, month - 1 + SUIT_MONTHS, day));
  return (wanted < lastOfMonth ? wanted : lastOfMonth).toISOString().slice(0, 10);
}
