export type * from './adjournment/types.ts';
export { currentItem, needsDecision } from './agenda/current.ts';
export { noticeFaults } from './agenda/notice.ts';
export type * from './agenda/types.ts';
export type * from './attendance/types.ts';
export type { Audience } from './audience/audience.ts';
export { audienceKey, audienceOf, PUBLIC_AUDIENCE } from './audience/audience.ts';
export { wasClosed } from './audience/doors.ts';
export { foldFor, foldForPerson, see, type View, emptyView } from './audience/fold.ts';
export { withoutProtectedNames } from './audience/plan.ts';
export { personalise } from './audience/personalise.ts';
export { show, showFact, showFactTo, showTo } from './audience/show.ts';
export { ownerOf } from './audience/subject.ts';
export type * from './body.ts';
export { BODY_KINDS, isCompany, isCouncil } from './body.ts';
export type * from './company/types.ts';
export { holdingOf, registerHasChanged, registerNow, represented } from './company/voting-register.ts';
export type * from './conflicts/types.ts';
export { nextVoter, pendingElectors } from './decisions/electors.ts';
export { currentFrame, currentLevel, currentQuestion, openVote, voteOf } from './decisions/frames.ts';
export { undecided } from './decisions/order.ts';
export type * from './decisions/types.ts';
export {
  closedBallotNow,
  closedBallotOf,
  codeOf,
  electedBy,
  isInHall,
  missingVoters,
  othersPrevail,
  revealsVotes,
  standing,
  uncheckedVoters,
} from './elections/ballots.ts';
export type * from './elections/types.ts';
export { answeredSpeech, repliesLeft } from './floor/replies.ts';
export type * from './floor/types.ts';
export type * from './ids.ts';
export * from './law/index.ts';
export { decide } from './decide.ts';
export { evolve, fold, planned, unplanned } from './meeting.ts';
export { minutesDocument } from './minutes/document.ts';
export {
  type Attendee,
  type FrontMatter,
  type MinutesDocument,
  type MinutesSection,
  PASSAGE_GROUPS,
  type Passage,
  type PassageGroup,
  type VoteAnnex,
} from './minutes/shape.ts';
export { calledTo, faultsIfSent, lastNoticeDay, substitutesToCall } from './notice/called.ts';
export { REMIND_DAYS, toRemind, unanswered } from './notice/reminders.ts';
export type * from './notice/types.ts';
export { nameKey, passageKey } from './minutes/passage-key.ts';
export type * from './minutes/types.ts';
export {
  fullName,
  type Phrase,
  type PhraseValue,
  type PhraseValues,
  partyNameOf,
  personText,
  personWithParty,
  phrase,
} from './phrase.ts';
export type * from './plan.ts';
export { ITEM_KINDS } from './plan.ts';
export {
  type AllocationStep,
  type BallotGroup,
  type Comparison,
  countProportional,
  groupBallots,
  type PaperBallot,
  type ProportionalResult,
  proportionalQuota,
  substituteOrder,
} from './proportional/count.ts';
export {
  type ProportionalRequest,
  proportionalNow,
  proportionalRequest,
  proportionalResult,
  substitutesByLpv,
} from './proportional/standing.ts';
export type * from './proportional/types.ts';
export { tabledProposalId } from './proposals/evolve.ts';
export type * from './proposals/types.ts';
export { type RemoteApplication, remoteApplications, remoteByParty, remotePlaces } from './remote/places.ts';
export type * from './remote/types.ts';
export { ok, type Result, refused, unreachable } from './result.ts';
export { type Alarm, type AlarmRank, alarms } from './script/alarms.ts';
export {
  alternativeDecided,
  alternativeFound,
  alternativeName,
  alternativeNoun,
  partiesBehind,
  proposalName,
} from './script/alternatives.ts';
export { barredInPlan } from './elections/closed-ballot.ts';
export { type ChainAlternative, type ChainFigure, type ChainVote, chainFigure } from './script/chain-figure.ts';
export { lastVote, type ShownMoment, shownMoment } from './script/moment.ts';
export { script } from './script/script.ts';
export { type WhatIfCard, type WhatIfId, whatIf } from './script/what-if.ts';
export type { Ask, RefusedStep, Script, ScriptLine, Step, TrailMark } from './script/types.ts';
export type * from './lobby/types.ts';
export type * from './secrecy/types.ts';
export { leaderOf } from './law/mtg-authority.ts';
export * from './selectors.ts';
export { defaultSettings } from './settings.ts';
export type * from './support/types.ts';
export type * from './types.ts';
