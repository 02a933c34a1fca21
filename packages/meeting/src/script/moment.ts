import { currentItem } from '../agenda/current.ts';
import { currentFrame, currentQuestion, openVote } from '../decisions/frames.ts';
import type { Vote } from '../decisions/types.ts';
import { sessionState } from '../law/mtg-session.ts';
import type { Meeting } from '../types.ts';

export type ShownMoment =
  | 'before'
  | 'rollCall'
  | 'between'
  | 'debate'
  | 'finding'
  | 'chain'
  | 'voting'
  | 'result'
  | 'adjourned'
  | 'check'
  | 'doorsClosed'
  | 'closed';

/** The one thing that a screen for everybody (the wall, the public page) shows now. Interruptions first, then the decision, then the debate. */
export function shownMoment(meeting: Meeting): ShownMoment {
  const { agenda, adjournment, secrecy, attendance } = meeting;
  if (agenda.phase === 'closed') return 'closed';
  if (agenda.phase !== 'open') return 'before';
  if (adjournment.current !== undefined) return 'adjourned';
  if (sessionState(meeting) === 'checking') return 'check';
  if (secrecy.closedFor !== undefined) return 'doorsClosed';
  if (attendance.rollCall.state === 'running') return 'rollCall';
  const item = currentItem(meeting);
  if (item === undefined) return 'between';
  const question = currentQuestion(meeting);
  if (openVote(meeting.decisions) !== undefined) return 'voting';
  if (question !== undefined) {
    // A counter-proposition vote is read, name by name, until the next vote is opened.
    if (lastVote(meeting)?.question === question.id) return 'result';
    if (question.frames.length > 1) return 'chain';
    if (currentFrame(question).found !== undefined) return 'finding';
  }
  if (item.stage === 'decided' && lastVote(meeting) !== undefined) return 'result';
  return 'debate';
}

/** The last closed vote of the open item, none that was annulled. One vote is open at a time: they stand in the order in which they were closed. */
export function lastVote({ agenda, decisions }: Pick<Meeting, 'agenda' | 'decisions'>): Vote | undefined {
  return Object.values(decisions.votes)
    .filter((vote) => vote.state === 'closed' && decisions.questions[vote.question]?.item === agenda.current)
    .at(-1);
}
