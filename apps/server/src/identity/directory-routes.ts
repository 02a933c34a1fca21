import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Services } from '../http/services.ts';
import { isFromOtherSite, sessionOf } from '../http/who.ts';
import { ATTEMPT_MS, attemptCookie, clearAttemptCookie, setAttemptCookie } from './attempt-cookie.ts';
import { logIn } from './login.ts';
import { nextPath } from './next-path.ts';
import type { LoginRefusal, RedirectAnswer, RedirectProvider } from './provider.ts';

const providerParams = z.strictObject({ provider: z.string().max(40) });
const beginQuery = z.looseObject({ next: z.string().optional() });
const fieldsShape = z.record(z.string(), z.string());
const keptShape = z.strictObject({ next: z.string(), provider: z.unknown() });

/** By this name a posted answer waits for its browser. */
export const answerName = (provider: string): string => `answer of ${provider}`;

/** Where a directory sends the browser back to. One address each, so that an answer of one is never read as another's. */
export const directoryReturn = (provider: string): string => `/api/login/directory/${provider}/return`;

/** To a directory and back. A failure ends on the login page, in words. */
export function directoryRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { identity, secure } = services;

  const failed = (request: FastifyRequest, reply: FastifyReply, id: string, why: LoginRefusal): FastifyReply => {
    request.log.info({ rule: why.rule, cause: why.cause, provider: id }, 'login refused');
    return reply.header('cache-control', 'no-store').redirect(`/login/directory?failed=${why.rule}`, 303);
  };

  /** What the browser came back with: the address itself, or the form that it points to (SAML). */
  const answerOf = async (provider: RedirectProvider, url: URL): Promise<RedirectAnswer | undefined> => {
    const posted = url.searchParams.get('answer');
    if (posted === null) return { kind: 'address', url };
    const fields = fieldsShape.safeParse(await identity.attempts.take(posted, answerName(provider.id)));
    return fields.success ? { kind: 'form', fields: fields.data } : undefined;
  };

  const finish = async (
    provider: RedirectProvider,
    answer: RedirectAnswer,
    token: string,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply> => {
    clearAttemptCookie(reply, secure);
    const kept = keptShape.safeParse(await identity.attempts.take(token, provider.id));
    if (!kept.success) return failed(request, reply, provider.id, { rule: 'LGN-EXPIRED' });
    const identified = await provider.finish(answer, kept.data.provider);
    if (!identified.ok) return failed(request, reply, provider.id, identified.refusal);
    const person = await logIn(identified.value, provider.id, request, reply, services);
    if (!person.ok) return failed(request, reply, provider.id, person.refusal);
    return reply.header('cache-control', 'no-store').redirect(nextPath(kept.data.next), 303);
  };

  app.get(
    '/api/login/directory/:provider',
    { schema: { params: providerParams, querystring: beginQuery } },
    async (request, reply) => {
      const provider = identity.directory(request.params.provider);
      if (provider === undefined) return failed(request, reply, 'none', { rule: 'LGN-PROVIDER' });
      // A directory that knows the browser asks nothing more: only somebody who stands at our own door is sent there.
      if (isFromOtherSite(request.raw, services.publicOrigin()))
        return reply.redirect(`/?next=${encodeURIComponent(nextPath(request.query.next))}`, 303);
      // Who is logged in and comes here again is to prove it anew, not to be waved through by a directory that knows the browser.
      const fresh = (await sessionOf(request.raw, services.sessions, secure)) !== undefined;
      const begun = await provider.begin({ fresh });
      if (!begun.ok) return failed(request, reply, provider.id, begun.refusal);
      const kept = { next: nextPath(request.query.next), provider: begun.value.kept };
      setAttemptCookie(reply, await identity.attempts.begin({ provider: provider.id, kept }, ATTEMPT_MS), secure);
      return reply.header('cache-control', 'no-store').redirect(begun.value.url, 303);
    },
  );

  app.get('/api/login/directory/:provider/return', { schema: { params: providerParams } }, async (request, reply) => {
    const provider = identity.directory(request.params.provider);
    if (provider === undefined) return failed(request, reply, 'none', { rule: 'LGN-PROVIDER' });
    const url = new URL(request.url, services.publicOrigin());
    const answer = await answerOf(provider, url);
    return answer === undefined
      ? failed(request, reply, provider.id, { rule: 'LGN-EXPIRED' })
      : finish(provider, answer, attemptCookie(request, secure), request, reply);
  });
}
