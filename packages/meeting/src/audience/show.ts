import type { PersonId } from '../ids.ts';
import { isNameKey } from '../minutes/passage-key.ts';
import type { MeetingPlan } from '../plan.ts';
import { unreachable } from '../result.ts';
import type { Fact, Meeting, MeetingEvent, Unplanned } from '../types.ts';
import type { Audience } from './audience.ts';
import { type Eyes, eyesOn } from './eyes.ts';
import { showItem, showPlan, withOwn, withOwnCall } from './plan.ts';
import * as redact from './redact.ts';
import { ownerOf, scopeOf } from './subject.ts';

/**
 * What this audience gets of a fact: the event, less of it, or nothing (`null`). `meeting` is the whole meeting as the
 * server knows it BEFORE the fact. Deny by default: whatever is not let through by name is withheld, and the switches are
 * exhaustive, so that a new event does not compile before somebody has decided who may see it.
 */
export function show(event: MeetingEvent, audience: Audience, meeting: Meeting | Unplanned): MeetingEvent | null {
  if (event.type === 'MeetingPlanned') return { ...event, plan: showPlan(event.plan, audience) };
  if (meeting.plan === undefined) return null;
  if (event.type === 'PlanChanged') return planChanged(event, showPlan(event.plan, audience), audience);
  if (event.type === 'MeetingCalledOff') return calledOff(event, audience);
  if (event.type === 'ItemAdded') return { ...event, item: showItem(event.item, meeting.plan, audience) };
  const eyes = eyesOn(
    isSeenFromTheGallery(event, audience, meeting) ? null : scopeOf(event, meeting),
    audience,
    meeting,
  );
  switch (eyes) {
    case 'nothing':
      return null;
    case 'notice':
      return throughNotice(event, meeting);
    case 'presidium':
    case 'participants':
    case 'support':
    case 'public':
      return throughEyes(event, eyes, meeting);
    default:
      return unreachable(eyes);
  }
}

/** Who leaves the hall for conflict of interest is seen by everyone there, and counts for the quorum shown to all, whatever is said
 * behind the doors afterwards. Of a secret item not even that. */
function isSeenFromTheGallery(event: MeetingEvent, audience: Audience, meeting: Meeting): boolean {
  if (audience.kind !== 'public') return false;
  switch (event.type) {
    case 'ConflictDeclared':
    case 'ConflictDecided':
    case 'ConflictWithdrawn':
      return meeting.agenda.items[event.item]?.doors !== 'secret';
    default:
      return false;
  }
}

/** What one person gets of a fact: as that person's audience, but the person's own facts whole. */
export function showTo(
  event: MeetingEvent,
  audience: Audience,
  person: PersonId,
  meeting: Meeting | Unplanned,
): MeetingEvent | null {
  if (event.type === 'MeetingPlanned')
    return { ...event, plan: withOwn(showPlan(event.plan, audience), event.plan, person) };
  if (event.type === 'PlanChanged')
    return planChanged(event, withOwn(showPlan(event.plan, audience), event.plan, person), audience);
  const shown = ownerOf(event) === person ? event : show(event, audience, meeting);
  const called = event.type === 'ItemAdded' && event.item.externals?.includes(person);
  return called && shown?.type === 'ItemAdded' ? { ...shown, item: withOwnCall(shown.item, person) } : shown;
}

/** Who changed it is the desk's to know. */
function planChanged(
  { type, by }: Extract<MeetingEvent, { type: 'PlanChanged' }>,
  plan: MeetingPlan,
  audience: Audience,
): MeetingEvent {
  return { type, plan, ...(audience.kind === 'presidium' && by !== undefined ? { by } : {}) };
}

/** That it is not held, and why, concerns everybody who might have come. */
function calledOff(
  { by, ...told }: Extract<MeetingEvent, { type: 'MeetingCalledOff' }>,
  audience: Audience,
): MeetingEvent {
  return { ...told, ...(audience.kind === 'presidium' && by !== undefined ? { by } : {}) };
}

