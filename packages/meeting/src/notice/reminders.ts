import type { Instant, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { calledTo } from './called.ts';

/** How many days before the meeting those who have not answered are reminded, where the notice says nothing else. */
export const REMIND_DAYS = 3;
const DAY_MILLISECONDS = 86_400_000;

/** Those who are called and have neither answered nor been given a place at a distance. */
export function unanswered(meeting: Pick<Meeting, 'plan' | 'notice' | 'remote'>): readonly PersonId[] {
  const { members, substitutes } = calledTo(meeting.plan);
  return [...members, ...substitutes].filter(
    (person) => meeting.notice.answers[person] === undefined && meeting.remote.permissions[person]?.state !== 'granted',
  );
}

/**
 * Who is to be reminded by this moment: from so many days before the meeting, at its own hour, but never on the day after the
 * notice, which is reminder enough. Nobody before a notice has gone out, once check-in is open, of a meeting that is called off, or where the days are 0.
 */
export function toRemind(
  meeting: Pick<Meeting, 'plan' | 'notice' | 'remote' | 'agenda'>,
  now: Instant,
): readonly PersonId[] {
  const { plan, notice, agenda } = meeting;
  const [first] = notice.sent;
  const days = plan.notice.remindDays ?? REMIND_DAYS;
  if (agenda.phase !== 'planned' || notice.calledOff !== undefined || first === undefined) return [];
  const from = Math.max(plan.startsAt - days * DAY_MILLISECONDS, first.at + DAY_MILLISECONDS);
  return now >= from && now < plan.startsAt ? unanswered(meeting) : [];
}
