import type { Instant, ItemId, PersonId } from '../ids.ts';
import type { BallotGroup } from './count.ts';

/** Why a slip is no ballot (LPV 9 §). */
export type InvalidSlip = 'notClosed' | 'wrongForm' | 'noLabel';

/** The slips as one counter read them. Names that do not count are left out by the counter (LPV 10 §). */
export type SlipCount = {
  readonly groups: readonly BallotGroup[];
  readonly invalid: Readonly<Partial<Record<InvalidSlip, number>>>;
};

/**
 * An election under lag (2022:629), as the meeting knows it: asked for (`requested`), slips put in the urn (`voting`), urn closed and
 * slips counted (`counting`), `counted`, and `declared` by the gavel.
 */
export type ProportionalElection = {
  readonly item: ItemId;
  readonly places: number;
  readonly requestedBy: readonly PersonId[];
  readonly state: 'requested' | 'voting' | 'counting' | 'counted' | 'declared' | 'annulled';
  /** Present when it was opened, and how many had to ask (2 §). */
  readonly present?: number;
  readonly quota?: number;
  /** valförrättare and biträdande (4 §). */
  readonly officer?: PersonId;
  readonly assistants: readonly PersonId[];
  readonly electors: readonly PersonId[];
  /** Who has put a slip in the urn; which, nobody knows. */
  readonly voted: readonly PersonId[];
  readonly openedAt?: Instant;
  /** What a counter entered is withheld until two agree. */
  readonly counters: readonly { readonly counter: PersonId; readonly count?: SlipCount }[];
  readonly count?: SlipCount;
  /** Groups that the lot fell on, in the order in which lots were needed (21 §). */
  readonly lots: readonly { readonly group: number; readonly witness: PersonId; readonly manner: string }[];
};

export type ProportionalState = { readonly byItem: Readonly<Record<ItemId, ProportionalElection>> };

export type ProportionalCommand =
  | { readonly type: 'requestProportional'; readonly person: PersonId }
  | { readonly type: 'withdrawProportional'; readonly person: PersonId }
  /** The one who leads is the election officer, with at least one assistant. */
  | { readonly type: 'openProportional'; readonly assistants: readonly PersonId[] }
  | { readonly type: 'markSlip'; readonly person: PersonId }
  | { readonly type: 'closeSlips' }
  | { readonly type: 'enterSlips'; readonly count: SlipCount }
  | {
      readonly type: 'drawProportionalLot';
      readonly group: number;
      readonly witness: PersonId;
      readonly manner: string;
    }
  | { readonly type: 'declareProportional' }
  | { readonly type: 'annulProportional'; readonly reason: string };

type OfItem<Type extends string> = { readonly type: Type; readonly item: ItemId };

export type ProportionalEvent =
  | (OfItem<'ProportionalRequested'> & {
      readonly person: PersonId;
      readonly places: number;
      readonly enteredBy?: PersonId;
    })
  | (OfItem<'ProportionalWithdrawn'> & { readonly person: PersonId })
  | (OfItem<'ProportionalOpened'> & {
      readonly present: number;
      readonly quota: number;
      readonly officer: PersonId;
      readonly assistants: readonly PersonId[];
      readonly electors: readonly PersonId[];
    })
  | (OfItem<'SlipPut'> & { readonly person: PersonId })
  | OfItem<'SlipsClosed'>
  /** `count` is withheld from everybody. */
  | (OfItem<'SlipsEntered'> & { readonly counter: PersonId; readonly count?: SlipCount })
  | OfItem<'SlipCountsDiffered'>
  | (OfItem<'ProportionalCounted'> & { readonly count: SlipCount })
  | (OfItem<'ProportionalLotDrawn'> & {
      readonly group: number;
      readonly witness: PersonId;
      readonly manner: string;
    })
  | (OfItem<'ProportionalAnnulled'> & { readonly reason: string });
