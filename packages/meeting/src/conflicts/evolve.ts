import type { ItemId, PersonId } from '../ids.ts';
import type { Fact } from '../types.ts';
import type { Conflict, ConflictsState } from './types.ts';

export function initialConflicts(): ConflictsState {
  return { byItem: {} };
}

export function evolveConflicts(state: ConflictsState, fact: Fact): ConflictsState {
  const { event, at } = fact;
  switch (event.type) {
    case 'ConflictDeclared': {
      const { type: _, ...told } = event;
      return put(state, { ...told, state: 'declared', at });
    }
    case 'ConflictRaised': {
      const { type: _, by, ...told } = event;
      return put(state, { ...told, state: 'raised', at, raisedBy: by });
    }
    case 'ConflictContested':
      return turn(state, event.item, event.person, 'contested');
    case 'ConflictDecided':
      return turn(state, event.item, event.person, event.inConflict ? 'established' : 'rejected');
    case 'ConflictWithdrawn':
      return turn(state, event.item, event.person, 'withdrawn');
    default:
      return state;
  }
}

/** One entry a person and item: the newest word, with what was said before it. */
function put(state: ConflictsState, conflict: Conflict): ConflictsState {
  const others = (state.byItem[conflict.item] ?? []).filter((c) => c.person !== conflict.person);
  return { byItem: { ...state.byItem, [conflict.item]: [...others, conflict] } };
}

function turn(state: ConflictsState, item: ItemId, person: PersonId, to: Conflict['state']): ConflictsState {
  const known = state.byItem[item]?.find((c) => c.person === person);
  return known ? put(state, { ...known, state: to }) : state;
}
