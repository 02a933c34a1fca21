import type { ItemState } from '../agenda/types.ts';
import type { PersonId } from '../ids.ts';
import { personWithParty, type PhraseValue } from '../phrase.ts';
import type { Proposal } from '../proposals/types.ts';
import { proposalName } from '../script/alternatives.ts';
import type { Fact } from '../types.ts';
import type { Passage } from './shape.ts';
import { factsOf } from './facts-by-item.ts';
import { factsOfType, type Known, passage } from './known.ts';
import { passageKey } from './passage-key.ts';

/** Yrkanden, word for word, with everyone who stands behind them (KL 5:67 p. 1). One taken back is not told. */
export function proposalPassages(known: Known, item: ItemState): readonly Passage[] {
  const { meeting } = known;
  const facts = factsOf(known.byItem, item.id).own;
  const own = meeting.proposals.order
    .flatMap((id) => meeting.proposals.byId[id] ?? [])
    .filter((p) => p.item === item.id && p.state !== 'withdrawn');
  const approving = (id: Proposal['id']) => own.filter((approval) => approval.of === id).flatMap(behindIt);
  const organs = own
    .filter((p) => p.mover === undefined)
    .flatMap((p) => {
      const behind = [...p.supporters, ...approving(p.id)];
      return behind.length === 0 ? [] : [told(known, item, p, behind, 'approval', facts)];
    });
  const moved = own
    .filter((p) => p.mover !== undefined && p.of === undefined)
    .map((p) => told(known, item, p, [...behindIt(p), ...approving(p.id)], p.kind, facts));
  return [...organs, ...moved];
}

function behindIt(proposal: Proposal): readonly PersonId[] {
  return proposal.mover === undefined ? proposal.supporters : [proposal.mover, ...proposal.supporters];
}

function told(
  known: Known,
  item: ItemState,
  proposal: Proposal,
  behind: readonly PersonId[],
  kind: Proposal['kind'],
  facts: readonly Fact[],
): Passage {
  const { plan } = known.meeting;
  const persons = [...new Set(behind)].map((person) => personWithParty(plan, person));
  const refused = proposal.state === 'refused';
  const values = { persons, form: proposal.instance === 2 ? 'second' : 'first', ...more(known, proposal, kind) };
  const approvals = Object.values(known.meeting.proposals.byId).filter((p) => p.of === proposal.id);
  const rests = new Set([proposal, ...approvals].map((p) => p.id));
  const moving = factsOfType(facts, 'ProposalMoved', 'ProposalEdited', 'ProposalSupported').filter(({ event }) =>
    rests.has(idOf(event)),
  );
  const verbatim =
    proposal.mover === undefined
      ? []
      : [proposal.text, proposal.kind === 'referralBack' ? (proposal.reason ?? '') : ''];
  const words = refused
    ? `proposal.refused.${proposal.refusal?.ground ?? 'unlawful'}`
    : `proposal.${wordsFor(proposal, kind)}`;
  return passage(
    'proposals',
    passageKey(item.id, 'proposal', proposal.id),
    words,
    refused ? { persons } : values,
    moving,
    { verbatim },
  );
}

function more(known: Known, proposal: Proposal, kind: Proposal['kind']): Readonly<Record<string, PhraseValue>> {
  const { organ, addressee, candidates } = proposal;
  if (organ !== undefined) return { name: proposalName(known.meeting, proposal.id) };
  if (kind === 'referralBack' && addressee !== undefined) return { addressee };
  if (candidates === undefined) return {};
  return { candidates: candidates.map((person) => personWithParty(known.meeting.plan, person)) };
}

/** Own words, or the preparing body's; an addressee, or none. */
function wordsFor(proposal: Proposal, kind: Proposal['kind']): string {
  if (kind === 'approval' && proposal.organ === undefined) return 'own';
  return kind === 'referralBack' && proposal.addressee === undefined ? 'referralBackOpen' : kind;
}

function idOf(event: { readonly proposal: Proposal | Proposal['id'] }): Proposal['id'] {
  return typeof event.proposal === 'string' ? event.proposal : event.proposal.id;
}
