import type { PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';

/** Two who talk outside the meeting: the one who waits, and the one at the desk who asks who it is. */
export type Talk = { readonly person: PersonId; readonly by: PersonId; readonly since: number };

/** The talks that go on now. */
export function identityTalks(meeting: Meeting): readonly Talk[] {
  return Object.entries(meeting.lobby.checks).flatMap(([person, { by, since, proofs }]) =>
    proofs === undefined ? [{ person: person as PersonId, by, since }] : [],
  );
}

/** The talk in which this person is, on either side. */
export function identityTalkOf(meeting: Meeting, person: PersonId): Talk | undefined {
  return identityTalks(meeting).find((talk) => talk.person === person || talk.by === person);
}

/** The desk has talked with the person, and was sure. */
export function isKnownByFace(meeting: Meeting, person: PersonId): boolean {
  return (meeting.lobby.checks[person]?.proofs ?? []).length > 0;
}
