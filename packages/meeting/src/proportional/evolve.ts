import type { Fact } from '../types.ts';
import type { ProportionalElection, ProportionalEvent, ProportionalState } from './types.ts';

export function initialProportional(): ProportionalState {
  return { byItem: {} };
}

export function evolveProportional(state: ProportionalState, { event, at }: Fact): ProportionalState {
  switch (event.type) {
    case 'ProportionalRequested': {
      const known = state.byItem[event.item];
      const standing = known && known.state !== 'annulled' ? known : unopened(event);
      return put(state, { ...standing, requestedBy: [...standing.requestedBy, event.person] });
    }
    case 'ProportionalWithdrawn':
    case 'ProportionalOpened':
    case 'SlipPut':
    case 'SlipsClosed':
    case 'SlipsEntered':
    case 'SlipCountsDiffered':
    case 'ProportionalCounted':
    case 'ProportionalLotDrawn':
    case 'ProportionalAnnulled': {
      const election = state.byItem[event.item];
      return election ? put(state, { ...election, ...changeOf(election, event, at) }) : state;
    }
    case 'PersonsElected': {
      const election = state.byItem[event.item];
      return election && event.by === 'proportional' ? put(state, { ...election, state: 'declared' }) : state;
    }
    default:
      return state;
  }
}

function put(state: ProportionalState, election: ProportionalElection): ProportionalState {
  return { byItem: { ...state.byItem, [election.item]: election } };
}

type Requested = Extract<ProportionalEvent, { readonly type: 'ProportionalRequested' }>;

function unopened({ item, places }: Requested): ProportionalElection {
  return {
    item,
    places,
    requestedBy: [],
    state: 'requested',
    assistants: [],
    electors: [],
    voted: [],
    counters: [],
    lots: [],
  };
}

function changeOf(
  election: ProportionalElection,
  event: Exclude<ProportionalEvent, Requested>,
  at: number,
): Partial<ProportionalElection> {
  switch (event.type) {
    case 'ProportionalWithdrawn':
      return { requestedBy: election.requestedBy.filter((person) => person !== event.person) };
    case 'ProportionalOpened': {
      const { present, quota, officer, assistants, electors } = event;
      return { state: 'voting', present, quota, officer, assistants, electors, openedAt: at };
    }
    case 'SlipPut':
      return { voted: [...election.voted, event.person].toSorted() };
    case 'SlipsClosed':
      return { state: 'counting' };
    case 'SlipsEntered': {
      const { counter, count } = event;
      return { counters: [...election.counters, { counter, ...(count === undefined ? {} : { count }) }] };
    }
    case 'SlipCountsDiffered':
      return { counters: [] };
    case 'ProportionalCounted':
      return { state: 'counted', count: event.count };
    case 'ProportionalLotDrawn': {
      const { group, witness, manner } = event;
      return { lots: [...election.lots, { group, witness, manner }] };
    }
    case 'ProportionalAnnulled':
      return { state: 'annulled' };
  }
}
