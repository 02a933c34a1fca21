import type { ItemId, PersonId } from '../ids.ts';
import { itemOfPassage } from '../minutes/passage-key.ts';
import { unreachable } from '../result.ts';
import type { Meeting, MeetingEvent } from '../types.ts';

/** Whose inside the event is part of. `null`: of the meeting as a whole. `'unknown'`: of an item that cannot be told, so it must be treated as hidden. */
export type Scope = ItemId | null | 'unknown';

/** Exhaustive on purpose: a new event does not compile before somebody has said what it belongs to. */
export function scopeOf(event: MeetingEvent, meeting: Meeting): Scope {
  switch (event.type) {
    case 'DebateBegun':
    case 'DocumentHandedOut':
    case 'DocumentReceived':
    case 'DebateClosed':
    case 'DebateReopened':
    case 'OrderProposed':
    case 'OrderApproved':
    case 'StoodAside':
    case 'ReservationMade':
    case 'StatementMade':
    case 'PersonsElected':
    case 'ClosedBallotOpened':
    case 'MaterialStood':
    case 'PerCapsulamProposed':
    case 'PerCapsulamSigned':
    case 'PerCapsulamRefused':
    case 'PerCapsulamDecided':
    case 'ClosedElectionRequested':
    case 'AdjustedAtOnce':
    case 'ProportionalRequested':
    case 'ProportionalWithdrawn':
    case 'ProportionalOpened':
    case 'SlipPut':
    case 'SlipsClosed':
    case 'SlipsEntered':
    case 'SlipCountsDiffered':
    case 'ProportionalCounted':
    case 'ProportionalLotDrawn':
    case 'ProportionalAnnulled':
    case 'ConflictDeclared':
    case 'ConflictRaised':
    case 'ConflictContested':
    case 'ConflictDecided':
    case 'ConflictWithdrawn':
    case 'RoomDeclared':
    case 'ExternalAdmitted':
    case 'ExternalEnded':
      return event.item;
    case 'FloorRequested':
    case 'FloorGiven':
      return event.request.item;
    case 'FloorRequestWithdrawn':
    case 'RequestMoved':
      return meeting.floor.queue.find((r) => r.id === event.request)?.item ?? 'unknown';
    case 'SpeechEnded':
      return meeting.floor.speaking?.item ?? 'unknown';
    case 'ProposalMoved':
      return event.proposal.item;
    case 'ProposalEdited':
    case 'ProposalWithdrawn':
    case 'ProposalSupported':
    case 'SupportWithdrawn':
    case 'ProposalRefused':
    case 'ProposalRefusalOverruled':
      return meeting.proposals.byId[event.proposal]?.item ?? 'unknown';
    case 'QuestionPut':
    case 'FindingStated':
    case 'VoteDemanded':
    case 'CounterPropositionChosen':
    case 'VoteOpened':
    case 'QuestionSettled':
    case 'QuestionDropped':
      return meeting.decisions.questions[event.question]?.item ?? 'unknown';
    case 'VoterCalled':
    case 'VoteCast':
    case 'VoteFrozen':
    case 'VoteResumed':
    case 'VoteAnnulled':
    case 'VoteTied':
    case 'VoteClosed':
    case 'LotDrawn':
      return itemOfVote(event.vote, meeting);
    case 'VoterRegistered':
    case 'TabletReplaced':
    case 'RegistrationClosed':
    case 'VotingListDrawn':
    case 'VotingListApproved':
    case 'VotesMarked':
    case 'ClosedBallotClosed':
    case 'ClosedBallotEnded':
    case 'InclusionChecked':
    case 'CountStarted':
    case 'ShareGiven':
    case 'PaperCountEntered':
    case 'PaperCountsDiffered':
    case 'ClosedBallotCounted':
    case 'BallotLotDrawn':
    case 'ClosedBallotAnnulled':
      return meeting.elections.ballots[event.ballot]?.item ?? 'unknown';
    case 'NoteWritten':
      return event.item;
    case 'NoteRemoved':
      return meeting.minutes.notes.find((note) => note.id === event.note)?.item ?? null;
    case 'PassageWorded':
      return itemOfPassage(event.passage);
    case 'ScriptWorded':
      return itemOfPassage(event.line);
    case 'FormConsented':
    case 'FormRefused':
    case 'HoldingEntered':
    case 'VotingRegisterApproved':
    case 'KeyHoldersAppointed':
    case 'KeysCompleted':
    case 'MeetingPlanned':
    case 'PlanChanged':
    case 'MeetingCalledOff':
    case 'MeetingOpened':
    case 'NoticeChecked':
    case 'ItemOpened':
    case 'ItemClosed':
    case 'ItemAdded':
    case 'ItemWithdrawn':
    case 'ItemDecided':
    case 'AgendaReordered':
    case 'ChairHandedOver':
    case 'MeetingClosed':
    case 'CheckInOpened':
    case 'CheckedIn':
    case 'Admitted':
    case 'EntryRefused':
    case 'IdentityCheckBegun':
    case 'IdentityCheckEnded':
    case 'IdentityDoubted':
    case 'CheckedOut':
    case 'SeatTaken':
    case 'SeatLeft':
    case 'RollCallStarted':
    case 'NameCalled':
    case 'NameAnswered':
    case 'RollCallEnded':
    case 'DeclaredQuorate':
    case 'NotedAbsent':
    case 'LinkChanged':
    case 'LinkApproved':
    case 'ModeChanged':
    case 'NoticeAnswered':
    case 'NoticeRead':
    case 'NoticeSent':
    case 'RemoteApplied':
    case 'RemoteTested':
    case 'RemoteAgreed':
    case 'RemoteGranted':
    case 'RemoteDenied':
    case 'RemoteWithdrawn':
    case 'DoorsClosed':
    case 'DoorsOpened':
    case 'MeetingAdjourned':
    case 'AdjournmentExtended':
    case 'MeetingRecalled':
    case 'PresenceConfirmed':
    case 'PresenceCheckCompleted':
    case 'MinutesLocked':
    case 'MinutesUnlocked':
    case 'HelpAsked':
    case 'HelpAnswered':
      return null;
    default:
      return unreachable(event);
  }
}

