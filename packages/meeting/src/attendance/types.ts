import type { Instant, ItemId, PersonId, SeatId } from '../ids.ts';

export type Mode = 'room' | 'remote';
/** How the person was identified (IDA-09). `withheld`: this audience is not told. */
export type Identification =
  | 'demoLink'
  | 'bankId'
  | 'freja'
  | 'directory'
  | 'passkey'
  | 'oneTimeLink'
  | 'secretaryInRoom'
  | 'device'
  | 'withheld';

/** Five conditions of presence for one at a distance (ATT-10). */
export type LinkConditions = {
  readonly seesHearsPresidium: boolean;
  readonly seesSpeaker: boolean;
  readonly seesRoom: boolean;
  readonly seesHearsOthers: boolean;
  readonly isSeenAndHeard: boolean;
};
export type LinkCause =
  | 'connectionLost'
  | 'pictureFrozen'
  | 'cameraOff'
  | 'soundLost'
  | 'poorQuality'
  | 'tabClosed'
  | 'sfuLost';
export type DeviceTest = {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly sound: boolean;
  readonly connection: boolean;
  /** 0–100, absent where the device does not tell. */
  readonly battery?: number;
};

export type Presence = {
  readonly person: PersonId;
  readonly mode: Mode;
  /** Name of the room in the town hall, when more than one (AV-18). */
  readonly room?: string;
  readonly identified: Identification;
  /** The name that the installation knows of one who is not of the meeting; written by the server. */
  readonly visitor?: string;
  readonly since: Instant;
  /** In the lobby until admitted; seat holders and officers with a duty are admitted at once. */
  readonly admitted: boolean;
  readonly deviceTest?: DeviceTest;
  /** Remote only: are the body's conditions met now? In-room persons: always true. */
  readonly fulfilled: boolean;
  readonly conditions?: LinkConditions;
  readonly lost?: { readonly at: Instant; readonly cause: LinkCause };
  /** After a loss a link counts again first when approved (ADJ-07) where the body's rule says so. */
  readonly awaitingApproval?: boolean;
};

/** `secretItem`: a remote person out of an item behind closed doors (DIST-6); like `conflict` it bars nobody from serving again. */
export type LeaveCause =
  | 'left'
  | 'connectionLost'
  | 'conflict'
  | 'secretItem'
  | 'otherHindrance'
  | 'notedAbsent'
  | 'meetingClosed'
  | 'memberReturned';

/** Who serves a seat now. `inPlaceOf` set = a serving substitute. */
export type Service = {
  readonly person: PersonId;
  readonly since: Instant;
  readonly inPlaceOf?: PersonId;
  readonly forConflictIn?: string;
};

/** Out of one item only: whoever served gets the seat back when it is closed (KL 5:18, 5:20). */
export type SteppedAside = {
  readonly person: PersonId;
  readonly item: ItemId;
  readonly cause: 'conflict' | 'secretItem';
  readonly inPlaceOf?: PersonId;
};

/** One time that a link did not meet the conditions (DIST-4): the appendix of the minutes. */
export type LinkLoss = {
  readonly person: PersonId;
  readonly from: Instant;
  readonly to?: Instant;
  readonly cause?: LinkCause;
  readonly atItem?: number;
};

/** One stretch of presence or service, for the minutes (KL 5:66). */
export type Stretch = {
  readonly person: PersonId;
  readonly capacity: 'member' | 'servingSubstitute' | 'other';
  readonly seat?: SeatId;
  readonly inPlaceOf?: PersonId;
  readonly mode: Mode;
  readonly from: Instant;
  readonly to?: Instant;
  readonly cause?: LeaveCause;
  /** § during which it ended or began. */
  readonly atItem?: number;
};

export type RollCall = {
  readonly state: 'notStarted' | 'running' | 'done';
  /** Seats in call order: fixed order, vice chairs and the chair last. */
  readonly order: readonly SeatId[];
  readonly called?: SeatId;
  readonly answers: Readonly<Record<SeatId, 'yes' | 'noAnswer'>>;
  /** Seats without an answer that have been called a second time. */
  readonly recalled: readonly SeatId[];
  /** The body was declared quorate after it. */
  readonly declaredQuorate?: Instant;
};