/** `show` for a whole fact. */
export function showFact(fact: Fact, audience: Audience, meeting: Meeting | Unplanned): Fact | null {
  const event = show(fact.event, audience, meeting);
  return event === null ? null : { ...fact, event };
}

/** `showTo` for a whole fact. */
export function showFactTo(
  fact: Fact,
  audience: Audience,
  person: PersonId,
  meeting: Meeting | Unplanned,
): Fact | null {
  const event = showTo(fact.event, audience, person, meeting);
  return event === null ? null : { ...fact, event };
}

/** The public of a body that is not public live: that it meets, and its decisions. */
function throughNotice(event: MeetingEvent, meeting: Meeting): MeetingEvent | null {
  switch (event.type) {
    case 'CheckInOpened':
    case 'MeetingOpened':
    case 'NoticeSent':
    case 'MeetingClosed':
    case 'AgendaReordered':
    case 'ItemClosed':
    case 'ItemDecided':
      return event;
    case 'ItemWithdrawn':
      return redact.itemWithdrawn(event, meeting);
    default:
      return null;
  }
}

type Watching = Exclude<Eyes, 'nothing' | 'notice'>;

/** One fact through one pair of eyes. Each group of cases is one sentence of policy. */
function throughEyes(event: MeetingEvent, eyes: Watching, meeting: Meeting): MeetingEvent | null {
  switch (event.type) {
    // Everybody: the order of the evening, who is called, who counts.
    case 'MeetingOpened':
    case 'NoticeChecked':
    case 'ItemOpened':
    case 'DebateBegun':
    case 'ItemClosed':
    case 'ItemDecided':
    case 'AgendaReordered':
    case 'NoticeSent':
    case 'MeetingClosed':
    case 'CheckInOpened':
    case 'RollCallStarted':
    case 'NameCalled':
    case 'NameAnswered':
    case 'RollCallEnded':
    case 'DeclaredQuorate':
    case 'DoorsClosed':
    case 'DoorsOpened':
    case 'AdjournmentExtended':
    case 'MeetingRecalled':
    case 'PresenceCheckCompleted':
    case 'DebateClosed':
    case 'DebateReopened':
    case 'FloorRequestWithdrawn':
    case 'SpeechEnded':
    case 'RequestMoved':
      return event;
    // Everybody in the meeting and its public, not the technicians: what is proposed and decided.
    case 'ProposalEdited':
    case 'ProposalWithdrawn':
    case 'ProposalSupported':
    case 'SupportWithdrawn':
    case 'ProposalRefused':
    case 'ProposalRefusalOverruled':
    case 'OrderProposed':
    case 'OrderApproved':
    case 'QuestionPut':
    case 'FindingStated':
    case 'CounterPropositionChosen':
    case 'VoteOpened':
    case 'VoterCalled':
    case 'VoteFrozen':
    case 'VoteResumed':
    case 'VoteAnnulled':
    case 'VoteTied':
    case 'VoteClosed':
    case 'LotDrawn':
    case 'QuestionSettled':
    case 'QuestionDropped':
    case 'StoodAside':
    case 'ReservationMade':
    case 'StatementMade':
    case 'PersonsElected':
    case 'KeyHoldersAppointed':
    case 'KeysCompleted':
    case 'ClosedBallotOpened':
    case 'RegistrationClosed':
    case 'VotingListDrawn':
    case 'VotingListApproved':
    case 'ClosedBallotClosed':
    case 'ClosedBallotEnded':
    case 'CountStarted':
    case 'ShareGiven':
    case 'PaperCountsDiffered':
    case 'ClosedBallotCounted':
    case 'BallotLotDrawn':
    case 'ClosedBallotAnnulled':
    case 'AdjustedAtOnce':
    case 'VotingRegisterApproved':
    case 'ProportionalRequested':
    case 'ProportionalWithdrawn':
    case 'ProportionalOpened':
    case 'SlipsClosed':
    case 'SlipCountsDiffered':
    case 'ProportionalCounted':
    case 'ProportionalLotDrawn':
    case 'ProportionalAnnulled':
    case 'DocumentHandedOut':
      return eyes === 'support' ? null : event;
    // Those in the meeting who are cleared for the item.
    case 'ExternalAdmitted':
    case 'ExternalEnded':
    case 'ConflictRaised':
    case 'ConflictContested':
    case 'FormConsented':
    case 'FormRefused':
    case 'HoldingEntered':
    case 'MaterialStood':
    case 'PerCapsulamProposed':
    case 'PerCapsulamSigned':
    case 'PerCapsulamRefused':
    case 'PerCapsulamDecided':
    case 'ClosedElectionRequested':
    case 'VoterRegistered':
    case 'TabletReplaced':
    case 'InclusionChecked':
      return eyes === 'presidium' || eyes === 'participants' ? event : null;
    // Everybody in the meeting and its technicians.
    case 'PresenceConfirmed':
      return eyes === 'public' ? null : event;
    // Presidium and technicians, and the person concerned.
    case 'EntryRefused':
    case 'IdentityCheckBegun':
    case 'IdentityCheckEnded':
    case 'HelpAsked':
    case 'HelpAnswered':
      return eyes === 'presidium' || eyes === 'support' ? event : null;
    // The presidium, and the person concerned.
    case 'NoticeAnswered':
    case 'NoticeRead':
    case 'RemoteApplied':
    case 'RemoteTested':
    case 'RemoteGranted':
    case 'RemoteDenied':
    case 'RemoteWithdrawn':
    case 'RemoteAgreed':
    case 'RoomDeclared':
    case 'DocumentReceived':
    case 'NoteWritten':
    case 'NoteRemoved':
    case 'ScriptWorded':
    case 'MinutesLocked':
    case 'MinutesUnlocked':
      return eyes === 'presidium' ? event : null;
    // The secretary's name for a proposal is said aloud and stands on every screen; other wordings are drafts.
    case 'PassageWorded':
      return eyes === 'presidium' || (isNameKey(event.passage) && eyes !== 'support') ? event : null;
    // Less of it, by who looks.
    case 'CheckedIn':
      return redact.checkedIn(event, eyes, meeting);
    case 'LinkChanged':
      return redact.linkChanged(event, eyes, meeting);
    case 'Admitted':
    case 'IdentityDoubted':
    case 'LinkApproved':
    case 'ModeChanged':
      return redact.isKnownTo(event.person, eyes, meeting) ? event : null;
    case 'CheckedOut':
    case 'NotedAbsent':
      return redact.gone(event, eyes, meeting);
    case 'SeatTaken':
      return redact.seatTaken(event, eyes, meeting);
    case 'SeatLeft':
      return redact.seatLeft(event, eyes);
    case 'ItemWithdrawn':
      return eyes === 'public' || eyes === 'support' ? redact.itemWithdrawn(event, meeting) : event;
    case 'ChairHandedOver':
      return redact.chairHandedOver(event, eyes);
    case 'FloorRequested':
    case 'FloorGiven':
      return redact.floorRequest(event, eyes);
    case 'ProposalMoved':
      return redact.proposalMoved(event, eyes);
    case 'VoteDemanded':
      return redact.voteDemanded(event, eyes);
    case 'VoteCast':
      return redact.voteCast(event, eyes, meeting);
    case 'SlipPut':
    case 'VotesMarked':
      return redact.votesMarked(event, eyes, meeting);
    case 'SlipsEntered':
    case 'PaperCountEntered':
      return redact.paperCount(event, eyes);
    case 'ConflictDeclared':
      return redact.conflictDeclared(event, eyes);
    case 'ConflictDecided':
    case 'ConflictWithdrawn':
      return redact.conflictSettled(event, eyes);
    case 'MeetingAdjourned':
      return redact.meetingAdjourned(event, eyes);
    // Handled before: they are about the plan.
    case 'MeetingPlanned':
    case 'PlanChanged':
    case 'MeetingCalledOff':
    case 'ItemAdded':
      return null;
    default:
      return unreachable(event);
  }
}