function itemOfVote(vote: keyof Meeting['decisions']['votes'], meeting: Meeting): Scope {
  const question = meeting.decisions.votes[vote]?.question;
  return (question && meeting.decisions.questions[question]?.item) ?? 'unknown';
}

/** The person whose own fact it is, where a person may know more of it than the person's audience. */
export function ownerOf(event: MeetingEvent): PersonId | null {
  switch (event.type) {
    case 'CheckedIn':
      return event.presence.person;
    case 'Admitted':
    case 'EntryRefused':
    case 'IdentityCheckBegun':
    case 'IdentityCheckEnded':
    case 'IdentityDoubted':
    case 'CheckedOut':
    case 'NotedAbsent':
    case 'SeatTaken':
    case 'SeatLeft':
    case 'LinkChanged':
    case 'LinkApproved':
    case 'ModeChanged':
    case 'NoticeAnswered':
    case 'NoticeRead':
    case 'RemoteApplied':
    case 'RemoteTested':
    case 'RemoteGranted':
    case 'RemoteDenied':
    case 'RemoteWithdrawn':
    case 'VoteCast':
    case 'ConflictDeclared':
    case 'ConflictRaised':
    case 'ConflictContested':
    case 'ConflictDecided':
    case 'ConflictWithdrawn':
    case 'RoomDeclared':
    case 'ExternalAdmitted':
    case 'ExternalEnded':
    case 'DocumentReceived':
    case 'HelpAsked':
    case 'HelpAnswered':
      return event.person;
    default:
      return null;
  }
}
