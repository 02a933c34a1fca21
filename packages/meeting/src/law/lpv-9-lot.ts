import { lpv, rule } from './rule.ts';

/** Between groups with equally high numbers the lot is drawn, before a witness, each time that a place hangs on it. */
export const lpv9 = rule({ id: 'LPV-9', statutes: [lpv(21)], bodies: 'all' });
