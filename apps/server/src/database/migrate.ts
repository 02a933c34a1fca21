import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any fixed number: two servers that start at once take turns. */
const LOCK = 5_391_402;

/** A numbered file was changed after it had been run, or is not here: the database and the code no longer agree on what is there. */
export class MigrationProblem extends Error {
  override readonly name = 'MigrationProblem';
}

/** Runs every numbered .sql file that this database has not seen, in order, each in a transaction of its own. Returns their names. */
export async function migrate(pool: pg.Pool, folder: string = FOLDER): Promise<readonly string[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(
      'create table if not exists migrations (name text primary key, sha256 text not null, run_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string; sha256: string }>('select name, sha256 from migrations');
    const seen = new Map(rows.map((row) => [row.name, row.sha256]));
    const files = readdirSync(folder)
      .filter((file) => file.endsWith('.sql'))
      .toSorted();
    const unknown = rows.find(({ name }) => !files.includes(name));
    if (unknown !== undefined)
      throw new MigrationProblem(
        `the database is newer than this program: it has ${unknown.name}. Start the newer version`,
      );
    const run: string[] = [];
    for (const name of files) {
      if (await runOnce(client, name, readFileSync(`${folder}/${name}`, 'utf8'), seen.get(name))) run.push(name);
    }
    return run;
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    client.release();
  }
}

async function runOnce(client: pg.PoolClient, name: string, sql: string, seen: string | undefined): Promise<boolean> {
  const sha256 = createHash('sha256').update(sql).digest('hex');
  if (seen === sha256) return false;
  if (seen !== undefined) throw new MigrationProblem(`${name} was changed after it had been run on this database`);
  await client.query('begin');
  try {
    await client.query(sql);
    await client.query('insert into migrations (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
