import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Token = {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
};
export type HostileDirectory = {
  readonly issuer: string;
  /** Makes the ID token of the next answer. `honest` is what a decent directory would say; `key` is its true key. */
  makeToken: (honest: Token, keys: DirectoryKeys) => string;
  /** The nonce that the browser brought. */
  nonce: string;
  stop(): Promise<void>;
};
export type DirectoryKeys = { readonly trueKey: KeyObject; readonly publicPem: string };

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function signedRs256({ header, claims }: Token, key: KeyObject): string {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}

/** The confusion of RFC 8725, 2.1: signed with HMAC, the directory's public key as the secret. */
export function signedHs256({ header, claims }: Token, secret: string): string {
  const input = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}`;
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

export function unsigned({ header, claims }: Token): string {
  return `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`;
}

/** What a real directory never does: it hands out whatever ID token a test makes. */
export async function startHostileDirectory(clientId: string): Promise<HostileDirectory> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const directory: HostileDirectory = {
    issuer,
    nonce: '',
    makeToken: (honest, { trueKey }) => signedRs256(honest, trueKey),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const keys = { trueKey: privateKey, publicPem: publicKey.export({ format: 'pem', type: 'spki' }).toString() };
  const pages: Readonly<Record<string, () => unknown>> = {
    '/.well-known/openid-configuration': () => ({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      authorization_response_iss_parameter_supported: true,
    }),
    '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'k' }] }),
    '/token': () => {
      const now = Math.floor(Date.now() / 1_000);
      const claims = { iss: issuer, aud: clientId, sub: 'anna', iat: now, exp: now + 300, nonce: directory.nonce };
      const honest = { header: { alg: 'RS256', kid: 'k', typ: 'JWT' }, claims };
      return { access_token: 'a', token_type: 'Bearer', expires_in: 300, id_token: directory.makeToken(honest, keys) };
    },
  };
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const page = pages[request.url?.split('?')[0] ?? ''];
    request.resume();
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(page?.() ?? {}));
  });
  return directory;
}
