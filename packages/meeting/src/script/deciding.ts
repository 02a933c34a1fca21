import { needsDecision } from '../agenda/current.ts';
import type { ItemState } from '../agenda/types.ts';
import { currentFrame, currentLevel, currentQuestion, questionsInOrder, voteOf } from '../decisions/frames.ts';
import type { Frame, Question, VoteResult } from '../decisions/types.ts';
import type { AlternativeId } from '../ids.ts';
import { materialMissing } from '../law/abl-4-material.ts';
import { mayElectOpenly } from '../law/abl-9-general-meeting.ts';
import { personWithParty, type Phrase, phrase } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import {
  alternativeDecided,
  alternativeFound,
  alternativeName,
  alternativeNoun,
  alternativeOf,
} from './alternatives.ts';
import { nextItem } from './between.ts';
import { ballotSteps } from './closed-ballot.ts';
import { doorsSteps, ITEM_MARKS } from './debate.ts';
import { adjournStep, lossSteps } from './interruptions.ts';
import { effect, scene, step, trail, words } from './step.ts';
import type { Moment, Scene, Step } from './types.ts';

type Putting = {
  readonly meeting: Meeting;
  readonly item: ItemState;
  readonly question: Question;
  readonly frame: Frame;
  readonly level: number;
};

/** From the closed debate to the gavel: order, proposition, finding, and the votes of algorithm B if they are demanded. */
export function decidingScene(moment: Moment, item: ItemState): Scene {
  const { meeting } = moment;
  const question = currentQuestion(meeting);
  const inner =
    question === undefined
      ? orderScene(meeting, item)
      : questionScene({ meeting, item, question, frame: currentFrame(question), level: currentLevel(question) });
  const opening = doorsSteps(meeting, item).filter((s) => s.command.type === 'openDoors');
  return {
    ...inner,
    wanted: [...opening, ...inner.wanted],
    also: [
      ...inner.also,
      ...materialSteps(meeting, item),
      ...lossSteps(moment),
      adjournStep(moment, 'groupMeeting'),
      ...(question === undefined ? [] : [reopen()]),
    ],
  };
}

/** ABL 8:21: somebody has no receipt for the material (else the law refuses it); the chair goes on only with a stand that is told. */
function materialSteps(meeting: Meeting, item: ItemState): readonly Step[] {
  const names = materialMissing(meeting, item.id).map((person) => personWithParty(meeting.plan, person));
  const command = { type: 'standForMaterial', item: item.id, reason: '–' } as const;
  return [step('standForMaterial', { names }, command, { asks: ['reason'] })];
}

function reopen(): Step {
  return step('reopenDebate', {}, { type: 'reopenDebate', reason: '–' }, { asks: ['reason'] });
}

function orderScene(meeting: Meeting, item: ItemState): Scene {
  const questions = questionsInOrder(meeting.decisions, item.id);
  const approve = step('approveOrder', {}, { type: 'approveOrder' });
  const propose = step('proposeOrder', {}, { type: 'proposeOrder' });
  const marks = trail(ITEM_MARKS, 2);
  const put = step('putQuestion', {}, { type: 'putQuestion' });
  if (questions.every((q) => q.state === 'settled' || q.state === 'dropped'))
    return needsDecision(meeting, item)
      ? scene({ words: [words('debateClosed')], wanted: [propose, reopen()], formal: [put], trail: marks })
      : scene({
          words: [words('debateOver', { number: item.number })],
          wanted: [step('closeItem', {}, { type: 'closeItem' })],
          also: [propose, reopen()],
          trail: marks,
        });
  const told = questions.map((q) => questionTold(meeting, q));
  return scene({
    words: [words('order', { questions: told, count: told.length }), words('orderApproved')],
    wanted: [approve],
    also: [propose],
    formal: [put],
    trail: marks,
  });
}

/** One line of the order: "förslagen ställs mot varandra: …". */
function questionTold(meeting: Meeting, question: Question): Phrase {
  const moved = question.alternatives.filter((a) => !a.implicit);
  const names = moved.map((a) => alternativeName(meeting, question, a.id));
  return phrase(`script.question.${question.kind}`, { names, count: moved.length, clause: question.clause ?? 0 });
}

function questionScene(putting: Putting): Scene {
  const { meeting, frame, question } = putting;
  const vote = voteOf(meeting.decisions, frame);
  if (vote?.result !== undefined) return voted(putting, vote.result);
  if (isBalloted(meeting, question)) return toBeBalloted(putting);
  if (frame.put === undefined) return toBePut(putting);
  if (frame.found === undefined) return toBeFound(putting);
  if (frame.demandedBy === undefined) return toBeGavelled(putting, frame.found);
  return toBeVoted(putting, frame.found);
}

/** A vote between persons is closed, and takes all candidates at once: nothing is put against something (KL 5:54). Otherwise ABL 7:39. */
function isBalloted(meeting: Meeting, { kind, item, frames }: Question): boolean {
  const demanded = kind === 'election' && frames[0]?.demandedBy !== undefined;
  return demanded && mayElectOpenly(meeting, item, kind) !== 'open';
}

function toBeBalloted(putting: Putting): Scene {
  return scene({
    words: [words('ballotDemanded')],
    wanted: ballotSteps(putting.meeting),
    formal: [gavel(putting)],
    trail: trail(ITEM_MARKS, 3),
  });
}

function toBePut(putting: Putting): Scene {
  const { level, frame, meeting, question } = putting;
  const line =
    level === 0
      ? words('aboutToPut', { names: names(putting) })
      : words('aboutToPutRest', { names: frame.alternatives.map((id) => alternativeName(meeting, question, id)) });
  return scene({
    words: [line],
    wanted: [step(level === 0 ? 'putQuestion' : 'putRest', {}, { type: 'putQuestion' })],
    formal: [gavel(putting)],
    trail: trail(ITEM_MARKS, 2),
  });
}

