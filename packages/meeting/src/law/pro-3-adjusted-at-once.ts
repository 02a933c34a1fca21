import type { ItemId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { isCompany } from '../body.ts';
import { kl, order, type Refusal, rule } from './rule.ts';

/** The body may have one item adjusted at once, so that it can be made known and carried out; the time for that notice runs from the same day. */
export const pro3 = rule({ id: 'PRO-3', statutes: [kl(5, 69), kl(8, 12), order], bodies: 'all' });

/** When the item's gavel has fallen and before the meeting is over. */
export function mayAdjustAtOnce(meeting: Pick<Meeting, 'plan' | 'agenda'>, item: ItemId): Refusal | null {
  if (isCompany(meeting.plan.body.kind)) return { rule: pro3.id, detail: { why: 'company' } };
  const outcome = meeting.agenda.items[item]?.outcome;
  const decided = meeting.agenda.phase === 'open' && outcome !== undefined && outcome !== 'carriedOver';
  return decided ? null : { rule: pro3.id, detail: { why: 'undecided' } };
}
