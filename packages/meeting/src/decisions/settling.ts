import type { AlternativeId, ItemId, PersonId } from '../ids.ts';
import type { Meeting, MeetingEvent } from '../types.ts';
import { questionsInOrder } from './frames.ts';
import type { Alternative, Question, QuestionKind, SettledBy } from './types.ts';

/** All that follows from the gavel: the question's outcome, what falls with it, who is elected, and whether the item is decided. */
export function settle(
  meeting: Meeting,
  question: Question,
  outcome: AlternativeId,
  by: SettledBy,
): readonly MeetingEvent[] {
  const alternative = question.alternatives.find((a) => a.id === outcome);
  if (!alternative) throw new Error(`Outcome ${outcome} is no alternative of ${question.id}`);
  const waiting = waitingAfter(meeting, question);
  const fallen = waiting.filter((q) => falls(q.kind, question, alternative, meeting));
  return [
    { type: 'QuestionSettled', question: question.id, outcome, by },
    ...fallen.map((q): MeetingEvent => ({ type: 'QuestionDropped', question: q.id })),
    ...overruled(alternative),
    ...elected(meeting, question, alternative),
    ...(fallen.length === waiting.length ? decided(meeting, question, alternative) : []),
  ];
}

function waitingAfter(meeting: Meeting, question: Question): readonly Question[] {
  return questionsInOrder(meeting.decisions, question.item).filter((q) => q.state === 'waiting');
}

const MATTER: readonly QuestionKind[] = ['main', 'clause', 'addition', 'election', 'quorumFreeFormal'];

/** Does a waiting question of `kind` fall when `question` is settled so? */
function falls(kind: QuestionKind, question: Question, outcome: Alternative, meeting: Meeting): boolean {
  switch (question.kind) {
    case 'overruleRefusal':
      return outcome.kind === 'admit';
    case 'admission':
      return outcome.kind === 'refuse';
    case 'tabling':
      return outcome.kind === 'table';
    case 'referralBack':
      return MATTER.includes(kind) && referred(meeting, question, outcome);
    case 'main':
      return (
        (kind === 'addition' && outcome.kind === 'rejection') || (kind === 'clause' && !isTabled(meeting, outcome))
      );
    default:
      return false;
  }
}

/** Every referral is put with its own reason (ORD-4), so the matter falls if any of them passed. */
function referred(meeting: Meeting, question: Question, outcome: Alternative): boolean {
  return outcome.kind === 'referBack' || isReferred(meeting, question.item);
}

/** Has a referral back of the item been carried already? */
export function isReferred(meeting: Pick<Meeting, 'decisions'>, item: ItemId): boolean {
  return Object.values(meeting.decisions.questions).some(
    (q) => q.item === item && q.alternatives.some((a) => a.id === q.outcome && a.kind === 'referBack'),
  );
}

/** Clause by clause concerns the proposal on the table only. */
function isTabled(meeting: Meeting, outcome: Alternative): boolean {
  const proposal = outcome.proposal ? meeting.proposals.byId[outcome.proposal] : undefined;
  return proposal !== undefined && proposal.mover === undefined;
}

function overruled(outcome: Alternative): readonly MeetingEvent[] {
  if (outcome.kind !== 'admit' || !outcome.proposal) return [];
  return [{ type: 'ProposalRefusalOverruled', proposal: outcome.proposal }];
}

function elected(meeting: Meeting, question: Question, outcome: Alternative): readonly MeetingEvent[] {
  if (question.kind !== 'election') return [];
  const persons = candidatesOf(meeting, question.item, outcome);
  return persons.length > 0 ? [{ type: 'PersonsElected', item: question.item, persons, by: 'acclamation' }] : [];
}

/** Of one proposal, or of all nominations when they fit together in the places. */
function candidatesOf(meeting: Meeting, item: ItemId, outcome: Alternative): readonly PersonId[] {
  if (outcome.proposal) return meeting.proposals.byId[outcome.proposal]?.candidates ?? [];
  if (outcome.kind !== 'adopt') return [];
  const nominations = Object.values(meeting.proposals.byId).filter(
    (p) => p.item === item && p.kind === 'nomination' && p.state === 'onTable',
  );
  return [...new Set(nominations.flatMap((p) => p.candidates ?? []))];
}

/**
 * Nothing more waits. A refusal overruled or an interpellation admitted leaves the matter itself still to be taken up, and so does
 * the answer that it is to be decided today where nothing has been moved in the matter.
 */
function decided(meeting: Meeting, question: Question, outcome: Alternative): readonly MeetingEvent[] {
  if (outcome.kind === 'admit') return [];
  const { item } = question;
  if (outcome.kind === 'table') return [{ type: 'ItemDecided', item, outcome: 'tabled' }];
  if (referred(meeting, question, outcome)) return [{ type: 'ItemDecided', item, outcome: 'referredBack' }];
  return BEFORE_THE_MATTER.includes(question.kind) ? [] : [{ type: 'ItemDecided', item, outcome: 'decided' }];
}

/** Formal questions come before the matter in every order: where one of them is the last, no matter was put. */
const BEFORE_THE_MATTER: readonly QuestionKind[] = ['overruleRefusal', 'tabling', 'referralBack'];
