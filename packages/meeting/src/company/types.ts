import type { Instant, ItemId, LocalDate, PersonId, SeatId } from '../ids.ts';

/** A decision of a company board without a meeting: all sign, and the last signature dates it (ABL-8). */
export type PerCapsulam = {
  readonly item: ItemId;
  readonly text: string;
  readonly signed: readonly { readonly person: PersonId; readonly at: Instant }[];
  readonly refusedBy?: PersonId;
  readonly decidedAt?: Instant;
};

/** What one at a general meeting represents. `owner`: the shareholder's name, when a proxy with a power of attorney represents it (ABL 7:3). */
export type Holding = { readonly votes: number; readonly shares: number; readonly owner?: string };

/** One line of the voting register: who is here, for whom, with how many shares and votes. */
export type RegisterRow = Holding & { readonly seat: SeatId; readonly person: PersonId };

export type ApprovedRegister = {
  readonly rows: readonly RegisterRow[];
  readonly at: Instant;
  /** The last day on which the meeting was held under it. */
  readonly heldOn: LocalDate;
};

export type CompanyState = {
  /** Members who have agreed that the meeting is held at a distance (BOL-02). */
  readonly consents: readonly PersonId[];
  /** Members who have answered no to that, and have not come round since. */
  readonly formRefusals: readonly PersonId[];
  /** The chair's stand that everybody, as far as possible, has had the material (ABL 8:21), with the reason. */
  readonly materialStands: Readonly<Record<ItemId, string>>;
  readonly perCapsulam: Readonly<Record<ItemId, PerCapsulam>>;
  /** Elections of a general meeting that somebody wants closed (ABL 7:39). */
  readonly closedElections: readonly ItemId[];
  /** As entered by the desk; otherwise what the seat has in the plan. */
  readonly holdings: Readonly<Record<SeatId, Holding>>;
  /** In force until the general meeting changes it (ABL 7:29). */
  readonly votingRegister?: ApprovedRegister;
};

export type CompanyCommand =
  | { readonly type: 'consentToForm'; readonly person: PersonId }
  | { readonly type: 'refuseForm'; readonly person: PersonId }
  | { readonly type: 'standForMaterial'; readonly item: ItemId; readonly reason: string }
  | { readonly type: 'proposePerCapsulam'; readonly item: ItemId; readonly text: string }
  | { readonly type: 'signPerCapsulam'; readonly item: ItemId; readonly person: PersonId }
  | { readonly type: 'refusePerCapsulam'; readonly item: ItemId; readonly person: PersonId }
  | { readonly type: 'requestClosedElection'; readonly person: PersonId }
  /** An empty `owner` holds the shares itself. */
  | {
      readonly type: 'enterHolding';
      readonly seat: SeatId;
      readonly owner: string;
      readonly votes: number;
      readonly shares: number;
    }
  | { readonly type: 'approveVotingRegister' };

type OfItem<Type extends string> = { readonly type: Type; readonly item: ItemId };

export type CompanyEvent =
  | { readonly type: 'FormConsented'; readonly person: PersonId }
  | { readonly type: 'FormRefused'; readonly person: PersonId }
  | (OfItem<'MaterialStood'> & { readonly reason: string })
  | (OfItem<'PerCapsulamProposed'> & { readonly text: string })
  | (OfItem<'PerCapsulamSigned'> & { readonly person: PersonId })
  | (OfItem<'PerCapsulamRefused'> & { readonly person: PersonId })
  | OfItem<'PerCapsulamDecided'>
  | (OfItem<'ClosedElectionRequested'> & { readonly person: PersonId })
  | { readonly type: 'HoldingEntered'; readonly seat: SeatId; readonly holding: Holding }
  | { readonly type: 'VotingRegisterApproved'; readonly rows: readonly RegisterRow[] };
