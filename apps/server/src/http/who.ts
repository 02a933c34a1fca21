import type { IncomingMessage } from 'node:http';
import type { Session, Sessions } from '../identity/sessions.ts';

/** `__Host-` binds the cookie to this very host and to https (RFC 6265bis). */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-klubba' : 'klubba';
}

/** The session that a request's cookie stands for. The only way anybody becomes anybody here. */
export async function sessionOf(
  request: Pick<IncomingMessage, 'headers'>,
  sessions: Sessions,
  secure: boolean,
): Promise<Session | undefined> {
  const token = readCookie(request.headers.cookie, cookieName(secure));
  return token === undefined ? undefined : sessions.find(token);
}

/** Whether a request comes with a session of somebody's, whatever it may be worth. */
export function hasSessionCookie(request: Pick<IncomingMessage, 'headers'>, secure: boolean): boolean {
  return readCookie(request.headers.cookie, cookieName(secure)) !== undefined;
}

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}

/**
 * Whether a browser sends this from a page of another site. Clients that are no browsers send neither header, and have no cookie
 * that somebody else's page could use.
 */
export function isFromOtherSite(request: Pick<IncomingMessage, 'headers'>, publicOrigin: string): boolean {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (origin === undefined) return false;
  return origin !== publicOrigin && (!URL.canParse(origin) || new URL(origin).host !== host);
}
