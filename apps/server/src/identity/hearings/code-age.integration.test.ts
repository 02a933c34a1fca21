import type { ItemId, MeetingId, PersonId } from '@klubba/meeting';
import type pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPool } from '../../database/database.ts';
import { startTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { CODE_MS, type Hearings, openHearings, WRONG_CODES_MAX } from './hearings.ts';

const [meeting, item, person] = ['m-1' as MeetingId, 'i-1' as ItemId, 'p-mona' as PersonId];
const secretary = 'p-secretary' as PersonId;
let database: TestDatabase;
let pool: pg.Pool;
let hearings: Hearings;
let clock = 1_000_000_000_000;

beforeAll(async () => {
  database = await startTestDatabase();
  pool = openPool(database.url, 2);
  await pool.query(`insert into people (id, given_name, family_name) values ($1, 'Mona', 'H')`, [person]);
  hearings = openHearings(pool, new Uint8Array(32), () => clock);
});
afterAll(async () => {
  await pool.end();
  await database.stop();
});

it('a code is good for ten minutes; the link lives on, and opens by the code that the desk then gives', async () => {
  const { token, code, until, hearing } = await hearings.make({ meeting, item, person }, secretary);
  expect(CODE_MS).toBe(10 * 60_000);
  expect(until).toBe(clock + CODE_MS);
  clock = until + 1;
  // Late tries tell nothing and use nothing up.
  for (let n = 0; n <= WRONG_CODES_MAX; n += 1) expect(await hearings.use(token, code)).toBe('oldCode');
  expect(await hearings.find(token)).toMatchObject({ state: 'open' });
  const fresh = await hearings.newCode(meeting, hearing.id);
  if (fresh?.code !== code) expect(await hearings.use(token, code)).toBe('wrongCode');
  expect(await hearings.use(token, fresh?.code ?? '')).toMatchObject({ person, state: 'used' });
  expect(await hearings.newCode(meeting, hearing.id)).toBeUndefined();
});

it('is good until its very end', async () => {
  const { token, code, until } = await hearings.make({ meeting, item, person }, secretary);
  clock = until;
  expect(await hearings.use(token, code)).toMatchObject({ state: 'used' });
});
