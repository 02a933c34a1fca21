import { kl, rule } from './rule.ts';

/** Boards table and refer back by simple majority; the third of 5:50 is the council's. */
export const ord7 = rule({
  id: 'ORD-7',
  statutes: [kl(6, 33)],
  bodies: ['executiveBoard', 'board', 'committee', 'draftingCommittee', 'federationBoard', 'jointBoard'],
});
