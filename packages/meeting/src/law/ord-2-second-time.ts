import type { Item } from '../plan.ts';
import { usesUpTheRight } from './ord-6-annulled-referral.ts';
import { kl, rule } from './rule.ts';

/** A second time in the same matter takes the majority. */
export const ord2 = rule({ id: 'ORD-2', statutes: [kl(5, 50)], bodies: ['council', 'federationCouncil'] });

export function minorityRightUsed({
  earlierMinorityReferral: earlier,
}: Pick<Item, 'earlierMinorityReferral'>): boolean {
  return earlier !== undefined && usesUpTheRight(earlier);
}
