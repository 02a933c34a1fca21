import type { Element, Group } from '../group/group.ts';
import type { Judge, Place } from './judge.ts';

/** An element whose membership of the subgroup is still to be demanded. */
export interface Candidate {
  readonly element: Element;
  readonly place: Place;
}

/** Demands that every element lies in the subgroup of order q. */
export function demandMembers(judge: Judge, group: Group, candidates: readonly Candidate[]): void {
  for (const { element, place } of candidates) judge.demand('BEL-ELEMENT-SUBGROUP', group.isMember(element), place);
}
