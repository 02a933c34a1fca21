import { currentLevel, voteOf } from '../decisions/frames.ts';
import type { Frame, Question, VoteResult } from '../decisions/types.ts';
import type { AlternativeId, Instant, QuestionId } from '../ids.ts';
import { mayElectOpenly } from '../law/abl-9-general-meeting.ts';
import type { PhraseValue } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import { alternativeName, partiesBehind } from './alternatives.ts';

export type ChainAlternative = {
  readonly id: AlternativeId;
  readonly name: PhraseValue;
  /** "M, L, KD": who stands behind it. */
  readonly parties: readonly string[];
  /** `main`: found first, set aside until the last vote. `fallen`: out, by vote or by acclamation. */
  readonly state: 'standing' | 'main' | 'fallen' | 'won';
};

export type ChainVote = {
  /** 1 = the first to be taken. */
  readonly number: number;
  readonly level: number;
  readonly kind: 'counter' | 'main';
  readonly state: 'done' | 'now' | 'coming';
  readonly yes?: AlternativeId;
  /** Absent: the winner of vote `noFrom`. */
  readonly no?: AlternativeId;
  readonly noFrom?: number;
  readonly result?: Pick<VoteResult, 'yes' | 'no' | 'abstain' | 'absent' | 'outcome' | 'settledBy'>;
  readonly at?: Instant;
};

/** The figure "Så når vi ett beslut": proposals to the left, the votes between them, the main vote last. It stands still as the votes are taken. */
export type ChainFigure = {
  readonly question: QuestionId;
  readonly alternatives: readonly ChainAlternative[];
  readonly votes: readonly ChainVote[];
};

export function chainFigure(meeting: Meeting, id: QuestionId): ChainFigure | null {
  const question = meeting.decisions.questions[id];
  if (question === undefined) return null;
  const put = question.frames[0]?.alternatives ?? [];
  return {
    question: id,
    alternatives: put.map((alternative) => ({
      id: alternative,
      name: alternativeName(meeting, question, alternative),
      parties: partiesBehind(meeting, question, alternative),
      state: stateOf(question, alternative),
    })),
    votes: votes(meeting, question),
  };
}

function stateOf(question: Question, id: AlternativeId): ChainAlternative['state'] {
  if (question.outcome !== undefined) return question.outcome === id ? 'won' : 'fallen';
  if (question.eliminated.includes(id)) return 'fallen';
  const [top] = question.frames;
  return top?.found === id && question.frames.length > 1 ? 'main' : 'standing';
}

/** Only levels where a vote was demanded have one; the deepest is taken first. */
function votes(meeting: Meeting, question: Question): readonly ChainVote[] {
  const levels = question.frames
    .map((frame, level) => ({ frame, level }))
    .filter(({ frame }) => frame.demandedBy !== undefined && isOpenlyVoted(meeting, question, frame));
  const inOrder = levels.toReversed();
  return inOrder.map(({ frame, level }, index) => chainVote(meeting, question, frame, level, index + 1));
}

/** A vote on persons is one closed ballot, and no chain (KL 5:54), unless a general meeting elects openly (ABL 7:39). */
function isOpenlyVoted(meeting: Meeting, { kind, item }: Question, frame: Frame): boolean {
  return kind !== 'election' || frame.vote !== undefined || mayElectOpenly(meeting, item, kind) === 'open';
}

function chainVote(meeting: Meeting, question: Question, frame: Frame, level: number, number: number): ChainVote {
  const vote = voteOf(meeting.decisions, frame);
  const { result } = vote ?? {};
  const state = result !== undefined ? 'done' : currentLevel(question) === level ? 'now' : 'coming';
  const figures = result && {
    yes: result.yes,
    no: result.no,
    abstain: result.abstain,
    absent: result.absent,
    outcome: result.outcome,
    settledBy: result.settledBy,
  };
  return {
    number,
    level,
    kind: level === 0 ? 'main' : 'counter',
    state,
    ...(frame.found === undefined ? {} : { yes: frame.found }),
    ...(frame.opponent === undefined ? (number > 1 ? { noFrom: number - 1 } : {}) : { no: frame.opponent }),
    ...(figures === undefined ? {} : { result: figures }),
    ...(vote?.closedAt === undefined ? {} : { at: vote.closedAt }),
  };
}
