import type { AlternativeId, Instant, ItemId, PersonId, ProposalId, QuestionId, SeatId, VoteId } from '../ids.ts';

/** One answer that a question may get. Its words come from the proposal or from the kind, in i18n. */
export type Alternative = {
  readonly id: AlternativeId;
  readonly kind:
    | 'proposal'
    | 'rejection'
    | 'decideToday'
    | 'referBack'
    | 'table'
    | 'adopt'
    | 'decline'
    | 'admit'
    | 'refuse';
  readonly proposal?: ProposalId;
  /** Nobody moved it: it is only the other side of a yes-or-no question, so the minutes leave it out unless voted on. */
  readonly implicit?: boolean;
};

export type QuestionKind =
  | 'overruleRefusal'
  | 'tabling'
  | 'referralBack'
  | 'main'
  | 'clause'
  | 'addition'
  | 'admission'
  | 'election'
  | 'quorumFreeFormal';

/** What it takes (BES-4…6, ORD-1…3, ABL-2). `for` = the alternative that needs it; the other wins otherwise. */
export type Threshold =
  | { readonly kind: 'simple' }
  | { readonly kind: 'thirdOfPresent'; readonly for: AlternativeId }
  | { readonly kind: 'twoThirdsOfPresent'; readonly for: AlternativeId }
  | { readonly kind: 'twoThirdsOfCast'; readonly for: AlternativeId }
  | { readonly kind: 'twoThirdsOfCastAndShares'; readonly for: AlternativeId }
  | {
      readonly kind: 'fraction';
      readonly parts: number;
      readonly of: number;
      readonly base: 'present' | 'cast';
      readonly for: AlternativeId;
    }
  | { readonly kind: 'company' };

/** One level of algorithm B. Level 0 settles the question; a deeper one chooses the counter-proposition of the level above. */
export type Frame = {
  readonly alternatives: readonly AlternativeId[];
  readonly put?: Instant;
  readonly found?: AlternativeId;
  readonly foundAt?: Instant;
  readonly demandedBy?: PersonId;
  /** The opponent, when two remain or the level below is settled. */
  readonly opponent?: AlternativeId;
  readonly vote?: VoteId;
};

export type SettledBy = 'acclamation' | 'vote' | 'castingVote' | 'lot' | 'minority';

export type Question = {
  readonly id: QuestionId;
  readonly item: ItemId;
  readonly kind: QuestionKind;
  readonly clause?: number;
  readonly alternatives: readonly Alternative[];
  readonly threshold: Threshold;
  readonly state: 'waiting' | 'current' | 'settled' | 'dropped';
  readonly frames: readonly Frame[];
  readonly eliminated: readonly AlternativeId[];
  readonly outcome?: AlternativeId;
  readonly settledBy?: SettledBy;
};

export type Choice = 'yes' | 'no' | 'abstain';
export type CastHow = 'button' | 'spoken';
export type Cast = {
  /** Withheld from everyone but the voter until the vote is closed. */
  readonly choice?: Choice;
  readonly how: CastHow;
  readonly at: Instant;
};
/** `votes`, `shares`: as in the voting register of a general meeting; otherwise one person, one vote. */
export type Elector = {
  readonly seat: SeatId;
  readonly person: PersonId;
  readonly votes?: number;
  readonly shares?: number;
};
export type Ballot = Elector & { readonly choice: Choice | 'absent'; readonly how?: CastHow };

export type VoteResult = {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly absent: number;
  /** Serving and present when it closed. */
  readonly present: number;
  readonly outcome: AlternativeId;
  readonly settledBy: SettledBy;
  readonly castingVoteBy?: PersonId;
  readonly ballots: readonly Ballot[];
};

export type Vote = {
  readonly id: VoteId;
  readonly question: QuestionId;
  readonly level: number;
  readonly yes: AlternativeId;
  readonly no: AlternativeId;
  readonly method: 'buttons' | 'rollCall';
  /** In roll-call order, the leader last. */
  readonly electors: readonly Elector[];
  readonly state: 'open' | 'frozen' | 'tied' | 'closed' | 'annulled';
  readonly cast: Readonly<Record<PersonId, Cast>>;
  readonly called?: PersonId;
  readonly frozenBy?: readonly PersonId[];
  readonly openedAt: Instant;
  readonly closedAt?: Instant;
  readonly result?: VoteResult;
};

export type Reservation = {
  readonly item: ItemId;
  readonly person: PersonId;
  readonly text: string;
  readonly at: Instant;
  readonly inFavourOf?: ProposalId;
};

export type DecisionsState = {
  readonly questions: Readonly<Record<QuestionId, Question>>;
  /** Questions of an item in the approved order. */
  readonly orders: Readonly<
    Record<
      ItemId,
      { readonly questions: readonly QuestionId[]; readonly approved: boolean; readonly enBlocAdditions: boolean }
    >
  >;
  readonly votes: Readonly<Record<VoteId, Vote>>;
  readonly openVote?: VoteId;
  /** Item → what was decided, in order of settling. */
  readonly decided: Readonly<
    Record<
      ItemId,
      readonly {
        readonly question: QuestionId;
        readonly outcome: AlternativeId;
        readonly by: SettledBy;
        readonly at: Instant;
      }[]
    >
  >;
  readonly reservations: readonly Reservation[];
  readonly statements: readonly {
    readonly item: ItemId;
    readonly person: PersonId;
    readonly text: string;
    readonly at: Instant;
  }[];
  /** Who took part in deciding the item (4:27): served and were present at one of its gavels. */
  readonly tookPart: Readonly<Record<ItemId, readonly PersonId[]>>;
  /** deltar inte i beslutet (4:25); no reservation right. */
  readonly standsAside: Readonly<Record<ItemId, readonly PersonId[]>>;
};

