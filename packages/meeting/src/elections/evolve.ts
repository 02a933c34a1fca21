import type { Fact } from '../types.ts';
import type { ElectionsState } from './types.ts';

export function initialElections(): ElectionsState {
  return { elected: [], ballots: {} };
}

export function evolveElections(state: ElectionsState, { event }: Fact): ElectionsState {
  if (event.type !== 'PersonsElected') return state;
  return { ...state, elected: [...state.elected, { item: event.item, persons: event.persons, by: event.by }] };
}
