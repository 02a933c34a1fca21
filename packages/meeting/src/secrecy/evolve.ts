import type { ItemId, PersonId } from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import type { Fact, Meeting } from '../types.ts';
import type { SecrecyState } from './types.ts';

export function initialSecrecy(plan?: MeetingPlan): SecrecyState {
  const invited = (plan?.items ?? []).flatMap((item) =>
    (item.externals ?? []).map((person) => [person, { item: item.id, state: 'invited' }] as const),
  );
  return { closedItems: [], declarations: {}, externals: Object.fromEntries(invited) };
}

export function evolveSecrecy(state: SecrecyState, fact: Fact, _meeting: Meeting): SecrecyState {
  const { event, at } = fact;
  switch (event.type) {
    case 'DoorsClosed': {
      const closedItems = state.closedItems.includes(event.item)
        ? state.closedItems
        : [...state.closedItems, event.item];
      return { ...state, closedFor: event.item, closedItems };
    }
    case 'DoorsOpened': {
      const { closedFor: _, ...open } = state;
      return open;
    }
    case 'RoomDeclared': {
      const declared = { ...state.declarations[event.item], [event.person]: at };
      return { ...state, declarations: { ...state.declarations, [event.item]: declared } };
    }
    case 'ExternalAdmitted':
      return external(state, event.person, event.item, 'admitted');
    case 'ExternalEnded':
      return external(state, event.person, event.item, 'ended');
    default:
      return state;
  }
}

function external(state: SecrecyState, person: PersonId, item: ItemId, to: 'admitted' | 'ended'): SecrecyState {
  return { ...state, externals: { ...state.externals, [person]: { item, state: to } } };
}
