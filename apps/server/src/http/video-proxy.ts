import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pathOf } from './live.ts';

/** LiveKit's signalling lies under this path. */
const PREFIX = '/rtc';
const VALIDATE_WITHIN_MS = 5_000;

/**
 * Carries LiveKit's signalling (not its media) to the one that runs inside, so that browsers need one address, one certificate
 * and one port for everything they fetch. LiveKit checks the token itself.
 */
export function videoProxy(url: string): {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  routes(app: FastifyInstance): void;
} {
  const { hostname, port } = new URL(url);
  return {
    upgrade(request, socket, head) {
      if (!isVideo(pathOf(request))) return false;
      const upstream = connect(Number(port), hostname, () => {
        upstream.write(requestHead(request));
        upstream.write(head);
        upstream.pipe(socket).pipe(upstream);
      });
      const end = (): void => {
        upstream.destroy();
        socket.destroy();
      };
      upstream.on('error', end);
      upstream.on('close', end);
      socket.on('error', end);
      socket.on('close', end);
      return true;
    },
    routes(app) {
      // Asked by the client after a refused connection, to learn why.
      app.get(`${PREFIX}/*`, async (request, reply) => {
        const headers =
          request.headers.authorization === undefined ? {} : { authorization: request.headers.authorization };
        const answer = await fetch(new URL(request.url, url), {
          headers,
          redirect: 'manual',
          signal: AbortSignal.timeout(VALIDATE_WITHIN_MS),
        });
        return reply
          .code(answer.status)
          .type('text/plain')
          .send(await answer.text());
      });
    },
  };
}

function isVideo(path: string): boolean {
  return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

/** The request as it came, without our own cookie, which is none of the video server's business. */
function requestHead(request: IncomingMessage): string {
  const lines: string[] = [];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const [name = '', value = ''] = request.rawHeaders.slice(index, index + 2);
    if (name.toLowerCase() !== 'cookie') lines.push(`${name}: ${value}`);
  }
  return `${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}
