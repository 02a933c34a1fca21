import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPool } from '../database/database.ts';
import { migrate } from '../database/migrate.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { postgresJournal } from './postgres-journal.ts';
import { chained, journalContract, newMeeting } from './testing/journal-contract.ts';

let database: TestDatabase;
const pools: pg.Pool[] = [];
const newPool = (): pg.Pool => {
  const pool = openPool(database.url);
  pools.push(pool);
  return pool;
};
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.stop();
});

journalContract('in PostgreSQL', async () => postgresJournal(newPool(), database.url));

describe('the journal table', () => {
  it('refuses to edit, remove or empty facts', async () => {
    const pool = newPool();
    const meeting = newMeeting();
    const journal = postgresJournal(pool, database.url);
    await journal.append(meeting, chained(meeting, 1));
    await expect(pool.query("update facts set actor = 'p-annan' where meeting = $1", [meeting])).rejects.toThrow(
      'never edited',
    );
    await expect(pool.query('delete from facts where meeting = $1', [meeting])).rejects.toThrow('never edited');
    await expect(pool.query('truncate facts')).rejects.toThrow('never edited');
    await journal.close();
  });

  it('acknowledges only what is on disk', async () => {
    const { rows } = await newPool().query('show synchronous_commit');
    expect(rows).toEqual([{ synchronous_commit: 'on' }]);
  });

  it('hears of new facts again after its connection was cut', async () => {
    const pool = newPool();
    const journal = postgresJournal(pool, database.url);
    const meeting = newMeeting();
    let heardAt = 0;
    let wake = (): void => undefined;
    journal.follow((head) => {
      if (head.meeting === meeting) heardAt = Math.max(heardAt, head.seq);
      wake();
    });
    const heard = async (seq: number): Promise<void> => {
      while (heardAt < seq) await new Promise<void>((resolve) => (wake = resolve));
    };
    const facts = chained(meeting, 2);
    await journal.append(meeting, facts.slice(0, 1));
    await heard(1);
    await pool.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'klubba-listen'");
    await journal.append(meeting, facts.slice(1));
    await heard(2);
    await journal.close();
  });

  it('is made by migrations that run once, in order', async () => {
    expect(await migrate(newPool())).toEqual([]);
  });

  it('is left alone by a program that is older than the database, or whose migrations were rewritten', async () => {
    const pool = newPool();
    await pool.query(`insert into migrations (name, sha256) values ('9999-later.sql', 'x')`);
    await expect(migrate(pool)).rejects.toThrow('newer than this program: it has 9999-later.sql');
    await pool.query(`delete from migrations where name = '9999-later.sql'`);
    await pool.query(`update migrations set sha256 = 'x' where name = '0001-facts.sql'`);
    await expect(migrate(pool)).rejects.toThrow('0001-facts.sql was changed');
  });
});
