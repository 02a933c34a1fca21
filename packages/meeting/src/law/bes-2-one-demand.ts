import type { PersonId } from '../ids.ts';
import { presentServing } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** One person entitled to vote forces a vote, as long as the gavel has not fallen. */
export const bes2 = rule({ id: 'BES-2', statutes: [kl(5, 53), kl(6, 33)], bodies: 'all' });

export function mayDemand(meeting: Meeting, person: PersonId): Refusal | null {
  return presentServing(meeting).some((s) => s.person === person) ? null : { rule: bes2.id };
}
