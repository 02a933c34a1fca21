import type { Element, Group } from '../group/group.ts';
import type { RandomSource } from '../secret/random.ts';
import type { Judge, Place } from './judge.ts';

/** An element whose membership of the subgroup is still to be demanded. */
export interface Candidate {
  readonly element: Element;
  readonly place: Place;
}

/** An element outside the subgroup passes all rounds with probability 2^-64 at most. */
const ROUNDS = 64;
/** Subset products of so many elements are tabled together: the cheapest size for 64 rounds. */
const TABLE_ELEMENTS = 5;
/** Below this number single tests are as cheap. */
const WORTH_A_BATCH = 120;

/**
 * Demands that every element lies in the subgroup of order q. With a random source, products of random subsets are
 * tested first (each round misses a bad element with probability one half at most, whatever its order); only where a
 * product fails, or without randomness, is each element tested by itself. Both ways refuse the same archives, but for
 * a chance of 2^-64.
 */
export function demandMembers(
  judge: Judge,
  group: Group,
  candidates: readonly Candidate[],
  random?: RandomSource,
): void {
  if (random !== undefined && candidates.length >= WORTH_A_BATCH && randomSubsetsAreMembers(group, candidates, random))
    return;
  for (const { element, place } of candidates) judge.demand('BEL-ELEMENT-SUBGROUP', group.isMember(element), place);
}

function randomSubsetsAreMembers(group: Group, candidates: readonly Candidate[], random: RandomSource): boolean {
  const products = new Array<Element>(ROUNDS).fill(group.identity);
  for (let start = 0; start < candidates.length; start += TABLE_ELEMENTS) {
    const subsets = subsetProducts(group, candidates.slice(start, start + TABLE_ELEMENTS));
    for (const [round, byte] of random(ROUNDS).entries()) {
      const subset = byte % subsets.length;
      if (subset !== 0)
        products[round] = group.multiply(products[round] ?? group.identity, subsets[subset] ?? group.identity);
    }
  }
  return products.every((product) => group.isMember(product));
}

/** The products of all subsets: bit i of the index says whether element i is in. */
function subsetProducts(group: Group, candidates: readonly Candidate[]): Element[] {
  const products = [group.identity];
  for (const { element } of candidates) {
    products.push(...products.map((product, subset) => (subset === 0 ? element : group.multiply(product, element))));
  }
  return products;
}
