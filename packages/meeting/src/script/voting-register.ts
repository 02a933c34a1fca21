import { registerHasChanged, registerNow, represented } from '../company/voting-register.ts';
import { votingRegisterGate } from '../law/abl-9-general-meeting.ts';
import type { Meeting } from '../types.ts';
import { effect, step, words } from './step.ts';
import type { Scene, Step } from './types.ts';

/** A general meeting approves its voting register, and approves it anew when somebody has come or left (ABL 7:29). */
export function votingRegisterSteps(meeting: Meeting): readonly Step[] {
  if (!votingRegisterGate(meeting) && !registerHasChanged(meeting)) return [];
  const command = { type: 'approveVotingRegister' } as const;
  return [step('approveVotingRegister', {}, command, { effect: effect('approveVotingRegister', represents(meeting)) })];
}

/** It is laid before those present, who are asked. */
export function votingRegisterWords(meeting: Meeting): Scene['words'] {
  return [words(votingRegisterGate(meeting) ? 'votingRegister' : 'votingRegisterChanged', represents(meeting))];
}

function represents(meeting: Meeting): Readonly<Record<'count' | 'votes' | 'shares', number>> {
  const rows = registerNow(meeting);
  return { count: rows.length, ...represented(rows) };
}
