import type { MeetingId, PersonId } from '@klubba/meeting';
import { CLOSE, type HistoryPage } from '@klubba/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openPool } from '../database/database.ts';
import { demoLinks } from '../identity/demo-links.ts';
import { sharedKey } from '../identity/keys.ts';
import { openLog } from '../log.ts';
import { openServer, type Server } from '../server.ts';
import { logIn, TestClient } from '../testing/test-client.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';

let database: TestDatabase;
let one: Server;
let two: Server;
let council: MeetingId;
let administrator: string;
let later = 0;

const start = (): Promise<Server> =>
  openServer({
    config: readConfig({}),
    port: 0,
    databaseUrl: database.url,
    video: undefined,
    log: openLog('silent'),
    now: () => Date.now() + later,
  });
const personOf = (name: string) => {
  const found = one.demo
    .flatMap(({ people }) => people)
    .find(({ person }) => `${person.givenName} ${person.familyName}` === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}`);
  return found;
};
const cookieOf = (name: string): Promise<string> => logIn(personOf(name).link);
/** The login link of one whom the demo does not know. */
async function sessionFor(person: PersonId): Promise<string> {
  const pool = openPool(database.url, 1);
  const links = demoLinks(await sharedKey(pool, 'demo-links'));
  await pool.end();
  return logIn(`${one.url}/in/${links.tokenOf(person)}`);
}
const get = (path: string, cookie: string): Promise<Response> => fetch(one.url + path, { headers: { cookie } });
const end = (path: string, cookie: string): Promise<Response> =>
  fetch(one.url + path, { method: 'DELETE', headers: { cookie } });
const audited = async (): Promise<unknown> => {
  const page = (await (await get('/api/register/audit', administrator)).json()) as HistoryPage;
  return page.entries[0];
};

beforeAll(async () => {
  database = await startTestDatabase();
  one = await start();
  two = await start();
  council = one.demo.find(({ plan }) =>
    plan.seats.some(({ holder }) => holder === personOf('Sofia Elmgren').person.id),
  )!.plan.meeting;
  administrator = await cookieOf('Nadja Ekvall');
});
afterAll(async () => {
  await two.stop();
  await one.stop();
  await database.stop();
});

describe('an administrator ends', () => {
  it('all logins of one person, also in a running meeting on another server, and it is on record', async () => {
    const [cookie, also, other] = await Promise.all(['Sofia Elmgren', 'Sofia Elmgren', 'Marie Sandell'].map(cookieOf));
    const page = await TestClient.join(two.url, council, { cookie: cookie! });
    const { id } = personOf('Sofia Elmgren').person;
    const answer = await end(`/api/register/people/${id}/logins`, administrator);
    expect(await answer.json()).toEqual({ count: 2 });
    expect((await page.closed).code).toBe(CLOSE.sessionEnded);
    for (const gone of [cookie, also]) expect((await get('/api/me', gone!)).status).toBe(401);
    expect((await get('/api/me', other!)).status).toBe(200);
    expect(await audited()).toMatchObject({
      actorName: 'Nadja Ekvall',
      event: { type: 'LoginsEnded', person: id, count: 2 },
    });
  });

  it('everybody’s but the own, when something is wrong with logins as such', async () => {
    const cookies = await Promise.all(['Sofia Elmgren', 'Marie Sandell'].map(cookieOf));
    const page = await TestClient.join(two.url, council, { cookie: cookies[0]! });
    expect((await end('/api/register/logins', administrator)).status).toBe(200);
    expect((await page.closed).code).toBe(CLOSE.sessionEnded);
    for (const gone of cookies) expect((await get('/api/me', gone)).status).toBe(401);
    expect((await get('/api/me', administrator)).status).toBe(200);
    expect(await audited()).toMatchObject({ event: { type: 'AllLoginsEnded' } });
  });

  it('nothing when it is no administrator, and that is on record', async () => {
    const cookie = await cookieOf('Sofia Elmgren');
    const { id } = personOf('Marie Sandell').person;
    for (const path of [`/api/register/people/${id}/logins`, '/api/register/logins'])
      expect((await end(path, cookie)).status).toBe(403);
    expect(await audited()).toMatchObject({ event: { type: 'AttemptRefused', rule: 'REG-ADMIN' } });
  });

  it('and one who is erased has no login and no key left', async () => {
    const command = (body: unknown) =>
      fetch(`${one.url}/api/register/commands`, {
        method: 'POST',
        headers: { cookie: administrator, 'content-type': 'application/json' },
        body: JSON.stringify({ id: `logins-${JSON.stringify(body).length}`, command: body }),
      });
    const person = 'p-passing' as PersonId;
    const name = { givenName: 'Ida', familyName: 'Falk' };
    expect((await command({ type: 'addPerson', person, name, contact: {}, isProtected: false })).status).toBe(200);
    const cookie = await sessionFor(person);
    expect((await get('/api/me', cookie)).status).toBe(200);
    expect((await command({ type: 'erasePerson', person, on: '2026-11-01' })).status).toBe(200);
    expect((await get('/api/me', cookie)).status).toBe(401);
  });
});

describe('own logins elsewhere', () => {
  it('are ended by one who has just logged in, and not by whoever finds the browser open', async () => {
    const [old, current] = [await cookieOf('Helena Ståhl'), await cookieOf('Helena Ståhl')];
    later += 11 * 60_000;
    const refused = await end('/api/sessions', current);
    expect([refused.status, await refused.json()]).toEqual([403, { rule: 'IDA-FRESH' }]);
    const { sessions } = (await (await get('/api/sessions', current)).json()) as { sessions: { id: string }[] };
    expect((await end(`/api/sessions/${sessions[0]?.id}`, current)).status).toBe(403);
    const fresh = await cookieOf('Helena Ståhl');
    expect((await end('/api/sessions', fresh)).status).toBe(204);
    for (const gone of [old, current]) expect((await get('/api/me', gone)).status).toBe(401);
    expect((await get('/api/me', fresh)).status).toBe(200);
  });

  it('together with the own one at any time: whoever finds a strange login loses none', async () => {
    const [one_, two_] = [await cookieOf('Helena Ståhl'), await cookieOf('Helena Ståhl')];
    later += 11 * 60_000;
    const answer = await end('/api/sessions?this=too', two_);
    expect(answer.status).toBe(204);
    expect(answer.headers.getSetCookie().join()).toMatch(/klubba=;/);
    for (const gone of [one_, two_]) expect((await get('/api/me', gone)).status).toBe(401);
  });
});
