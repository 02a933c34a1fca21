import type { FastifyInstance } from 'fastify';
import { HttpRefusal } from './refusals.ts';
import { tokenBuckets } from './token-bucket.ts';
import { isFromOtherSite } from './who.ts';

/** A whole hall may come from one address. */
const REQUESTS_BURST = 3_000;
const REQUESTS_PER_SECOND = 300;
const YEAR_SECONDS = 31_536_000;
const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];
/** Signed by its sender and carried by no browser. */
const SIGNED_PATHS: readonly string[] = ['/api/video/webhook'];
/** Posted by a browser on its way back from a SAML directory: laid aside there, and of effect only with this browser's cookie. */
const ANSWER_PATH = /^\/api\/login\/directory\/[a-z0-9-]+\/answer$/;

export type SecurityOptions = {
  readonly publicOrigin: () => string;
  readonly secure: boolean;
  /** Where browsers connect for video, if that is not this very server. */
  readonly videoOrigin: string | undefined;
};

/** What holds for every answer: nothing from another origin, nothing inline, no other site's page may act here. */
export function guard(app: FastifyInstance, options: SecurityOptions): void {
  const requests = tokenBuckets(REQUESTS_BURST, REQUESTS_PER_SECOND);
  const policy = contentPolicy(options);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy':
        'camera=(self), microphone=(self), fullscreen=(self), screen-wake-lock=(self), geolocation=()',
    });
    // What may be kept says so itself.
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    if (options.secure) reply.header('strict-transport-security', `max-age=${YEAR_SECONDS}; includeSubDomains`);
    if (!requests.take(request.ip)) throw new HttpRefusal(429, 'HTTP-TOO-FREQUENT');
    const mayAct =
      SAFE_METHODS.includes(request.method) || SIGNED_PATHS.includes(request.url) || ANSWER_PATH.test(request.url);
    if (!mayAct && isFromOtherSite(request.raw, options.publicOrigin())) throw new HttpRefusal(403, 'SES-OTHER-SITE');
  });
}

function contentPolicy({ publicOrigin, videoOrigin }: SecurityOptions): string {
  // Older Safari does not count wss: to the same host as 'self'.
  const live = publicOrigin().replace(/^http/, 'ws');
  const video = videoOrigin === undefined ? '' : ` ${videoOrigin} ${videoOrigin.replace(/^ws/, 'http')}`;
  return [
    "default-src 'none'",
    // pdf.js decodes some pictures in WebAssembly; that allows no script.
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${live}${video}`,
    "media-src 'self' blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
