export { lossDue, offeredAbsence } from './attendance/losses.ts';
export { isCheckedIn, isPresent } from './attendance/presence.ts';
export {
  lostServing,
  type PresentServing,
  presentServing,
  type Quorum,
  type QuorumPurpose,
  quorum,
  quorumGate,
} from './attendance/quorum.ts';
export { nextToCall, rollCallOrder } from './attendance/roll-call.ts';
export {
  currentNumber,
  inConflict,
  isElected,
  personName,
  seatById,
  seatOf,
  servingSeatOf,
} from './attendance/seats.ts';
export { nextSubstitute, type StandIn, standIns, substitutesFor } from './attendance/substitutes.ts';
export { conflictForecast, type ForecastConflict, leaderInConflict } from './conflicts/forecast.ts';
export { type SessionState, sessionGate, sessionState } from './law/mtg-session.ts';
export { linkGate } from './law/dist-5-lost-member.ts';
export { identityTalkOf, identityTalks, isKnownByFace, type Talk } from './lobby/talks.ts';
export { closedItemRule, hearsClosedItem } from './law/dist-6-closed-items.ts';
export { leaderConflictGate } from './law/jav-2-board.ts';
export { contestedHearing } from './law/jav-3-contested.ts';
export { decisionGate } from './law/mtg-decision.ts';
export { doorsGate } from './law/off-1-council-doors.ts';
export { missingFromCheck } from './adjournment/decide.ts';
