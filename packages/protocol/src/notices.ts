import { z } from 'zod';
import { instant, personId, shortText } from './fields.ts';

/** `notice`: to all who are called. `missing`: the same version again to those it has not reached. `reminder`: to those who have not answered. */
export const noticeDispatchRequest = z.strictObject({ send: z.enum(['notice', 'missing', 'reminder']) });

/** One letter of the dispatch log. `noAddress`: nothing could be sent. */
export const noticeDispatch = z.strictObject({
  person: personId,
  version: z.number().int(),
  kind: z.enum(['notice', 'reminder']),
  address: shortText.nullable(),
  at: instant,
  result: z.enum(['sent', 'failed', 'noAddress']),
});
export type NoticeDispatch = z.infer<typeof noticeDispatch>;
export const noticeDispatchList = z.strictObject({ dispatches: z.array(noticeDispatch) });
export type NoticeDispatchList = z.infer<typeof noticeDispatchList>;
