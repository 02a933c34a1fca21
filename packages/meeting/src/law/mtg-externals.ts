import { kl, rule } from './rule.ts';

/** Others than members and substitutes are in for the item they were called to, and then out for good (KL 6:25–26). */
export const mtgExternal = rule({ id: 'MTG-EXTERNAL', statutes: [kl(5, 43), kl(6, 25)], bodies: 'all' });
