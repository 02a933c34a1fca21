import { isCouncil } from '../body.ts';
import type { QuestionKind } from '../decisions/types.ts';
import type { Item, MeetingPlan } from '../plan.ts';
import { minorityRightUsed } from './ord-2-second-time.ts';
import { isElection } from './ord-3-elections.ts';
import { goesBackToPreparation } from './ord-5-preparing-organ.ts';
import { kl, rule } from './rule.ts';

/** In a council a third of those present have an item tabled or referred back. */
export const ord1 = rule({ id: 'ORD-1', statutes: [kl(5, 50)], bodies: ['council', 'federationCouncil'] });

/** Does the third suffice for this question in this item? `addressee`: to whom it would be referred. */
export function hasMinorityRight(
  plan: Pick<MeetingPlan, 'body'>,
  item: Item,
  question: QuestionKind,
  addressee: string | undefined,
): boolean {
  if (question !== 'tabling' && question !== 'referralBack') return false;
  if (!isCouncil(plan.body.kind) || isElection(item) || minorityRightUsed(item)) return false;
  return question === 'tabling' || goesBackToPreparation(item, addressee);
}
