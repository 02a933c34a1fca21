import type { FormalFault } from '../agenda/types.ts';
import { isCouncil } from '../body.ts';
import type { LocalDate } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import { kl, rule } from './rule.ts';

/** A council is made known, and its members and substitutes called, at least a week before the day of the meeting. */
export const kal1 = rule({ id: 'KAL-1', statutes: [kl(5, 13), kl(5, 15)], bodies: ['council', 'federationCouncil'] });

export const NOTICE_DAYS = 7;
const DAY_MILLISECONDS = 86_400_000;

export function noticeInTime({
  body,
  notice,
  date,
}: Pick<MeetingPlan, 'body' | 'notice' | 'date'>): readonly FormalFault[] {
  if (!isCouncil(body.kind)) return [];
  const faults: FormalFault[] = [];
  if (lateBy(notice.announcedOn, date)) faults.push(late('announced', notice.announcedOn, date));
  if (lateBy(notice.sentOn, date)) faults.push(late('sent', notice.sentOn, date));
  return faults;
}

/** Whole days from one day to another. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MILLISECONDS);
}

function lateBy(day: LocalDate | null, meeting: LocalDate): boolean {
  return day === null || daysBetween(day, meeting) < NOTICE_DAYS;
}

function late(what: 'announced' | 'sent', day: LocalDate | null, meeting: LocalDate): FormalFault {
  return {
    rule: kal1.id,
    detail: { what, days: day === null ? -1 : daysBetween(day, meeting), required: NOTICE_DAYS },
  };
}
