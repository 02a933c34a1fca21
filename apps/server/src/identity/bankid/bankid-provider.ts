import { createHmac } from 'node:crypto';
import { ok, refused } from '@klubba/meeting';
import { z } from 'zod';
import type { AppProvider } from '../provider.ts';
import type { BankIdClient } from './bankid-client.ts';

/** BankID asks for this pace. */
const COLLECT_EVERY_MS = 2_000;
/** An order lives three minutes at most, whatever the app does. */
const ORDER_MS = 180_000;

const keptShape = z.object({
  orderRef: z.string(),
  autoStartToken: z.string(),
  qrStartToken: z.string(),
  qrStartSecret: z.string(),
  startedAt: z.number(),
});
type Kept = z.infer<typeof keptShape>;

/** The code of this second. The secret stays on the server; a photograph of the code is worthless a moment later. */
export function animatedCode({ qrStartToken, qrStartSecret, startedAt }: Kept, now: number): string {
  const seconds = String(Math.max(0, Math.floor((now - startedAt) / 1_000)));
  return `bankid.${qrStartToken}.${seconds}.${createHmac('sha256', qrStartSecret).update(seconds).digest('hex')}`;
}

export function bankIdProvider(client: BankIdClient, now: () => number = Date.now): AppProvider {
  return {
    kind: 'app',
    id: 'bankId',
    askEveryMs: COLLECT_EVERY_MS,
    async begin(endUserIp) {
      const order = await client.auth(endUserIp);
      return order.ok ? ok({ ...order.value, startedAt: now() }) : order;
    },
    async look(kept) {
      const order = keptShape.safeParse(kept);
      if (!order.success) return refused({ rule: 'LGN-EXPIRED' });
      const collected = await client.collect(order.data.orderRef);
      if (!collected.ok) return collected;
      switch (collected.value.status) {
        case 'pending':
          return ok({ kind: 'pending', hint: collected.value.hintCode });
        case 'failed':
          return ok({ kind: 'failed', hint: collected.value.hintCode });
        case 'complete':
          return ok({
            kind: 'done',
            identified: {
              subject: { scheme: 'personalNumber', value: collected.value.completionData.user.personalNumber },
              method: 'bankId',
              assurance: 'substantial',
              roles: [],
            },
          });
      }
    },
    show(kept) {
      const order = keptShape.parse(kept);
      return {
        code: animatedCode(order, now()),
        open: `https://app.bankid.com/?autostarttoken=${encodeURIComponent(order.autoStartToken)}`,
        until: order.startedAt + ORDER_MS,
      };
    },
    async cancel(kept) {
      const order = keptShape.safeParse(kept);
      if (order.success) await client.cancel(order.data.orderRef);
    },
  };
}
