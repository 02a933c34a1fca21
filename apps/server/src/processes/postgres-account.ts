import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { StartProblem } from './start-problem.ts';

const ACCOUNT = 'postgres';
/** Bits of Linux' capability sets (capabilities(7)). */
const DAC_OVERRIDE_BIT = 1n;
const DAC_READ_SEARCH_BIT = 2n;

/** How a PostgreSQL program is to be run: PostgreSQL refuses root, so root runs it as the account `postgres`. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
  /** Words put before the command. */
  readonly prefix: readonly string[];
}

/** The present user; or, for root, the account `postgres`, made when missing. `mustReach` are folders it has to get into. */
export function postgresAccount(mustReach: readonly string[]): Account {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const ids = lookUp() ?? makeAccount();
  if (mustReach.every((folder) => mayPass(folder, ids))) return { ...ids, prefix: [] };
  return { prefix: passingClosedFolders(mustReach) };
}

/** Gives `folder` to the account, when there is one. */
export function giveTo(account: Account, folder: string): void {
  const ids = account.uid === undefined && account.prefix.length > 0 ? lookUp() : account;
  if (ids?.uid === undefined || ids.gid === undefined) return;
  chownSync(folder, ids.uid, ids.gid);
  chmodSync(folder, 0o700);
}

function lookUp(): { uid: number; gid: number } | undefined {
  const uid = spawnSync('id', ['-u', ACCOUNT], { encoding: 'utf8' });
  const gid = spawnSync('id', ['-g', ACCOUNT], { encoding: 'utf8' });
  if (uid.status !== 0 || gid.status !== 0) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function makeAccount(): { uid: number; gid: number } {
  const ways: readonly (readonly string[])[] = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', ACCOUNT],
    ['adduser', '-S', '-H', '-D', ACCOUNT],
  ];
  for (const [command = '', ...args] of ways) {
    spawnSync(command, args);
    const made = lookUp();
    if (made !== undefined) return made;
  }
  throw new StartProblem('postgres-user', { account: ACCOUNT });
}

function mayPass(folder: string, ids: { uid: number; gid: number }): boolean {
  for (let at = path.resolve(folder); at !== path.dirname(at); at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
  }
  return true;
}

/**
 * A clone under a closed folder (root's home, say): the account may pass through folders it does not own, and
 * nothing more where the machine allows that choice. What SQL can reach is bounded by the database role instead:
 * the server's role is no superuser and has no way to a file.
 */
function passingClosedFolders(folders: readonly string[]): readonly string[] {
  const power = grantablePower();
  const prefix = [
    'setpriv',
    '--securebits=+no_setuid_fixup',
    `--reuid=${ACCOUNT}`,
    `--regid=${ACCOUNT}`,
    '--clear-groups',
    `--inh-caps=+${power}`,
    `--ambient-caps=+${power}`,
  ];
  const [command = '', ...args] = prefix;
  const tried = spawnSync(command, [...args, 'test', '-x', folders[0] ?? '/']);
  if (power === undefined || tried.status !== 0) {
    throw new StartProblem('data-folder-closed', { path: folders.join(', '), account: ACCOUNT });
  }
  return prefix;
}

function grantablePower(): 'dac_read_search' | 'dac_override' | undefined {
  if (process.platform !== 'linux') return undefined;
  const bounding = /^CapBnd:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0';
  const has = (bit: bigint): boolean => ((BigInt(`0x${bounding}`) >> bit) & 1n) === 1n;
  if (has(DAC_READ_SEARCH_BIT)) return 'dac_read_search';
  return has(DAC_OVERRIDE_BIT) ? 'dac_override' : undefined;
}
