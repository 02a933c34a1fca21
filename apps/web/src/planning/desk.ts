import type { Duty, Meeting, PersonId } from '@klubba/meeting';

export const DESK: readonly Duty[] = ['chair', 'viceChair', 'secondViceChair', 'secretary', 'assistant'];
export const PRESIDIUM = ['chair', 'viceChair', 'secondViceChair'] as const;

/** Who has one of these duties at the meeting; undefined: nobody. */
export function holderOf({ plan }: Pick<Meeting, 'plan'>, duty: Duty): PersonId | undefined {
  return plan.duties.find((one) => one.duty === duty)?.person;
}
