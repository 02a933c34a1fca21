import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Session } from '../identity/sessions.ts';
import { startSession } from '../identity/login.ts';
import { buildApp } from './app.ts';
import type { Services } from './services.ts';

const TOKEN = 'x'.repeat(43);
const berit = { id: 's-1', person: 'p-berit', assurance: 'low', roles: [], method: 'directory', provider: 'staff' };
const session = { ...berit, onlyMeeting: undefined, expiresAt: Date.now() + 60_000 } as unknown as Session;

type House = {
  readonly app: FastifyInstance;
  /** What the log says, line by line. */
  readonly lines: () => readonly Readonly<Record<string, unknown>>[];
};

/** The whole of HTTP with nothing behind it: one is logged in, the register is in flames, and there is no meeting. */
async function house(https: boolean): Promise<House> {
  const written: string[] = [];
  const sink = new Writable({
    write(line, _encoding, done) {
      written.push(String(line));
      done();
    },
  });
  const services = {
    sessions: {
      find: async (token: string) => (token === TOKEN ? session : undefined),
      create: async () => ({ token: TOKEN, session }),
      revoke: async () => true,
      list: () => Promise.reject(new Error('select secret_column from sessions failed for password hunter2')),
    },
    meetings: { find: async () => undefined },
    identity: {
      directories: [],
      apps: [],
      passkeys: false,
      directory: () => ({ id: 'staff', begin: async () => ({ ok: false, refusal: { rule: 'LGN-PROVIDER' } }) }),
    },
    publicOrigin: () => `${https ? 'https' : 'http'}://klubba.example.se`,
    apiKeys: { open: async () => ({ ok: false, refusal: { rule: 'KEY-UNKNOWN' } }) },
    registry: {},
    secure: https,
    municipality: 'Exempelköping',
  } as unknown as Services;
  const app = await buildApp({
    health: { pool: { query: () => Promise.reject(new Error('no database')) }, videoUrl: undefined },
    services,
    security: {
      publicOrigin: () => `${https ? 'https' : 'http'}://klubba.example.se`,
      secure: https,
      videoOrigin: undefined,
    },
    conductor: undefined,
    webFolder: '/nowhere',
    log: pino({ level: 'info', base: null }, sink),
    trustProxy: [],
    videoProxy: undefined,
  });
  app.post('/login-for-test', { config: { resource: 'logIn' } }, async (request, reply) => {
    await startSession({ person: session.person, method: 'directory' }, request, reply, services);
    return reply.code(204).send();
  });
  await app.ready();
  return { app, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

const cookie = (https: boolean): Record<string, string> => ({ cookie: `${https ? '__Host-' : ''}klubba=${TOKEN}` });
const ADDRESSES = ['/', '/api/login/ways', '/api/sessions', '/api/nothing', '/assets/gone.js'];

test.each(ADDRESSES)(
  'every answer tells browsers to stay on https, sniff nothing and frame nothing: %s',
  async (url) => {
    const { app } = await house(true);
    const { headers } = await app.inject({ url });
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  },
);

test('the policy of content runs our own scripts and no others, and is live over wss alone where the page is https', async () => {
  const { app } = await house(true);
  const directives = String((await app.inject({ url: '/' })).headers['content-security-policy']).split('; ');
  expect(directives).toEqual(
    expect.arrayContaining([
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "connect-src 'self' wss://klubba.example.se",
    ]),
  );
  expect(directives.join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|\bhttp:|\bws:|\*/);
});

test('another site gets no leave to read what needs a login, and its preflight is answered with nothing', async () => {
  const { app } = await house(true);
  const headers = { origin: 'https://evil.example', 'access-control-request-method': 'DELETE' };
  for (const method of ['OPTIONS', 'GET'] as const) {
    const answer = await app.inject({ method, url: '/api/sessions', headers: { ...headers, ...cookie(true) } });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.headers).not.toHaveProperty('access-control-allow-credentials');
  }
});

test('another site’s form changes nothing: one that needs no preflight is refused like any other', async () => {
  const { app } = await house(true);
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/logout',
      headers: { ...cookie(true), origin: 'https://evil.example', 'content-type': type },
      payload: '',
    });
    expect([answer.statusCode, answer.json()]).toEqual([403, { rule: 'SES-OTHER-SITE' }]);
  }
});

test('reading changes nothing: what acts answers neither GET nor HEAD, and TRACE answers nobody', async () => {
  const { app } = await house(true);
  for (const url of ['/api/logout', '/api/login/demo', '/api/register/commands'])
    for (const method of ['GET', 'HEAD'] as const)
      expect((await app.inject({ method, url, headers: cookie(true) })).statusCode, `${method} ${url}`).toBe(404);
  expect((await app.inject({ method: 'TRACE' as 'GET', url: '/' })).statusCode).toBe(404);
});

test('nothing under /api is kept by a browser or a cache unless it says so itself, and says which text it is', async () => {
  const { app } = await house(false);
  for (const url of ['/api/login/ways', '/api/sessions', '/api/nothing']) {
    const { headers } = await app.inject({ url, headers: cookie(false) });
    expect([headers['cache-control'], headers['content-type']]).toEqual([
      'no-store',
      'application/json; charset=utf-8',
    ]);
  }
});

test('what goes wrong inside is told in one word, and in full to the log alone', async () => {
  const { app, lines } = await house(false);
  const answer = await app.inject({ url: '/api/sessions', headers: cookie(false) });
  expect([answer.statusCode, answer.json()]).toEqual([500, { rule: 'HTTP-FAILED' }]);
  expect(lines().at(-1)).toMatchObject({ msg: 'request failed', level: 50 });
});

