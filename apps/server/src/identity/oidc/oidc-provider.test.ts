import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OidcSettings } from '../identity-file.ts';
import { oidcProvider } from './oidc-provider.ts';

const server = createServer((_request, response) => {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ ...metadata, issuer: says }));
});
let metadata: Readonly<Record<string, unknown>> = {};
let issuer = '';
let says = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  metadata = {
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/k`,
  };
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

function provider(): ReturnType<typeof oidcProvider> {
  const clientSecretFile = path.join(mkdtempSync(path.join(tmpdir(), 'klubba-oidc-')), 'secret');
  writeFileSync(clientSecretFile, 'secret');
  const settings = { id: 'staff', name: 'Kontot', issuer, clientId: 'klubba', clientSecretFile, scope: 'openid' };
  return oidcProvider({ ...settings, signedWith: 'RS256' } as OidcSettings, () => 'https://klubba.example.se/return');
}

it('a directory that describes itself as another one is not gone to', async () => {
  says = issuer;
  expect(await provider().begin()).toMatchObject({ ok: true });
  for (const other of ['https://login.example.se', `${issuer}.evil.example`, `${issuer}/x`, '']) {
    says = other;
    expect(await provider().begin()).toEqual({ ok: false, refusal: { rule: 'LGN-PROVIDER' } });
  }
});
