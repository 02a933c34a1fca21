import type { PersonId } from '../ids.ts';
import type { ProportionalElection } from '../proportional/types.ts';
import { lpv, rule } from './rule.ts';

/** The one who presides is the election officer and decides alone what counts; at least one assists. Both count, each for themselves. */
export const lpv4 = rule({ id: 'LPV-4', statutes: [lpv(4)], bodies: 'all' });

export function isOfficer(election: Pick<ProportionalElection, 'officer' | 'assistants'>, person: PersonId): boolean {
  return election.officer === person || election.assistants.includes(person);
}
