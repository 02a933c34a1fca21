import type { ItemState } from '../agenda/types.ts';
import { isCompany } from '../body.ts';
import type { AlternativeId, ItemId, QuestionId } from '../ids.ts';
import { majorityFor } from '../law/bes-4-majority.ts';
import type { ItemKind } from '../plan.ts';
import type { Proposal } from '../proposals/types.ts';
import type { Meeting } from '../types.ts';
import type { Alternative, QuestionDraft, QuestionKind } from './types.ts';

type Draft = {
  readonly kind: QuestionKind;
  readonly clause?: number;
  readonly alternatives: readonly Omit<Alternative, 'id'>[];
};

const PERSON_KINDS: readonly ItemKind[] = ['election', 'adjusters'];
const ADJUSTERS = 2;
const ADMITTED_KINDS: readonly ItemKind[] = ['interpellation', 'question'];

/**
 * The lawful default order of propositions (algorithm A): the chair's refusals that may be overruled, tabling, each referral back with its
 * own reason, then the matter itself, clause by clause where proposals differ so, and the additions last. `id` makes the questions' ids.
 */
export function defaultOrder(
  meeting: Meeting,
  item: ItemState,
  enBlocAdditions: boolean,
  id: string,
): readonly QuestionDraft[] {
  const open = undecided(meeting, item.id);
  const onTable = open.filter((p) => p.state === 'onTable');
  const kinds = (kind: Proposal['kind']) => onTable.filter((p) => p.kind === kind);
  const drafts: Draft[] = [
    ...overruling(open),
    ...kinds('tabling').slice(0, 1).map(tabling),
    ...kinds('referralBack').map(referral),
    ...admission(meeting, item),
    ...matter(meeting, item, onTable),
    ...additions(kinds('addition'), enBlocAdditions),
  ];
  return drafts.map((draft, index) => numbered(meeting, item, draft, `${id}-${index + 1}`));
}

/** The chair's own order, with the majority that the law asks for: the chair chooses what is put and when, never what it takes. */
export function chosenOrder(
  meeting: Meeting,
  item: ItemState,
  questions: readonly QuestionDraft[],
): readonly QuestionDraft[] {
  return questions.map((draft) => ({ ...draft, threshold: majorityFor(meeting, item, draft) }));
}

/** Proposals of the item that still await their answer: on the table and in no settled question, or refused as unlawful and not yet tried. */
export function undecided(meeting: Pick<Meeting, 'proposals' | 'decisions'>, item: ItemId): readonly Proposal[] {
  const answered = new Set(
    Object.values(meeting.decisions.questions)
      .filter((q) => q.state === 'settled')
      .flatMap((q) => q.alternatives.map((a) => a.proposal)),
  );
  return meeting.proposals.order
    .map((id) => meeting.proposals.byId[id])
    .filter((p): p is Proposal => p !== undefined && p.item === item && p.state !== 'withdrawn')
    .filter((p) => p.refusal?.overruled === true || !answered.has(p.id));
}

/** Proposals that the order must answer. Support for another's proposal is answered with it. */
export function awaitingAnswer(meeting: Pick<Meeting, 'proposals' | 'decisions'>, item: ItemId): readonly Proposal[] {
  return undecided(meeting, item).filter((p) => p.state === 'onTable' && !isSupport(p));
}

/** Those of them that need a question of their own: the matter's answer is a rejection's answer too. */
export function mustBePut(meeting: Pick<Meeting, 'proposals' | 'decisions'>, item: ItemId): readonly Proposal[] {
  return awaitingAnswer(meeting, item).filter((p) => p.kind !== 'rejection');
}

function isSupport(proposal: Proposal): boolean {
  return proposal.kind === 'approval' && proposal.of !== undefined;
}

/** Refused as unlawful, and the council has not said otherwise. */
export function mayBeOverruled({ state, refusal }: Proposal): boolean {
  return refusal?.ground === 'unlawful' && state === 'refused';
}

/** 5:57 second paragraph: the council may decide that an unlawful proposal is put all the same. Nowhere else is a proposal refused (BES-7). */
function overruling(open: readonly Proposal[]): readonly Draft[] {
  return open.filter(mayBeOverruled).map((p) => ({
    kind: 'overruleRefusal',
    alternatives: [
      { kind: 'refuse', implicit: true },
      { kind: 'admit', proposal: p.id },
    ],
  }));
}

/** One question, however many have moved it. */
function tabling(moved: Proposal): Draft {
  return { kind: 'tabling', alternatives: [{ kind: 'decideToday', implicit: true }, of('table', moved)] };
}

function referral(moved: Proposal): Draft {
  return { kind: 'referralBack', alternatives: [{ kind: 'decideToday', implicit: true }, of('referBack', moved)] };
}

