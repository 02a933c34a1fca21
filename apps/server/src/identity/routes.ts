import {
  demoLogin,
  type LoginWays,
  loginWays,
  me,
  type Me,
  sessionList,
  sessionParams,
  sessionsQuery,
} from '@klubba/protocol';
import type { Person } from '@klubba/meeting';
import { mayAdminister } from '@klubba/register';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import { tokenBuckets } from '../http/token-bucket.ts';
import { cookieName, sessionOf } from '../http/who.ts';
import { swedishDay } from '../notices/day.ts';
import { mayPlanAny } from '../notices/may-plan.ts';
import { actingOf } from '../register/access.ts';
import { requireFreshLogin } from './fresh.ts';
import { startSession } from './login.ts';
import type { LoginMethod, Session } from './sessions.ts';

/** Links that lead nowhere, per address. A whole council logs in from one hall at once; somebody who guesses needs far more. */
const WRONG_LINKS_BURST = 20;
const WRONG_LINKS_PER_SECOND = 0.2;

/** Logging in and out, and one's own sessions. */
export function identityRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { sessions, people, secure } = services;
  const wrongLinks = tokenBuckets(WRONG_LINKS_BURST, WRONG_LINKS_PER_SECOND);

  const logInByDemoLink = async (token: string, request: FastifyRequest, reply: FastifyReply): Promise<Me> => {
    const id = services.demo?.personOf(token);
    const person = id === undefined ? undefined : await people.find(id);
    if (person === undefined) {
      if (!wrongLinks.take(request.ip)) throw new HttpRefusal(429, 'SES-TOO-OFTEN');
      throw new HttpRefusal(403, 'SES-BAD-LINK');
    }
    // The same link opened in another tab changes nothing.
    const current = await sessionOf(request.raw, sessions, secure);
    if (current?.person !== person.id || current.method !== 'demoLink')
      await startSession({ person: person.id, method: 'demoLink' }, request, reply, services);
    return asMe(person, 'demoLink', services);
  };

  const goodbye = (reply: FastifyReply): FastifyReply =>
    reply
      .clearCookie(cookieName(secure), { path: '/', secure })
      // Not "storage": the credential of a ballot that still goes on lies there, and the next login needs it.
      .header('clear-site-data', '"cache"')
      .code(204)
      .send();

  app.get('/api/login/ways', { schema: { response: { 200: loginWays } } }, async () => waysIn(services));

  app.post('/api/login/demo', { schema: { body: demoLogin, response: { 200: me } } }, (request, reply) =>
    logInByDemoLink(request.body.token, request, reply),
  );

  // What is printed at the start. Not a page of the app: the token must not stay in the address bar.
  app.get<{ Params: { token: string } }>('/in/:token', async (request, reply) => {
    await logInByDemoLink(request.params.token, request, reply);
    return reply.header('cache-control', 'no-store').redirect('/', 303);
  });

  app.get('/api/me', { schema: { response: { 200: me } } }, async (request) => {
    const session = await requireSession(request, services, 'alsoHeard');
    const person = await people.find(session.person);
    if (person === undefined) throw new HttpRefusal(401, 'SES-NONE');
    const { onlyMeeting } = session;
    const register = await services.registry.now();
    const administers = onlyMeeting === undefined && mayAdminister(register, actingOf(session));
    const plans =
      onlyMeeting === undefined && (administers || mayPlanAny(register, session, swedishDay(services.notices.now())));
    return {
      ...asMe(person, session.method, services),
      ...(onlyMeeting === undefined ? {} : { onlyMeeting }),
      ...(administers ? { administers: true as const } : {}),
      ...(plans ? { plans: true as const } : {}),
    };
  });

  app.post('/api/logout', async (request, reply) => {
    const session = await sessionOf(request.raw, sessions, secure);
    if (session !== undefined) {
      await sessions.revoke(session.id, session.person);
      request.log.info({ by: session.person, session: session.id }, 'logged out');
    }
    return goodbye(reply);
  });

  app.get('/api/sessions', { schema: { response: { 200: sessionList } } }, async (request) => {
    const current = await requireSession(request, services);
    const all = await sessions.list(current.person);
    return { sessions: all.map((session) => asView(session, current)) };
  });

  // All but the one that asks, after a fresh login; or that one too, which whoever finds a strange one does without delay.
  app.delete('/api/sessions', { schema: { querystring: sessionsQuery } }, async (request, reply) => {
    if (request.query.this === 'too') {
      const current = await requireSession(request, services);
      await sessions.revokeAll(current.person);
      return goodbye(reply);
    }
    const current = await requireFreshLogin(request, services);
    await sessions.revokeAll(current.person, { except: current.id });
    return reply.code(204).send();
  });

  app.delete('/api/sessions/:session', { schema: { params: sessionParams } }, async (request, reply) => {
    const current = await requireFreshLogin(request, services);
    if (!(await sessions.revoke(request.params.session, current.person))) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    return reply.code(204).send();
  });
}

/** The ways in, in the order they are shown. */
function waysIn({ identity, municipality, help, demo }: Services): LoginWays {
  const { directories, apps } = identity;
  const ways = [
    ...apps.map((app) => app.id),
    ...(identity.passkeys ? ['passkey' as const] : []),
    ...(directories.length > 0 ? ['directory' as const] : []),
    ...(demo === undefined ? [] : ['demoLink' as const]),
  ];
  return {
    municipality,
    ways,
    ...(help === undefined ? {} : { help }),
    directories: directories.map(({ id, name }) => ({ id, name })),
    demo: demo !== undefined,
  };
}

function asMe(person: Person, method: LoginMethod, { demo }: Services): Me {
  const name = `${person.givenName} ${person.familyName}`.trim();
  return {
    person: person.id,
    name,
    method,
    demo: demo !== undefined,
    ...(person.party === undefined ? {} : { party: person.party }),
  };
}

function asView(session: Session, current: Session) {
  const { id, createdAt, lastSeenAt, expiresAt, method, device } = session;
  return { id, createdAt, lastSeenAt, expiresAt, method, device, current: id === current.id };
}
