import type { Step } from '@klubba/meeting';

/** Two steps of a script are the same when they say the same. */
export function stepId(step: Step): string {
  return step.key + JSON.stringify(step.values);
}
