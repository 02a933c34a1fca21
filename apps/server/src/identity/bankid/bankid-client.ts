import { ok, refused, type Result } from '@klubba/meeting';
import { z } from 'zod';
import type { MutualClient } from '../mutual-tls.ts';
import type { LoginRefusal } from '../provider.ts';

const startedShape = z.object({
  orderRef: z.string(),
  autoStartToken: z.string(),
  qrStartToken: z.string(),
  qrStartSecret: z.string(),
});
const collectedShape = z.discriminatedUnion('status', [
  z.object({ status: z.literal('pending'), hintCode: z.string() }),
  z.object({ status: z.literal('failed'), hintCode: z.string() }),
  z.object({
    status: z.literal('complete'),
    completionData: z.object({ user: z.object({ personalNumber: z.string().regex(/^\d{12}$/) }) }),
  }),
]);
const errorShape = z.object({ errorCode: z.string() });

export type BankIdOrder = z.infer<typeof startedShape>;
export type BankIdCollected = z.infer<typeof collectedShape>;

export type BankIdClient = {
  auth(endUserIp: string): Promise<Result<BankIdOrder, LoginRefusal>>;
  /** `visible`: what the person reads in the app and signs. */
  sign(endUserIp: string, visible: string): Promise<Result<BankIdOrder, LoginRefusal>>;
  collect(orderRef: string): Promise<Result<BankIdCollected, LoginRefusal>>;
  cancel(orderRef: string): Promise<void>;
};

/** Errors after which there is nothing to do but to wait for BankID. */
const THEIR_ERRORS: readonly string[] = ['Maintenance', 'internalError', 'requestTimeout', 'tooManyRequests'];

/** BankID's relying party API v6.0. */
export function bankIdClient(post: MutualClient): BankIdClient {
  const ask = async <T>(path: string, body: unknown, shape: z.ZodType<T>): Promise<Result<T, LoginRefusal>> => {
    const answer = await post(`/rp/v6.0/${path}`, 'application/json', JSON.stringify(body));
    if (answer === undefined) return refused({ rule: 'LGN-PROVIDER', cause: 'no answer' });
    const parsed = shape.safeParse(answer.body);
    if (answer.status === 200 && parsed.success) return ok(parsed.data);
    const error = errorShape.safeParse(answer.body);
    const cause = error.success ? error.data.errorCode : `status ${answer.status}`;
    const isTheirs = THEIR_ERRORS.includes(cause) || answer.status >= 500;
    return refused({ rule: isTheirs ? 'LGN-PROVIDER' : 'LGN-FAILED', cause });
  };
  return {
    auth: (endUserIp) => ask('auth', { endUserIp }, startedShape),
    sign: (endUserIp, visible) =>
      ask('sign', { endUserIp, userVisibleData: Buffer.from(visible).toString('base64') }, startedShape),
    collect: (orderRef) => ask('collect', { orderRef }, collectedShape),
    async cancel(orderRef) {
      await post('/rp/v6.0/cancel', 'application/json', JSON.stringify({ orderRef }));
    },
  };
}
