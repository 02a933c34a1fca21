import type {
  AlternativeId,
  BallotId,
  DocumentId,
  ItemId,
  PersonId,
  ProposalId,
  QuestionId,
  RequestId,
  SeatId,
  VoteId,
} from '../ids.ts';
import type { MeetingPlan } from '../plan.ts';
import type { MeetingEvent } from '../types.ts';
import { ALL_CONDITIONS, NO_CONDITIONS } from './sessions.ts';

type Type = MeetingEvent['type'];
export type EveryEvent = { readonly [T in Type]: Extract<MeetingEvent, { readonly type: T }> };

/** The person whose facts they are, somebody at the desk who acts, and the seat in question. */
export type Cast = { readonly person: PersonId; readonly desk: PersonId; readonly seat: SeatId };

const PROPOSAL = 'p-1' as ProposalId;
const QUESTION = 'q-1' as QuestionId;
const VOTE = 'v-1' as VoteId;
const YES = 'a-yes' as AlternativeId;
const NO = 'a-no' as AlternativeId;
const ASKED = 'r-asked' as RequestId;
const SPEAKS = 'r-speaks' as RequestId;
const BALLOT = 'b-1' as BallotId;
const PAPER = 'd-1' as DocumentId;
const TEST = { camera: true, microphone: true, sound: true, connection: true, battery: 80 };
const counted = { present: 21, required: 21 };

/**
 * One fact of every kind, as full as it can be, in one item: the same question, vote, ballot, request and proposal all through, so
 * that in this order each finds what it is about.
 */
export function everyEvent(plan: MeetingPlan, item: ItemId, { person, desk, seat }: Cast): EveryEvent {
  const planned = plan.items.find(({ id }) => id === item);
  if (planned === undefined) throw new Error('The item is not in the plan.');
  return {
    MeetingPlanned: { type: 'MeetingPlanned', plan },
    PlanChanged: { type: 'PlanChanged', plan, by: desk },
    MeetingCalledOff: { type: 'MeetingCalledOff', reason: 'För få ärenden.', by: desk },
    ...calling(person, item, planned),
    ...attending(person, desk, seat, item),
    ...debating(person, desk, item),
    ...deciding(person, desk, item),
    ...electing(person, desk, item),
    ...proportional(person, desk, item),
    ...ofCompanies(person, seat, item),
    ...written(desk, item),
  };
}

function calling(person: PersonId, item: ItemId, planned: MeetingPlan['items'][number]) {
  return {
    NoticeSent: { type: 'NoticeSent', version: 1, digest: '0a', announcedOn: '2025-11-05', sentOn: '2025-11-05' },
    NoticeAnswered: { type: 'NoticeAnswered', person, answer: 'room' },
    NoticeRead: { type: 'NoticeRead', person },
    RemoteApplied: { type: 'RemoteApplied', person, reason: 'Sjuk.', queued: false, confirmed: ['alone'], test: TEST },
    RemoteTested: { type: 'RemoteTested', person, test: TEST },
    RemoteAgreed: { type: 'RemoteAgreed', agreedOn: '2025-10-01', numbers: [] },
    RemoteDenied: { type: 'RemoteDenied', person, reason: 'Fullt.' },
    RemoteWithdrawn: { type: 'RemoteWithdrawn', person, reason: 'Frisk.' },
    RemoteGranted: { type: 'RemoteGranted', person, reason: 'Sjuk.', standing: true },
    CheckInOpened: { type: 'CheckInOpened' },
    MeetingOpened: { type: 'MeetingOpened', leader: 'chair' as PersonId },
    NoticeChecked: { type: 'NoticeChecked', faults: [], stand: 'proceed', reason: 'Alla fick den.' },
    ItemAdded: { type: 'ItemAdded', item: { ...planned, id: 'item-added' as ItemId, number: 999 }, consent: [person] },
    AgendaReordered: { type: 'AgendaReordered', order: [item] },
    ItemOpened: { type: 'ItemOpened', item, ...counted },
    ItemWithdrawn: { type: 'ItemWithdrawn', item, reason: 'Handlingar saknas.' },
    DocumentHandedOut: { type: 'DocumentHandedOut', item, document: { id: PAPER, title: 'Bilaga' } },
    DocumentReceived: { type: 'DocumentReceived', item, document: PAPER, person },
  } as const satisfies Partial<EveryEvent>;
}

