import type { PersonId } from '../ids.ts';
import { isPresent } from '../selectors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { stillServes } from './electors.ts';
import { openVote } from './frames.ts';
import type { DecisionsEvent } from './types.ts';

/** A voter who is lost before answering freezes the vote: nobody is counted missing unnoticed (scenario 2). */
export function followDecisions(
  _before: Meeting,
  after: Meeting,
  event: MeetingEvent,
  _context: Context,
): readonly DecisionsEvent[] {
  const vote = openVote(after.decisions);
  const person = affected(event);
  if (!vote || !person || vote.state === 'tied') return [];
  const awaited = vote.electors.some((e) => e.person === person) && vote.cast[person] === undefined;
  const lost = awaited && !isPresent(after, person) && stillServes(after, person);
  return lost && !vote.frozenBy?.includes(person) ? [{ type: 'VoteFrozen', vote: vote.id, person }] : [];
}

/** One whose link changed, or who went while the meeting was in a break and keeps the seat. Who leaves the seat is awaited no more. */
function affected(event: MeetingEvent): PersonId | undefined {
  return event.type === 'LinkChanged' || event.type === 'CheckedOut' ? event.person : undefined;
}
