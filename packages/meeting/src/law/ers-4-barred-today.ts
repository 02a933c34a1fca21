import { isCouncil } from '../body.ts';
import type { LeaveCause } from '../attendance/types.ts';
import type { PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { kl, order, rule } from './rule.ts';

/** One who interrupted the service for another hindrance than conflict of interest may not serve again that day. */
export const ers4 = rule({ id: 'ERS-4', statutes: [kl(5, 20), order], bodies: 'all' });
/** One who stepped aside for a conflict of interest may serve again after the item, member and substitute alike. */
export const ers5 = rule({ id: 'ERS-5', statutes: [kl(5, 18), kl(5, 20)], bodies: 'all' });

/** Does leaving a seat for this cause bar the person from serving again today? Only a service that had begun, in a meeting that is open. */
export function leavingBars(meeting: Meeting, cause: LeaveCause): boolean {
  if (meeting.agenda.phase !== 'open') return false;
  switch (cause) {
    case 'conflict':
    case 'secretItem':
    case 'meetingClosed':
    case 'memberReturned':
      return false;
    case 'left':
    case 'connectionLost':
    case 'otherHindrance':
    case 'notedAbsent':
      return true;
  }
}

export function barredFromServing(meeting: Meeting, person: PersonId): boolean {
  return meeting.attendance.barredToday[person] !== undefined && interruptionBars(meeting);
}

/** 5:20 binds councils; a board's reglemente may let the member back. */
export function interruptionBars({ plan }: Pick<Meeting, 'plan'>): boolean {
  const { kind, settings } = plan.body;
  return isCouncil(kind) || !settings.memberMayResumeAfterHindrance.value;
}