function attending(person: PersonId, desk: PersonId, seat: SeatId, item: ItemId) {
  const presence = {
    person,
    mode: 'remote',
    room: 'Rådhuset',
    identified: 'bankId',
    since: 5,
    admitted: true,
    fulfilled: true,
    deviceTest: TEST,
    conditions: ALL_CONDITIONS,
    awaitingApproval: true,
  } as const;
  return {
    CheckedIn: { type: 'CheckedIn', presence },
    IdentityCheckBegun: { type: 'IdentityCheckBegun', person, by: desk },
    IdentityCheckEnded: { type: 'IdentityCheckEnded', person, by: desk, proofs: ['picture'] },
    IdentityDoubted: { type: 'IdentityDoubted', person, by: desk },
    EntryRefused: { type: 'EntryRefused', person },
    Admitted: { type: 'Admitted', person },
    SeatTaken: { type: 'SeatTaken', seat, person, forConflictIn: item },
    RollCallStarted: { type: 'RollCallStarted', order: [seat] },
    NameCalled: { type: 'NameCalled', seat },
    NameAnswered: { type: 'NameAnswered', seat, answer: 'yes' },
    RollCallEnded: { type: 'RollCallEnded' },
    DeclaredQuorate: { type: 'DeclaredQuorate', ...counted },
    LinkChanged: { type: 'LinkChanged', person, conditions: NO_CONDITIONS, fulfilled: false, cause: 'cameraOff' },
    LinkApproved: { type: 'LinkApproved', person },
    ModeChanged: { type: 'ModeChanged', person, mode: 'remote' },
    MeetingAdjourned: { type: 'MeetingAdjourned', cause: 'connectionLost', until: 9, reason: 'Paus.', person },
    AdjournmentExtended: { type: 'AdjournmentExtended', until: 12 },
    MeetingRecalled: { type: 'MeetingRecalled' },
    PresenceConfirmed: { type: 'PresenceConfirmed', person },
    PresenceCheckCompleted: { type: 'PresenceCheckCompleted', ...counted },
    SeatLeft: { type: 'SeatLeft', seat, person, cause: 'connectionLost', barredToday: true },
    CheckedOut: { type: 'CheckedOut', person, cause: 'connectionLost' },
    NotedAbsent: { type: 'NotedAbsent', person, cause: 'connectionLost' },
    HelpAsked: { type: 'HelpAsked', person, text: 'Jag hör inget.' },
    HelpAnswered: { type: 'HelpAnswered', person },
    ChairHandedOver: { type: 'ChairHandedOver', from: desk, to: person, reason: 'Jäv.' },
    MeetingClosed: { type: 'MeetingClosed' },
  } as const satisfies Partial<EveryEvent>;
}

function debating(person: PersonId, desk: PersonId, item: ItemId) {
  const request = { id: ASKED, item, person, kind: 'speech', at: 7, enteredBy: desk } as const;
  return {
    DebateBegun: { type: 'DebateBegun', item },
    DoorsClosed: { type: 'DoorsClosed', item },
    RoomDeclared: { type: 'RoomDeclared', item, person },
    ExternalAdmitted: { type: 'ExternalAdmitted', item, person },
    ExternalEnded: { type: 'ExternalEnded', item, person },
    DoorsOpened: { type: 'DoorsOpened', item },
    FloorGiven: { type: 'FloorGiven', request: { ...request, id: SPEAKS }, limit: 180 },
    FloorRequested: { type: 'FloorRequested', request },
    RequestMoved: { type: 'RequestMoved', request: ASKED, before: null },
    FloorRequestWithdrawn: { type: 'FloorRequestWithdrawn', request: ASKED },
    SpeechEnded: { type: 'SpeechEnded', request: SPEAKS },
    ProposalMoved: {
      type: 'ProposalMoved',
      proposal: {
        id: PROPOSAL,
        item,
        kind: 'amendment',
        mover: person,
        text: 'Förslaget.',
        instance: 1,
        at: 8,
        supporters: [],
        enteredBy: desk,
        state: 'onTable',
      },
    },
    ProposalEdited: { type: 'ProposalEdited', proposal: PROPOSAL, text: 'Nytt förslag.' },
    ProposalSupported: { type: 'ProposalSupported', proposal: PROPOSAL, person },
    SupportWithdrawn: { type: 'SupportWithdrawn', proposal: PROPOSAL, person },
    ProposalRefused: { type: 'ProposalRefused', proposal: PROPOSAL, ground: 'unlawful' },
    ProposalRefusalOverruled: { type: 'ProposalRefusalOverruled', proposal: PROPOSAL },
    ProposalWithdrawn: { type: 'ProposalWithdrawn', proposal: PROPOSAL },
    DebateClosed: { type: 'DebateClosed', item },
    DebateReopened: { type: 'DebateReopened', item, reason: 'Nytt yrkande.' },
    ConflictDeclared: { type: 'ConflictDeclared', item, person, ground: 'Äger marken.' },
    ConflictRaised: { type: 'ConflictRaised', item, person, ground: 'Grannen.', by: desk },
    ConflictContested: { type: 'ConflictContested', item, person },
    ConflictDecided: { type: 'ConflictDecided', item, person, inConflict: true },
    ConflictWithdrawn: { type: 'ConflictWithdrawn', item, person },
  } as const satisfies Partial<EveryEvent>;
}

