import { abl, rule } from './rule.ts';

/** For: more than half of those present and, if the board is not complete, more than a third of all its members. */
export const abl2 = rule({ id: 'ABL-2', statutes: [abl(8, 22)], bodies: ['companyBoard'] });
/** Equal votes: the chair's side, still with more than a third of all members if the board is not complete. */
export const abl3 = rule({ id: 'ABL-3', statutes: [abl(8, 22)], bodies: ['companyBoard'] });

/** Do the votes for a decision carry it in a board of `seats`, of whom `present` take part? `casting`: the chair's vote broke an even count. */
export function carriedInCompany(supporters: number, present: number, seats: number, casting: boolean): boolean {
  const half = casting ? supporters * 2 >= present : supporters * 2 > present;
  const third = present >= seats || supporters * 3 > seats;
  return half && third;
}
