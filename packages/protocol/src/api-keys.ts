import type { ApiKeyId, ApiKeyScope } from '@klubba/register';
import { z } from 'zod';
import { count, instant, listOf, localDate, optional, shortText } from './fields.ts';
import type { Same } from './same.ts';

/*
 * Keys for other systems, over HTTP, for administrators. No key reaches these routes.
 *
 * GET    /api/register/keys                 apiKeyList, newest first
 * POST   /api/register/keys                 apiKeyWish → apiKeyMade: the only time that the secret is told
 * DELETE /api/register/keys/:key            revokes; from the next request on it opens nothing
 * GET    /api/register/keys/:key/uses       apiKeyUses, newest first
 * GET    /api/register/keys/uses.csv        every use of every key
 */

export const apiKeyScope = z.enum(['meetings', 'notices', 'documents', 'minutes', 'register.read', 'register.write']);

const apiKeyId = z
  .string()
  .max(64)
  .regex(/^[A-Za-z0-9-]+$/) as unknown as z.ZodType<ApiKeyId, ApiKeyId>;

export const apiKeyWish = z.strictObject({ name: shortText, scopes: listOf(apiKeyScope), until: localDate });
export type ApiKeyWishBody = z.infer<typeof apiKeyWish>;

const apiKeyView = z.strictObject({
  key: apiKeyId,
  name: shortText,
  scopes: listOf(apiKeyScope),
  /** Last day. */
  until: localDate,
  state: z.enum(['holds', 'expired', 'revoked']),
  madeAt: instant,
  madeByName: shortText,
  revokedAt: optional(instant),
  /** Accepted and refused together. */
  uses: z.number().int().min(0),
  lastUsedAt: optional(instant),
});
export type ApiKeyView = z.infer<typeof apiKeyView>;
export const apiKeyList = z.strictObject({ keys: listOf(apiKeyView) });
export type ApiKeyList = z.infer<typeof apiKeyList>;
export const apiKeyMade = z.strictObject({ key: apiKeyId, secret: z.string() });
export type ApiKeyMade = z.infer<typeof apiKeyMade>;

export const apiKeyParams = z.strictObject({ key: apiKeyId });
export const apiKeyUsesQuery = z.strictObject({ before: optional(z.coerce.number().int().min(1)) });
const apiKeyUse = z.strictObject({
  /** Of this key, from 1. */
  number: z.number().int().min(1),
  at: instant,
  /** Method and address, without what stood after a question mark. */
  act: z.string(),
  /** From where. */
  address: z.string(),
  /** The rule by which it was refused; absent: it was let through. */
  refusedBy: optional(shortText),
});
export type ApiKeyUse = z.infer<typeof apiKeyUse>;
/** `next`: ask for what was before it. `damagedAt`: the first of these that is not what was written. */
export const apiKeyUses = z.strictObject({
  uses: listOf(apiKeyUse),
  next: optional(count),
  damagedAt: optional(count),
});
export type ApiKeyUses = z.infer<typeof apiKeyUses>;

/**
 * The compiler stops here when the wire and the register do not know the same scopes.
 * @public for the compiler alone
 */
export const wireKnowsTheScopes: Same<z.infer<typeof apiKeyScope>, ApiKeyScope> = true;
