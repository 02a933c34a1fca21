import type { PersonId } from '@klubba/meeting';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openPool } from '../database/database.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { sealingKeys } from './keys.ts';
import { sealing } from './sealing.ts';
import { MEETING_MARGIN_MS, openSessions, type Sessions } from './sessions.ts';

const HOUR_MS = 3_600_000;
const anna = 'p-anna' as PersonId;
let database: TestDatabase;
let pool: pg.Pool;
let sessions: Sessions;
let clock = 1_000_000_000_000;

beforeAll(async () => {
  database = await startTestDatabase();
  pool = openPool(database.url, 2);
  await pool.query(`insert into people (id, given_name, family_name) values ('p-anna', 'Anna', 'A')`);
});
afterAll(async () => {
  await pool.end();
  await database.stop();
});
beforeEach(() => {
  const limits = { lifetimeMs: 16 * HOUR_MS, idleMs: 4 * HOUR_MS };
  sessions = openSessions(pool, limits, sealing(new Uint8Array(32), 'test'), () => clock);
});
const logIn = () => sessions.create({ person: anna, method: 'bankId', device: 'a browser' });
const pass = (hours: number): void => {
  clock += hours * HOUR_MS;
};

describe('a login ends', () => {
  it('when nobody has used it for four hours', async () => {
    const { token, session } = await logIn();
    pass(3.9);
    expect(await sessions.find(token)).toBeDefined();
    pass(4.1);
    expect(await sessions.find(token)).toBeUndefined();
    expect(await sessions.ended([session.id])).toEqual([session.id]);
  });

  it('after sixteen hours, however much it is used', async () => {
    const { token, session } = await logIn();
    for (let hour = 0; hour < 15; hour += 1) {
      pass(1);
      await sessions.inUse([session.id], []);
    }
    expect(await sessions.find(token)).toBeDefined();
    pass(1.1);
    expect(await sessions.find(token)).toBeUndefined();
  });

  it('not in the middle of a meeting: it lasts beyond the meeting by a margin, but not for ever', async () => {
    const { token, session } = await logIn();
    const half = MEETING_MARGIN_MS / HOUR_MS / 2;
    for (let hours = 0; hours < 31; hours += half) {
      pass(half);
      await sessions.inUse([session.id], [session.id]);
      expect(await sessions.ended([session.id])).toEqual([]);
    }
    pass(1.1);
    expect(await sessions.find(token)).toBeUndefined();
  });

  it('and stays ended: an open page does not bring it back', async () => {
    const { token, session } = await logIn();
    await sessions.revoke(session.id, anna);
    await sessions.inUse([session.id], [session.id]);
    expect(await sessions.find(token)).toBeUndefined();
  });
});

it('what is sealed passes to a new key: its name makes it, the old one still opens, and deleted it opens nothing', async () => {
  const before = sealing(await sealingKeys(pool, '2026'), 'sessions').seal('refresh-token');
  const after = sealing(await sealingKeys(pool, '2027'), 'sessions');
  expect(after.open(before)).toBe('refresh-token');
  const resealed = after.seal('refresh-token');
  expect(sealing(await sealingKeys(pool, '2027'), 'sessions').open(resealed)).toBe('refresh-token');
  await pool.query(`delete from server_keys where name = 'sealing-2026'`);
  const alone = sealing(await sealingKeys(pool, '2027'), 'sessions');
  expect(alone.open(before)).toBeUndefined();
  expect(alone.open(resealed)).toBe('refresh-token');
});

it('all but one end at once, and each is told', async () => {
  await sessions.revokeAll(anna);
  const [kept, ...others] = [await logIn(), await logIn(), await logIn()];
  const told: string[] = [];
  sessions.onEnd((id) => told.push(id));
  expect(await sessions.revokeAll(anna, { except: kept.session.id })).toBe(2);
  expect(told.toSorted()).toEqual(others.map(({ session }) => session.id).toSorted());
  expect(await sessions.list(anna)).toMatchObject([{ id: kept.session.id }]);
});

it('what a directory is asked with is taken by one server at a time, and lies sealed', async () => {
  await sessions.create({ person: anna, method: 'directory', device: '', provider: 'staff', renewal: 'refresh-token' });
  pass(1);
  const [first, second] = await Promise.all([sessions.dueForCheck(30_000), sessions.dueForCheck(30_000)]);
  expect([...first, ...second].map(({ renewal }) => renewal)).toEqual(['refresh-token']);
  const { rows } = await pool.query('select renewal from sessions where renewal is not null');
  expect(JSON.stringify(rows)).not.toContain(Buffer.from('refresh-token').toJSON().data.join(','));
});
