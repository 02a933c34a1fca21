import type { Assurance, AssuranceAct, AssuranceDemand, BodyAssuranceDemand } from '@klubba/protocol';

/** What is demanded for an act by the body or by the meeting itself; a demand without a scope is the body's. */
export function demandedBy(
  demands: readonly (AssuranceDemand | BodyAssuranceDemand)[],
  act: AssuranceAct,
  scope: 'body' | 'meeting',
): Assurance {
  const found = demands.find((one) => one.act === act && ('scope' in one ? one.scope : 'body') === scope);
  return found?.assurance ?? 'low';
}
