import type { Item } from '../plan.ts';
import { kl, rule } from './rule.ts';

/** A minority refers back only to an organ that prepared the matter. To another, a municipal company for one, it is an ordinary task and takes the majority. */
export const ord5 = rule({ id: 'ORD-5', statutes: [kl(5, 26), kl(5, 50)], bodies: ['council', 'federationCouncil'] });

/** Without an addressee the matter goes back to whoever prepared it. */
export function goesBackToPreparation(item: Pick<Item, 'preparedBy'>, addressee: string | undefined): boolean {
  if (addressee === undefined) return item.preparedBy.length > 0;
  const named = normal(addressee);
  return item.preparedBy.some((organ) => normal(organ) === named);
}

function normal(name: string): string {
  return name.trim().toLocaleLowerCase('sv');
}
