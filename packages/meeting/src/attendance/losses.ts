import type { Instant, PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { lostServing } from './quorum.ts';

/** When the body's limit for a loss is reached (ADJ-06); undefined where the rule is to adjourn until the member is back. */
export function lossDue(meeting: Meeting, person: PersonId): Instant | undefined {
  const policy = meeting.plan.body.settings.lossPolicy.value;
  const lost = meeting.attendance.present[person]?.lost;
  return policy.kind === 'absentAfter' && lost ? lost.at + policy.seconds * 1000 : undefined;
}

/** Serving persons whom the chair may now be offered to note as absent. */
export function offeredAbsence(meeting: Meeting, at: Instant): readonly PersonId[] {
  return lostServing(meeting).flatMap(({ person }) => {
    const due = lossDue(meeting, person);
    return due !== undefined && due <= at ? [person] : [];
  });
}
