import { z } from 'zod';
import { instant, itemId, meetingId, optional, personId, shortText } from './fields.ts';

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

/** A single-use link for one who is heard in one item. The token is what stands after # in the link. */
const oneTimeToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const hearingToken = z.strictObject({ token: oneTimeToken });
export const hearingCode = z.strictObject({ token: oneTimeToken, code: z.string().regex(/^\d{6}$/) });

/** What the link shows before its code: no names but the secretary's, no item. */
export const hearingWindow = z.strictObject({
  state: z.enum(['open', 'yours', 'used', 'ended']),
  meeting: meetingId,
  municipality: shortText,
  body: shortText,
  startsAt: instant,
  help: optional(z.strictObject({ name: shortText, phone: shortText })),
});
export type HearingWindow = z.infer<typeof hearingWindow>;

export const hearingWish = z.strictObject({ person: personId, item: itemId });
export const hearingParams = z.strictObject({ meeting: meetingId, hearing: z.string().max(40) });
export const hearingView = z.strictObject({
  id: z.string(),
  meeting: meetingId,
  item: itemId,
  person: personId,
  state: z.enum(['open', 'used', 'ended']),
  madeAt: instant,
});
export type HearingView = z.infer<typeof hearingView>;
export const hearingList = z.strictObject({ hearings: z.array(hearingView) });
/** Shown once: neither link nor code can be had again. The code is given by another way than the link. */
export const newHearing = z.strictObject({ hearing: hearingView, link: z.string(), code: z.string(), until: instant });
/** The code alone, for a link that waits; good until then. */
export const newHearingCode = newHearing.pick({ code: true, until: true });
export type NewHearingCode = z.infer<typeof newHearingCode>;
export type NewHearing = z.infer<typeof newHearing>;

/** What the browser's WebAuthn gave, as it is; its parts are judged by the server's WebAuthn. */
export const passkeyAnswer = z.looseObject({
  id: z
    .string()
    .max(1_400)
    .regex(/^[A-Za-z0-9_-]+$/),
  response: z.record(z.string(), z.unknown()),
});
export const passkeyParams = z.strictObject({ passkey: z.string().max(1_400) });
export const passkeyView = z.strictObject({ id: z.string(), device: shortText, addedAt: instant });
export type PasskeyView = z.infer<typeof passkeyView>;
export const passkeyList = z.strictObject({ passkeys: z.array(passkeyView) });

/** 256 bits for AES-GCM, and whose: another may have logged in in another tab. */
export const storageKey = z.strictObject({ person: personId, key: z.string().regex(/^[A-Za-z0-9_-]{43}$/) });
export type StorageKey = z.infer<typeof storageKey>;
