import type {
  AlternativeId,
  BallotId,
  BodyId,
  DocumentId,
  ItemId,
  MeetingId,
  PartyId,
  PersonId,
  ProposalId,
  QuestionId,
  RequestId,
  SeatId,
  VoteId,
} from '@klubba/meeting';
import { z } from 'zod';
import { ID_LENGTH_MAX, LIST_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX, TEXT_LENGTH_MAX } from './limits.ts';

/** PostgreSQL's jsonb and RFC 8785 hold neither NUL nor half a surrogate pair; nor does any honest text. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

export const text = z.string().max(TEXT_LENGTH_MAX).refine(isStorable, 'not storable text');
export const shortText = z.string().max(SHORT_TEXT_LENGTH_MAX).refine(isStorable, 'not storable text');

/** Ids are plain words: nothing in them can end a path, a header or a key. */
const ID = /^[\p{L}\p{N}][\p{L}\p{N}._:§-]*$/u;
const plainId = z.string().max(ID_LENGTH_MAX).regex(ID);

/** The brand exists in types alone, so a checked string is the id. */
const id = <Id extends string>(): z.ZodType<Id, Id> => plainId as unknown as z.ZodType<Id, Id>;

export const commandId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/);
export const meetingId = id<MeetingId>();
export const bodyId = id<BodyId>();
export const personId = id<PersonId>();
export const partyId = id<PartyId>();
export const seatId = id<SeatId>();
export const itemId = id<ItemId>();
export const documentId = id<DocumentId>();
export const proposalId = id<ProposalId>();
export const questionId = id<QuestionId>();
export const alternativeId = id<AlternativeId>();
export const voteId = id<VoteId>();
export const requestId = id<RequestId>();
export const ballotId = id<BallotId>();

export const instant = z.number().int().min(0).max(8.64e15);
export const localDate = z.iso.date();
export const seconds = z.number().int().min(0).max(86_400);
export const count = z.number().int().min(0).max(1_000_000);

export const listOf = <T extends z.ZodType>(one: T): z.ZodReadonly<z.ZodArray<T>> =>
  z.array(one).max(LIST_LENGTH_MAX).readonly();
export const optional = z.exactOptional;
