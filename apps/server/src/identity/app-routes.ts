import type { Result } from '@klubba/meeting';
import { appLogin, type AppLogin, appLoginParams, appLoginWish } from '@klubba/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { encode } from 'uqr';
import { z } from 'zod';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import { tokenBuckets } from '../http/token-bucket.ts';
import { ATTEMPT_MS, attemptCookie, clearAttemptCookie, setAttemptCookie } from './attempt-cookie.ts';
import { logIn } from './login.ts';
import { nextPath } from './next-path.ts';
import type { AppProvider, LoginRefusal } from './provider.ts';

/** Orders cost money and disturb people; a whole council begins within minutes from one address all the same. */
const ORDERS_BURST = 300;
const ORDERS_PER_SECOND = 2;
const keptShape = z.strictObject({ next: z.string(), hint: z.string(), order: z.unknown() });
type Kept = z.infer<typeof keptShape>;

/** BankID and Freja: begin, ask how it goes, cancel. The page asks every second for a new code; the provider is asked seldom. */
export function appRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { identity, secure } = services;
  const orders = tokenBuckets(ORDERS_BURST, ORDERS_PER_SECOND);

  const providerOf = (id: string): AppProvider => {
    const provider = identity.app(id);
    if (provider === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    return provider;
  };
  const keptOf = async (token: string, provider: AppProvider): Promise<Kept> => {
    const kept = keptShape.safeParse(await identity.attempts.find(token, provider.id));
    if (!kept.success) throw new HttpRefusal(410, 'LGN-EXPIRED');
    return kept.data;
  };
  const must = <T>(result: Result<T, LoginRefusal>, provider: AppProvider, request: FastifyRequest): T => {
    if (result.ok) return result.value;
    const { rule, cause } = result.refusal;
    request.log.info({ rule, cause, provider: provider.id }, 'login refused');
    throw new HttpRefusal(rule === 'LGN-PROVIDER' ? 503 : 403, rule);
  };

  app.post(
    '/api/login/app/:provider',
    { schema: { params: appLoginParams, body: appLoginWish, response: { 200: appLogin } } },
    async (request, reply) => {
      const provider = providerOf(request.params.provider);
      if (!orders.take(request.ip)) throw new HttpRefusal(429, 'SES-TOO-OFTEN');
      const order = must(await provider.begin(request.ip), provider, request);
      const kept: Kept = { next: nextPath(request.body.next), hint: '', order };
      setAttemptCookie(reply, await identity.attempts.begin({ provider: provider.id, kept }, ATTEMPT_MS), secure);
      return pictureOf(provider, kept, reply);
    },
  );

  app.get(
    '/api/login/app/:provider',
    { schema: { params: appLoginParams, response: { 200: appLogin } } },
    async (request, reply) => {
      const provider = providerOf(request.params.provider);
      const token = attemptCookie(request, secure);
      const kept = await keptOf(token, provider);
      if (!(await identity.attempts.mayLook(token, provider.askEveryMs))) return pictureOf(provider, kept, reply);
      const state = must(await provider.look(kept.order), provider, request);
      if (state.kind === 'pending') {
        const seen = { ...kept, hint: state.hint };
        if (seen.hint !== kept.hint) await identity.attempts.keep(token, seen);
        return pictureOf(provider, seen, reply);
      }
      // Of two pages that ask at the same moment one gets in.
      if ((await identity.attempts.take(token, provider.id)) === undefined) throw new HttpRefusal(410, 'LGN-EXPIRED');
      clearAttemptCookie(reply, secure);
      reply.header('cache-control', 'no-store');
      if (state.kind === 'failed') {
        request.log.info({ rule: 'LGN-FAILED', cause: state.hint, provider: provider.id }, 'login refused');
        return { state: 'failed' as const, hint: state.hint };
      }
      must(await logIn(state.identified, provider.id, request, reply, services), provider, request);
      return { state: 'done' as const, next: kept.next };
    },
  );

  app.delete('/api/login/app/:provider', { schema: { params: appLoginParams } }, async (request, reply) => {
    const provider = providerOf(request.params.provider);
    const kept = keptShape.safeParse(await identity.attempts.take(attemptCookie(request, secure), provider.id));
    clearAttemptCookie(reply, secure);
    if (kept.success) await provider.cancel(kept.data.order);
    return reply.code(204).send();
  });
}

function pictureOf(provider: AppProvider, { hint, order }: Kept, reply: FastifyReply): AppLogin {
  const { code, open, until } = provider.show(order);
  reply.header('cache-control', 'no-store');
  return { state: 'pending', hint, open, until, code: squares(code) };
}

/** The code as one path in a square of `size`: nothing to load, nothing inline, sharp at any size. */
function squares(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'L', border: 0 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, path };
}