function deciding(person: PersonId, desk: PersonId, item: ItemId) {
  const at = { question: QUESTION, level: 0 };
  const result = { yes: 1, no: 0, abstain: 0, absent: 0, present: 21, outcome: YES, settledBy: 'vote' } as const;
  const alternatives = [YES, NO].map((id) => ({ id, kind: 'proposal' as const, proposal: PROPOSAL }));
  const draft = { id: QUESTION, kind: 'main', alternatives, threshold: { kind: 'simple' } } as const;
  return {
    OrderProposed: { type: 'OrderProposed', item, questions: [draft], enBlocAdditions: false },
    OrderApproved: { type: 'OrderApproved', item },
    QuestionPut: { type: 'QuestionPut', ...at, ...counted },
    FindingStated: { type: 'FindingStated', ...at, alternative: YES },
    VoteDemanded: { type: 'VoteDemanded', ...at, person, enteredBy: desk },
    CounterPropositionChosen: { type: 'CounterPropositionChosen', ...at, alternative: NO, by: 'acclamation' },
    VoteOpened: {
      type: 'VoteOpened',
      vote: VOTE,
      ...at,
      yes: YES,
      no: NO,
      method: 'rollCall',
      electors: [{ seat: 'seat-1' as SeatId, person }],
      ...counted,
    },
    VoterCalled: { type: 'VoterCalled', vote: VOTE, person },
    VoteCast: { type: 'VoteCast', vote: VOTE, person, choice: 'no', how: 'spoken', enteredBy: desk },
    VoteFrozen: { type: 'VoteFrozen', vote: VOTE, person },
    VoteResumed: { type: 'VoteResumed', vote: VOTE },
    VoteTied: { type: 'VoteTied', vote: VOTE, ballots: [], remedy: 'lot' },
    LotDrawn: { type: 'LotDrawn', vote: VOTE, alternative: YES, witness: desk, manner: 'Lappar.' },
    VoteClosed: { type: 'VoteClosed', vote: VOTE, result: { ...result, ballots: [] } },
    VoteAnnulled: { type: 'VoteAnnulled', vote: VOTE, reason: 'Tekniskt fel.' },
    QuestionSettled: { type: 'QuestionSettled', question: QUESTION, outcome: YES, by: 'vote' },
    QuestionDropped: { type: 'QuestionDropped', question: QUESTION },
    ItemDecided: { type: 'ItemDecided', item, outcome: 'decided' },
    StoodAside: { type: 'StoodAside', item, person },
    ReservationMade: { type: 'ReservationMade', item, person, text: 'Reservation.' },
    StatementMade: { type: 'StatementMade', item, person, text: 'Anteckning.' },
    ItemClosed: { type: 'ItemClosed', item, outcome: 'decided' },
  } as const satisfies Partial<EveryEvent>;
}