export type QuestionDraft = Pick<Question, 'id' | 'kind' | 'alternatives' | 'threshold'> & { readonly clause?: number };

export type DecisionsCommand =
  /** Without `questions` the lawful default order of algorithm A is proposed. */
  | { readonly type: 'proposeOrder'; readonly questions?: readonly QuestionDraft[]; readonly enBlocAdditions?: boolean }
  | { readonly type: 'approveOrder' }
  | { readonly type: 'putQuestion' }
  | { readonly type: 'stateFinding'; readonly alternative: AlternativeId }
  /** `person` differs from the actor when chair or secretary notes a demand heard in the hall. */
  | { readonly type: 'demandVote'; readonly person: PersonId }
  | { readonly type: 'openVote'; readonly method: 'buttons' | 'rollCall' }
  | { readonly type: 'callVoter'; readonly person: PersonId }
  | { readonly type: 'castVote'; readonly vote: VoteId; readonly choice: Choice }
  | { readonly type: 'enterSpokenVote'; readonly vote: VoteId; readonly person: PersonId; readonly choice: Choice }
  | { readonly type: 'resumeVote' }
  | { readonly type: 'redoVote'; readonly reason: string }
  | { readonly type: 'closeVote' }
  | { readonly type: 'castingVote'; readonly alternative: AlternativeId }
  | {
      readonly type: 'recordLot';
      readonly alternative: AlternativeId;
      readonly witness: PersonId;
      readonly manner: string;
    }
  | { readonly type: 'strikeGavel' }
  | { readonly type: 'standAside'; readonly person: PersonId }
  | {
      readonly type: 'reserve';
      readonly person: PersonId;
      readonly item: ItemId;
      readonly text: string;
      readonly inFavourOf?: ProposalId;
    }
  | { readonly type: 'makeStatement'; readonly person: PersonId; readonly item: ItemId; readonly text: string };

export type DecisionsEvent =
  | {
      readonly type: 'OrderProposed';
      readonly item: ItemId;
      readonly questions: readonly QuestionDraft[];
      readonly enBlocAdditions: boolean;
    }
  | { readonly type: 'OrderApproved'; readonly item: ItemId }
  | {
      readonly type: 'QuestionPut';
      readonly question: QuestionId;
      readonly level: number;
      readonly present: number;
      readonly required: number;
    }
  | {
      readonly type: 'FindingStated';
      readonly question: QuestionId;
      readonly level: number;
      readonly alternative: AlternativeId;
    }
  | {
      readonly type: 'VoteDemanded';
      readonly question: QuestionId;
      readonly level: number;
      readonly person: PersonId;
      readonly enteredBy?: PersonId;
    }
  /** Nobody demanded a vote before the gavel at a deeper level: its finding is the counter-proposition, the others fall. */
  | {
      readonly type: 'CounterPropositionChosen';
      readonly question: QuestionId;
      readonly level: number;
      readonly alternative: AlternativeId;
      readonly by: SettledBy;
    }
  | {
      readonly type: 'VoteOpened';
      readonly vote: VoteId;
      readonly question: QuestionId;
      readonly level: number;
      readonly yes: AlternativeId;
      readonly no: AlternativeId;
      readonly method: 'buttons' | 'rollCall';
      readonly electors: readonly Elector[];
      readonly present: number;
      readonly required: number;
    }
  | { readonly type: 'VoterCalled'; readonly vote: VoteId; readonly person: PersonId }
  | {
      readonly type: 'VoteCast';
      readonly vote: VoteId;
      readonly person: PersonId;
      readonly choice?: Choice;
      readonly how: CastHow;
      readonly enteredBy?: PersonId;
    }
  | { readonly type: 'VoteFrozen'; readonly vote: VoteId; readonly person: PersonId }
  | { readonly type: 'VoteResumed'; readonly vote: VoteId }
  | { readonly type: 'VoteAnnulled'; readonly vote: VoteId; readonly reason: string }
  /** Votes are counted equal and no casting vote follows by itself: the chair must decide, or the lot. */
  | {
      readonly type: 'VoteTied';
      readonly vote: VoteId;
      readonly ballots: readonly Ballot[];
      readonly remedy: 'castingVote' | 'lot';
    }
  | { readonly type: 'VoteClosed'; readonly vote: VoteId; readonly result: VoteResult }
  | {
      readonly type: 'LotDrawn';
      readonly vote: VoteId;
      readonly alternative: AlternativeId;
      readonly witness: PersonId;
      readonly manner: string;
    }
  | {
      readonly type: 'QuestionSettled';
      readonly question: QuestionId;
      readonly outcome: AlternativeId;
      readonly by: SettledBy;
    }
  /** A settled formal question (tabling, referral back) makes the rest fall. */
  | { readonly type: 'QuestionDropped'; readonly question: QuestionId }
  | { readonly type: 'ItemDecided'; readonly item: ItemId; readonly outcome: 'decided' | 'tabled' | 'referredBack' }
  | { readonly type: 'StoodAside'; readonly item: ItemId; readonly person: PersonId }
  | {
      readonly type: 'ReservationMade';
      readonly item: ItemId;
      readonly person: PersonId;
      readonly text: string;
      readonly inFavourOf?: ProposalId;
    }
  | { readonly type: 'StatementMade'; readonly item: ItemId; readonly person: PersonId; readonly text: string };
