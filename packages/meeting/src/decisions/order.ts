import type { ItemState } from '../agenda/types.ts';
import { isCompany, isCouncil } from '../body.ts';
import type { AlternativeId, ItemId, ProposalId, QuestionId } from '../ids.ts';
import { majorityFor } from '../law/bes-4-majority.ts';
import type { ItemKind } from '../plan.ts';
import type { Proposal } from '../proposals/types.ts';
import type { Meeting } from '../types.ts';
import type { Alternative, DecisionsCommand, QuestionDraft, QuestionKind } from './types.ts';

type Draft = {
  readonly kind: QuestionKind;
  readonly clause?: number;
  readonly alternatives: readonly Omit<Alternative, 'id'>[];
};
type ProposedOrder = Extract<DecisionsCommand, { type: 'proposeOrder' }>;

const PERSON_KINDS: readonly ItemKind[] = ['election', 'adjusters'];
const ADJUSTERS = 2;
const ADMITTED_KINDS: readonly ItemKind[] = ['interpellation', 'question'];

/**
 * The lawful default order of propositions (algorithm A): the chair's refusals that may be overruled, tabling, each referral back with its
 * own reason, then the matter itself, clause by clause where proposals differ so, and the additions last. `id` makes the questions' ids.
 */
export function defaultOrder(
  meeting: Meeting,
  item: ItemId,
  enBlocAdditions: boolean,
  id: string,
): readonly QuestionDraft[] {
  const open = undecided(meeting, item);
  const kinds = (kind: Proposal['kind']) => open.filter((p) => p.kind === kind && p.state === 'onTable');
  const drafts: Draft[] = [
    ...overruling(meeting, open),
    ...(kinds('tabling').length > 0 ? [tabling(kinds('tabling'))] : []),
    ...kinds('referralBack').map(referral),
    ...admission(meeting, item),
    ...matter(meeting, item, open),
    ...additions(kinds('addition'), enBlocAdditions),
  ];
  return drafts.map((draft, index) => numbered(meeting, item, draft, `${id}-${index + 1}`));
}

/** The chair's own order, with the majority that the law asks for: the chair chooses what is put and when, never what it takes. */
export function chosenOrder(meeting: Meeting, item: ItemId, command: ProposedOrder): readonly QuestionDraft[] {
  return (command.questions ?? []).map((draft) => ({ ...draft, threshold: majorityFor(meeting, item, draft) }));
}

/** Proposals of the item that still await their answer: on the table and in no settled question, or refused as unlawful and not yet tried. */
export function undecided(meeting: Pick<Meeting, 'proposals' | 'decisions'>, item: ItemId): readonly Proposal[] {
  const answered = new Set(
    Object.values(meeting.decisions.questions)
      .filter((q) => q.item === item && q.state === 'settled')
      .flatMap((q) => q.alternatives.map((a) => a.proposal)),
  );
  return meeting.proposals.order
    .map((id) => meeting.proposals.byId[id])
    .filter((p): p is Proposal => p !== undefined && p.item === item && p.state !== 'withdrawn')
    .filter((p) => p.refusal?.overruled === true || !answered.has(p.id));
}

/** Proposals that the order must answer, each in some question. Support for another's proposal is answered with it. */
export function mustBePut(meeting: Pick<Meeting, 'proposals' | 'decisions'>, item: ItemId): readonly ProposalId[] {
  return undecided(meeting, item)
    .filter((p) => p.state === 'onTable' && !isSupport(p) && p.kind !== 'rejection')
    .map((p) => p.id);
}

function isSupport(proposal: Proposal): boolean {
  return proposal.kind === 'approval' && proposal.of !== undefined;
}

/** 5:57 second paragraph: the council may decide that an unlawful proposal is put all the same. */
function overruling(meeting: Meeting, open: readonly Proposal[]): readonly Draft[] {
  if (!isCouncil(meeting.plan.body.kind)) return [];
  return open
    .filter((p) => p.state === 'refused' && p.refusal?.ground === 'unlawful')
    .map((p) => ({
      kind: 'overruleRefusal',
      alternatives: [
        { kind: 'refuse', implicit: true },
        { kind: 'admit', proposal: p.id },
      ],
    }));
}

function tabling(moved: readonly Proposal[]): Draft {
  return { kind: 'tabling', alternatives: [{ kind: 'decideToday', implicit: true }, of('table', moved[0])] };
}

