import type { LocalDate } from '../ids.ts';
import { kl, type Refusal, rule } from './rule.ts';

const ADJUST_WITHIN_DAYS = 14;
const ANNOUNCE_WITHIN_DAYS = 2;
const APPEAL_WEEKS = 3;
const DAY_MILLISECONDS = 86_400_000;

/** Adjusted within fourteen days, made known on the notice board at the latest two days after, and kept there through the time for appeal. */
export const pro2 = rule({ id: 'PRO-2', statutes: [kl(5, 69), kl(8, 12), kl(13, 5)], bodies: 'all' });

/** Last day on which the minutes may be adjusted (KL 5:69). */
export function adjustedAtLatest(meetingDay: LocalDate): LocalDate {
  return daysAfter(meetingDay, ADJUST_WITHIN_DAYS);
}

/** Told from the day after the last one; nothing is blocked by it, for late minutes are better than none. */
export function adjustmentOverdue(meetingDay: LocalDate, today: LocalDate): Refusal | null {
  const date = adjustedAtLatest(meetingDay);
  return today > date ? { rule: pro2.id, detail: { date } } : null;
}

/** Last day on which the adjustment may be made known (KL 8:12). */
export function announcedAtLatest(adjusted: LocalDate): LocalDate {
  return daysAfter(adjusted, ANNOUNCE_WITHIN_DAYS);
}

/** First day on which the notice may be taken down (KL 8:12, 13:5): the day after three weeks from when it was put up. */
export function takenDownEarliest(announced: LocalDate): LocalDate {
  return daysAfter(announced, APPEAL_WEEKS * 7 + 1);
}

function daysAfter(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}
