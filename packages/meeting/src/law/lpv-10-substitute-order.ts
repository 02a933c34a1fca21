import type { PersonId } from '../ids.ts';
import { type BallotGroup, substituteOrder } from '../proportional/count.ts';
import { lpv, rule } from './rule.ts';

/** Substitutes elected proportionally are called by label: those of the absent member's own, then of the label with most votes, in order of election. */
export const lpv10 = rule({ id: 'LPV-10', statutes: [lpv(22)], bodies: 'all' });

export function calledInOrder(
  memberLabel: string,
  groups: readonly BallotGroup[],
  substitutes: readonly { readonly person: PersonId; readonly group: number }[],
): readonly PersonId[] {
  return substituteOrder(memberLabel, groups, substitutes);
}
