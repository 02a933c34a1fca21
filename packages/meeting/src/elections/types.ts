import type { BallotId, Instant, ItemId, PersonId } from '../ids.ts';

/** Who was elected in an election item and how (KL 5:54–56, LPV). */
export type Elected = {
  readonly item: ItemId;
  readonly persons: readonly PersonId[];
  readonly by: 'acclamation' | 'closedBallot' | 'lot' | 'proportional';
};

/** A closed ballot as the meeting knows it: who voted, never how. The ballots lie, encrypted, on the ballot's own board (BALLOT.md). */
export type ClosedBallot = {
  readonly id: BallotId;
  readonly item: ItemId;
  readonly candidates: readonly PersonId[];
  readonly places: number;
  readonly electors: readonly PersonId[];
  readonly voted: readonly PersonId[];
  readonly state: 'open' | 'closed' | 'counted' | 'annulled';
  readonly openedAt: Instant;
  readonly head?: string;
  readonly result?: {
    readonly votes: Readonly<Record<PersonId, number>>;
    readonly blank: number;
    readonly invalid: number;
  };
};

export type ElectionsState = {
  readonly elected: readonly Elected[];
  readonly ballots: Readonly<Record<BallotId, ClosedBallot>>;
};
export type ElectionsCommand = {
  readonly type: 'declareElected';
  readonly item: ItemId;
  readonly persons: readonly PersonId[];
};
export type ElectionsEvent = {
  readonly type: 'PersonsElected';
  readonly item: ItemId;
  readonly persons: readonly PersonId[];
  readonly by: Elected['by'];
};
