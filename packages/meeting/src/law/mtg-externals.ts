import type { Meeting } from '../types.ts';
import { kl, type Refusal, rule } from './rule.ts';

/** Others than members and substitutes are in for the item they were called to, and then out for good (KL 6:25–26). */
export const mtgExternal = rule({ id: 'MTG-EXTERNAL', statutes: [kl(5, 43), kl(6, 25)], bodies: 'all' });

/** Nobody is there to be heard while the body deliberates or decides: who was, is shown out first (EXT-02). */
export function outsiderGate(meeting: Meeting): Refusal | null {
  const heard = Object.values(meeting.secrecy.externals).filter((one) => one.state === 'admitted').length;
  return heard === 0 ? null : { rule: mtgExternal.id, detail: { why: 'stillIn' } };
}
