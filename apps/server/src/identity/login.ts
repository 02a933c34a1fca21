import { isEnough } from '@klubba/protocol';
import { ok, type Person, type PersonId, refused, type Result } from '@klubba/meeting';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Services } from '../http/services.ts';
import { cookieName, sessionOf } from '../http/who.ts';
import type { Identities } from './identities.ts';
import type { Identified, LoginRefusal } from './provider.ts';
import type { SessionWish } from './sessions.ts';

/** Whom a provider means. Somebody not in the register is nobody here, however well identified. */
async function personMeant({ subject, email }: Identified, identities: Identities): Promise<PersonId | undefined> {
  const known = await identities.find(subject);
  if (known !== undefined || email === undefined) return known;
  const byEmail = await identities.findByEmail(email);
  return byEmail !== undefined && (await identities.link(subject, byEmail)) ? byEmail : undefined;
}

/** The last step of every login by a provider. */
export async function logIn(
  identified: Identified,
  provider: string,
  request: FastifyRequest,
  reply: FastifyReply,
  services: Services,
): Promise<Result<Person, LoginRefusal>> {
  const { method, assurance, roles, renewal, authenticatedAt } = identified;
  if (!isEnough(assurance, services.loginAssurance)) return refused({ rule: 'LGN-TOO-WEAK', cause: assurance });
  const id = await personMeant(identified, services.identity.identities);
  const person = id === undefined ? undefined : await services.people.find(id);
  if (person === undefined) return refused({ rule: 'LGN-UNKNOWN' });
  const wish = { person: person.id, method, provider, assurance, roles };
  const proven = method === 'directory' ? { authenticatedAt: authenticatedAt ?? 0 } : {};
  await startSession({ ...wish, ...proven, ...(renewal === undefined ? {} : { renewal }) }, request, reply, services);
  return ok(person);
}

/** A new session in this browser, always with a new token: whatever cookie somebody planted before is worth nothing after. */
export async function startSession(
  wish: Omit<SessionWish, 'device'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { sessions, secure }: Pick<Services, 'sessions' | 'secure'>,
): Promise<void> {
  // A browser has one session.
  const old = await sessionOf(request.raw, sessions, secure);
  if (old !== undefined) await sessions.revoke(old.id, old.person);
  const { token, session } = await sessions.create({ ...wish, device: request.headers['user-agent'] ?? '' });
  reply.setCookie(cookieName(secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    expires: new Date(session.expiresAt),
  });
  const { person, method, provider, assurance, id } = session;
  request.log.info({ by: person, method, provider, assurance, session: id }, 'logged in');
}
