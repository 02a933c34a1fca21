import type { PersonId } from '../ids.ts';
import { bes3 } from '../law/bes-3-open-by-name.ts';
import { bes5 } from '../law/bes-5-casting-vote.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { ok, type Result, refused } from '../result.ts';
import { quorumGate, sessionGate } from '../selectors.ts';
import type { Context, Meeting } from '../types.ts';
import type { ClosedBallot, ElectionsCommand, ElectionsEvent } from './types.ts';

/** By acclamation the gavel elects (decisions); this declares the outcome of a closed ballot that has been counted. */
export function decideElections(
  meeting: Meeting,
  { item, persons }: ElectionsCommand,
  _context: Context,
): Result<readonly ElectionsEvent[]> {
  const ballot = Object.values(meeting.elections.ballots).find((b) => b.item === item && b.state === 'counted');
  const done = meeting.elections.elected.some((e) => e.item === item);
  const refusal = inTheWay(
    sessionGate(meeting),
    quorumGate(meeting, 'gavel'),
    (!ballot || done) && { rule: bes3.id },
    ballot && !winsAlone(ballot, persons) && { rule: bes5.id, detail: { own: 'none' } },
  );
  return refusal ? refused(refusal) : ok([{ type: 'PersonsElected', item, persons, by: 'closedBallot' }]);
}

/** Exactly so many as there are places, and none left out has as many votes as one of them: else the lot is drawn first (5:56). */
function winsAlone({ candidates, places, result }: ClosedBallot, persons: readonly PersonId[]): boolean {
  const votes = (person: PersonId) => result?.votes[person] ?? 0;
  const leftOut = candidates.filter((c) => !persons.includes(c));
  const fewest = Math.min(...persons.map(votes));
  return (
    persons.length === places && persons.every((p) => candidates.includes(p)) && leftOut.every((c) => votes(c) < fewest)
  );
}
