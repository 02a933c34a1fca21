import type { FastifyRequest } from 'fastify';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import type { Session } from './sessions.ts';

/** How long ago one may have shown who one is, for what would let a thief of an open browser stay. */
const FRESH_LOGIN_MS = 10 * 60_000;

function isFresh({ authenticatedAt }: Pick<Session, 'authenticatedAt'>, now: number): boolean {
  return now - authenticatedAt <= FRESH_LOGIN_MS;
}

/** Whose request it is, when they have just logged in; who has not is asked to do so first (`IDA-FRESH`). */
export async function requireFreshLogin(request: FastifyRequest, services: Services): Promise<Session> {
  const session = await requireSession(request, services);
  if (!isFresh(session, services.now())) throw new HttpRefusal(403, 'IDA-FRESH');
  return session;
}
