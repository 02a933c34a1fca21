import { kl, lpv, rule } from './rule.ts';

/** Who serves and is present when the election is opened may put one slip in the urn. */
export const lpv6 = rule({ id: 'LPV-6', statutes: [lpv(8), kl(4, 24), kl(4, 25)], bodies: 'all' });
