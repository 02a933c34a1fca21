import type { Item } from '../plan.ts';
import { kl, rule } from './rule.ts';

/** A second time in the same matter takes the majority. */
export const ord2 = rule({ id: 'ORD-2', statutes: [kl(5, 50)], bodies: ['council', 'federationCouncil'] });
/** A minority decision that was annulled has not used the right up (practice). */
export const ord6 = rule({ id: 'ORD-6', statutes: [kl(5, 50)], bodies: ['council', 'federationCouncil'] });

export function minorityRightUsed(item: Pick<Item, 'earlierMinorityReferral'>): boolean {
  return item.earlierMinorityReferral !== undefined && item.earlierMinorityReferral.annulled !== true;
}
