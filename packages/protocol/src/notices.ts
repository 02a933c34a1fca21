import { z } from 'zod';
import {
  bodyId,
  documentId,
  instant,
  itemId,
  listOf,
  localDate,
  meetingId,
  optional,
  personId,
  shortText,
  text,
} from './fields.ts';
import { itemKind } from './plan.ts';

/** `notice`: to all who are called. `missing`: the same version again to those it has not reached. `reminder`: to those who have not answered. */
export const noticeDispatchRequest = z.strictObject({ send: z.enum(['notice', 'missing', 'reminder']) });

/** Why a meeting is not held; everybody may read it. */
export const callingOff = z.strictObject({ reason: text });

/** One letter of the dispatch log. `noAddress`: nothing could be sent. */
export const noticeDispatch = z.strictObject({
  person: personId,
  version: z.number().int(),
  kind: z.enum(['notice', 'reminder', 'calledOff']),
  address: shortText.nullable(),
  at: instant,
  result: z.enum(['sent', 'failed', 'noAddress']),
});
export type NoticeDispatch = z.infer<typeof noticeDispatch>;
export const noticeDispatchList = z.strictObject({ dispatches: z.array(noticeDispatch) });
export type NoticeDispatchList = z.infer<typeof noticeDispatchList>;

/** An item as it is to be. `id`: of one that is in the plan already; the documents named are those of it that stay. */
const plannedItem = z.strictObject({
  id: optional(itemId),
  title: shortText,
  kind: itemKind,
  doors: optional(z.enum(['open', 'closed', 'secret'])),
  diaryNumber: optional(shortText),
  /** What the preparing body proposes: on the table before anyone has moved anything. */
  tabled: optional(z.strictObject({ by: shortText, text })),
  preparedBy: optional(listOf(shortText)),
  election: optional(
    z.strictObject({ office: shortText, places: z.number().int().min(1).max(200), closed: optional(z.boolean()) }),
  ),
  /** To the body's next meeting in the room instead: it needs a closed ballot, which is barred at a distance. */
  move: optional(z.literal(true)),
  raisedOn: optional(localDate),
  asker: optional(personId),
  answerer: optional(personId),
  /** Given name and family name of each who is called from outside to be heard in the item. */
  heard: optional(listOf(shortText)),
  documents: optional(listOf(documentId)),
});
export type PlannedItem = z.infer<typeof plannedItem>;

/** A meeting to be planned, of a body of the register. */
export const planWish = z.strictObject({
  body: bodyId,
  date: localDate,
  time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  place: shortText,
  form: z.enum(['physical', 'hybrid', 'allButPresidium', 'severalRooms']),
  firstNumber: z.number().int().min(1).max(9_999),
  items: listOf(plannedItem),
  fallback: optional(text),
  /** Days before the meeting when those who have not answered are reminded; 0: never. */
  remindDays: optional(z.number().int().min(0).max(30)),
  rehearsal: optional(z.boolean()),
});
export type PlanWish = z.infer<typeof planWish>;
export const plannedMeeting = z.strictObject({ meeting: meetingId });

/** Bodies for which one may plan a meeting: as their secretary, or as administrator. */
export const plannableBodies = z.strictObject({
  bodies: z.array(z.strictObject({ id: bodyId, name: shortText, remote: z.boolean() })),
});
export type PlannableBodies = z.infer<typeof plannableBodies>;
