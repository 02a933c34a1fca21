import type { PersonId } from '../ids.ts';
import type { Fact } from '../types.ts';
import type { LobbyState } from './types.ts';

export function initialLobby(): LobbyState {
  return { checks: {}, doubted: {} };
}

export function evolveLobby(state: LobbyState, { event, at }: Fact): LobbyState {
  switch (event.type) {
    case 'IdentityCheckBegun':
      return { ...state, checks: { ...state.checks, [event.person]: { by: event.by, since: at } } };
    case 'IdentityCheckEnded': {
      const { by = event.by, since = at } = state.checks[event.person] ?? {};
      return { ...state, checks: { ...state.checks, [event.person]: { by, since, proofs: event.proofs } } };
    }
    case 'IdentityDoubted':
      return { checks: without(state.checks, event.person), doubted: { ...state.doubted, [event.person]: at } };
    // Let in, the doubt is over; who talked still is known, and a talk that nobody ended ends.
    case 'Admitted':
    case 'ExternalAdmitted': {
      const open = state.checks[event.person]?.proofs === undefined;
      return {
        checks: open ? without(state.checks, event.person) : state.checks,
        doubted: without(state.doubted, event.person),
      };
    }
    // Another device, or another person at it: what was seen before proves nothing.
    case 'CheckedIn':
      return event.presence.admitted ? state : { ...state, checks: without(state.checks, event.presence.person) };
    case 'EntryRefused':
    case 'CheckedOut':
    case 'ExternalEnded':
      return { ...state, checks: without(state.checks, event.person) };
    case 'MeetingClosed':
      return initialLobby();
    default:
      return state;
  }
}

function without<Value>(
  record: Readonly<Record<PersonId, Value>>,
  person: PersonId,
): Readonly<Record<PersonId, Value>> {
  if (record[person] === undefined) return record;
  const { [person]: _gone, ...others } = record;
  return others;
}
