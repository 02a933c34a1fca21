import type { PersonId } from '@klubba/meeting';
import type { StorageKey } from '@klubba/protocol';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openPool } from '../database/database.ts';
import { openLog } from '../log.ts';
import { openServer, type Server } from '../server.ts';
import { logIn } from '../testing/test-client.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { demoLinks } from './demo-links.ts';
import { sharedKey } from './keys.ts';
import { sealing } from './sealing.ts';
import { openStorageKeys } from './storage-keys.ts';

let database: TestDatabase;
let pool: pg.Pool;
let server: Server;

beforeAll(async () => {
  database = await startTestDatabase();
  pool = openPool(database.url, 2);
  server = await openServer({
    config: readConfig({}),
    port: 0,
    databaseUrl: database.url,
    video: undefined,
    log: openLog('silent'),
  });
});
afterAll(async () => {
  await server.stop();
  await pool.end();
  await database.stop();
});

const personOf = (name: string) => {
  const found = server.demo
    .flatMap(({ people }) => people)
    .find(({ person }) => `${person.givenName} ${person.familyName}` === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}`);
  return found;
};
const ask = (cookie: string): Promise<Response> => fetch(`${server.url}/api/me/storage-key`, { headers: { cookie } });
const keyFor = async (cookie: string): Promise<StorageKey> => (await (await ask(cookie)).json()) as StorageKey;
const kept = async (person: PersonId): Promise<readonly Buffer[]> => {
  const { rows } = await pool.query<{ sealed: Buffer }>('select sealed from storage_keys where person = $1', [person]);
  return rows.map(({ sealed }) => sealed);
};

describe('the key to what a person’s own browser keeps', () => {
  it('is the same at every login of that person, another for another, and nobody’s without a login', async () => {
    const { person, link } = personOf('Sofia Elmgren');
    const first = await keyFor(await logIn(link));
    expect(first).toEqual({ person: person.id, key: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) as string });
    expect(await keyFor(await logIn(link))).toEqual(first);
    const other = await keyFor(await logIn(personOf('Marie Sandell').link));
    expect(other.person).not.toBe(first.person);
    expect(other.key).not.toBe(first.key);
    expect((await ask('')).status).toBe(401);
  });

  it('is kept by no cache, and lies sealed with the server', async () => {
    const { person, link } = personOf('Sofia Elmgren');
    const answer = await ask(await logIn(link));
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const { key } = (await answer.json()) as StorageKey;
    const [sealed] = await kept(person.id);
    expect(sealed?.includes(key)).toBe(false);
    expect(sealed?.includes(Buffer.from(key, 'base64url'))).toBe(false);
  });

  it('is one, also when it is first asked for twice at once', async () => {
    const cookie = await logIn(personOf('Helena Ståhl').link);
    const keys = await Promise.all([1, 2, 3, 4].map(() => keyFor(cookie)));
    expect(new Set(keys.map(({ key }) => key)).size).toBe(1);
  });

  it('outlives an exchange of the secret that seals it, and is made anew when nothing opens it', async () => {
    const { id } = personOf('Nadja Ekvall').person;
    const [old, next, last] = [1, 2, 3].map((fill) => new Uint8Array(32).fill(fill));
    const by = (...secrets: readonly Uint8Array[]) => openStorageKeys(pool, sealing(secrets, 'test')).of(id);
    const key = await by(old!);
    expect(await by(next!, old!)).toBe(key);
    expect(await by(next!)).toBe(key);
    const anew = await by(last!);
    expect(anew).not.toBe(key);
    expect(await by(last!)).toBe(anew);
    await pool.query('delete from storage_keys where person = $1', [id]);
  });

  it('is gone with the person who is erased', async () => {
    const administrator = await logIn(personOf('Nadja Ekvall').link);
    const person = 'p-passing' as PersonId;
    const command = (body: object) =>
      fetch(`${server.url}/api/register/commands`, {
        method: 'POST',
        headers: { cookie: administrator, 'content-type': 'application/json', origin: server.url },
        body: JSON.stringify({ id: crypto.randomUUID(), command: body }),
      });
    const name = { givenName: 'Ida', familyName: 'Falk' };
    expect((await command({ type: 'addPerson', person, name, contact: {}, isProtected: false })).status).toBe(200);
    const links = demoLinks(await sharedKey(pool, 'demo-links'));
    const cookie = await logIn(`${server.url}/in/${links.tokenOf(person)}`);
    expect((await ask(cookie)).status).toBe(200);
    expect(await kept(person)).toHaveLength(1);
    expect((await command({ type: 'erasePerson', person, on: '2026-11-01' })).status).toBe(200);
    expect(await kept(person)).toEqual([]);
    expect((await ask(cookie)).status).toBe(401);
  });
});
