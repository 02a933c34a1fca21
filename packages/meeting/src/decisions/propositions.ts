import { currentItem } from '../agenda/current.ts';
import type { AlternativeId, ItemId, PersonId } from '../ids.ts';
import { notYet } from '../law/bes-1-one-step-at-a-time.ts';
import { mayDemand } from '../law/bes-2-one-demand.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { kal4, preparation } from '../law/kal-4-preparation.ts';
import { materialGate } from '../law/abl-4-material.ts';
import { extraElectionGate } from '../law/ord-3-elections.ts';
import { lpv1 } from '../law/lpv-1-quota.ts';
import { proportionalRequest } from '../proportional/standing.ts';
import type { Refusal } from '../law/rule.ts';
import { ok, type Result, refused } from '../result.ts';
import { decisionGate, quorum, sessionGate } from '../selectors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { currentFrame, currentLevel, currentQuestion, openVote, voteOf } from './frames.ts';
import { settle } from './settling.ts';
import type { Question, QuestionKind, Vote } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;

/** Also again, when the answer was unclear. */
export function putQuestion(meeting: Meeting): Decided {
  const question = currentQuestion(meeting);
  if (!question) return refused(decisionGate(meeting, 'question') ?? notYet(hasOrder(meeting) ? 'approval' : 'order'));
  const refusal = inTheWay(
    decisionGate(meeting, 'question'),
    beforeDemand(meeting, question),
    unprepared(meeting, question.kind),
    MATTER.includes(question.kind) && materialGate(meeting, question.item),
    question.kind === 'main' && extraElectionGate(meeting.agenda.items[question.item]),
  );
  if (refusal) return refused(refusal);
  const { present, required } = quorum(meeting);
  return ok([{ type: 'QuestionPut', question: question.id, level: currentLevel(question), present, required }]);
}

/** The chair hears and judges; the finding may be revised until a vote is demanded or the gavel falls. */
export function stateFinding(meeting: Meeting, alternative: AlternativeId): Decided {
  const question = currentQuestion(meeting);
  if (!question) return refused(decisionGate(meeting, 'question') ?? notYet('question'));
  const frame = currentFrame(question);
  const refusal = inTheWay(
    decisionGate(meeting, 'question'),
    beforeDemand(meeting, question),
    frame.put === undefined && notYet('put'),
    !frame.alternatives.includes(alternative) && notYet('alternative'),
  );
  return refusal
    ? refused(refusal)
    : ok([{ type: 'FindingStated', question: question.id, level: currentLevel(question), alternative }]);
}

/** A right of each one present, so it asks for no more than that. Two who ask at once are one demand: the second changes nothing. */
export function demandVote(meeting: Meeting, person: PersonId, { actor }: Context): Decided {
  const question = currentQuestion(meeting);
  if (!question) return refused(notYet('finding'));
  const frame = currentFrame(question);
  const alreadyMet = frame.demandedBy !== undefined || (frame.put === undefined && currentLevel(question) > 0);
  const refusal = inTheWay(
    sessionGate(meeting),
    mayDemand(meeting, person),
    !alreadyMet && frame.found === undefined && notYet('finding'),
  );
  if (refusal) return refused(refusal);
  if (alreadyMet) return ok([]);
  const entered = actor !== 'system' && actor !== person ? { enteredBy: actor } : {};
  return ok([{ type: 'VoteDemanded', question: question.id, level: currentLevel(question), person, ...entered }]);
}

/** Confirms what was found or voted. On the first level that settles the question, below it chooses the counter-proposition. */
export function strikeGavel(meeting: Meeting): Decided {
  const question = currentQuestion(meeting);
  if (!question) return refused(decisionGate(meeting, 'gavel') ?? notYet('question'));
  const frame = currentFrame(question);
  const level = currentLevel(question);
  const vote = voteOf(meeting.decisions, frame);
  const refusal = inTheWay(decisionGate(meeting, 'gavel'), unripe(meeting, question, vote));
  if (refusal || !frame.found) return refused(refusal ?? notYet('finding'));
  if (level > 0)
    return ok([
      { type: 'CounterPropositionChosen', question: question.id, level, alternative: frame.found, by: 'acclamation' },
    ]);
  const result = vote?.result;
  return ok(settle(meeting, question, result?.outcome ?? frame.found, result?.settledBy ?? 'acclamation'));
}

/** Why the gavel may not fall yet. */
function unripe(meeting: Meeting, question: Question, vote: Vote | undefined): Refusal | null {
  const frame = currentFrame(question);
  if (question.kind === 'election' && proportionalRequest(meeting, question.item).enough)
    return proportionalFirst(meeting, question.item);
  if (frame.found === undefined) return notYet(frame.put === undefined ? 'put' : 'finding');
  if (frame.demandedBy === undefined) return null;
  if (!vote?.result) return notYet(vote ? 'voteClosed' : 'vote');
  return unanimityMissing(meeting, question.kind, vote);
}

/** LPV 1 §: asked for by enough, the election is made so and not by acclamation. */
function proportionalFirst(meeting: Meeting, item: ItemId): Refusal {
  const { asking, quota } = proportionalRequest(meeting, item);
  return { rule: lpv1.id, detail: { why: 'first', asking: asking.length, quota } };
}

function beforeDemand(meeting: Meeting, question: Question): Refusal | null {
  if (openVote(meeting.decisions)) return notYet('voteClosed');
  return currentFrame(question).demandedBy !== undefined ? notYet('vote') : null;
}

function hasOrder(meeting: Meeting): boolean {
  const item = meeting.agenda.current;
  return item !== undefined && meeting.decisions.orders[item]?.approved === false;
}

const MATTER: readonly QuestionKind[] = ['main', 'clause', 'addition'];

/** KAL-4: what nobody has prepared is tabled or referred, not decided. */
function unprepared(meeting: Meeting, kind: QuestionKind): Refusal | null {
  const item = currentItem(meeting);
  const missing = item && MATTER.includes(kind) && preparation(meeting.plan, item) === 'missing';
  return missing ? { rule: kal4.id, detail: { number: item.number } } : null;
}

/** 5:33: urgent and unprepared, everyone present must agree on the decision itself. */
function unanimityMissing(meeting: Meeting, kind: QuestionKind, vote: Vote): Refusal | null {
  const item = currentItem(meeting);
  if (!item || !vote.result || !MATTER.includes(kind) || preparation(meeting.plan, item) !== 'unanimous') return null;
  const { yes, no, present } = vote.result;
  return Math.max(yes, no) === present ? null : { rule: kal4.id, detail: { number: item.number } };
}
