import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DemoLink, readLinks } from '@klubba/bots';

const MAIN = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));
const READY_WITHIN_MS = 120_000;
const STOP_WITHIN_MS = 40_000;
/** A start that failed is tried again, as a service manager does. */
const AGAIN_AFTER_MS = 300;
const LINKS_FILE = 'login-links.txt';

export const PARTS = ['server', 'postgres', 'livekit'] as const;
/** One of the three processes that hold an evening up. */
export type Part = (typeof PARTS)[number];

export type HouseOptions = {
  /** Where it listens, for those who must know it before; left out, any free port. */
  readonly port?: number;
  /** The video server's program; left out, meetings are held in the room alone. */
  readonly livekit?: string;
  /** Flags for Node itself, before the program. */
  readonly nodeFlags?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

/** The server as `npm start` runs it, a process of its own with its own children, in a data folder of its own. */
export type House = {
  readonly origin: string;
  readonly dataDir: string;
  /** Every login link of the demo, in the order of the meetings. */
  readonly links: readonly DemoLink[];
  /** How the database is reached, for those who want to read the journal beside the server. */
  readonly databaseUrl: () => string;
  pid(part: Part): number | undefined;
  /** SIGKILL. False: it was not running at that moment. A killed server is started again at once. */
  kill(part: Part): boolean;
  /** What failed starts have said. */
  readonly failedStarts: readonly string[];
  stop(): Promise<void>;
};

/** Starts one and waits until it answers. */
export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'klubba-bench-'));
  const port = options.port ?? (await freePort());
  const failedStarts: string[] = [];
  let server: ChildProcess | undefined;
  let stopping = false;

  const run = (): void => {
    const child = launch(options, dataDir, port);
    let said = '';
    child.stderr?.on('data', (bytes: Buffer) => {
      said = (said + bytes.toString('utf8')).slice(-4_000);
    });
    child.stdout?.resume();
    child.once('exit', (code) => {
      if (server === child) server = undefined;
      if (stopping) return;
      if (code !== null) failedStarts.push(`exit ${code}: ${said.trim()}`);
      setTimeout(() => !stopping && run(), code === null ? 0 : AGAIN_AFTER_MS);
    });
    server = child;
  };
  const pid = (part: Part): number | undefined => (part === 'server' ? server?.pid : pidInFolder(dataDir, part));
  const stop = async (): Promise<void> => {
    stopping = true;
    const child = server;
    const pids = [pid('postgres'), pid('livekit')];
    if (child !== undefined) await ended(child);
    for (const left of pids) if (left !== undefined) sigkill(left);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  run();
  const origin = `http://127.0.0.1:${port}`;
  try {
    await untilHealthy(origin, () => failedStarts);
    const links = readLinks(readFileSync(path.join(dataDir, LINKS_FILE), 'utf8'));
    return {
      origin,
      dataDir,
      links,
      failedStarts,
      databaseUrl: () => databaseUrl(dataDir),
      pid,
      kill(part) {
        const victim = pid(part);
        return victim !== undefined && sigkill(victim);
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function launch({ livekit, nodeFlags = [], environment }: HouseOptions, dataDir: string, port: number): ChildProcess {
  return spawn(process.execPath, [...nodeFlags, MAIN], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      LANG: 'C.UTF-8',
      PORT: String(port),
      DATA_DIR: dataDir,
      DEMO: 'on',
      LOG_LEVEL: 'error',
      ...(livekit === undefined ? { LIVEKIT_URL: 'none' } : { LIVEKIT_BINARY: livekit, LIVEKIT_PORT: '0' }),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** The children outlive a killed server, so the data folder knows them, not we. */
function pidInFolder(dataDir: string, part: 'postgres' | 'livekit'): number | undefined {
  try {
    const pid =
      part === 'postgres'
        ? Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
        : (JSON.parse(readFileSync(path.join(dataDir, 'livekit.json'), 'utf8')) as { pid: number }).pid;
    return Number.isInteger(pid) && pid > 1 && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function databaseUrl(dataDir: string): string {
  const port = readFileSync(path.join(dataDir, 'postgres-port'), 'utf8').trim();
  const password = readFileSync(path.join(dataDir, 'secrets', 'postgres-klubba'), 'utf8').trim();
  return `postgresql://klubba:${password}@127.0.0.1:${port}/klubba`;
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function sigkill(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
  await gone;
  clearTimeout(late);
}

async function untilHealthy(origin: string, failed: () => readonly string[]): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  while (performance.now() < deadline) {
    const [why] = failed();
    if (why !== undefined) throw new Error(`The server did not start: ${why}`);
    const answer = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (answer?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server did not answer within ${READY_WITHIN_MS} ms.`);
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => probe.once('listening', resolve));
  const address = probe.address();
  await new Promise((resolve) => void probe.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