/** Each proposition answerable with yes or no (KL 5:53); then the chair alone judges what was answered. */
function toBeFound(putting: Putting): Scene {
  const { meeting, question, frame, level } = putting;
  const asked = frame.alternatives.map((id) =>
    words('proposition', {
      body: { owner: meeting.plan.body.name },
      decided: alternativeDecided(meeting, question, id),
    }),
  );
  return scene({
    words: asked,
    wanted: frame.alternatives.map((id) =>
      step(
        'stateFinding',
        { finding: alternativeFound(meeting, question, id, level > 0) },
        { type: 'stateFinding', alternative: id },
      ),
    ),
    also: [step('putAgain', {}, { type: 'putQuestion' })],
    formal: [gavel(putting)],
    trail: trail(ITEM_MARKS, 2),
  });
}

/** The window in which anyone may demand a vote. */
function toBeGavelled(putting: Putting, found: AlternativeId): Scene {
  const { meeting, question, frame, level } = putting;
  const finding = alternativeFound(meeting, question, found, level > 0);
  const others = frame.alternatives.filter((id) => id !== found);
  const { leader } = meeting.agenda;
  const demand =
    leader === undefined ? [] : [step('demandVote', {}, { type: 'demandVote', person: leader }, { asks: ['person'] })];
  return scene({
    words: [words('finding', { finding })],
    wanted: [{ ...gavel(putting), values: { finding }, effect: effect(level > 0 ? 'gavelCounter' : 'gavel') }],
    also: [
      ...demand,
      step('putAgain', {}, { type: 'putQuestion' }),
      ...others.map((id) =>
        step(
          'changeFinding',
          { finding: alternativeFound(meeting, question, id, level > 0) },
          { type: 'stateFinding', alternative: id },
        ),
      ),
    ],
    formal: [step('openVote', {}, { type: 'openVote', method: 'buttons' }), ...nextSteps(meeting)],
    trail: trail(ITEM_MARKS, 2),
  });
}

function toBeVoted(putting: Putting, found: AlternativeId): Scene {
  const { meeting, question, frame } = putting;
  const opponent = frame.opponent;
  const number = {
    number: votesDone(meeting, question) + 1,
    count: votesExpected(question),
    form: question.frames.length > 1 ? 'chain' : 'single',
  };
  const spoken =
    opponent === undefined
      ? []
      : [
          ...chosenBefore(putting, opponent),
          words('votingProposition', {
            yes: alternativeNoun(meeting, question, found),
            no: alternativeNoun(meeting, question, opponent),
          }),
          words('voteOpened'),
        ];
  return scene({
    words: spoken,
    wanted: [
      step(
        'openVoteButtons',
        number,
        { type: 'openVote', method: 'buttons' },
        { effect: effect('voteButtons', { count: meeting.plan.body.seatsTotal }) },
      ),
      step('openVoteRollCall', {}, { type: 'openVote', method: 'rollCall' }),
    ],
    formal: [gavel(putting)],
    trail: trail(ITEM_MARKS, 3),
  });
}

/** The vote below has just named the counter-proposition: said before the vote above is opened. */
function chosenBefore({ meeting, question, level }: Putting, winner: AlternativeId): Scene['words'] {
  const below = question.frames[level + 1];
  if (below === undefined) return [];
  const vote = voteOf(meeting.decisions, below);
  const name = alternativeName(meeting, question, winner);
  if (vote?.result === undefined) return [words('counterChosen', { name })];
  const { yes, no, abstain } = vote.result;
  return [words('counterChosenByVote', { yes, no, abstain, name })];
}

function voted(putting: Putting, result: VoteResult): Scene {
  const { meeting, question } = putting;
  const { yes, no, abstain, outcome, settledBy } = result;
  const decided = alternativeDecided(meeting, question, outcome);
  return scene({
    words: [
      words('result', { yes, no, abstain }),
      words(`settled.${settledBy}`, { body: { organ: meeting.plan.body.name }, decided }),
    ],
    wanted: [{ ...gavel(putting), values: { finding: alternativeFound(meeting, question, outcome) } }],
    also: [step('redoVote', {}, { type: 'redoVote', reason: '–' }, { asks: ['reason'] })],
    formal: nextSteps(meeting),
    trail: trail(ITEM_MARKS, 4),
  });
}

function gavel({ meeting, question, frame }: Putting): Step {
  const command = { type: 'strikeGavel' } as const;
  return frame.found === undefined
    ? step('strikeGavel', {}, command)
    : step('gavel', { finding: alternativeFound(meeting, question, frame.found) }, command);
}

function nextSteps(meeting: Meeting): readonly Step[] {
  const next = nextItem(meeting);
  return next === undefined ? [] : [step('goToItem', { number: next.number }, { type: 'openItem', item: next.id })];
}

/** What was moved; the other side of a yes-or-no question goes without saying. */
function names({ meeting, question, frame }: Putting): readonly Phrase['values'][string][] {
  const moved = frame.alternatives.filter((id) => !alternativeOf(question, id)?.implicit);
  return moved.map((id) => alternativeName(meeting, question, id));
}

function votesDone(meeting: Meeting, question: Question): number {
  return question.frames.filter((frame) => voteOf(meeting.decisions, frame)?.result !== undefined).length;
}

function votesExpected(question: Question): number {
  return question.frames.filter((frame) => frame.demandedBy !== undefined).length;
}
