import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MeetingId } from '@klubba/meeting';
import type {
  ApiKeyList,
  ApiKeyMade,
  ApiKeyUses,
  BodyList,
  HistoryPage,
  HttpProblem,
  MeetingAgenda,
  MeetingList,
  PersonPage,
} from '@klubba/protocol';
import type { ApiKeyScope, RegisterCommand } from '@klubba/register';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { openServer, type Server } from '../server.ts';
import { logIn, TestClient } from '../testing/test-client.ts';
import { OPENAPI_REFERENCE } from './openapi-reference.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let server: Server;
let administrator: string;
let member: string;
let time = Date.now();
let evening: MeetingId;

beforeAll(async () => {
  database = await startTestDatabase();
  server = await start();
  administrator = await logIn(linkOf('Ekvall'));
  member = await logIn(linkOf('Nordin'));
  const [tonight] = server.demo;
  if (tonight === undefined) throw new Error('The demo has an evening');
  evening = tonight.plan.meeting;
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

const start = (): Promise<Server> =>
  openServer({
    config: readConfig({ DEMO: 'on' }),
    port: 0,
    databaseUrl: database.url,
    video: undefined,
    log: openLog('silent'),
    now: () => time,
  });

function linkOf(familyName: string): string {
  const found = server.demo.flatMap(({ people }) => people).find(({ person }) => person.familyName === familyName);
  if (found === undefined) throw new Error(`Nobody is called ${familyName}`);
  return found.link;
}

/** Whatever of it an answer has. */
type Body = MeetingAgenda &
  ApiKeyList &
  ApiKeyMade &
  ApiKeyUses &
  HistoryPage &
  MeetingList &
  PersonPage &
  BodyList &
  HttpProblem;
type Got = { readonly status: number; readonly body: Body; readonly text: string; readonly headers: Headers };
type Ask = { readonly cookie?: string; readonly key?: string; readonly method?: string; readonly body?: unknown };

async function ask(path: string, { cookie, key, method = 'GET', body }: Ask = {}): Promise<Got> {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: answer.status, body: (isJson ? JSON.parse(text) : {}) as Body, text, headers: answer.headers };
}

const inDays = (days: number): string => new Date(time + days * DAY_MS).toISOString().slice(0, 10);
let made = 0;
async function giveOut(...scopes: readonly ApiKeyScope[]): Promise<ApiKeyMade & { readonly name: string }> {
  made += 1;
  const name = `System ${made}`;
  const wish = { name, scopes, until: inDays(30) };
  const { status, body } = await ask('/api/register/keys', { cookie: administrator, method: 'POST', body: wish });
  expect(status).toBe(200);
  return { ...body, name };
}
const revoke = (key: string) => ask(`/api/register/keys/${key}`, { cookie: administrator, method: 'DELETE' });
const usesOf = async (key: string) => (await ask(`/api/register/keys/${key}/uses`, { cookie: administrator })).body;
const auditOf = async (word: string) =>
  (await ask(`/api/register/audit?q=${encodeURIComponent(word)}`, { cookie: administrator })).body.entries;
const command = (key: string, wish: RegisterCommand) =>
  ask('/api/register/commands', { key, method: 'POST', body: { id: randomUUID(), command: wish } });
const somebody = (person: string, isProtected = false): RegisterCommand => ({
  type: 'addPerson',
  person: person as never,
  name: { givenName: 'Tove', familyName: 'Zetterqvarn' },
  contact: { email: `${person}@exempelkoping.se` },
  isProtected,
});

describe('a key', () => {
  it('is given out by an administrator alone, and told once', async () => {
    const wish = { name: 'Diariet', scopes: ['meetings'], until: inDays(10) };
    const post = { method: 'POST', body: wish };
    expect((await ask('/api/register/keys', post)).status).toBe(401);
    expect((await ask('/api/register/keys', { ...post, cookie: member })).body.rule).toBe('REG-ADMIN');
    const { body, headers } = await ask('/api/register/keys', { cookie: administrator, method: 'POST', body: wish });
    expect(body.secret).toMatch(/^klubba_[\w-]{43}$/);
    expect(headers.get('cache-control')).toBe('no-store');
    const list = await ask('/api/register/keys', { cookie: administrator });
    expect(list.body.keys[0]).toMatchObject({ name: 'Diariet', scopes: ['meetings'], state: 'holds', uses: 0 });
    expect(list.text).not.toContain(body.secret);
    expect((await auditOf('ApiKeyMade Diariet'))[0]).toMatchObject({ actorName: 'Nadja Ekvall' });
  });

  it('lies in the database as its hash alone', async () => {
    const { secret } = await giveOut('meetings');
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      `select (select string_agg(k::text, ' ') from api_keys k) || (select string_agg(f::text, ' ') from register_facts f) as all`,
    );
    await client.end();
    expect(JSON.stringify(rows)).not.toContain(secret.slice('klubba_'.length));
  });

  it('REG-KEY-UNTIL, REG-KEY-SCOPES: has an end within a year and something that it may do', async () => {
    const wish = { name: 'Arkivet', scopes: ['meetings'], until: inDays(10) };
    const make = async (more: object) =>
      (await ask('/api/register/keys', { cookie: administrator, method: 'POST', body: { ...wish, ...more } })).body
        .rule;
    expect(await make({ until: inDays(800) })).toBe('REG-KEY-UNTIL');
    expect(await make({ scopes: [] })).toBe('REG-KEY-SCOPES');
    expect(await make({ scopes: ['everything'] })).toBe('HTTP-MALFORMED');
  });
});

