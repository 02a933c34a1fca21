import { currentItem } from '../agenda/current.ts';
import type { ItemState } from '../agenda/types.ts';
import { notYet } from '../law/bes-1-one-step-at-a-time.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { mtgNothingMoved, mtgOrderBegun, mtgOrderComplete } from '../law/mtg-decisions.ts';
import { isElection } from '../law/ord-3-elections.ts';
import { reasonsApart } from '../law/ord-4-reasons-apart.ts';
import type { Refusal } from '../law/rule.ts';
import type { Proposal, ProposalKind } from '../proposals/types.ts';
import { ok, type Result, refused } from '../result.ts';
import { decisionGate, leaderConflictGate, sessionGate } from '../selectors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { isPut, questionsInOrder } from './frames.ts';
import { awaitingAnswer, chosenOrder, defaultOrder, fillNoMoreThanThePlaces, mayBeOverruled } from './order.ts';
import type { Alternative, DecisionsCommand, QuestionDraft, QuestionKind } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;
type ProposeOrder = Extract<DecisionsCommand, { type: 'proposeOrder' }>;

export function proposeOrder(meeting: Meeting, command: ProposeOrder, { id }: Context): Decided {
  const item = currentItem(meeting);
  if (!item) return refused(notYet('debateClosed'));
  const enBlocAdditions = command.enBlocAdditions === true;
  const questions = command.questions
    ? chosenOrder(meeting, item, command.questions)
    : defaultOrder(meeting, item, enBlocAdditions, id);
  const refusal = inTheWay(
    sessionGate(meeting),
    leaderConflictGate(meeting),
    !mayBeOrdered(item) && notYet('debateClosed'),
    begun(meeting, item) && { rule: mtgOrderBegun.id },
    questions.length === 0 && { rule: mtgNothingMoved.id },
    wellFormed(meeting, item, questions),
    complete(meeting, item, questions, enBlocAdditions),
    reasonsApart(questions),
  );
  return refusal ? refused(refusal) : ok([{ type: 'OrderProposed', item: item.id, questions, enBlocAdditions }]);
}

export function approveOrder(meeting: Meeting): Decided {
  const item = currentItem(meeting);
  const order = item && meeting.decisions.orders[item.id];
  if (!item || !order) return refused(decisionGate(meeting, 'question') ?? notYet('order'));
  const questions = questionsInOrder(meeting.decisions, item.id);
  const refusal = inTheWay(
    decisionGate(meeting, 'question'),
    order.approved && { rule: mtgOrderBegun.id },
    complete(meeting, item, questions, order.enBlocAdditions),
  );
  return refusal ? refused(refusal) : ok([{ type: 'OrderApproved', item: item.id }]);
}

/** After the debate; whether an interpellation or a question may be put is decided without one (5:62). */
function mayBeOrdered(item: ItemState): boolean {
  const withoutDebate = (item.kind === 'interpellation' || item.kind === 'question') && item.stage === 'presentation';
  return item.stage === 'deciding' || withoutDebate;
}

/** An order holds from its first question on, until all are settled or the debate is opened again. */
function begun(meeting: Meeting, item: ItemState): boolean {
  const questions = questionsInOrder(meeting.decisions, item.id);
  return questions.some((q) => q.state === 'current') && questions.some(isPut);
}

/** What a formal question is answered with: its majority follows from it (ORD-1), so nothing else may stand there, nor this elsewhere. */
const FORMAL: Readonly<Partial<Record<QuestionKind, readonly Alternative['kind'][]>>> = {
  overruleRefusal: ['refuse', 'admit'],
  tabling: ['decideToday', 'table'],
  referralBack: ['decideToday', 'referBack'],
  admission: ['admit', 'refuse'],
};
const FORMAL_ANSWERS = new Set(Object.values(FORMAL).flat());

function wellFormed(meeting: Meeting, item: ItemState, questions: readonly QuestionDraft[]): Refusal | null {
  const ids = questions.map((q) => q.id);
  const known = Object.values(meeting.decisions.questions).some((q) => isPut(q) && ids.includes(q.id));
  const once = new Set(ids).size === ids.length;
  const firstOfMatter = questions.findIndex((q) => !FORMAL[q.kind]);
  const formalFirst = firstOfMatter === -1 || questions.slice(firstOfMatter).every((q) => !FORMAL[q.kind]);
  const fit = questions.every((q) => answerable(q) && answersFit(item, q) && onlyKnownProposals(meeting, item, q));
  return !known && once && formalFirst && fit ? null : { rule: mtgOrderComplete.id, detail: { missing: 0 } };
}

function answerable({ alternatives }: QuestionDraft): boolean {
  return alternatives.length > 1 && new Set(alternatives.map((a) => a.id)).size === alternatives.length;
}

function answersFit(item: ItemState, { kind, alternatives }: QuestionDraft): boolean {
  const answers = FORMAL[kind];
  if (answers) return alternatives.every((a) => answers.includes(a.kind));
  return !alternatives.some((a) => FORMAL_ANSWERS.has(a.kind)) && (kind !== 'election' || isElection(item));
}

function onlyKnownProposals(meeting: Meeting, item: ItemState, { alternatives }: QuestionDraft): boolean {
  return alternatives.every((a) => {
    if (a.proposal === undefined) return true;
    const proposal = meeting.proposals.byId[a.proposal];
    if (proposal?.item !== item.id) return false;
    return a.kind === 'admit' ? mayBeOverruled(proposal) : proposal.state === 'onTable';
  });
}

/** Every proposal gets its answer; one that may be answered together with others need not be named. */
function complete(
  meeting: Meeting,
  item: ItemState,
  questions: readonly QuestionDraft[],
  enBlocAdditions: boolean,
): Refusal | null {
  const missing = unanswered(awaitingAnswer(meeting, item.id), item, questions, enBlocAdditions).length;
  return missing > 0 ? { rule: mtgOrderComplete.id, detail: { missing } } : null;
}

function unanswered(
  open: readonly Proposal[],
  item: ItemState,
  questions: readonly QuestionDraft[],
  enBlocAdditions: boolean,
): readonly Proposal[] {
  const alternatives = questions.flatMap((q) => q.alternatives);
  const named = new Set(alternatives.map((a) => a.proposal));
  const together = (kind: QuestionKind) =>
    questions.some((q) => q.kind === kind && q.alternatives.some((a) => a.kind === 'adopt' && !a.proposal));
  const answeredByKind: Readonly<Partial<Record<ProposalKind, boolean>>> = {
    tabling: questions.some((q) => q.kind === 'tabling'),
    rejection:
      alternatives.some((a) => a.kind === 'rejection') || open.some((p) => p.kind === 'rejection' && named.has(p.id)),
    addition: enBlocAdditions && together('addition'),
    nomination: together('election') && fillNoMoreThanThePlaces(item, open),
  };
  return open.filter((p) => !named.has(p.id) && !answeredByKind[p.kind]);
}
