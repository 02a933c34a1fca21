import type { LeaveCause, LinkLoss, Mode } from '../attendance/types.ts';
import type { Choice } from '../decisions/types.ts';
import type { Instant, ItemId, LocalDate, PersonId, VoteId } from '../ids.ts';
import type { MissingContent } from '../law/pro-1-contents.ts';
import type { Phrase, PhraseValue } from '../phrase.ts';
import type { ItemKind } from '../plan.ts';
import type { AttendanceList } from './attendance-list.ts';

/** In this order under each §. */
export const PASSAGE_GROUPS = [
  'decision',
  'conflict',
  'doors',
  'presence',
  'presentation',
  'question',
  'documents',
  'proposals',
  'adjournment',
  'procedure',
  'election',
  'standingAside',
  'reservations',
  'statements',
  'notes',
] as const;
export type PassageGroup = (typeof PASSAGE_GROUPS)[number];

/** One stretch of text that stands for some facts. */
export type Passage = {
  /** Stable: the secretary's wording hangs on it. */
  readonly key: string;
  readonly group: PassageGroup;
  /** Own heading inside the group: "Huvudvotering". */
  readonly heading?: Phrase;
  readonly at?: Instant;
  /** The generated prose. Its values are the facts. */
  readonly phrase: Phrase;
  /** Quoted word for word: proposals, reasons, reservations. No wording replaces it. */
  readonly verbatim?: readonly string[];
  /** `seq` of the facts it rests on. */
  readonly seqs: readonly number[];
  /** The secretary's prose instead of the generated; `{name}` stands for a fact and is filled from `phrase.values`. */
  readonly words?: string;
  /** Facts that a wording left out. The generated prose then stands: words may change, what happened may not. */
  readonly lacks?: readonly string[];
};

export type MinutesSection = {
  readonly item: ItemId;
  readonly number: number;
  readonly title: string;
  readonly kind: ItemKind;
  readonly diaryNumber?: string;
  readonly passages: readonly Passage[];
};

export type Attendee = {
  readonly person: PersonId;
  /** "Karin Ahlqvist (M)". */
  readonly name: string;
  readonly title?: string;
  readonly seat?: number;
  /** Of a serving substitute: for whom, in order. */
  readonly inPlaceOf: readonly string[];
  readonly stretches: readonly {
    readonly mode: Mode;
    readonly from: Instant;
    readonly to?: Instant;
    readonly cause?: LeaveCause;
    readonly atItem?: number;
  }[];
};

/** The list of names of one vote (KL 5:67 p. 5). */
export type VoteAnnex = {
  readonly number: number;
  readonly vote: VoteId;
  readonly item: ItemId;
  readonly section: number;
  readonly yesFor: PhraseValue;
  readonly noFor: PhraseValue;
  readonly figures: { readonly yes: number; readonly no: number; readonly abstain: number; readonly absent: number };
  readonly ballots: readonly {
    readonly person: PersonId;
    readonly name: string;
    readonly seat: number;
    readonly choice: Choice | 'absent';
    readonly spoken: boolean;
  }[];
  readonly parties: readonly {
    readonly party: string;
    readonly yes: number;
    readonly no: number;
    readonly abstain: number;
    readonly absent: number;
  }[];
};

export type FrontMatter = {
  readonly municipality: string;
  readonly body: string;
  readonly place: string;
  readonly date: LocalDate;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly adjournments: readonly { readonly from: Instant; readonly to?: Instant }[];
  /** Everyone who led, in order. */
  readonly leaders: readonly string[];
  readonly secretary?: string;
  readonly adjusters: readonly string[];
  /** KL 5:69: adjusted at the latest this day. */
  readonly adjustedAtLatest: LocalDate;
};

export type MinutesDocument = {
  readonly front: FrontMatter;
  readonly attendance: AttendanceList;
  /** Of the meeting as a whole: notice, agenda, notes before the first §. */
  readonly general: readonly Passage[];
  readonly sections: readonly MinutesSection[];
  readonly votes: readonly VoteAnnex[];
  /** Appendix of links (DIST-4): every time one did not meet the conditions. */
  readonly links: readonly (LinkLoss & { readonly name: string })[];
  /** PRO-1: what stands in the way of adjusting the minutes. */
  readonly missing: readonly MissingContent[];
};