export type AttendanceState = {
  readonly checkInOpen: boolean;
  readonly present: Readonly<Record<PersonId, Presence>>;
  readonly serving: Readonly<Record<SeatId, Service>>;
  readonly stretches: readonly Stretch[];
  /** KL 5:20: interrupted for another hindrance than conflict of interest; may not serve again this day. */
  readonly barredToday: Readonly<Record<PersonId, Instant>>;
  readonly steppedAside: Readonly<Record<SeatId, SteppedAside>>;
  readonly linkLog: readonly LinkLoss[];
  readonly rollCall: RollCall;
};

export type AttendanceCommand =
  | { readonly type: 'openCheckIn' }
  | {
      readonly type: 'checkIn';
      readonly person: PersonId;
      readonly mode: Mode;
      readonly room?: string;
      readonly identified: Identification;
      readonly visitor?: string;
      readonly deviceTest?: DeviceTest;
    }
  | { readonly type: 'admit'; readonly person: PersonId }
  | { readonly type: 'refuseEntry'; readonly person: PersonId }
  | { readonly type: 'checkOut'; readonly person: PersonId; readonly cause: LeaveCause }
  | { readonly type: 'startRollCall' }
  | { readonly type: 'callName'; readonly seat: SeatId }
  /** By the secretary or chair, or by the called person on the own device. */
  | { readonly type: 'answerRollCall'; readonly seat: SeatId; readonly answer: 'yes' | 'noAnswer' }
  | { readonly type: 'endRollCall' }
  | { readonly type: 'declareQuorate' }
  | { readonly type: 'noteAbsent'; readonly person: PersonId; readonly cause: LeaveCause }
  | { readonly type: 'callSubstitute'; readonly seat: SeatId; readonly substitute: PersonId }
  | { readonly type: 'resumeSeat'; readonly seat: SeatId }
  /** By the system, from measured statistics. */
  | {
      readonly type: 'reportLink';
      readonly person: PersonId;
      readonly conditions: LinkConditions;
      readonly cause?: LinkCause;
    }
  | { readonly type: 'approveLink'; readonly person: PersonId }
  | { readonly type: 'changeMode'; readonly person: PersonId; readonly mode: Mode };

export type AttendanceEvent =
  | { readonly type: 'CheckInOpened' }
  | { readonly type: 'CheckedIn'; readonly presence: Presence }
  | { readonly type: 'Admitted'; readonly person: PersonId }
  | { readonly type: 'EntryRefused'; readonly person: PersonId }
  | { readonly type: 'CheckedOut'; readonly person: PersonId; readonly cause: LeaveCause }
  | {
      readonly type: 'SeatTaken';
      readonly seat: SeatId;
      readonly person: PersonId;
      readonly inPlaceOf?: PersonId;
      readonly forConflictIn?: string;
    }
  | {
      readonly type: 'SeatLeft';
      readonly seat: SeatId;
      readonly person: PersonId;
      readonly cause: LeaveCause;
      readonly barredToday: boolean;
    }
  | { readonly type: 'RollCallStarted'; readonly order: readonly SeatId[] }
  | { readonly type: 'NameCalled'; readonly seat: SeatId }
  | { readonly type: 'NameAnswered'; readonly seat: SeatId; readonly answer: 'yes' | 'noAnswer' }
  | { readonly type: 'RollCallEnded' }
  | { readonly type: 'DeclaredQuorate'; readonly present: number; readonly required: number }
  | { readonly type: 'NotedAbsent'; readonly person: PersonId; readonly cause: LeaveCause }
  | {
      readonly type: 'LinkChanged';
      readonly person: PersonId;
      readonly conditions: LinkConditions;
      readonly fulfilled: boolean;
      readonly cause?: LinkCause;
      readonly awaitingApproval?: boolean;
    }
  | { readonly type: 'LinkApproved'; readonly person: PersonId }
  | { readonly type: 'ModeChanged'; readonly person: PersonId; readonly mode: Mode };
