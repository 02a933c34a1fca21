import type { AssuranceAct, AssuranceDemand, BodyAssuranceDemand } from '@klubba/protocol';

/** How sure a login is, the weakest first. */
export const LEVELS = ['low', 'substantial', 'high'] as const;
export type Level = (typeof LEVELS)[number];

export function atLeast(level: Level, floor: Level): boolean {
  return LEVELS.indexOf(level) >= LEVELS.indexOf(floor);
}

/** What is demanded for an act by the body or by the meeting itself; a demand without a scope is the body's. */
export function demandedBy(
  demands: readonly (AssuranceDemand | BodyAssuranceDemand)[],
  act: AssuranceAct,
  scope: 'body' | 'meeting',
): Level {
  const found = demands.find((one) => one.act === act && ('scope' in one ? one.scope : 'body') === scope);
  return found?.assurance ?? 'low';
}
