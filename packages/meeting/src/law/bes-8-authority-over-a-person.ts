import { isCompany, isCouncil } from '../body.ts';
import type { Item, MeetingPlan } from '../plan.ts';
import { kl, rule } from './rule.ts';

/** In a board, who takes part in handling a matter of authority over a person takes part in deciding it; voting once is enough. */
export const bes8 = rule({
  id: 'BES-8',
  statutes: [kl(4, 26)],
  bodies: ['executiveBoard', 'board', 'committee', 'draftingCommittee', 'federationBoard', 'jointBoard'],
});

export function mustTakePart({ body }: Pick<MeetingPlan, 'body'>, item: Pick<Item, 'exerciseOfAuthority'>): boolean {
  return item.exerciseOfAuthority === true && !isCouncil(body.kind) && !isCompany(body.kind);
}
