import type { Body } from './body.ts';
import type { DocumentId, Instant, ItemId, LocalDate, MeetingId, PartyId, PersonId, SeatId } from './ids.ts';

export type Party = { readonly id: PartyId; readonly short: string; readonly name: string };

export type Person = {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly party?: PartyId;
  /** Tjänstetitel, e.g. ekonomidirektör. */
  readonly title?: string;
  /** For secretary and presidium only (ADJ-08). */
  readonly phone?: string;
  /** Skyddade personuppgifter: who this is, is for those in the meeting and not for the public. Known to secretary and presidium. */
  readonly isProtected?: true;
};

/** A person's part in this meeting (IDA-12). Members and substitutes follow from seats and substitute lists, not from here. */
export type Duty =
  | 'chair'
  | 'viceChair'
  | 'secondViceChair'
  | 'secretary'
  | 'assistant'
  | 'technician'
  | 'official'
  | 'presenter'
  | 'auditor'
  /** Kommunal- eller regionråd without a seat (KL 5:39). */
  | 'commissioner'
  | 'external'
  /** A screen or camera of the hall, which is no person. */
  | 'hallDevice';

export type Seat = {
  readonly id: SeatId;
  /** Place in the body's fixed order. */
  readonly number: number;
  /** Absent: vacant. It still counts in the full number. */
  readonly holder?: PersonId;
  readonly party?: PartyId;
  readonly constituency?: string;
  /** General meeting: votes and shares of the shareholder, until the desk enters what is represented (ABL 7:29). */
  readonly votes?: number;
  readonly shares?: number;
};

/** Inkallelseordning: for seats of `party` (in `constituency`), these persons in this order; `chain` is KL 5:21's next lists. */
export type SubstituteList = {
  readonly party?: PartyId;
  readonly constituency?: string;
  readonly persons: readonly PersonId[];
  readonly chain?: readonly { readonly party?: PartyId; readonly constituency?: string }[];
};

/** In the order in which an agenda mostly has them. */
export const ITEM_KINDS = [
  'rollCall',
  'adjusters',
  'agenda',
  'matter',
  'election',
  'bill',
  'interpellation',
  'question',
  'report',
  'information',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

export type AgendaDocument = {
  readonly id: DocumentId;
  readonly title: string;
  readonly pages?: number;
  readonly bytes?: number;
  readonly handedOutAt?: Instant;
};

/** A decision made on a board's behalf and reported to it (KL 6:37–40). */
export type ReportedDecision = {
  readonly kind: 'delegated' | 'chair';
  readonly text: string;
  readonly madeOn: LocalDate;
  /** The board's decision that gave the power. */
  readonly mandate?: { readonly date: LocalDate; readonly section: string };
  /** Could not wait for the board (6:39). */
  readonly urgent?: boolean;
  /** It concerns what may not be delegated (6:38, in its order). */
  readonly reservedToBoard?: 'aims' | 'toCouncil' | 'principle' | 'residentsProposal' | 'otherLaw';
};

export type Item = {
  readonly id: ItemId;
  /** § in the minutes. */
  readonly number: number;
  readonly title: string;
  readonly kind: ItemKind;
  readonly diaryNumber?: string;
  readonly documents: readonly AgendaDocument[];
  /** `secret`: title too is withheld from the public (OSL). */
  readonly doors: 'open' | 'closed' | 'secret';
  /** The preparing body's proposal: what is on the table before anyone has moved anything. */
  readonly tabled?: {
    readonly by: string;
    readonly text: string;
    readonly clauses?: readonly string[];
    readonly candidates?: readonly PersonId[];
  };
  /** Organs that have prepared it (KL 5:26); ORD-5. */
  readonly preparedBy: readonly string[];
  readonly presenter?: PersonId;
  /** Day it was made known on the notice board (KAL-1, KAL-2); absent = not announced (KAL-3). */
  readonly announcedOn?: LocalDate;
  readonly urgent?: boolean;
  /** A member's bill: the day it was raised (KAL-5). */
  readonly raisedOn?: LocalDate;
  /** Myndighetsutövning mot enskild (4:26, 6:25, 6:31). */
  readonly exerciseOfAuthority?: boolean;
  /** Decisions made on the board's behalf that the item reports (DEL-1, DEL-2). */
  readonly reported?: readonly ReportedDecision[];
  readonly expectedConflicts?: readonly PersonId[];
  /** Parties and others called to be heard in this item (EXT-02). */
  readonly externals?: readonly PersonId[];
  /** Where the body decides per item how one at a distance takes part behind closed doors (SEC-06); absent: not at all. */
  readonly remoteWhenClosed?: 'never' | 'premisesOnly' | 'protected';
  /**
   * `closed`: known beforehand to be decided by closed ballot (KL 5:54), such as whom to employ. `proportional`: on the law's list
   * (KL 5:58, 6:42), so it may be asked for. `substitutes`: of members elected in another item, or earlier (LPV 3 §).
   */
  readonly election?: {
    readonly office: string;
    readonly places: number;
    readonly closed?: boolean;
    readonly proportional?: boolean;
    readonly substitutes?: { readonly membersIn?: ItemId; readonly membersProportional?: boolean };
  };
  /** The day of the meeting at a distance that it was planned for, and barred from (DEC-14). */
  readonly movedFrom?: LocalDate;
  readonly asker?: PersonId;
  readonly answerer?: PersonId;
  /** Earlier minority tabling/referral of this matter (ORD-2, ORD-6). */
  readonly earlierMinorityReferral?: {
    readonly date: LocalDate;
    readonly section: string;
    readonly annulled?: boolean;
  };
  /** A qualified majority (BES-6). */
  readonly majority?: 'twoThirdsOfPresent' | 'twoThirdsOfCast' | 'twoThirdsOfCastAndShares';
  /** A federation's own qualified majority by its order, e.g. 3 of 4 of those present (FOR-1). */
  readonly ownMajority?: { readonly parts: number; readonly of: number; readonly base: 'present' | 'cast' };
  /** Extra election to the council: always tabled the first time (KL 5:50). */
  readonly extraElection?: 'first' | 'tabledBefore';
};

/** The meeting's first fact: everything that was settled before it began. Rules of its own day, frozen (GOV-28). */
export type MeetingPlan = {
  readonly meeting: MeetingId;
  readonly municipality: string;
  readonly body: Body;
  readonly date: LocalDate;
  readonly startsAt: Instant;
  readonly place: string;
  readonly form: 'physical' | 'hybrid' | 'allButPresidium' | 'severalRooms';
  readonly parties: readonly Party[];
  readonly people: readonly Person[];
  readonly seats: readonly Seat[];
  readonly substitutes: readonly SubstituteList[];
  readonly duties: readonly { readonly person: PersonId; readonly duty: Duty }[];
  readonly items: readonly Item[];
  readonly notice: {
    readonly announcedOn: LocalDate | null;
    readonly sentOn: LocalDate | null;
    readonly fallback?: string;
    /** Days before the meeting when those who have not answered are reminded; 0: never; absent: `REMIND_DAYS`. */
    readonly remindDays?: number;
  };
  /** Persons with a granted permission to take part at a distance when the meeting was planned. */
  readonly remoteGranted: readonly PersonId[];
  readonly secretaryPhone?: string;
  readonly rehearsal?: boolean;
  /** Items that need a closed ballot, barred here and moved to a meeting in the room that day (DEC-14). A secret title is empty. */
  readonly moved?: readonly { readonly title: string; readonly to: LocalDate }[];
};
