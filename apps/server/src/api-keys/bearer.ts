import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpRefusal } from '../http/refusals.ts';
import { hasSessionCookie } from '../http/who.ts';
import { type ApiKeys, hasKeyIn, type OpenKey } from './api-keys.ts';

/** The only way a key comes in (RFC 6750 §2.1). Other bearers are none of ours: a proxy in front may add its own. */
const BEARER = /^Bearer +(klubba_.*)$/i;

declare module 'fastify' {
  interface FastifyRequest {
    /** Another system whose key the gate has let through to this route; undefined: a person or nobody asks. */
    apiKey: OpenKey | undefined;
  }
}

/**
 * The key that a request brings, or nothing. Refused: one that opens nothing or no longer does, one in an address, where it is
 * kept by every log on the way, and one beside a session, for a key never acts as a person.
 */
export async function keyBrought(
  request: FastifyRequest,
  reply: FastifyReply,
  { apiKeys, secure }: { readonly apiKeys: ApiKeys; readonly secure: boolean },
): Promise<OpenKey | undefined> {
  if (hasKeyIn(request.url)) throw new HttpRefusal(400, 'KEY-IN-URL');
  const secret = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (secret === undefined) return undefined;
  if (hasSessionCookie(request.raw, secure)) throw new HttpRefusal(400, 'KEY-WITH-SESSION');
  const opened = await apiKeys.open(secret, request.ip);
  if (opened.ok) return opened.value;
  const { refusal } = opened;
  if (refusal.rule === 'HTTP-TOO-FREQUENT') {
    reply.header('retry-after', '1');
    throw new HttpRefusal(429, refusal.rule);
  }
  if (refusal.rule === 'KEY-ENDED') await apiKeys.record(refusal.key, theUse(request, refusal.rule));
  reply.header('www-authenticate', 'Bearer');
  throw new HttpRefusal(401, refusal.rule);
}

/** Lets a key through, or refuses it, and either way has it on record before anything is given. */
export async function onRecord(
  request: FastifyRequest,
  key: OpenKey,
  apiKeys: ApiKeys,
  judge: () => Promise<void>,
): Promise<void> {
  try {
    await judge();
  } catch (error) {
    if (error instanceof HttpRefusal) await apiKeys.record(key.id, theUse(request, error.rule));
    throw error;
  }
  await apiKeys.record(key.id, theUse(request));
  request.apiKey = key;
}

function theUse(request: FastifyRequest, refusedBy?: string): Parameters<ApiKeys['record']>[1] {
  const [path = ''] = request.url.split('?');
  return { act: `${request.method} ${path}`, address: request.ip, ...(refusedBy === undefined ? {} : { refusedBy }) };
}
