import type { ItemState } from '../agenda/types.ts';
import type { Duty } from '../plan.ts';
import { personWithParty, plainName } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import { adjournStep } from './interruptions.ts';
import { effect, scene, step, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';

const PRESIDIUM: readonly Duty[] = ['chair', 'viceChair', 'secondViceChair'];

/** The one who leads is in conflict in the item: the chair goes to the next of the presidium. */
export function conflictScene(moment: Moment, item: ItemState): Scene {
  const { meeting } = moment;
  const steps = handOverSteps(meeting);
  const [first] = steps;
  const to = first?.command.type === 'handOverChair' ? plainName(meeting.plan, first.command.to) : '';
  return scene({
    words: [words('leaderInConflict', { number: item.number, name: to })],
    wanted: steps,
    also: [adjournStep(moment, 'other')],
    formal: [step('beginDebate', {}, { type: 'beginDebate' })],
  });
}

/** To each of the presidium in its order; whether it is lawful the law says. */
export function handOverSteps(meeting: Meeting): readonly Step[] {
  const holders = PRESIDIUM.flatMap((duty) => meeting.plan.duties.filter((d) => d.duty === duty).map((d) => d.person));
  return holders
    .filter((person) => person !== meeting.agenda.leader)
    .map((to) => {
      const name = personWithParty(meeting.plan, to);
      return step(
        'handOverChair',
        { name },
        { type: 'handOverChair', to },
        { effect: effect('handOverChair', { name }) },
      );
    });
}
