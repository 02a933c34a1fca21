import { isCouncil, type BodyKind } from '../body.ts';
import { kl, rule } from './rule.ts';

/** Boards have no exception: one in conflict is not present, and below its number the board may not decide. */
export const nar3 = rule({
  id: 'NAR-3',
  statutes: [kl(6, 27), kl(6, 30)],
  bodies: [
    'executiveBoard',
    'board',
    'committee',
    'draftingCommittee',
    'federationBoard',
    'jointBoard',
    'companyBoard',
  ],
});

/** Is it only a conflict of interest that leaves this board short? Then a substitute for the item is the way out. */
export function conflictBreaksQuorum(
  kind: BodyKind,
  present: number,
  awayInConflict: number,
  required: number,
): boolean {
  return !isCouncil(kind) && present < required && present + awayInConflict >= required;
}
