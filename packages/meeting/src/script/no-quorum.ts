import type { ItemState } from '../agenda/types.ts';
import { quorum } from '../selectors.ts';
import { adjournStep, breakUntil, lossSteps, substituteSteps } from './interruptions.ts';
import { effect, scene, step, trail, words } from './step.ts';
import type { Moment, Scene } from './types.ts';

/** Below the number nothing is decided, not even tabling. Adjourning comes before calling a substitute: the one who is replaced may
 * not serve again that day (KL 5:20). */
export function noQuorumScene(moment: Moment, item: ItemState): Scene {
  const { meeting, at } = moment;
  const { present, required, seats } = quorum(meeting);
  return scene({
    words: [
      words('noQuorum', { body: { organ: meeting.plan.body.name }, present, seats, until: { at: breakUntil(at) } }),
    ],
    wanted: [
      { ...adjournStep(moment, 'notQuorate'), effect: effect('adjournNoQuorum', { missing: required - present }) },
    ],
    also: [
      step('closeMeeting', {}, { type: 'closeMeeting' }, { effect: effect('carriedOver', { number: item.number }) }),
      ...substituteSteps(meeting),
      ...lossSteps(moment).filter((s) => s.command.type !== 'adjourn'),
    ],
    formal: [step('putQuestion', {}, { type: 'putQuestion' }), step('strikeGavel', {}, { type: 'strikeGavel' })],
    trail: trail(['debate', 'noQuorum', 'gavel'], 1),
  });
}
