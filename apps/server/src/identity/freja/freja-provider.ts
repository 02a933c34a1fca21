import { ok, refused } from '@klubba/meeting';
import { z } from 'zod';
import type { AppProvider } from '../provider.ts';
import type { FrejaClient } from './freja-client.ts';

const ASK_EVERY_MS = 2_000;
/** Freja gives up after two minutes unless told otherwise. */
const AUTHENTICATION_MS = 120_000;
const PENDING: readonly string[] = ['STARTED', 'DELIVERED_TO_MOBILE'];

const keptShape = z.object({ authRef: z.string(), startedAt: z.number() });

export function frejaProvider(client: FrejaClient, now: () => number = Date.now): AppProvider {
  return {
    kind: 'app',
    id: 'freja',
    askEveryMs: ASK_EVERY_MS,
    async begin() {
      const begun = await client.begin();
      return begun.ok ? ok({ ...begun.value, startedAt: now() }) : begun;
    },
    async look(kept) {
      const one = keptShape.safeParse(kept);
      if (!one.success) return refused({ rule: 'LGN-EXPIRED' });
      const result = await client.result(one.data.authRef);
      if (!result.ok) return result;
      const { status, personalNumber } = result.value;
      if (personalNumber === undefined)
        return ok({ kind: PENDING.includes(status) ? 'pending' : 'failed', hint: status });
      return ok({
        kind: 'done',
        identified: {
          subject: { scheme: 'personalNumber', value: personalNumber },
          method: 'freja',
          assurance: 'substantial',
          roles: [],
        },
      });
    },
    show(kept) {
      const { authRef, startedAt } = keptShape.parse(kept);
      const open = `frejaeid://bindUserToTransaction?transactionReference=${encodeURIComponent(authRef)}`;
      return { code: open, open, until: startedAt + AUTHENTICATION_MS };
    },
    async cancel(kept) {
      const one = keptShape.safeParse(kept);
      if (one.success) await client.cancel(one.data.authRef);
    },
  };
}
