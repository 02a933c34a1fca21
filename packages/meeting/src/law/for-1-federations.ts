import type { Item } from '../plan.ts';
import { kl, rule } from './rule.ts';

/** A federation follows the council's and the boards' rules; its own order (förbundsordning) may ask for a qualified majority. */
export const for1 = rule({
  id: 'FOR-1',
  statutes: [kl(9, 2), kl(9, 6)],
  bodies: ['federationCouncil', 'federationBoard'],
});

/** `parts` of `of`: three of four, say. Nobody in favour is never enough. */
export function isPart(supporters: number, base: number, parts: number, of: number): boolean {
  return supporters > 0 && supporters * of >= base * parts;
}

/** What was registered for the item when it was planned: by statute in any body (BES-6), by its own order in a federation. */
export function qualifiedMajority(item: Pick<Item, 'majority'>): Item['majority'] {
  return item.majority;
}
