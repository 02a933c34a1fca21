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
  if (!vote || !person || (vote.state !== 'open' && vote.state !== 'frozen')) return [];
  const awaited = vote.electors.some((e) => e.person === person) && vote.cast[person] === undefined;
  const lost = awaited && !isPresent(after, person) && stillServes(after, person);
  return lost && !vote.frozenBy?.includes(person) ? [{ type: 'VoteFrozen', vote: vote.id, person }] : [];
}

function affected(event: MeetingEvent): PersonId | undefined {
  switch (event.type) {
    case 'LinkChanged':
    case 'CheckedOut':
    case 'NotedAbsent':
      return event.person;
    default:
      return undefined;
  }
}
