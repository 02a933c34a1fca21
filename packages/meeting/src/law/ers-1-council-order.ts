import { isCompany, isCouncil, type BodyKind } from '../body.ts';
import { abl, kl, lpv, rule } from './rule.ts';

/** Council: next in the party's order, own constituency first, then the chain of 5:21; those not present are passed over. */
export const ers1 = rule({
  id: 'ERS-1',
  statutes: [kl(5, 17), kl(5, 18), kl(5, 21)],
  bodies: ['council', 'federationCouncil'],
});
/** Boards: LPV 22 § after a proportional election, else the order that the council decided. */
export const ers6 = rule({
  id: 'ERS-6',
  statutes: [kl(6, 16), kl(6, 17), lpv(22)],
  bodies: ['executiveBoard', 'board', 'committee', 'draftingCommittee', 'federationBoard', 'jointBoard'],
});
/** Companies: the deputy is given the opportunity first. */
export const abl6 = rule({ id: 'ABL-6', statutes: [abl(8, 20)], bodies: ['companyBoard'] });

export function substitutionRule(kind: BodyKind): typeof ers1 | typeof ers6 | typeof abl6 {
  if (isCompany(kind)) return abl6;
  return isCouncil(kind) ? ers1 : ers6;
}