/** 5:62, 5:64: whether an interpellation or question may be put at all. */
function admission(meeting: Meeting, item: ItemState): readonly Draft[] {
  if (!ADMITTED_KINDS.includes(item.kind) || item.debated) return [];
  const tried = Object.values(meeting.decisions.questions).some(
    (q) => q.item === item.id && q.kind === 'admission' && q.state === 'settled',
  );
  return tried ? [] : [{ kind: 'admission', alternatives: [{ kind: 'admit' }, { kind: 'refuse', implicit: true }] }];
}

function matter(meeting: Meeting, item: ItemState, onTable: readonly Proposal[]): readonly Draft[] {
  const main = onTable.filter((p) => ['approval', 'amendment', 'nomination'].includes(p.kind) && !isSupport(p));
  const rejection = onTable.find((p) => p.kind === 'rejection');
  const whole = main.filter((p) => p.clause === undefined);
  if (main.length === 0) return rejection ? [yesOrNo('main', of('rejection', rejection))] : [];
  const kind = PERSON_KINDS.includes(item.kind) ? 'election' : 'main';
  const together = fitTogether(item, whole);
  const moved = together ? [{ kind: 'adopt' as const }] : whole.map((p) => of('proposal', p));
  const alternatives = [...moved, ...(rejection ? [of('rejection', rejection)] : [])];
  const [only] = alternatives;
  const question: Draft =
    alternatives.length === 1 && only
      ? yesOrNo(kind, only)
      : { kind, alternatives: withFallback(meeting, item, alternatives) };
  const clauses = clauseQuestions(meeting, item, main, whole[0]);
  const rest = alternatives.length > 0 && (item.tabled?.clauses?.length ?? 0) > clauses.length;
  if (whole.length > 1 || rejection || clauses.length === 0) return [question, ...clauses];
  return rest ? [...clauses, question] : clauses;
}

/** Nominations that fill no more than the places are answered in one question. */
function fitTogether(item: ItemState, whole: readonly Proposal[]): boolean {
  return whole.length > 1 && whole.every((p) => p.kind === 'nomination') && fillNoMoreThanThePlaces(item, whole);
}

export function fillNoMoreThanThePlaces(
  item: ItemState,
  nominations: readonly Pick<Proposal, 'candidates'>[],
): boolean {
  const candidates = new Set(nominations.flatMap((p) => p.candidates ?? []));
  return candidates.size <= (item.election?.places ?? ADJUSTERS);
}

/** att-sats by att-sats, each with the proposals that differ in it. */
function clauseQuestions(
  meeting: Meeting,
  item: ItemState,
  main: readonly Proposal[],
  tabled: Proposal | undefined,
): readonly Draft[] {
  const numbers = [...new Set(main.flatMap((p) => p.clause ?? []))].toSorted((a, b) => a - b);
  return numbers.map((clause) => {
    const differing = main.filter((p) => p.clause === clause).map((p) => of('proposal', p));
    const all = tabled ? [of('proposal', tabled), ...differing] : differing;
    const [only] = all;
    return {
      ...(all.length === 1 && only
        ? yesOrNo('clause', only)
        : { kind: 'clause' as const, alternatives: withFallback(meeting, item, all) }),
      clause,
    };
  });
}

function additions(moved: readonly Proposal[], enBloc: boolean): readonly Draft[] {
  if (enBloc && moved.length > 1)
    return [{ kind: 'addition', alternatives: [{ kind: 'adopt' }, { kind: 'decline', implicit: true }] }];
  return moved.map((p) => ({ kind: 'addition', alternatives: [of('adopt', p), { kind: 'decline', implicit: true }] }));
}

function yesOrNo(kind: QuestionKind, alternative: Omit<Alternative, 'id'>): Draft {
  const other = alternative.kind === 'rejection' ? 'adopt' : kind === 'election' ? 'decline' : 'rejection';
  return { kind, alternatives: [alternative, { kind: other, implicit: true }] };
}

/** ABL 8:22, BES-6: of two moved proposals neither may reach what the law asks for; then everything stays as it was. */
function withFallback(
  meeting: Meeting,
  item: ItemState,
  alternatives: readonly Omit<Alternative, 'id'>[],
): readonly Omit<Alternative, 'id'>[] {
  const qualified = isCompany(meeting.plan.body.kind) || item.majority !== undefined || item.ownMajority !== undefined;
  const needed = qualified && !alternatives.some((a) => a.kind === 'rejection');
  return needed ? [...alternatives, { kind: 'rejection', implicit: true }] : alternatives;
}

function of(kind: Alternative['kind'], proposal: Proposal): Omit<Alternative, 'id'> {
  return { kind, proposal: proposal.id };
}

function numbered(meeting: Meeting, item: ItemState, draft: Draft, id: string): QuestionDraft {
  const alternatives = draft.alternatives.map((a, index) => ({ ...a, id: `${id}-${index + 1}` as AlternativeId }));
  const question = { ...draft, id: id as QuestionId, alternatives };
  return { ...question, threshold: majorityFor(meeting, item, question) };
}
