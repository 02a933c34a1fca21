import { kl, rule, type Statute } from './rule.ts';

const classification: Statute = { act: 'OSL', chapter: 5, section: '5' };
const socialServices: Statute = { act: 'OSL', chapter: 26, section: '1' };

/** Each item is open, closed or secret, and by that is settled who sees its inside: what is said, moved, voted and handed out. */
export const sec1 = rule({ id: 'SEC-1', statutes: [kl(5, 42), kl(6, 25), classification], bodies: 'all' });
/** When a secret item begins, the public's picture ends and one at a distance is out until the room is declared secluded. */
export const sec2 = rule({ id: 'SEC-2', statutes: [kl(6, 25), socialServices], bodies: 'all' });
/** An open vote is kept by name; a closed one as figures and who has voted, and nothing that ties the two together. */
export const sec5 = rule({ id: 'SEC-5', statutes: [kl(5, 54), kl(6, 33)], bodies: 'all' });
