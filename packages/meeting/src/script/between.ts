import { noticeFaults } from '../agenda/notice.ts';
import type { ItemState } from '../agenda/types.ts';
import { phrase } from '../phrase.ts';
import { leaderInConflict } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { handOverSteps } from './conflict.ts';
import { adjournStep, lossSteps, substituteSteps } from './interruptions.ts';
import { scene, step, trail, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';
import { votingRegisterSteps, votingRegisterWords } from './voting-register.ts';

/** Between two items: the notice if it has not been looked at, the next §, or the close. */
export function betweenScene(moment: Moment): Scene {
  const { meeting } = moment;
  const next = nextItem(meeting);
  const close = step('closeMeeting', {}, { type: 'closeMeeting' });
  if (next === undefined) {
    return scene({
      words: [words('close')],
      wanted: [close],
      also: [adjournStep(moment, 'rest')],
      trail: trail(['items', 'closing'], 1),
    });
  }
  const notice = noticeSteps(meeting, next);
  const conflicted = leaderInConflict(meeting, next.id) === undefined ? [] : handOverSteps(meeting);
  const register = next.kind === 'rollCall' ? [] : votingRegisterSteps(meeting);
  const opening = step('openItem', titled(next), { type: 'openItem', item: next.id });
  const coming = words(next.kind === 'rollCall' ? 'toRollCall' : 'nextItem', titled(next));
  return scene({
    words: register.length > 0 ? votingRegisterWords(meeting) : [...notice.words, coming],
    wanted: [...register, ...notice.steps, ...conflicted, opening],
    also: [...lossSteps(moment), ...substituteSteps(meeting), adjournStep(moment, 'rest'), close],
    trail: trail(['items', 'closing'], 0),
  });
}

export function nextItem(meeting: Meeting): ItemState | undefined {
  return meeting.agenda.order.map((id) => meeting.agenda.items[id]).find((item) => item?.stage === 'waiting');
}

/** A secret title is empty where it is withheld, and the § alone is said. */
export function titled(item: ItemState): { readonly number: number; readonly title: string } {
  return { number: item.number, title: item.title };
}

/** After roll call and agenda, before the first matter: is everybody called in time? With faults the chair takes a stand, with a reason. */
function noticeSteps(
  meeting: Meeting,
  next: ItemState,
): { readonly words: Scene['words']; readonly steps: readonly Step[] } {
  if (meeting.agenda.noticeChecked || next.kind === 'rollCall') return { words: [], steps: [] };
  const faults = noticeFaults(meeting);
  const names = faults.map((fault) => phrase(`refusal.${fault.rule}`, fault.detail ?? {}));
  if (faults.length === 0)
    return {
      words: [words('noticeGood', { body: { organ: meeting.plan.body.name } })],
      steps: [step('checkNotice', {}, { type: 'checkNotice' })],
    };
  const command = { type: 'checkNotice', stand: 'proceed', reason: '–' } as const;
  return {
    words: [words('noticeFaults', { faults: names })],
    steps: [step('proceedDespiteFaults', {}, command, { asks: ['reason'] })],
  };
}
