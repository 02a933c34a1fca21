import { currentNumber } from '../attendance/seats.ts';
import type { PersonId } from '../ids.ts';
import type { Fact, Meeting } from '../types.ts';
import type { Adjournment, AdjournmentState } from './types.ts';

export function initialAdjournment(): AdjournmentState {
  return { past: [] };
}

export function evolveAdjournment(state: AdjournmentState, fact: Fact, meeting: Meeting): AdjournmentState {
  const { event, at } = fact;
  switch (event.type) {
    case 'MeetingAdjourned': {
      const atItem = currentNumber(meeting);
      const { type: _, ...announced } = event;
      const current: Adjournment = { from: at, ...announced, ...(atItem !== undefined && { atItem }) };
      return { past: state.past, current, ready: [] };
    }
    case 'AdjournmentExtended':
      return state.current ? { ...state, current: { ...state.current, until: event.until } } : state;
    case 'MeetingRecalled': {
      const past = state.current ? [...state.past, { ...state.current, to: at }] : state.past;
      return { past, check: { startedAt: at, confirmed: state.ready ?? [] } };
    }
    case 'PresenceConfirmed':
      return withConfirmed(state, (confirmed) =>
        confirmed.includes(event.person) ? confirmed : [...confirmed, event.person],
      );
    case 'PresenceCheckCompleted':
      return { past: state.past };
    case 'CheckedOut':
    case 'NotedAbsent':
      return without(state, event.person);
    case 'LinkChanged':
      return event.fulfilled ? state : without(state, event.person);
    case 'CheckedIn':
      return event.presence.fulfilled ? state : without(state, event.presence.person);
    case 'MeetingClosed':
      return { past: state.current ? [...state.past, { ...state.current, to: at }] : state.past };
    default:
      return state;
  }
}

/** One who drops out again has to be checked again. */
function without(state: AdjournmentState, person: PersonId): AdjournmentState {
  return withConfirmed(state, (confirmed) => confirmed.filter((p) => p !== person));
}

function withConfirmed(
  state: AdjournmentState,
  change: (confirmed: readonly PersonId[]) => readonly PersonId[],
): AdjournmentState {
  if (state.check) return { ...state, check: { ...state.check, confirmed: change(state.check.confirmed) } };
  return state.ready ? { ...state, ready: change(state.ready) } : state;
}
