import { kl, order, rule } from './rule.ts';

/** A substitute who has begun to serve keeps the seat before others in the order who come later. */
export const ers2 = rule({ id: 'ERS-2', statutes: [kl(5, 18), order], bodies: 'all' });
