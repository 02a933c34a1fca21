import type { FastifyReply, FastifyRequest } from 'fastify';

/** How long somebody may be away at a directory or look for the telephone. */
export const ATTEMPT_MS = 10 * 60_000;
const nameOf = (secure: boolean): string => (secure ? '__Host-klubba-login' : 'klubba-login');

/** Binds a login on its way to the browser that began it. */
export function setAttemptCookie(reply: FastifyReply, token: string, secure: boolean): void {
  reply.setCookie(nameOf(secure), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: ATTEMPT_MS / 1_000,
  });
}

export function attemptCookie(request: FastifyRequest, secure: boolean): string {
  return request.cookies[nameOf(secure)] ?? '';
}

export function clearAttemptCookie(reply: FastifyReply, secure: boolean): void {
  reply.clearCookie(nameOf(secure), { path: '/', secure });
}
