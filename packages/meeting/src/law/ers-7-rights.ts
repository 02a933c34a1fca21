import type { PersonId } from '../ids.ts';
import type { Meeting } from '../types.ts';
import { kl, rule } from './rule.ts';

/** A serving substitute has a member's rights; one not serving may be present, and speak where the council has decided so. */
export const ers7 = rule({ id: 'ERS-7', statutes: [kl(4, 22), kl(6, 17)], bodies: 'all' });

export function nonServingMaySpeak(meeting: Meeting, person: PersonId): boolean {
  const listed = meeting.plan.substitutes.some((list) => list.persons.includes(person));
  return listed && meeting.plan.body.settings.nonServingMaySpeak.value;
}
