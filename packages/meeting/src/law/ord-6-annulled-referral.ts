import { kl, rule } from './rule.ts';

/** A minority decision that was annulled has not used the minority's right up (practice). */
export const ord6 = rule({ id: 'ORD-6', statutes: [kl(5, 50)], bodies: ['council', 'federationCouncil'] });

export function usesUpTheRight(referral: { readonly annulled?: boolean }): boolean {
  return referral.annulled !== true;
}
