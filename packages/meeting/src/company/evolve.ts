import type { Instant, ItemId, LocalDate } from '../ids.ts';
import { nextWeekday } from '../law/public-holidays.ts';
import type { Fact } from '../types.ts';
import type { CompanyState, PerCapsulam } from './types.ts';

export function initialCompany(): CompanyState {
  return { consents: [], formRefusals: [], materialStands: {}, perCapsulam: {}, closedElections: [], holdings: {} };
}

export function evolveCompany(state: CompanyState, { event, at }: Fact): CompanyState {
  switch (event.type) {
    case 'FormConsented':
      return {
        ...state,
        consents: [...new Set([...state.consents, event.person])],
        formRefusals: state.formRefusals.filter((one) => one !== event.person),
      };
    case 'FormRefused':
      return {
        ...state,
        consents: state.consents.filter((one) => one !== event.person),
        formRefusals: [...new Set([...state.formRefusals, event.person])],
      };
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
    case 'HoldingEntered':
      return { ...state, holdings: { ...state.holdings, [event.seat]: event.holding } };
    case 'VotingRegisterApproved':
      return { ...state, votingRegister: { rows: event.rows, at, heldOn: dayOf(at) } };
    case 'MeetingAdjourned':
      return state.votingRegister
        ? { ...state, votingRegister: { ...state.votingRegister, heldOn: dayOf(at) } }
        : state;
    case 'MeetingRecalled':
      return resumed(state, dayOf(at));
    default:
      return state;
  }
}

/** ABL 7:29 third paragraph: adjourned to a later day than the next weekday, the meeting draws up a new register. */
function resumed(state: CompanyState, on: LocalDate): CompanyState {
  const { votingRegister, ...without } = state;
  return votingRegister !== undefined && on > nextWeekday(votingRegister.heldOn) ? without : state;
}

function dayOf(at: Instant): LocalDate {
  return new Date(at).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

function change(state: CompanyState, item: ItemId, to: (proposal: PerCapsulam) => PerCapsulam): CompanyState {
  const proposal = state.perCapsulam[item];
  return proposal ? { ...state, perCapsulam: { ...state.perCapsulam, [item]: to(proposal) } } : state;
}
