import { type BodyKind, isCouncil } from '../body.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** The council's chair must refuse what raises new business and may refuse what would be unlawful; the council may overrule the latter. */
export const bes7 = rule({ id: 'BES-7', statutes: [kl(5, 57)], bodies: ['council', 'federationCouncil'] });

/** Boards have no such rule (6:33 does not refer to 5:57): there any member may raise business (4:20). */
export function mayRefuseProposals(kind: BodyKind): Refusal | null {
  return isCouncil(kind) ? null : { rule: bes7.id };
}
