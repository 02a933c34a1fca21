import { z } from 'zod';
import { optional } from './fields.ts';
import { ID_LENGTH_MAX, SHORT_TEXT_LENGTH_MAX } from './limits.ts';

/** Letters, digits and `-`: tells one person's devices and tabs apart. Hall devices say what they are: `room`, `rostrum`, `display`. */
/** `group`: the own party's room in a break for group meetings. `break`: the room across parties in any break. Absent: the meeting's. */
export const videoWish = z.strictObject({
  device: z.string().regex(/^[A-Za-z0-9-]{1,24}$/),
  room: optional(z.enum(['meeting', 'group', 'break'])),
});
export type VideoWish = z.infer<typeof videoWish>;

/** A way into the video room where this person belongs now. The rights change with the meeting; those here are of this moment. */
export const videoPass = z.strictObject({
  /** `ws:` or `wss:`, to be connected to by livekit-client; empty: the address of this very answer. */
  url: z.string(),
  token: z.string(),
  /** The room's name; it changes when doors are closed and opened. */
  room: z.string().max(SHORT_TEXT_LENGTH_MAX),
  /** `<person>#<device>` */
  identity: z.string().max(2 * ID_LENGTH_MAX),
  rights: z.strictObject({ camera: z.boolean(), microphone: z.boolean(), subscribe: z.boolean(), hidden: z.boolean() }),
});
export type VideoPass = z.infer<typeof videoPass>;
