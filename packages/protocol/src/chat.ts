import { z } from 'zod';
import { commandId, instant, meetingId, optional, personId, text } from './fields.ts';

/** Why a message is taken away. A closed list: a cause in free words could say again what was removed. */
export const CHAT_CAUSES = ['individual', 'secret', 'manners', 'elsewhere'] as const;
export const chatCause = z.enum(CHAT_CAUSES);
export type ChatCause = z.infer<typeof chatCause>;

export const CHAT_MODERATORS = ['secretary', 'assistant', 'chair'] as const;
export type ChatModerator = (typeof CHAT_MODERATORS)[number];

/** One message. Removed: its text is nowhere any more, and the cause is told to its writer and to those who moderate. */
export const chatMessage = z.strictObject({
  id: z.number().int().min(1),
  writer: personId,
  at: instant,
  text: optional(text),
  removed: optional(z.strictObject({ by: z.enum(CHAT_MODERATORS), cause: optional(chatCause) })),
  /** The id under which its writer sent it; told to the writer alone. */
  sent: optional(commandId),
});
export type ChatMessage = z.infer<typeof chatMessage>;

/** A channel as one person may read it now, oldest first. */
export const chatView = z.strictObject({
  messages: z.array(chatMessage),
  /** Has pressed that the notice is read, at this meeting. */
  accepted: z.boolean(),
});
export type ChatView = z.infer<typeof chatView>;

/** `id` is kept when the same message is sent again: it then stands there once. */
export const chatWish = z.strictObject({
  id: commandId,
  text,
  /** It looks as if it held a personal identity number, and the writer has said that it does not. */
  confirmed: optional(z.literal(true)),
});
export type ChatWish = z.infer<typeof chatWish>;

export const chatRemoval = z.strictObject({ cause: chatCause });
export const chatMessageParams = z.strictObject({
  meeting: meetingId,
  message: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});
