import type { PersonId } from '../ids.ts';
import type { Duty } from '../plan.ts';
import { inConflict, isElected, isPresent, servingSeatOf } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { kl, order, type Refusal, rule } from './rule.ts';

/** Serving members debate; others where the law or the body's own order gives them the word. */
export const ytt1 = rule({
  id: 'YTT-1',
  statutes: [kl(4, 22), kl(5, 32), kl(5, 39), kl(5, 40), kl(6, 17), order],
  bodies: 'all',
});

/** Commissioners speak of right (5:39); auditors on their own reports and the rest when the leader gives them the floor. */
const GIVEN_THE_FLOOR: readonly Duty[] = [
  'official',
  'presenter',
  'auditor',
  'external',
  'secretary',
  'assistant',
  'technician',
];

/** May this person ask for the floor, or, with `given`, be given it by the leader? */
export function maySpeak(meeting: Meeting, person: PersonId, given = false): Refusal | null {
  const refusal: Refusal = { rule: ytt1.id };
  const { current } = meeting.agenda;
  // Let in to be heard, also behind closed doors: to speak is what the person is there for.
  if (meeting.secrecy.externals[person]?.state === 'admitted') return null;
  if (!isPresent(meeting, person) || inConflict(meeting, current).has(person)) return refusal;
  const duties = meeting.plan.duties.filter((d) => d.person === person).map((d) => d.duty);
  if (servingSeatOf(meeting, person) || meeting.agenda.leader === person || duties.includes('commissioner'))
    return null;
  const item = current ? meeting.agenda.items[current] : undefined;
  if (item?.answerer === person || item?.asker === person) return null;
  if (isElected(meeting, person) && meeting.plan.body.settings.nonServingMaySpeak.value) return null;
  return given && (duties.some((d) => GIVEN_THE_FLOOR.includes(d)) || item?.presenter === person) ? null : refusal;
}
