import type { MeetingPlan } from '../plan.ts';
import type { SlipCount } from '../proportional/types.ts';
import { lpv, type Refusal, rule } from './rule.ts';

/** A valid slip is closed, of the right form and has a label; below it the names in order, each once. Names that cannot be elected are left out. */
export const lpv7 = rule({ id: 'LPV-7', statutes: [lpv(7), lpv(9), lpv(10), lpv(14)], bodies: 'all' });

export function validSlips({ people }: Pick<MeetingPlan, 'people'>, { groups, invalid }: SlipCount): Refusal | null {
  const known = new Set(people.map((p) => p.id));
  const keys = groups.map((g) => JSON.stringify([g.label.trim(), g.names]));
  const whole = (n: number) => Number.isInteger(n) && n >= 0;
  const fault = groups.some((g) => g.label.trim() === '')
    ? 'label'
    : groups.some((g) => new Set(g.names).size < g.names.length || g.names.some((name) => !known.has(name)))
      ? 'names'
      : new Set(keys).size < keys.length
        ? 'sameGroup'
        : groups.some((g) => !whole(g.votes) || g.votes === 0) || Object.values(invalid).some((n) => !whole(n))
          ? 'number'
          : undefined;
  return fault === undefined ? null : { rule: lpv7.id, detail: { why: fault } };
}
