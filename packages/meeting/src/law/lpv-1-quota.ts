import type { ProportionalRequest } from '../proportional/standing.ts';
import { lpv, type Refusal, rule } from './rule.ts';

/** An election is proportional if at least those present divided by the places plus one ask for it, rounded up when broken; who abstains is present. */
export const lpv1 = rule({ id: 'LPV-1', statutes: [lpv(1), lpv(2)], bodies: 'all' });

export function askedByEnough({ asking, quota, enough }: ProportionalRequest): Refusal | null {
  return enough ? null : { rule: lpv1.id, detail: { why: 'few', asking: asking.length, quota } };
}
