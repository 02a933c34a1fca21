import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpRefusal } from './refusals.ts';

const YEAR = '1y';

/** The web app: files with a hash in their name are kept by browsers, pages are asked for anew; every path of the app is its page. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(path.join(folder, 'index.html'));
  if (isBuilt) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      // The build lays compressed copies beside the files; without them the files themselves are sent.
      preCompressed: true,
      setHeaders(reply, file) {
        const isHashed = file.startsWith(path.join(folder, 'assets') + path.sep);
        reply.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
      maxAge: YEAR,
      cacheControl: false,
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    if (!wantsPage(request) || !isBuilt) {
      const { statusCode, ...refusal } = new HttpRefusal(404, 'HTTP-NOT-FOUND');
      return reply.code(statusCode).send({ rule: refusal.rule });
    }
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}

/** A browser says that it wants a page; whoever takes anything, such as a monitor, gets one where no file is named. */
function wantsPage({ method, url, headers }: FastifyRequest): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || url.startsWith('/api/')) return false;
  const { accept = '*/*' } = headers;
  return accept.includes('text/html') || (accept.includes('*/*') && !/^[^?]*\.[^/?]*(\?|$)/.test(url));
}
