declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

export type MeetingId = Branded<'MeetingId'>;
export type BodyId = Branded<'BodyId'>;
export type PersonId = Branded<'PersonId'>;
export type PartyId = Branded<'PartyId'>;
export type SeatId = Branded<'SeatId'>;
export type ItemId = Branded<'ItemId'>;
export type DocumentId = Branded<'DocumentId'>;
export type ProposalId = Branded<'ProposalId'>;
export type QuestionId = Branded<'QuestionId'>;
export type AlternativeId = Branded<'AlternativeId'>;
export type VoteId = Branded<'VoteId'>;
export type RequestId = Branded<'RequestId'>;
export type BallotId = Branded<'BallotId'>;

/** Milliseconds since 1970-01-01T00:00:00Z. The heart never reads a clock: instants arrive in `Context`. */
export type Instant = number;
/** Calendar day in the municipality's time zone, `YYYY-MM-DD`. The meeting's day chooses the rules in force. */
export type LocalDate = string;
export type Seconds = number;
