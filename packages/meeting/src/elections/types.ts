import type { BallotId, Instant, ItemId, PersonId } from '../ids.ts';

/** Who was elected in an election item and how (KL 5:54–56, LPV). */
export type Elected = {
  readonly item: ItemId;
  readonly persons: readonly PersonId[];
  readonly by: 'acclamation' | 'closedBallot' | 'lot' | 'proportional';
};

/** Votes for each candidate, and those for nobody. */
export type BallotCount = {
  readonly votes: Readonly<Record<PersonId, number>>;
  /** For somebody who is not nominated, where the ballot allows it: whoever it is, all together. */
  readonly others?: number;
  readonly blank: number;
  readonly invalid: number;
};

/** `sealed`: encrypted on the voter's device and counted by key holders (BALLOT.md). `paper`: slips in a box, counted by two. */
export type BallotMeans = 'sealed' | 'paper';

/**
 * Sealed: tablets register → the chair closes registration (`listing`) → the list is drawn up (`listed`) → approved, `voting` →
 * the chair closes (`closed`) → the board's head is known (`ended`) → the key holders open the sums (`counting`) → `counted`.
 * Paper goes from `voting` over `closed` to `counted`.
 */
export type BallotPhase =
  | 'registering'
  | 'listing'
  | 'listed'
  | 'voting'
  | 'closed'
  | 'ended'
  | 'counting'
  | 'counted'
  | 'annulled';

/** A closed ballot as the meeting knows it: who voted, never how. The ballots lie, encrypted, on the ballot's own board. */
export type ClosedBallot = {
  readonly id: BallotId;
  readonly item: ItemId;
  readonly means: BallotMeans;
  readonly candidates: readonly PersonId[];
  readonly places: number;
  /** A vote may be for somebody who is not nominated. */
  readonly others?: true;
  /** A vote is final when it is cast. */
  readonly once?: true;
  /** Serving and present when it was opened, in the body's order. */
  readonly electors: readonly PersonId[];
  /** Whose tablet has been let onto the voting list. Which line of the list is whose nobody knows but the tablet. */
  readonly registered: readonly PersonId[];
  /** Who votes on the hall's own tablet, as everybody there can see. */
  readonly booth: readonly PersonId[];
  /** How many times registration has begun anew: each time every tablet gets another credential. */
  readonly round: number;
  /** Whose tablet was replaced, each time. */
  readonly replaced: readonly PersonId[];
  /** The voting list: its lines, and its hash. */
  readonly list?: { readonly lines: number; readonly hash: string };
  readonly voted: readonly PersonId[];
  readonly state: BallotPhase;
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  /** The end of the board's chain at closing, and how many voters have a ballot on it: read aloud. */
  readonly end?: { readonly head: string; readonly cast: number };
  /** Each tablet's own search for its ballot, before the count. */
  readonly checked: Readonly<Record<PersonId, 'found' | 'missing'>>;
  /** Key holders who have given their part, and whose part was wrong. */
  readonly shares: readonly PersonId[];
  readonly wrongShares: readonly PersonId[];
  /** Counters of paper slips who have entered their count; what they entered is withheld until two have. */
  readonly counters: readonly { readonly counter: PersonId; readonly count?: BallotCount }[];
  readonly result?: BallotCount;
  readonly resultHead?: string;
  readonly lot?: readonly PersonId[];
};

/** Those who hold a key each, from different parties; `needed` of them count together (BALLOT.md). */
export type KeyHolders = {
  readonly persons: readonly PersonId[];
  readonly needed: number;
  /** The fingerprint of the joint key, when all have made theirs. */
  readonly key?: string;
};

export type ElectionsState = {
  readonly elected: readonly Elected[];
  readonly ballots: Readonly<Record<BallotId, ClosedBallot>>;
  readonly keyHolders?: KeyHolders;
};

