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
        const { ticket } = ticketOf(request);
        upstream.write(requestHead(request, ticket));
        upstream.write(head);
        if (ticket === undefined) upstream.pipe(socket);
        else answerWithProtocol(upstream, socket);
        socket.pipe(upstream);
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

/** A page puts its ticket among the subprotocols, for no log keeps those (apps/web/src/video/ticket-out-of-address.ts). */
const TICKET = /(?:^|,)\s*klubba-ticket\.([\w.-]{1,4000})\s*(?:,|$)/;
const PROTOCOL_HEADER = 'sec-websocket-protocol';
const PROTOCOL = 'klubba-video';
const HEAD_BYTES_MAX = 16_384;

function ticketOf({ headers }: IncomingMessage): { readonly ticket: string | undefined } {
  return { ticket: TICKET.exec(headers[PROTOCOL_HEADER] ?? '')?.[1] };
}

/** The browser wants one of the subprotocols that it has offered; the video server knows of none. */
function answerWithProtocol(upstream: Duplex, socket: Duplex): void {
  let head = Buffer.alloc(0);
  const read = (data: Buffer): void => {
    head = Buffer.concat([head, data]);
    const end = head.indexOf('\r\n');
    if (end < 0 && head.length < HEAD_BYTES_MAX) return;
    upstream.off('data', read);
    const isOpen = head.toString('latin1', 0, 16).startsWith('HTTP/1.1 101 ');
    socket.write(
      isOpen
        ? Buffer.concat([
            head.subarray(0, end),
            Buffer.from(`\r\nSec-WebSocket-Protocol: ${PROTOCOL}`),
            head.subarray(end),
          ])
        : head,
    );
    upstream.pipe(socket);
  };
  upstream.on('data', read);
}

/** The request as it came, without our own cookie, which is none of the video server's business, and with a ticket where it looks for it. */
function requestHead(request: IncomingMessage, ticket: string | undefined): string {
  const lines: string[] = ticket === undefined ? [] : [`Authorization: Bearer ${ticket}`];
  const dropped = ticket === undefined ? ['cookie'] : ['cookie', 'authorization', PROTOCOL_HEADER];
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const [name = '', value = ''] = request.rawHeaders.slice(index, index + 2);
    if (!dropped.includes(name.toLowerCase())) lines.push(`${name}: ${value}`);
  }
  return `${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}
