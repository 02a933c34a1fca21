import type { Instant, ItemId, PersonId } from '../ids.ts';

/** A decision of a company board without a meeting: all sign, and the last signature dates it (ABL-8). */
export type PerCapsulam = {
  readonly item: ItemId;
  readonly text: string;
  readonly signed: readonly { readonly person: PersonId; readonly at: Instant }[];
  readonly refusedBy?: PersonId;
  readonly decidedAt?: Instant;
};

export type CompanyState = {
  /** Members who have agreed that the meeting is held at a distance (BOL-02). */
  readonly consents: readonly PersonId[];
  /** The chair's stand that everybody, as far as possible, has had the material (ABL 8:21), with the reason. */
  readonly materialStands: Readonly<Record<ItemId, string>>;
  readonly perCapsulam: Readonly<Record<ItemId, PerCapsulam>>;
  /** Elections of a general meeting that somebody wants closed (ABL 7:39). */
  readonly closedElections: readonly ItemId[];
};

export type CompanyCommand =
  | { readonly type: 'consentToForm'; readonly person: PersonId }
  | { readonly type: 'standForMaterial'; readonly item: ItemId; readonly reason: string }
  | { readonly type: 'proposePerCapsulam'; readonly item: ItemId; readonly text: string }
  | { readonly type: 'signPerCapsulam'; readonly item: ItemId; readonly person: PersonId }
  | { readonly type: 'refusePerCapsulam'; readonly item: ItemId; readonly person: PersonId }
  | { readonly type: 'requestClosedElection'; readonly person: PersonId };

type OfItem<Type extends string> = { readonly type: Type; readonly item: ItemId };

export type CompanyEvent =
  | { readonly type: 'FormConsented'; readonly person: PersonId }
  | (OfItem<'MaterialStood'> & { readonly reason: string })
  | (OfItem<'PerCapsulamProposed'> & { readonly text: string })
  | (OfItem<'PerCapsulamSigned'> & { readonly person: PersonId })
  | (OfItem<'PerCapsulamRefused'> & { readonly person: PersonId })
  | OfItem<'PerCapsulamDecided'>
  | (OfItem<'ClosedElectionRequested'> & { readonly person: PersonId });
