import { registerHasChanged, registerNow, represented } from '../company/voting-register.ts';
import { votingRegisterGate } from '../law/abl-9-general-meeting.ts';
import type { Meeting } from '../types.ts';
import { effect, step, words } from './step.ts';
import type { Scene, Step } from './types.ts';

/** A general meeting lays its voting register before those present, and asks whether it is approved (ABL 7:29). */
export function votingRegisterSteps(meeting: Meeting): Pick<Scene, 'words' | 'wanted' | 'also'> {
  if (meeting.plan.body.kind !== 'generalMeeting') return { words: [], wanted: [], also: [] };
  const rows = registerNow(meeting);
  const values = { count: rows.length, ...represented(rows) };
  if (votingRegisterGate(meeting))
    return { words: [words('votingRegister', values)], wanted: [approve(values)], also: [] };
  return registerHasChanged(meeting)
    ? { words: [words('votingRegisterChanged', values)], wanted: [], also: [approve(values)] }
    : { words: [], wanted: [], also: [] };
}

function approve(values: Readonly<Record<string, number>>): Step {
  return step(
    'approveVotingRegister',
    {},
    { type: 'approveVotingRegister' },
    { effect: effect('approveVotingRegister', values) },
  );
}