export type ElectionsCommand =
  | { readonly type: 'declareElected'; readonly item: ItemId; readonly persons: readonly PersonId[] }
  /** Before or between ballots; appointing others makes the old keys void. */
  | { readonly type: 'appointKeyHolders'; readonly persons: readonly PersonId[] }
  | { readonly type: 'completeKeys'; readonly persons: readonly PersonId[]; readonly key: string }
  | { readonly type: 'openClosedBallot'; readonly means: BallotMeans }
  | {
      readonly type: 'registerVoter';
      readonly ballot: BallotId;
      readonly person: PersonId;
      /** On the hall's own tablet, whither the desk has let the person in. */
      readonly booth?: boolean;
    }
  /** A tablet that was let onto the list is lost before the list is approved: registration begins anew, for everybody. */
  | { readonly type: 'replaceTablet'; readonly ballot: BallotId; readonly person: PersonId }
  | { readonly type: 'closeRegistration' }
  | {
      readonly type: 'drawVotingList';
      readonly ballot: BallotId;
      readonly lines: number;
      readonly hash: string;
    }
  | { readonly type: 'approveVotingList' }
  /** From the board's keeper for sealed ballots, some at a time; from the desk, one by one, as slips are put in the box. */
  | { readonly type: 'markVoted'; readonly ballot: BallotId; readonly persons: readonly PersonId[] }
  | { readonly type: 'closeClosedBallot' }
  | { readonly type: 'endBallot'; readonly ballot: BallotId; readonly head: string; readonly cast: number }
  | {
      readonly type: 'checkInclusion';
      readonly ballot: BallotId;
      readonly person: PersonId;
      readonly found: boolean;
    }
  /** `despite`: some tablets have not answered, and the chair goes on without them. A ballot that is missing always stops the count. */
  | { readonly type: 'startCount'; readonly despite?: boolean }
  | { readonly type: 'giveShare'; readonly ballot: BallotId; readonly holder: PersonId; readonly holds: boolean }
  | {
      readonly type: 'reportCount';
      readonly ballot: BallotId;
      readonly count: BallotCount;
      readonly head: string;
    }
  | { readonly type: 'enterPaperCount'; readonly ballot: BallotId; readonly count: BallotCount }
  | {
      readonly type: 'drawBallotLot';
      readonly persons: readonly PersonId[];
      readonly witness: PersonId;
      readonly manner: string;
    }
  | { readonly type: 'annulClosedBallot'; readonly reason: string };

type OfBallot<Type extends string> = { readonly type: Type; readonly ballot: BallotId };

export type ElectionsEvent =
  | {
      readonly type: 'PersonsElected';
      readonly item: ItemId;
      readonly persons: readonly PersonId[];
      readonly by: Elected['by'];
    }
  | { readonly type: 'KeyHoldersAppointed'; readonly persons: readonly PersonId[]; readonly needed: number }
  | { readonly type: 'KeysCompleted'; readonly key: string }
  | (OfBallot<'ClosedBallotOpened'> & {
      readonly item: ItemId;
      readonly means: BallotMeans;
      readonly candidates: readonly PersonId[];
      readonly places: number;
      readonly others?: true;
      readonly once?: true;
      readonly electors: readonly PersonId[];
    })
  | (OfBallot<'VoterRegistered'> & { readonly person: PersonId; readonly booth?: true })
  | (OfBallot<'TabletReplaced'> & { readonly person: PersonId })
  | OfBallot<'RegistrationClosed'>
  | (OfBallot<'VotingListDrawn'> & { readonly lines: number; readonly hash: string })
  | OfBallot<'VotingListApproved'>
  | (OfBallot<'VotesMarked'> & { readonly persons: readonly PersonId[] })
  | OfBallot<'ClosedBallotClosed'>
  | (OfBallot<'ClosedBallotEnded'> & { readonly head: string; readonly cast: number })
  | (OfBallot<'InclusionChecked'> & { readonly person: PersonId; readonly found: boolean })
  /** `unchecked`: those whose tablet did not answer. */
  | (OfBallot<'CountStarted'> & { readonly unchecked: readonly PersonId[] })
  | (OfBallot<'ShareGiven'> & { readonly holder: PersonId; readonly holds: boolean })
  /** `count` is withheld from everybody. */
  | (OfBallot<'PaperCountEntered'> & { readonly counter: PersonId; readonly count?: BallotCount })
  | OfBallot<'PaperCountsDiffered'>
  | (OfBallot<'ClosedBallotCounted'> & { readonly count: BallotCount; readonly head?: string })
  | (OfBallot<'BallotLotDrawn'> & {
      readonly persons: readonly PersonId[];
      readonly witness: PersonId;
      readonly manner: string;
    })
  | (OfBallot<'ClosedBallotAnnulled'> & { readonly reason: string });
