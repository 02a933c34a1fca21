import { kl, rule } from './rule.ts';

/** A serving substitute has a member's rights; one not serving may be present, and speaks where the council has decided so (YTT-1 asks). */
export const ers7 = rule({ id: 'ERS-7', statutes: [kl(4, 22), kl(6, 17)], bodies: 'all' });