function referral(moved: Proposal): Draft {
  return { kind: 'referralBack', alternatives: [{ kind: 'decideToday', implicit: true }, of('referBack', moved)] };
}

/** 5:62, 5:64: whether an interpellation or question may be put at all. */
function admission(meeting: Meeting, item: ItemId): readonly Draft[] {
  const state = meeting.agenda.items[item];
  if (!state || !ADMITTED_KINDS.includes(state.kind) || state.debated) return [];
  const tried = Object.values(meeting.decisions.questions).some(
    (q) => q.item === item && q.kind === 'admission' && q.state === 'settled',
  );
  return tried ? [] : [{ kind: 'admission', alternatives: [{ kind: 'admit' }, { kind: 'refuse', implicit: true }] }];
}

function matter(meeting: Meeting, item: ItemId, open: readonly Proposal[]): readonly Draft[] {
  const state = meeting.agenda.items[item];
  const main = open.filter(
    (p) => p.state === 'onTable' && ['approval', 'amendment', 'nomination'].includes(p.kind) && !isSupport(p),
  );
  const rejection = open.find((p) => p.state === 'onTable' && p.kind === 'rejection');
  const whole = main.filter((p) => p.clause === undefined);
  const byClause = main.filter((p) => p.clause !== undefined);
  if (whole.length === 0 && byClause.length === 0)
    return rejection ? [yesOrNo('main', of('rejection', rejection))] : [];
  const kind = state && PERSON_KINDS.includes(state.kind) ? 'election' : 'main';
  const together = kind === 'election' && fitTogether(state, whole);
  const moved = together ? [{ kind: 'adopt' as const }] : whole.map((p) => of('proposal', p));
  const alternatives = [...moved, ...(rejection ? [of('rejection', rejection)] : [])];
  const [only] = alternatives;
  const question: Draft =
    alternatives.length === 1 && only
      ? yesOrNo(kind, only)
      : { kind, alternatives: withFallback(meeting, item, alternatives) };
  const clauses = clauseQuestions(meeting, item, byClause, whole[0]);
  const rest = (state?.tabled?.clauses?.length ?? 0) > clauses.length;
  if (whole.length > 1 || rejection || clauses.length === 0) return [question, ...clauses];
  return rest ? [...clauses, question] : clauses;
}

/** Nominations that fill no more than the places are answered in one question. */
function fitTogether(item: ItemState | undefined, nominations: readonly Proposal[]): boolean {
  const candidates = new Set(nominations.flatMap((p) => p.candidates ?? []));
  return (
    nominations.length > 1 &&
    nominations.every((p) => p.kind === 'nomination') &&
    candidates.size <= (item?.election?.places ?? ADJUSTERS)
  );
}

/** att-sats by att-sats, each with the proposals that differ in it. */
function clauseQuestions(
  meeting: Meeting,
  item: ItemId,
  byClause: readonly Proposal[],
  tabled: Proposal | undefined,
): readonly Draft[] {
  const numbers = [...new Set(byClause.map((p) => p.clause))].filter((n) => n !== undefined).toSorted((a, b) => a - b);
  return numbers.map((clause) => {
    const differing = byClause.filter((p) => p.clause === clause).map((p) => of('proposal', p));
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
  item: ItemId,
  alternatives: readonly Omit<Alternative, 'id'>[],
): readonly Omit<Alternative, 'id'>[] {
  const qualified =
    isCompany(meeting.plan.body.kind) ||
    meeting.agenda.items[item]?.majority !== undefined ||
    meeting.agenda.items[item]?.ownMajority !== undefined;
  const needed = qualified && !alternatives.some((a) => a.kind === 'rejection');
  return needed ? [...alternatives, { kind: 'rejection', implicit: true }] : alternatives;
}

function of(kind: Alternative['kind'], proposal: Proposal | undefined): Omit<Alternative, 'id'> {
  return proposal ? { kind, proposal: proposal.id } : { kind };
}

function numbered(meeting: Meeting, item: ItemId, draft: Draft, id: string): QuestionDraft {
  const alternatives = draft.alternatives.map((a, index) => ({ ...a, id: `${id}-${index + 1}` as AlternativeId }));
  const question = { ...draft, id: id as QuestionId, alternatives };
  return { ...question, threshold: majorityFor(meeting, item, question) };
}
