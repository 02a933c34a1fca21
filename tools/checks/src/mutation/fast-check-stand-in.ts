/**
 * fast-check under Stryker: properties take part with a twentieth of their runs and always the same draws, and the first run that fails is enough.
 * A mutant that more runs or other draws would find counts as surviving.
 */
import fc from 'fast-check';

export * from 'fast-check';

const ONE_RUN_IN = 20;
const SEED = 2026;

/** fast-check's `assert`, cheap enough to be asked about every mutant. */
export function assert<Drawn>(property: fc.IProperty<Drawn>, parameters: fc.Parameters<Drawn> = {}): void {
  const { numRuns = ONE_RUN_IN } = parameters;
  fc.assert(property, { ...parameters, seed: SEED, numRuns: Math.ceil(numRuns / ONE_RUN_IN), endOnFailure: true });
}

export default { ...fc, assert };
