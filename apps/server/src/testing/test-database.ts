import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../database/migrate.ts';
import { openPool } from '../database/database.ts';
import { startProcesses } from '../processes/index.ts';

export type TestDatabase = { readonly url: string; stop(): Promise<void> };

/** A real PostgreSQL of the test's own, migrated; or, with `DATABASE_URL` set, a new database in that one. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const given = process.env['DATABASE_URL'];
  return given === undefined ? embedded() : within(given);
}

async function embedded(): Promise<TestDatabase> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'klubba-test-'));
  const processes = await startProcesses({ dataDir, livekit: { kind: 'none' } });
  await prepare(processes.databaseUrl);
  return {
    url: processes.databaseUrl,
    async stop() {
      await processes.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function within(given: string): Promise<TestDatabase> {
  const name = `klubba_test_${process.pid}_${Date.now()}`;
  const admin = new pg.Client({ connectionString: given });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const url = new URL(given);
  url.pathname = `/${name}`;
  await prepare(url.href);
  return {
    url: url.href,
    async stop() {
      await admin.query(`drop database ${name} with (force)`);
      await admin.end();
    },
  };
}

async function prepare(url: string): Promise<void> {
  const pool = openPool(url, 1);
  await migrate(pool);
  await pool.end();
}
