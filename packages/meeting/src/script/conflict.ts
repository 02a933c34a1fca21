import type { ItemState } from '../agenda/types.ts';
import { decide } from '../decide.ts';
import { leaderOf } from '../law/mtg-authority.ts';
import type { Duty } from '../plan.ts';
import { personWithParty, plainName } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import { adjournStep } from './interruptions.ts';
import { effect, scene, step, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';

const PRESIDIUM: readonly Duty[] = ['chair', 'viceChair', 'secondViceChair'];

/** The one who leads is in conflict in the item: the chair goes to the next of the presidium who may take it. */
export function conflictScene({ meeting, at }: Moment, item: ItemState): Scene {
  const steps = handOverSteps(meeting);
  const actor = leaderOf(meeting) ?? 'system';
  const next = steps.find(({ command }) => decide(meeting, command, { at, actor, id: 'script' }).ok);
  const to = next?.command.type === 'handOverChair' ? plainName(meeting.plan, next.command.to) : undefined;
  const { number } = item;
  return scene({
    words: [
      to === undefined ? words('leaderInConflictAlone', { number }) : words('leaderInConflict', { number, name: to }),
    ],
    wanted: steps,
    also: [adjournStep({ meeting, at }, 'other')],
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
