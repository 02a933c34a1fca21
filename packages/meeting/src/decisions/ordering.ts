import { currentItem } from '../agenda/current.ts';
import type { ItemState } from '../agenda/types.ts';
import { isCouncil } from '../body.ts';
import type { ProposalId } from '../ids.ts';
import { notYet } from '../law/bes-1-one-step-at-a-time.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { mtgNothingMoved, mtgOrderBegun, mtgOrderComplete } from '../law/mtg-decisions.ts';
import { reasonsApart } from '../law/ord-4-reasons-apart.ts';
import type { Refusal } from '../law/rule.ts';
import { ok, type Result, refused } from '../result.ts';
import { decisionGate, leaderConflictGate, sessionGate } from '../selectors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { chosenOrder, defaultOrder, mustBePut, undecided } from './order.ts';
import type { DecisionsCommand, QuestionDraft, QuestionKind } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;
type ProposeOrder = Extract<DecisionsCommand, { type: 'proposeOrder' }>;

export function proposeOrder(meeting: Meeting, command: ProposeOrder, { id }: Context): Decided {
  const item = currentItem(meeting);
  if (!item) return refused(notYet('debateClosed'));
  const enBlocAdditions = command.enBlocAdditions === true;
  const questions = command.questions
    ? chosenOrder(meeting, item.id, command)
    : defaultOrder(meeting, item.id, enBlocAdditions, id);
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
  const questions = order.questions.map((id) => meeting.decisions.questions[id]).filter((q) => q !== undefined);
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
  const questions = meeting.decisions.orders[item.id]?.questions.map((id) => meeting.decisions.questions[id]) ?? [];
  const open = questions.some((q) => q?.state === 'waiting' || q?.state === 'current');
  return open && questions.some((q) => q?.frames[0]?.put !== undefined);
}

const FORMAL: readonly QuestionKind[] = ['overruleRefusal', 'tabling', 'referralBack', 'admission'];

function wellFormed(meeting: Meeting, item: ItemState, questions: readonly QuestionDraft[]): Refusal | null {
  const unfit: Refusal = { rule: mtgOrderComplete.id, detail: { missing: 0 } };
  const ids = questions.map((q) => q.id);
  const known =
    ids.some((id) => meeting.decisions.questions[id]?.frames[0]?.put !== undefined) || new Set(ids).size < ids.length;
  const answerable = questions.every(
    (q) => q.alternatives.length > 1 && new Set(q.alternatives.map((a) => a.id)).size === q.alternatives.length,
  );
  const firstOfMatter = questions.findIndex((q) => !FORMAL.includes(q.kind));
  const formalFirst = firstOfMatter === -1 || questions.slice(firstOfMatter).every((q) => !FORMAL.includes(q.kind));
  return known || !answerable || !formalFirst || !onlyKnownProposals(meeting, item, questions) ? unfit : null;
}

function onlyKnownProposals(meeting: Meeting, item: ItemState, questions: readonly QuestionDraft[]): boolean {
  return questions.every((q) =>
    q.alternatives.every((a) => {
      const proposal = a.proposal ? meeting.proposals.byId[a.proposal] : undefined;
      if (a.proposal === undefined) return true;
      if (proposal?.item !== item.id) return false;
      return q.kind === 'overruleRefusal'
        ? isCouncil(meeting.plan.body.kind) && proposal.refusal?.ground === 'unlawful'
        : proposal.state === 'onTable';
    }),
  );
}

function isRejection(meeting: Meeting, proposal: ProposalId | undefined): boolean {
  return proposal !== undefined && meeting.proposals.byId[proposal]?.kind === 'rejection';
}

/** Every proposal gets its answer; one that may be answered together with others need not be named. */
function complete(
  meeting: Meeting,
  item: ItemState,
  questions: readonly QuestionDraft[],
  enBlocAdditions: boolean,
): Refusal | null {
  const named = new Set(questions.flatMap((q) => q.alternatives.map((a) => a.proposal)));
  const together = questions.some(
    (q) => q.kind === 'election' && q.alternatives.some((a) => a.kind === 'adopt' && !a.proposal),
  );
  const missing = mustBePut(meeting, item.id).filter((id) => {
    const kind = meeting.proposals.byId[id]?.kind;
    return (
      !named.has(id) &&
      !(enBlocAdditions && kind === 'addition') &&
      !(together && kind === 'nomination') &&
      kind !== 'tabling'
    );
  });
  const rejected = questions.some((q) =>
    q.alternatives.some((a) => a.kind === 'rejection' || isRejection(meeting, a.proposal)),
  );
  const rejectionLeft =
    !rejected && undecided(meeting, item.id).some((p) => p.kind === 'rejection' && p.state === 'onTable');
  const tablingLeft =
    mustBePut(meeting, item.id).some((id) => meeting.proposals.byId[id]?.kind === 'tabling') &&
    !questions.some((q) => q.kind === 'tabling');
  const count = missing.length + (tablingLeft ? 1 : 0) + (rejectionLeft ? 1 : 0);
  return count > 0 ? { rule: mtgOrderComplete.id, detail: { missing: count } } : null;
}
