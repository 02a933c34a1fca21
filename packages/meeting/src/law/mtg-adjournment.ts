import { kl, order, rule } from './rule.ts';

/** Not adjourned, so nothing to prolong or recall; or adjourned already. */
export const mtgAdjourned = rule({ id: 'MTG-ADJOURNED', statutes: [kl(5, 43), order], bodies: 'all' });
/** Everyone who serves is in place or noted absent before the meeting goes on (ADJ-03). */
export const mtgCheck = rule({ id: 'MTG-CHECK', statutes: [kl(5, 16), order], bodies: 'all' });
