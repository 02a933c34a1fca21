export { given, type Outcome, type Scene } from './given.ts';
export { difference, type Pattern } from './match.ts';
export { COUNCIL_MEMBERS, COUNCIL_SUBSTITUTES, PARTIES, partyId, person, personOf, seatId } from './people.ts';
export {
  boardPlan,
  companyPlan,
  councilPlan,
  decided,
  item,
  itemId,
  type PlanChange,
  REMOTE_MEMBERS,
  type SettingValues,
  STARTS_AT,
} from './plans.ts';
export {
  ALL_CONDITIONS,
  arrives,
  checkedIn,
  inSession,
  itemClosed,
  linkDown,
  linkUp,
  NO_CONDITIONS,
  type Who,
  withItem,
} from './sessions.ts';
export { drawFrom, evening, withSecrets } from './evening.ts';
export {
  alternative,
  counted,
  demands,
  finds,
  GOTEBORG,
  gavel,
  hallOf,
  inDebate,
  member,
  moves,
  outcome,
  question,
  SECRETARY,
  toDecision,
  vote,
  votes,
} from './procedure.ts';
export { minutesOf, passagesOf, told, toldOf } from './minutes.ts';
export { scriptOf, stepText } from './script.ts';
