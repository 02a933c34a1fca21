import type { Refusal } from './rule.ts';

/** The first of several conditions that is not met. */
export function inTheWay(...conditions: readonly (Refusal | null | false | undefined)[]): Refusal | null {
  for (const refusal of conditions) if (refusal) return refusal;
  return null;
}
