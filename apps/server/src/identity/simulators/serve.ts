import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { newAuthority } from './certificates.ts';

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly body: string;
};
export type Answered = { readonly status: number; readonly body: unknown };

export type Served = {
  readonly url: string;
  /** What a client needs, as PEM: it is let in with no other certificate. */
  readonly client: { readonly certificate: string; readonly key: string; readonly authority: string };
  stop(): Promise<void>;
};

const BODY_BYTES_MAX = 64 * 1024;

/** HTTPS that talks to those alone who show a certificate of its own authority (mTLS). */
export async function serveMutual(name: string, answer: (asked: Asked) => Answered, port = 0): Promise<Served> {
  const authority = newAuthority(`${name} simulator authority`);
  const own = authority.issue('localhost');
  const client = authority.issue('klubba');
  const server = createServer(
    {
      cert: own.certificate,
      key: own.key,
      ca: authority.certificate,
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    },
    (request, response) => {
      bodyOf(request).then(
        (body) => {
          const { method = '', url = '' } = request;
          const answered = answer({ method, path: url, contentType: request.headers['content-type'] ?? '', body });
          response
            .writeHead(answered.status, { 'content-type': 'application/json' })
            .end(JSON.stringify(answered.body));
        },
        () => response.writeHead(400).end(),
      );
    },
  );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}`,
    client: { ...client, authority: authority.certificate },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > BODY_BYTES_MAX) throw new Error('Too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