describe('another system reads', () => {
  it('the meetings that the public may know of, as nobody in particular', async () => {
    const { secret } = await giveOut('meetings');
    const { status, body } = await ask('/api/meetings', { key: secret });
    expect(status).toBe(200);
    expect(body.meetings.length).toBeGreaterThan(0);
    expect(new Set(body.meetings.map(({ capacity }) => capacity))).toEqual(new Set(['none']));
    const open = await ask('/public/api/meetings');
    expect(body.meetings.length).toBe(open.body.meetings.length);
  });

  it('the notice, and documents of open items', async () => {
    const { secret } = await giveOut('notices', 'documents');
    const notice = await ask(`/api/meetings/${evening}/notice.ics`, { key: secret });
    expect([notice.status, notice.text.startsWith('BEGIN:VCALENDAR')]).toEqual([200, true]);
    const items = server.demo.find(({ plan }) => plan.meeting === evening)?.plan.items ?? [];
    const statuses = new Set<string>();
    for (const { doors, documents } of items)
      for (const { id } of documents) {
        const read = await ask(`/api/meetings/${evening}/documents/${id}`, { key: secret });
        statuses.add(`${doors} ${read.status}`);
      }
    expect([...statuses].toSorted()).toEqual(['open 200']);
    const own = await ask('/api/meetings/m-of-nobody/notice.ics', { key: secret });
    expect(own.status).toBe(404);
  });

  it('the agenda, from which it learns what documents there are', async () => {
    const { secret } = await giveOut('meetings', 'documents');
    const { status, body } = await ask(`/api/meetings/${evening}/agenda`, { key: secret });
    expect([status, body.meeting]).toEqual([200, evening]);
    const numbers = body.items.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    const [first] = body.items.flatMap(({ documents }) => documents);
    const read = await ask(`/api/meetings/${evening}/documents/${first?.document}`, { key: secret });
    expect([read.status, read.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    // To a member it is the same route, with a member's eyes.
    expect((await ask(`/api/meetings/${evening}/agenda`, { cookie: member })).body.items.length).toBe(
      body.items.length,
    );
  });

  it('the minutes of no meeting that has not been closed; the secretary does', async () => {
    const { secret } = await giveOut('minutes');
    const path = `/api/meetings/${evening}/minutes.json`;
    expect((await ask(path, { key: secret })).body.rule).toBe('HTTP-NOT-FOUND');
    const draft = await ask(path, { cookie: await logIn(linkOf('Lindvall')) });
    expect([draft.status, Object.keys(draft.body)]).toEqual([
      200,
      ['front', 'attendance', 'general', 'sections', 'votes', 'links', 'missing'],
    ]);
  });

  it('people and bodies, without those whose identity is protected', async () => {
    await ask('/api/register/commands', {
      cookie: administrator,
      method: 'POST',
      body: { id: randomUUID(), command: somebody('p-hidden', true) },
    });
    const { secret } = await giveOut('register.read');
    expect((await ask('/api/register/bodies', { key: secret })).body.bodies).toHaveLength(4);
    expect((await ask('/api/register/people?q=nordin', { key: secret })).body.total).toBeGreaterThan(0);
    expect((await ask('/api/register/people?q=zetterqvarn', { key: secret })).body.total).toBe(0);
    expect((await ask('/api/register/people/p-hidden', { key: secret })).status).toBe(404);
    expect((await ask('/api/register/people?q=zetterqvarn', { cookie: administrator })).body.total).toBe(1);
  });
});

it('the description is there for everybody, without a key', async () => {
  const { status, text } = await ask('/api/openapi.json');
  expect(status).toBe(200);
  expect(JSON.parse(text)).toEqual(JSON.parse(readFileSync(OPENAPI_REFERENCE, 'utf8')));
});

describe('another system writes', () => {
  it('people into the register, in its own name', async () => {
    const { secret, name } = await giveOut('register.write');
    expect((await command(secret, somebody('p-tove'))).status).toBe(200);
    expect((await auditOf(`PersonAdded ${name}`))[0]?.event).toMatchObject({ person: 'p-tove' });
  });

  it('REG-KEY-ACT: makes no administrator, and the attempt is on record', async () => {
    const { secret, name } = await giveOut('register.write');
    const refused = await command(secret, { type: 'makeAdministrator', person: 'p-tove' as never });
    expect([refused.status, refused.body.rule]).toEqual([403, 'REG-KEY-ACT']);
    expect((await auditOf(`REG-KEY-ACT ${name}`))[0]?.event).toMatchObject({ act: 'makeAdministrator' });
  });

  it('nothing else: no keys, no import, no personal data, no audit', async () => {
    const { key, secret } = await giveOut('register.read', 'register.write');
    const paths = ['/keys', `/keys/${key}/uses`, '/keys/uses.csv', '/export.csv', '/audit', '/people/p-tove/data'];
    for (const path of paths)
      expect(await ask(`/api/register${path}`, { key: secret })).toMatchObject({
        status: 403,
        body: { rule: 'KEY-SCOPE' },
      });
    const wish = { name: 'Min egen', scopes: ['minutes'], until: inDays(1) };
    expect((await ask('/api/register/keys', { key: secret, method: 'POST', body: wish })).status).toBe(403);
    expect((await ask(`/api/register/keys/${key}`, { key: secret, method: 'DELETE' })).status).toBe(403);
  });
});

describe('refused', () => {
  it('KEY-SCOPE: what the key was not given for', async () => {
    const { key, secret } = await giveOut('meetings');
    for (const path of ['/api/register/people', `/api/meetings/${evening}/notice.ics`, '/api/me', '/api/sessions'])
      expect((await ask(path, { key: secret })).body.rule).toBe('KEY-SCOPE');
    expect((await ask(`/api/meetings/${evening}/video`, { key: secret, method: 'POST', body: {} })).status).toBe(403);
    const { uses } = await usesOf(key);
    expect(uses.map((one) => [one.act, one.refusedBy])).toContainEqual(['GET /api/me', 'KEY-SCOPE']);
  });

  it('KEY-ENDED: a revoked key, from its next request on', async () => {
    const { key, secret } = await giveOut('meetings');
    expect((await ask('/api/meetings', { key: secret })).status).toBe(200);
    expect((await revoke(key)).status).toBe(204);
    expect(await ask('/api/meetings', { key: secret })).toMatchObject({ status: 401, body: { rule: 'KEY-ENDED' } });
    expect((await usesOf(key)).uses[0]).toMatchObject({ number: 2, refusedBy: 'KEY-ENDED' });
    expect((await revoke('no-such-key')).status).toBe(404);
  });

  it('KEY-ENDED: a revoked key, at once on every server', async () => {
    const other = await start();
    try {
      const { key, secret } = await giveOut('meetings');
      const there = async (): Promise<number> =>
        (await fetch(`${other.url}/api/meetings`, { headers: { authorization: `Bearer ${secret}` } })).status;
      expect(await there()).toBe(200);
      await revoke(key);
      expect(await there()).toBe(401);
      expect((await usesOf(key)).uses.map(({ number }) => number)).toEqual([2, 1]);
    } finally {
      await other.stop();
    }
  });

  it('KEY-ENDED: an expired key, on the day after its last', async () => {
    const { secret } = await giveOut('meetings');
    const before = time;
    time += 30 * DAY_MS;
    expect((await ask('/api/meetings', { key: secret })).status).toBe(200);
    time += DAY_MS;
    expect((await ask('/api/meetings', { key: secret })).body.rule).toBe('KEY-ENDED');
    time = before;
  });

  it('KEY-UNKNOWN: a guessed one, and soon the guessing itself', async () => {
    const { secret } = await giveOut('meetings');
    const last = secret.endsWith('A') ? 'B' : 'A';
    const guesses = [`${secret.slice(0, -1)}${last}`, 'klubba_', `klubba_${'x'.repeat(43)}`, `klubba_' or 1=1 --`];
    for (const key of guesses) {
      const got = await ask('/api/meetings', { key });
      expect(got).toMatchObject({ status: 401, body: { rule: 'KEY-UNKNOWN' } });
      expect(got.headers.get('www-authenticate')).toBe('Bearer');
    }
    const statuses = new Set<number>();
    for (let guess = 0; guess < 12; guess += 1)
      statuses.add((await ask('/api/meetings', { key: `klubba_${String(guess).padStart(43, 'g')}` })).status);
    expect(statuses).toContain(429);
    expect((await auditOf('KEY-UNKNOWN'))[0]?.event).toMatchObject({ type: 'AttemptRefused', act: 'apiKey' });
    // Who has the right one is not shut out by those who guess from the same house.
    expect((await ask('/api/meetings', { key: secret })).status).toBe(200);
  });

  it('KEY-IN-URL: a key in an address is not looked at', async () => {
    const { key, secret } = await giveOut('meetings');
    for (const path of [`/api/meetings?access_token=${secret}`, `/api/meetings?key=${secret}`])
      expect(await ask(path)).toMatchObject({ status: 400, body: { rule: 'KEY-IN-URL' } });
    expect((await usesOf(key)).uses).toEqual([]);
  });

  it('KEY-WITH-SESSION: a key never lends itself to a person, nor a person to a key', async () => {
    const { secret } = await giveOut('meetings');
    const both = await ask('/api/register/people', { key: secret, cookie: administrator });
    expect(both).toMatchObject({ status: 400, body: { rule: 'KEY-WITH-SESSION' } });
    expect((await ask('/api/meetings', { key: secret, cookie: member })).status).toBe(400);
  });

  it('HTTP-TOO-FREQUENT: one that asks without end, and nobody else', async () => {
    const [busy, calm] = [await giveOut('meetings'), await giveOut('meetings')];
    let last: Got | undefined;
    for (let count = 0; count < 400 && last?.status !== 429; count += 1)
      last = await ask('/api/meetings/m-of-nobody/notice.ics', { key: busy.secret });
    expect([last?.status, last?.headers.get('retry-after')]).toEqual([429, '1']);
    expect((await ask('/api/meetings', { key: calm.secret })).status).toBe(200);
  });

  it('HTTP-TOO-FREQUENT: by all servers together, and only until it has waited', async () => {
    const other = await start();
    const { secret } = await giveOut('meetings');
    const asked: number[] = [];
    for (let count = 0; count < 200 && asked.at(-1) !== 429; count += 1) {
      const { url } = count % 2 === 0 ? server : other;
      const answer = await fetch(`${url}/api/meetings/m-of-nobody/notice.ics`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      asked.push(answer.status);
    }
    expect([asked.length, asked.at(-1)]).toEqual([121, 429]);
    time += 1_000;
    const after = await Promise.all([1, 2, 3].map(() => ask('/api/meetings', { key: secret })));
    expect(after.filter(({ status }) => status === 200)).toHaveLength(2);
    await other.stop();
  });

  it('a meeting: over the WebSocket a key is nobody', async () => {
    const { secret } = await giveOut('meetings', 'register.write');
    const client = await TestClient.join(server.url, evening, { bearer: secret, asPublic: true });
    const answer = await client.command({ type: 'openMeeting' });
    expect(answer.kind).not.toBe('done');
    client.close();
  });
});

describe('the log of a key', () => {
  it('has every use in its order, and shows when somebody has reached into it', async () => {
    const { key, secret } = await giveOut('meetings');
    await Promise.all(Array.from({ length: 8 }, () => ask('/api/meetings?', { key: secret })));
    const before = await usesOf(key);
    expect(before.uses.map(({ number }) => number)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(before.damagedAt).toBeUndefined();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await expect(client.query('delete from api_key_uses')).rejects.toThrow(/never edited/);
    await client.query(
      `alter table api_key_uses disable trigger user; update api_key_uses set act = 'GET /' where key = '${key}' and number = 3`,
    );
    await client.end();
    expect((await usesOf(key)).damagedAt).toBe(3);
  });

  it('is a file too, with what was refused', async () => {
    const { secret, name } = await giveOut('meetings');
    await ask('/api/register?secret-search=1', { key: secret });
    const csv = (await ask('/api/register/keys/uses.csv', { cookie: administrator })).text;
    // The mark of UTF-8 at the beginning is taken by `text()`; there is no other.
    expect(csv).not.toContain('\uFEFF');
    const line = csv.split('\n').find((one) => one.includes(name));
    expect(line).toMatch(/GET \/api\/register;.*;KEY-SCOPE/);
    expect(csv).not.toContain('secret-search');
  });
});
