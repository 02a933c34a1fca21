import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync, statSync, truncateSync } from 'node:fs';
import { waitUntil } from './wait-until.ts';

const LOG_KEPT_BYTES = 8 * 1024 * 1024;
const LOG_TAIL_BYTES = 8 * 1024;
const WATCH_EVERY_MS = 500;

/** A process that is ours to look after, whether this server started it or found it left by a killed one. */
export interface Child {
  readonly pid: number;
  readonly adopted: boolean;
  readonly ended: Promise<void>;
  isAlive(): boolean;
  signal(signal: NodeJS.Signals): void;
  /** Asks it to end with `signal`; after `withinMs` it is killed. Resolves when it is gone. */
  stop(signal: NodeJS.Signals, withinMs: number): Promise<void>;
}

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly logFile: string;
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Starts a process of its own session, so that Ctrl-C in a terminal reaches the server alone and the order of
 * stopping is ours. Its output goes to a file, not a pipe: it must outlive a server that is killed.
 */
export async function launch(what: Launch): Promise<Child> {
  keepShort(what.logFile);
  const log = openSync(what.logFile, 'a', 0o600);
  const process_ = spawn(what.command, what.args, {
    cwd: what.cwd,
    env: what.env,
    detached: true,
    stdio: ['ignore', log, log],
    ...(what.uid === undefined ? {} : { uid: what.uid }),
    ...(what.gid === undefined ? {} : { gid: what.gid }),
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    process_.once('spawn', resolve);
    process_.once('error', reject);
  });
  const { pid } = process_;
  if (pid === undefined) throw new Error(`${what.command} has no process id`);
  let alive = true;
  const ended = new Promise<void>((resolve) => {
    process_.once('exit', () => {
      alive = false;
      resolve();
    });
  });
  return asChild({ pid, adopted: false, ended, isAlive: () => alive });
}

/** Takes over a running process that an earlier server left behind; its end is seen by asking, since it is not our child. */
export function adopt(pid: number): Child {
  const ended = new Promise<void>((resolve) => {
    const watch = setInterval(() => {
      if (isRunning(pid)) return;
      clearInterval(watch);
      resolve();
    }, WATCH_EVERY_MS);
    watch.unref();
  });
  return asChild({ pid, adopted: true, ended, isAlive: () => isRunning(pid) });
}

function asChild(base: Omit<Child, 'stop' | 'signal'>): Child {
  return {
    ...base,
    signal: (signal) => send(base.pid, signal),
    async stop(signal, withinMs) {
      send(base.pid, signal);
      const gone = await waitUntil(() => (base.isAlive() ? undefined : true), { withinMs });
      if (gone === undefined) send(base.pid, 'SIGKILL');
      await waitUntil(() => (base.isAlive() ? undefined : true), { withinMs });
    },
  };
}

/** True while a process with that id exists and is not merely waiting to be collected. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return !isZombie(pid);
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function keepShort(logFile: string): void {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_KEPT_BYTES) truncateSync(logFile);
}

/** Size of a log now, to read from later; 0 when it does not exist. */
export function logMark(logFile: string): number {
  return statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
}

/** What a process has written since `mark`, at most its last 8 KiB. */
export function logSince(logFile: string, mark: number): string {
  const size = logMark(logFile);
  const from = Math.max(size < mark ? 0 : mark, size - LOG_TAIL_BYTES);
  const bytes = Buffer.alloc(Math.max(0, size - from));
  if (bytes.length === 0) return '';
  const file = openSync(logFile, 'r');
  const read = readSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
  return bytes.toString('utf8', 0, read);
}
