import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { freshDataFolder } from './testing.ts';

test('a first start gives a durable database that sorts as Swedish does, and data survive a stop', async () => {
  const dataDir = freshDataFolder();
  const first = await start(dataDir);
  await query(first, 'create table name (value text)');
  await query(first, `insert into name values ('Öst'), ('Ask'), ('Ål'), ('Ärla'), ('Zorn')`);
  await first.stop();

  const second = await start(dataDir);
  expect(second.url).toBe(first.url);
  expect(await query(second, 'select value from name order by value')).toEqual(
    ['Ask', 'Zorn', 'Ål', 'Ärla', 'Öst'].map((value) => ({ value })),
  );
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    expect(await query(second, `show ${setting}`)).toEqual([{ [setting]: 'on' }]);
  }
});

test('PostgreSQL never runs as root, and the server owns its database without being a superuser', async () => {
  const postgres = await start(freshDataFolder());
  const owner = readFileSync(`/proc/${postgres.child.pid}/status`, 'utf8').match(/^Uid:\s+(\d+)/m)?.[1];
  expect(owner).not.toBe('0');
  expect(await query(postgres, `select rolsuper from pg_roles where rolname = current_user`)).toEqual([
    { rolsuper: false },
  ]);
  await query(postgres, 'create extension pg_trgm');
});

test('only this machine can reach it, only with the password, and the password is the owner’s alone', async () => {
  const dataDir = freshDataFolder();
  const postgres = await start(dataDir);
  expect(await query(postgres, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  const wrong = new URL(postgres.url);
  wrong.password = 'guessed';
  await expect(new pg.Client(wrong.href).connect()).rejects.toMatchObject({ code: '28P01' });
  for (const name of ['postgres-klubba', 'postgres-superuser']) {
    expect(statSync(path.join(dataDir, 'secrets', name)).mode & 0o777).toBe(0o600);
  }
});

test('a folder that only root may enter works too', async () => {
  const closed = mkdtempSync(path.join(tmpdir(), 'klubba-closed-'));
  expect(statSync(closed).mode & 0o077).toBe(0);
  onTestFinished(() => rmSync(closed, { recursive: true, force: true }));
  const postgres = await start(path.join(closed, 'data'));
  expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a database left running by a killed server is taken over with its data', async () => {
  const dataDir = freshDataFolder();
  const server = spawn(process.execPath, ['--input-type=module', '-e', starting(dataDir)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(server.stdout, 'data')) as [Buffer];
  const pid = Number(said.toString());
  server.kill('SIGKILL');
  await once(server, 'exit');

  const postgres = await start(dataDir);
  expect(postgres.child).toMatchObject({ adopted: true, pid });
  await postgres.stop();
  expect(postgres.child.isAlive()).toBe(false);
});

test('after SIGKILL of the database itself everything acknowledged is there', async () => {
  const dataDir = freshDataFolder();
  const first = await start(dataDir);
  await query(first, 'create table fact (n int)');
  await query(first, 'insert into fact values (1)');
  process.kill(first.child.pid, 'SIGKILL');
  await first.child.ended;

  const second = await start(dataDir);
  expect(await query(second, 'select n from fact')).toEqual([{ n: 1 }]);
});

test('a start broken off while the database was being made begins anew', async () => {
  const dataDir = freshDataFolder();
  openDataFolder(dataDir);
  mkdirSync(path.join(dataDir, 'postgres.new'));
  writeFileSync(path.join(dataDir, 'postgres.new', 'half'), '');
  const postgres = await start(dataDir);
  expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a folder with something else in it is left untouched and named', async () => {
  const dataDir = freshDataFolder();
  mkdirSync(path.join(dataDir, 'postgres'));
  writeFileSync(path.join(dataDir, 'postgres', 'letter.txt'), 'keep me');
  await expect(start(dataDir)).rejects.toMatchObject({ key: 'postgres-folder-broken' });
  expect(readFileSync(path.join(dataDir, 'postgres', 'letter.txt'), 'utf8')).toBe('keep me');
});

test('a damaged database is named as damaged', async () => {
  const dataDir = freshDataFolder();
  await (await start(dataDir)).stop();
  writeFileSync(path.join(dataDir, 'postgres', 'global', 'pg_control'), 'damaged');
  await expect(start(dataDir)).rejects.toMatchObject({ key: 'postgres-folder-broken' });
});

test('a database of another version is named with both versions', async () => {
  const dataDir = freshDataFolder();
  mkdirSync(path.join(dataDir, 'postgres'));
  writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
  await expect(start(dataDir)).rejects.toMatchObject({
    key: 'postgres-other-version',
    detail: { found: '15', expected: '18' },
  });
});

async function start(dataDir: string): Promise<Postgres> {
  openDataFolder(dataDir);
  const postgres = await startPostgres({ dataDir });
  onTestFinished(() => postgres.stop());
  return postgres;
}

async function query(postgres: Postgres, sql: string): Promise<unknown[]> {
  const client = new pg.Client(postgres.url);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

function starting(dataDir: string): string {
  const here = (name: string): string => JSON.stringify(fileURLToPath(import.meta.resolve(name)));
  return `
    const { openDataFolder } = await import(${here('./data-folder.ts')});
    const { startPostgres } = await import(${here('./postgres.ts')});
    openDataFolder(${JSON.stringify(dataDir)});
    const { child } = await startPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(child.pid);
    setInterval(() => {}, 1000);
  `;
}
