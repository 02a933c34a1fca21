import type { Item } from '../plan.ts';
import type { Meeting } from '../types.ts';
import { isCompany } from '../body.ts';
import { kl, lpv, type Refusal, rule } from './rule.ts';

/** Only the elections that the law lists can be proportional: the council's to boards and the like (5:58), a board's to its committees (6:42). */
export const lpv2 = rule({ id: 'LPV-2', statutes: [kl(5, 58), kl(6, 42), lpv(1)], bodies: 'all' });

export function mayBeProportional({ plan }: Pick<Meeting, 'plan'>, item: Item | undefined): Refusal | null {
  const listed = item?.kind === 'election' && item.election?.proportional === true && !isCompany(plan.body.kind);
  return listed ? null : { rule: lpv2.id };
}
