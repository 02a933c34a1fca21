import type { PersonId } from '../ids.ts';
import { plainName } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import { effect, step } from './step.ts';
import type { Step } from './types.ts';

/** Who is in to be heard is thanked and shown out before the body deliberates. */
export function hearingSteps(meeting: Meeting): readonly Step[] {
  return Object.entries(meeting.secrecy.externals).flatMap(([id, { state }]) => {
    const person = id as PersonId;
    const name = plainName(meeting.plan, person);
    return state === 'admitted'
      ? [step('endExternal', { name }, { type: 'endExternal', person }, { effect: effect('endExternal', { name }) })]
      : [];
  });
}
