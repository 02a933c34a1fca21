import type { Fact, MeetingEvent } from '../types.ts';
import type { ClosedBallot, ElectionsState } from './types.ts';

export function initialElections(): ElectionsState {
  return { elected: [], ballots: {} };
}

export function evolveElections(state: ElectionsState, { event, at }: Fact): ElectionsState {
  switch (event.type) {
    case 'PersonsElected':
      return { ...state, elected: [...state.elected, { item: event.item, persons: event.persons, by: event.by }] };
    case 'KeyHoldersAppointed':
      return { ...state, keyHolders: { persons: event.persons, needed: event.needed } };
    case 'KeysCompleted':
      return state.keyHolders ? { ...state, keyHolders: { ...state.keyHolders, key: event.key } } : state;
    case 'ClosedBallotOpened':
      return { ...state, ballots: { ...state.ballots, [event.ballot]: opened(event, at) } };
    case 'VoterRegistered':
    case 'TabletReplaced':
    case 'RegistrationClosed':
    case 'VotingListDrawn':
    case 'VotingListApproved':
    case 'VotesMarked':
    case 'ClosedBallotClosed':
    case 'ClosedBallotEnded':
    case 'InclusionChecked':
    case 'CountStarted':
    case 'ShareGiven':
    case 'PaperCountEntered':
    case 'PaperCountsDiffered':
    case 'ClosedBallotCounted':
    case 'BallotLotDrawn':
    case 'ClosedBallotAnnulled': {
      const ballot = state.ballots[event.ballot];
      if (ballot === undefined) return state;
      return { ...state, ballots: { ...state.ballots, [event.ballot]: { ...ballot, ...changeOf(ballot, event, at) } } };
    }
    default:
      return state;
  }
}

type BallotEvent = Extract<MeetingEvent, { readonly ballot: ClosedBallot['id'] }>;
type Opened = Extract<BallotEvent, { readonly type: 'ClosedBallotOpened' }>;

function opened(
  { ballot, item, means, candidates, places, electors, ...more }: Opened,
  openedAt: number,
): ClosedBallot {
  return {
    ...(more.others === true ? { others: true } : {}),
    ...(more.once === true ? { once: true } : {}),
    id: ballot,
    item,
    means,
    candidates,
    places,
    electors,
    registered: [],
    booth: [],
    round: 0,
    replaced: [],
    voted: [],
    state: means === 'paper' ? 'voting' : 'registering',
    openedAt,
    checked: {},
    shares: [],
    wrongShares: [],
    counters: [],
  };
}

function changeOf(ballot: ClosedBallot, event: Exclude<BallotEvent, Opened>, at: number): Partial<ClosedBallot> {
  switch (event.type) {
    case 'VoterRegistered':
      return {
        registered: [...ballot.registered, event.person].toSorted(),
        booth: [
          ...ballot.booth.filter((one) => one !== event.person),
          ...(event.booth === true ? [event.person] : []),
        ].toSorted(),
      };
    case 'TabletReplaced': {
      const replaced = [...ballot.replaced, event.person];
      return { state: 'registering', registered: [], round: ballot.round + 1, replaced };
    }
    case 'RegistrationClosed':
      return { state: 'listing' };
    case 'VotingListDrawn':
      return { state: 'listed', list: { lines: event.lines, hash: event.hash } };
    case 'VotingListApproved':
      return { state: 'voting' };
    case 'VotesMarked':
      return { voted: [...new Set([...ballot.voted, ...event.persons])].toSorted() };
    case 'ClosedBallotClosed':
      return { state: 'closed', closedAt: at };
    case 'ClosedBallotEnded':
      return { state: 'ended', end: { head: event.head, cast: event.cast } };
    case 'InclusionChecked':
      return { checked: { ...ballot.checked, [event.person]: event.found ? 'found' : 'missing' } };
    case 'CountStarted':
      return { state: 'counting' };
    case 'ShareGiven':
      return event.holds
        ? {
            shares: [...ballot.shares, event.holder],
            wrongShares: ballot.wrongShares.filter((p) => p !== event.holder),
          }
        : { wrongShares: [...new Set([...ballot.wrongShares, event.holder])] };
    case 'PaperCountEntered':
      return {
        counters: [
          ...ballot.counters,
          { counter: event.counter, ...(event.count === undefined ? {} : { count: event.count }) },
        ],
      };
    case 'PaperCountsDiffered':
      return { counters: [] };
    case 'ClosedBallotCounted':
      return {
        state: 'counted',
        result: event.count,
        ...(event.head === undefined ? {} : { resultHead: event.head }),
      };
    case 'BallotLotDrawn':
      return { lot: event.persons };
    case 'ClosedBallotAnnulled':
      return { state: 'annulled' };
  }
}
