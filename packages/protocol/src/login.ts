import { z } from 'zod';
import { instant, optional, shortText } from './fields.ts';

/** Logging in with an app in a telephone. */
export const appLoginParams = z.strictObject({ provider: z.enum(['bankId', 'freja']) });
export const appLoginWish = z.strictObject({ next: optional(z.string().max(500)) });

/** How it goes. `hint` is the provider's own word for it, empty before the first; the catalogues have a sentence for each. */
export const appLogin = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('pending'),
    hint: shortText,
    /** Opens the app on this device. */
    open: z.string(),
    until: instant,
    /** For a telephone's camera: an SVG path in a square of `size`. */
    code: z.strictObject({ size: z.number().int(), path: z.string() }),
  }),
  z.strictObject({ state: z.literal('failed'), hint: shortText }),
  z.strictObject({ state: z.literal('done'), next: z.string() }),
]);
export type AppLogin = z.infer<typeof appLogin>;
