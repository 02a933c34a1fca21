import type { Body } from '../body.ts';
import { abl, kl, rule } from './rule.ts';

/** More than half of the full number must be present for every item; vacancies are not deducted. */
export const nar1 = rule({ id: 'NAR-1', statutes: [kl(5, 45), kl(6, 27)], bodies: 'all' });
/** More than half of the board, or the higher number of the articles (ABL 8:21). */
export const abl1 = rule({ id: 'ABL-1', statutes: [abl(8, 21)], bodies: ['companyBoard'] });

/** How many must be present. */
export function requiredPresent(body: Body): number {
  // ABL 7 asks for no number: whoever has come to a general meeting decides, by votes.
  if (body.kind === 'generalMeeting') return 1;
  const moreThanHalf = Math.floor(body.seatsTotal / 2) + 1;
  return Math.max(moreThanHalf, body.settings.quorumNumber.value ?? 0);
}
