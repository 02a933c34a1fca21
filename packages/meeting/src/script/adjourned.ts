import { missingFromCheck } from '../adjournment/decide.ts';
import { personWithParty, plainName } from '../phrase.ts';
import { quorum } from '../selectors.ts';
import type { Meeting } from '../types.ts';
import { breakUntil, substituteSteps } from './interruptions.ts';
import { effect, scene, step, trail, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';

const MARKS = ['adjourned', 'check', 'continues'];
/** More than these are not read out: they stand on the screens. */
const NAMED_ALOUD = 6;

export function adjournedScene({ meeting, at }: Moment): Scene {
  const until = meeting.adjournment.current?.until;
  return scene({
    words: [until === undefined ? words('adjourned') : words('adjournedUntil', { until: { at: until } })],
    wanted: [step('recall', {}, { type: 'recall' }, { effect: effect('recall') })],
    also: [
      step(
        'extendAdjournment',
        { until: { at: breakUntil(Math.max(at, until ?? at)) } },
        { type: 'extendAdjournment', until: breakUntil(Math.max(at, until ?? at)) },
        { asks: ['until'] },
      ),
      ...substituteSteps(meeting),
      step('closeMeeting', {}, { type: 'closeMeeting' }),
    ],
    formal: [step('continue', {}, { type: 'completeCheck' })],
    trail: trail(MARKS, 0),
  });
}

/** Everyone who serves is in place, or noted absent, before anything is decided again. */
export function checkScene({ meeting, at }: Moment): Scene {
  const missing = missingFromCheck(meeting);
  const { present, seats } = quorum(meeting);
  const names = missing.length > NAMED_ALOUD ? [] : missing.map((person) => plainName(meeting.plan, person));
  const line =
    missing.length === 0
      ? words('checkDone', { present, seats })
      : words('check', { at: { at }, names, named: names.length, missing: missing.length });
  return scene({
    words: [line],
    wanted: [step('continue', {}, { type: 'completeCheck' }), ...missing.map((person) => confirm(meeting, person))],
    also: [...missing.map((person) => absent(meeting, person)), ...substituteSteps(meeting)],
    trail: trail(MARKS, 1),
  });
}

function confirm(meeting: Meeting, person: Parameters<typeof plainName>[1]): Step {
  return step('confirmPresence', { name: personWithParty(meeting.plan, person) }, { type: 'confirmPresence', person });
}

function absent(meeting: Meeting, person: Parameters<typeof plainName>[1]): Step {
  const name = personWithParty(meeting.plan, person);
  const cause = meeting.attendance.present[person]?.mode === 'remote' ? 'connectionLost' : 'left';
  return step(
    'noteAbsent',
    { name },
    { type: 'noteAbsent', person, cause },
    { effect: effect('noteAbsent', { name }) },
  );
}
