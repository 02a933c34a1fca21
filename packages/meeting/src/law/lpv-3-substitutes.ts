import type { Item } from '../plan.ts';
import type { Meeting } from '../types.ts';
import { lpv, type Refusal, rule } from './rule.ts';

/** Substitutes are elected proportionally only if the members were, in an election of their own and on a request of its own. */
export const lpv3 = rule({ id: 'LPV-3', statutes: [lpv(3)], bodies: 'all' });

export function substitutesAfterMembers(meeting: Pick<Meeting, 'elections'>, item: Item | undefined): Refusal | null {
  const substitutes = item?.election?.substitutes;
  if (!substitutes) return null;
  const today = meeting.elections.elected.some((e) => e.item === substitutes.membersIn && e.by === 'proportional');
  return today || substitutes.membersProportional === true ? null : { rule: lpv3.id };
}
