import type { Instant, ItemId, PersonId, ProposalId } from '../ids.ts';
import type { Item, MeetingPlan } from '../plan.ts';
import type { Fact } from '../types.ts';
import type { Proposal, ProposalsState } from './types.ts';

/** The preparing bodies' proposals are on the table from the start. */
export function initialProposals(plan: MeetingPlan): ProposalsState {
  return plan.items.reduce<ProposalsState>((state, item) => tabled(state, item, plan.startsAt), {
    byId: {},
    order: [],
  });
}

/** Id of the preparing body's own proposal in an item. */
export function tabledProposalId(item: ItemId): ProposalId {
  return `${item}-tabled` as ProposalId;
}

function tabled(state: ProposalsState, item: Item, at: Instant): ProposalsState {
  if (!item.tabled) return state;
  return add(state, {
    id: tabledProposalId(item.id),
    item: item.id,
    kind: item.tabled.candidates ? 'nomination' : 'approval',
    ...(item.tabled.candidates ? { candidates: item.tabled.candidates } : {}),
    organ: item.tabled.by,
    text: item.tabled.text,
    instance: 1,
    at,
    supporters: [],
    state: 'onTable',
  });
}

export function evolveProposals(state: ProposalsState, { event, at }: Fact): ProposalsState {
  switch (event.type) {
    case 'ItemAdded':
      return tabled(state, event.item, at);
    case 'ProposalMoved':
      return add(state, event.proposal);
    case 'ProposalEdited':
      return update(state, event.proposal, (p) => ({ ...p, text: event.text }));
    case 'ProposalWithdrawn':
      return update(state, event.proposal, (p) => ({ ...p, state: 'withdrawn' }));
    case 'ProposalSupported':
      return update(state, event.proposal, (p) => ({ ...p, supporters: withPerson(p.supporters, event.person) }));
    case 'SupportWithdrawn':
      return update(state, event.proposal, (p) => ({
        ...p,
        supporters: p.supporters.filter((person) => person !== event.person),
      }));
    case 'ProposalRefused':
      return update(state, event.proposal, (p) => ({
        ...p,
        state: 'refused',
        refusal: { ground: event.ground, overruled: false },
      }));
    case 'ProposalRefusalOverruled':
      return update(state, event.proposal, (p) => ({
        ...p,
        state: 'onTable',
        refusal: { ground: p.refusal?.ground ?? 'unlawful', overruled: true },
      }));
    default:
      return state;
  }
}

function add(state: ProposalsState, proposal: Proposal): ProposalsState {
  return {
    byId: { ...state.byId, [proposal.id]: proposal },
    order: [...state.order.filter((id) => id !== proposal.id), proposal.id],
  };
}

function update(state: ProposalsState, id: ProposalId, change: (proposal: Proposal) => Proposal): ProposalsState {
  const proposal = state.byId[id];
  return proposal ? { ...state, byId: { ...state.byId, [id]: change(proposal) } } : state;
}

function withPerson(persons: readonly PersonId[], person: PersonId): readonly PersonId[] {
  return persons.includes(person) ? persons : [...persons, person];
}
