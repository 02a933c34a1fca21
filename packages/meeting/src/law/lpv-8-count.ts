import type { ProportionalElection, SlipCount } from '../proportional/types.ts';
import { lpv, type Refusal, rule } from './rule.ts';

/** Slips with the same label and the same names in the same order are a group; places go one at a time to the highest number of comparison. Every slip is counted, once. */
export const lpv8 = rule({
  id: 'LPV-8',
  statutes: [lpv(14), lpv(16), lpv(17), lpv(18), lpv(19), lpv(20)],
  bodies: 'all',
});

export function slipsIn({ groups, invalid }: SlipCount): number {
  const invalids = Object.values(invalid).reduce((sum, n) => sum + n, 0);
  return groups.reduce((sum, g) => sum + g.votes, invalids);
}

export function everySlipCounted({ voted }: Pick<ProportionalElection, 'voted'>, count: SlipCount): Refusal | null {
  const counted = slipsIn(count);
  const cast = voted.length;
  return counted === cast ? null : { rule: lpv8.id, detail: { why: 'sum', counted, cast } };
}

export function sameCount(a: SlipCount | undefined, b: SlipCount): boolean {
  return a !== undefined && alike(a) === alike(b);
}

function alike({ groups, invalid }: SlipCount): string {
  const reasons = Object.entries(invalid).filter(([, n]) => n > 0);
  return JSON.stringify([
    groups.map((g) => [g.label, g.names, g.votes]),
    reasons.toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
