import { kl, rule } from './rule.ts';

/** Some decisions ask for two thirds: of those present, or of the votes cast. */
export const bes6 = rule({ id: 'BES-6', statutes: [kl(5, 10), kl(5, 37), kl(5, 58)], bodies: 'all' });

/** `supporters` of `base`, those present or the votes cast. Nobody in favour is never two thirds. */
export function isTwoThirds(supporters: number, base: number): boolean {
  return supporters > 0 && supporters * 3 >= base * 2;
}
