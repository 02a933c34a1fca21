import type { Fact } from '../types.ts';
import type { SupportState } from './types.ts';

export function initialSupport(): SupportState {
  return { requests: [] };
}

export function evolveSupport(state: SupportState, fact: Fact): SupportState {
  const { event, at, actor } = fact;
  switch (event.type) {
    case 'HelpAsked':
      return { requests: [...state.requests, { person: event.person, text: event.text, at }] };
    case 'HelpAnswered':
      return {
        requests: state.requests.map((r) =>
          r.person === event.person && r.answeredBy === undefined && actor !== 'system'
            ? { ...r, answeredBy: actor }
            : r,
        ),
      };
    default:
      return state;
  }
}
