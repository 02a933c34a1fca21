import type { ItemId } from '../ids.ts';
import type { Fact } from '../types.ts';
import type { CompanyState, PerCapsulam } from './types.ts';

export function initialCompany(): CompanyState {
  return { consents: [], materialStands: {}, perCapsulam: {}, closedElections: [] };
}

export function evolveCompany(state: CompanyState, { event, at }: Fact): CompanyState {
  switch (event.type) {
    case 'FormConsented':
      return { ...state, consents: [...new Set([...state.consents, event.person])] };
    case 'MaterialStood':
      return { ...state, materialStands: { ...state.materialStands, [event.item]: event.reason } };
    case 'PerCapsulamProposed': {
      const proposal: PerCapsulam = { item: event.item, text: event.text, signed: [] };
      return { ...state, perCapsulam: { ...state.perCapsulam, [event.item]: proposal } };
    }
    case 'PerCapsulamSigned':
      return change(state, event.item, (p) => ({ ...p, signed: [...p.signed, { person: event.person, at }] }));
    case 'PerCapsulamRefused':
      return change(state, event.item, (p) => ({ ...p, refusedBy: event.person }));
    case 'PerCapsulamDecided':
      return change(state, event.item, (p) => ({ ...p, decidedAt: at }));
    case 'ClosedElectionRequested':
      return { ...state, closedElections: [...new Set([...state.closedElections, event.item])] };
    default:
      return state;
  }
}

function change(state: CompanyState, item: ItemId, to: (proposal: PerCapsulam) => PerCapsulam): CompanyState {
  const proposal = state.perCapsulam[item];
  return proposal ? { ...state, perCapsulam: { ...state.perCapsulam, [item]: to(proposal) } } : state;
}
