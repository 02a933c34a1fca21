import type { ItemState } from '../agenda/types.ts';
import { decide } from '../decide.ts';
import { leaderOf } from '../law/mtg-authority.ts';
import type { Duty } from '../plan.ts';
import type { PersonId } from '../ids.ts';
import { personWithParty, plainName } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import { adjournStep } from './interruptions.ts';
import { effect, scene, step, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';

const PRESIDIUM: readonly Duty[] = ['chair', 'viceChair', 'secondViceChair'];

/** The one who leads is in conflict in the item: the chair goes to the next who may take it. */
export function conflictScene(moment: Moment, item: ItemState): Scene {
  const { meeting } = moment;
  const [next] = candidates(meeting).filter((to) => mayTakeTheChair(meeting, to));
  const { number } = item;
  const line =
    next === undefined
      ? words('leaderInConflictAlone', { number })
      : words('leaderInConflict', { number, name: plainName(meeting.plan, next) });
  return scene({ words: [line], wanted: handOverSteps(meeting), also: [adjournStep(moment, 'other')] });
}

/** To each who could take the chair, in order; whether it is lawful the law says. */
export function handOverSteps(meeting: Meeting): readonly Step[] {
  return candidates(meeting).map((to) => {
    const name = personWithParty(meeting.plan, to);
    return step(
      'handOverChair',
      { name },
      { type: 'handOverChair', to },
      { effect: effect('handOverChair', { name }) },
    );
  });
}

/** The others of the presidium in its order; when none of them may, those who serve, in the order of the seats. */
function candidates(meeting: Meeting): readonly PersonId[] {
  const { plan, agenda, attendance } = meeting;
  const holders = PRESIDIUM.flatMap((duty) => plan.duties.filter((d) => d.duty === duty).map((d) => d.person));
  const presidium = holders.filter((person) => person !== agenda.leader);
  const serving = plan.seats.flatMap((seat) => attendance.serving[seat.id]?.person ?? []);
  return [...presidium, ...serving.filter((to) => !presidium.includes(to) && mayTakeTheChair(meeting, to))];
}

function mayTakeTheChair(meeting: Meeting, to: PersonId): boolean {
  const context = { at: meeting.plan.startsAt, actor: leaderOf(meeting) ?? 'system', id: 'script' } as const;
  return decide(meeting, { type: 'handOverChair', to }, context).ok;
}
