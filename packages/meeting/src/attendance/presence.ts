import type { PersonId } from '../ids.ts';
import { hearsClosedItem } from '../law/dist-6-closed-items.ts';
import type { Meeting } from '../types.ts';

/** Present in the law's sense now: admitted, at a distance with the conditions met (NAR-5) and approved where that is needed,
 * and behind closed doors with what the body demands of one at a distance (DIST-6). */
export function isPresent(meeting: Meeting, person: PersonId): boolean {
  const presence = meeting.attendance.present[person];
  if (!presence?.admitted || !presence.fulfilled || presence.awaitingApproval) return false;
  return hearsClosedItem(meeting, presence);
}

/** Checked in or in the hall, whatever the link is like. */
export function isCheckedIn(meeting: Meeting, person: PersonId): boolean {
  return meeting.attendance.present[person]?.admitted === true;
}
