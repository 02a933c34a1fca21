import type { Choice, PersonId, Vote } from '@klubba/meeting';
import type { Outcome } from '../live/index.ts';
import type { VoteChoice } from '../ui/index.ts';

export const CHOICE_OF: Readonly<Record<VoteChoice, Choice>> = { ja: 'yes', nej: 'no', avstar: 'abstain' };
export const SHAPE_OF: Readonly<Record<Choice, VoteChoice>> = { yes: 'ja', no: 'nej', abstain: 'avstar' };

/** Where the own vote stands: what the meeting knows goes before what this page has only sent. */
export type OwnVote =
  | { readonly is: 'open' }
  | { readonly is: 'sending'; readonly choice: Choice }
  | { readonly is: 'notSaved'; readonly choice: Choice }
  | { readonly is: 'cast'; readonly choice: Choice; readonly at: number }
  /** Nothing can be pressed now; `why` is the text's name. */
  | { readonly is: 'stopped'; readonly why: 'stopped' | 'stopped.own' | 'waitTurn' | 'tied' };

type OwnPress = {
  readonly sending: boolean;
  readonly pressed: Choice | undefined;
  readonly outcome: Outcome | undefined;
};

export function ownVoteState(vote: Vote, me: PersonId, { sending, pressed, outcome }: OwnPress): OwnVote {
  const own = vote.cast[me];
  if (sending && pressed !== undefined && own?.choice !== pressed) return { is: 'sending', choice: pressed };
  if (own?.choice !== undefined) return { is: 'cast', choice: own.choice, at: own.at };
  if (vote.state === 'frozen') return { is: 'stopped', why: vote.frozenBy?.includes(me) ? 'stopped.own' : 'stopped' };
  if (vote.state === 'tied') return { is: 'stopped', why: 'tied' };
  if (vote.method === 'rollCall' && vote.called !== me) return { is: 'stopped', why: 'waitTurn' };
  if (pressed !== undefined && outcome !== undefined && outcome.kind !== 'done')
    return { is: 'notSaved', choice: pressed };
  return { is: 'open' };
}