function electing(person: PersonId, desk: PersonId, item: ItemId) {
  const ballot = BALLOT;
  const count = { votes: {}, blank: 1, invalid: 0 };
  return {
    PersonsElected: { type: 'PersonsElected', item, persons: [person], by: 'acclamation' },
    KeyHoldersAppointed: { type: 'KeyHoldersAppointed', persons: [person], needed: 1 },
    KeysCompleted: { type: 'KeysCompleted', key: '0b' },
    ClosedBallotOpened: {
      type: 'ClosedBallotOpened',
      ballot,
      item,
      means: 'sealed',
      candidates: [person],
      places: 1,
      electors: [person],
    },
    VoterRegistered: { type: 'VoterRegistered', ballot, person },
    TabletReplaced: { type: 'TabletReplaced', ballot, person },
    RegistrationClosed: { type: 'RegistrationClosed', ballot },
    VotingListDrawn: { type: 'VotingListDrawn', ballot, lines: 1, hash: '0c' },
    VotingListApproved: { type: 'VotingListApproved', ballot },
    VotesMarked: { type: 'VotesMarked', ballot, persons: [person] },
    ClosedBallotClosed: { type: 'ClosedBallotClosed', ballot },
    ClosedBallotEnded: { type: 'ClosedBallotEnded', ballot, head: '0d', cast: 1 },
    InclusionChecked: { type: 'InclusionChecked', ballot, person, found: true },
    CountStarted: { type: 'CountStarted', ballot, unchecked: [] },
    ShareGiven: { type: 'ShareGiven', ballot, holder: person, holds: true },
    PaperCountEntered: { type: 'PaperCountEntered', ballot, counter: desk, count },
    PaperCountsDiffered: { type: 'PaperCountsDiffered', ballot },
    ClosedBallotCounted: { type: 'ClosedBallotCounted', ballot, count, head: '0e' },
    BallotLotDrawn: { type: 'BallotLotDrawn', ballot, persons: [person], witness: desk, manner: 'Lappar.' },
    ClosedBallotAnnulled: { type: 'ClosedBallotAnnulled', ballot, reason: 'Tekniskt fel.' },
  } as const satisfies Partial<EveryEvent>;
}

function proportional(person: PersonId, desk: PersonId, item: ItemId) {
  const count = { groups: [], invalid: {} };
  return {
    ProportionalRequested: { type: 'ProportionalRequested', item, person, places: 2, enteredBy: desk },
    ProportionalWithdrawn: { type: 'ProportionalWithdrawn', item, person },
    ProportionalOpened: {
      type: 'ProportionalOpened',
      item,
      present: 21,
      quota: 8,
      officer: desk,
      assistants: [person],
      electors: [person],
    },
    SlipPut: { type: 'SlipPut', item, person },
    SlipsClosed: { type: 'SlipsClosed', item },
    SlipsEntered: { type: 'SlipsEntered', item, counter: desk, count },
    SlipCountsDiffered: { type: 'SlipCountsDiffered', item },
    ProportionalCounted: { type: 'ProportionalCounted', item, count },
    ProportionalLotDrawn: { type: 'ProportionalLotDrawn', item, group: 1, witness: desk, manner: 'Lappar.' },
    ProportionalAnnulled: { type: 'ProportionalAnnulled', item, reason: 'Fel lista.' },
  } as const satisfies Partial<EveryEvent>;
}

function ofCompanies(person: PersonId, seat: SeatId, item: ItemId) {
  return {
    FormConsented: { type: 'FormConsented', person },
    FormRefused: { type: 'FormRefused', person },
    MaterialStood: { type: 'MaterialStood', item, reason: 'Alla fick det.' },
    PerCapsulamProposed: { type: 'PerCapsulamProposed', item, text: 'Avtalet godkänns.' },
    PerCapsulamSigned: { type: 'PerCapsulamSigned', item, person },
    PerCapsulamRefused: { type: 'PerCapsulamRefused', item, person },
    PerCapsulamDecided: { type: 'PerCapsulamDecided', item },
    ClosedElectionRequested: { type: 'ClosedElectionRequested', item, person },
    HoldingEntered: { type: 'HoldingEntered', seat, holding: { votes: 2, shares: 2, owner: 'Ägaren' } },
    VotingRegisterApproved: { type: 'VotingRegisterApproved', rows: [] },
  } as const satisfies Partial<EveryEvent>;
}

function written(desk: PersonId, item: ItemId) {
  return {
    NoteWritten: { type: 'NoteWritten', note: 'n-1', item, text: 'Utkast.' },
    NoteRemoved: { type: 'NoteRemoved', note: 'n-1' },
    PassageWorded: { type: 'PassageWorded', passage: `${item}/decision/x`, text: 'Utkast.' },
    MinutesLocked: { type: 'MinutesLocked', device: desk },
    MinutesUnlocked: { type: 'MinutesUnlocked', device: desk },
    AdjustedAtOnce: { type: 'AdjustedAtOnce', item },
    ScriptWorded: { type: 'ScriptWorded', line: `${item}/words/x`, text: 'Egna ord.' },
  } as const satisfies Partial<EveryEvent>;
}
