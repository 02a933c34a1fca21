import type { PersonId } from '../ids.ts';
import { hearsClosedItem } from '../law/dist-6-closed-items.ts';
import type { Meeting } from '../types.ts';
import type { Presence } from './types.ts';

/** Present in the law's sense now: admitted, and at a distance with the conditions met (NAR-5) and approved where that is needed. */
export function countsAsPresent(presence: Presence | undefined): boolean {
  return presence !== undefined && presence.admitted && presence.fulfilled && presence.awaitingApproval !== true;
}

/** As `countsAsPresent`, and behind closed doors only with what the body demands of a remote person (DIST-6). */
export function isPresent(meeting: Meeting, person: PersonId): boolean {
  const presence = meeting.attendance.present[person];
  return presence !== undefined && countsAsPresent(presence) && hearsClosedItem(meeting, presence);
}

/** Checked in or in the hall, whatever the link is like. */
export function isCheckedIn(meeting: Meeting, person: PersonId): boolean {
  return meeting.attendance.present[person]?.admitted === true;
}