test('who logs in and how, who logs out, and who was refused what, is in the log, each with its time', async () => {
  const { app, lines } = await house(false);
  await app.inject({ method: 'POST', url: '/login-for-test' });
  await app.inject({ method: 'POST', url: '/api/logout', headers: cookie(false) });
  await app.inject({ url: '/api/meetings/kf/record', headers: cookie(false) });
  await app.inject({ url: '/api/sessions', remoteAddress: '192.0.2.7' });
  const [loggedIn, loggedOut] = lines();
  expect(loggedIn).toMatchObject({ msg: 'logged in', by: 'p-berit', method: 'directory', provider: 'staff' });
  expect(loggedOut).toMatchObject({ msg: 'logged out', by: 'p-berit', session: 's-1' });
  const refused = lines().filter(({ msg }) => msg === 'request refused');
  expect(refused).toContainEqual(expect.objectContaining({ by: 'p-berit', rule: 'HTTP-NOT-FOUND' }));
  expect(refused.at(-1)).toMatchObject({ rule: 'SES-NONE', from: '192.0.2.7', route: '/api/sessions' });
  for (const { time } of lines()) expect(time).toBeTypeOf('number');
});

test('nobody writes a line of their own into the log', async () => {
  const { app, lines } = await house(false);
  const before = lines().length;
  await app.inject({ url: '/api/%0A%7B%22msg%22%3A%22logged in%22%7D', headers: { 'user-agent': 'a\n{"msg":"x"}' } });
  await app.inject({ url: '/api/sessions', remoteAddress: '192.0.2.7\n{"msg":"logged in"}' });
  expect(lines().length).toBeLessThanOrEqual(before + 2);
  expect(lines().filter(({ msg }) => msg === 'logged in')).toEqual([]);
});

test('whoever says to come from another address is not believed without a trusted proxy', async () => {
  const { app, lines } = await house(false);
  const headers = { 'x-forwarded-for': '203.0.113.9', 'x-real-ip': '203.0.113.9', 'x-forwarded-host': 'evil.example' };
  await app.inject({ url: '/api/sessions', remoteAddress: '192.0.2.7', headers });
  expect(lines().at(-1)).toMatchObject({ from: '192.0.2.7' });
});

test('a parameter that comes twice is malformed, never the one that suits', async () => {
  const { app } = await house(false);
  const doubled = await app.inject({
    url: '/api/register/people?q=a&q=b',
    headers: { ...cookie(false) },
  });
  expect([doubled.statusCode, doubled.json()]).toEqual([400, { rule: 'HTTP-MALFORMED' }]);
});

test('a body with members that nobody asked for is not taken', async () => {
  const { app } = await house(false);
  const payload = { token: 'a', role: 'administrator', ['__proto__']: { role: 'administrator' } };
  const answer = await app.inject({ method: 'POST', url: '/api/login/demo', payload });
  expect([answer.statusCode, answer.json()]).toEqual([400, { rule: 'HTTP-MALFORMED' }]);
  const polluted = await app.inject({
    method: 'POST',
    url: '/api/login/demo',
    headers: { 'content-type': 'application/json' },
    payload: '{"token":"a","__proto__":{"isAdministrator":true}}',
  });
  expect(polluted.statusCode).toBe(400);
  expect({}).not.toHaveProperty('isAdministrator');
});

test('a request whose end can be read in two ways is not read at all', async () => {
  const { app } = await house(false);
  await app.listen({ port: 0, host: '127.0.0.1' });
  const address = app.server.address();
  const socket = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1');
  const head = ['POST /api/logout HTTP/1.1', 'Host: x', 'Content-Length: 4', 'Transfer-Encoding: chunked', '', ''];
  socket.write(`${head.join('\r\n')}0\r\n\r\nGET /api/health HTTP/1.1\r\nHost: x\r\n\r\n`);
  let heard = '';
  socket.on('data', (part) => {
    heard += String(part);
  });
  await once(socket, 'close');
  expect(heard.match(/^HTTP\/1\.1 \d+/gm)).toEqual(['HTTP/1.1 400']);
  await app.close();
});

test('logging out tells the browser to forget the pages it has kept', async () => {
  const { app } = await house(true);
  const { headers } = await app.inject({ method: 'POST', url: '/api/logout', headers: cookie(true) });
  expect(headers['clear-site-data']).toBe('"cache"');
  expect(headers['set-cookie']).toMatch(/^__Host-klubba=;.*Secure/);
});

test('the cookie of a login is bound to this host, sent over https alone, and read by no script', async () => {
  const { app } = await house(true);
  const answer = await app.inject({ method: 'POST', url: '/login-for-test' });
  expect(answer.headers['set-cookie']).toMatch(
    /^__Host-klubba=x{43}; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax$/,
  );
  expect(answer.body).toBe('');
});

test('nobody is logged in by a link on another site: the way to a directory begins at our own door', async () => {
  const { app } = await house(true);
  const begin = (site: string) =>
    app.inject({ url: '/api/login/directory/staff?next=/m/kf', headers: { 'sec-fetch-site': site } });
  expect((await begin('cross-site')).headers.location).toBe('/?next=%2Fm%2Fkf');
  expect((await begin('same-origin')).headers.location).toBe('/login/directory?failed=LGN-PROVIDER');
});

test('more than fits is not read', async () => {
  const { app } = await house(false);
  const answer = await app.inject({ method: 'POST', url: '/api/login/demo', payload: { token: 'x'.repeat(70_000) } });
  expect([answer.statusCode, answer.json()]).toEqual([413, { rule: 'HTTP-TOO-LARGE' }]);
});
