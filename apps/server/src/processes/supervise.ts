import { setTimeout as pause } from 'node:timers/promises';
import type { Child } from './child.ts';
import { isPortInUse, openDataFolder } from './data-folder.ts';
import { type Livekit, type LivekitOptions, startLivekit } from './livekit.ts';
import { type Lock, lockDataFolder } from './lock.ts';
import { startPostgres } from './postgres.ts';
import { StartProblem } from './start-problem.ts';

const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 5_000;
/** A process that has run this long is well again: its next end is retried at once. */
const WELL_AFTER_MS = 30_000;

export type ProcessName = 'postgres' | 'livekit';

export type ProcessEvent =
  | { readonly kind: 'started'; readonly name: ProcessName; readonly pid: number; readonly adopted: boolean }
  | { readonly kind: 'ended'; readonly name: ProcessName }
  | { readonly kind: 'restart-failed'; readonly name: ProcessName; readonly error: unknown };

export type LivekitChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'external'; readonly url: string; readonly key: string; readonly secret: string }
  | ({ readonly kind: 'embedded' } & Omit<LivekitOptions, 'dataDir'>);

export interface ProcessesOptions {
  readonly dataDir: string;
  /** An own PostgreSQL; left out, the embedded one is started. */
  readonly databaseUrl?: string;
  readonly livekit: LivekitChoice;
  /** Where the server will listen: asked for first, so that a port in use is told before anything is started. */
  readonly serves?: { readonly host: string; readonly port: number };
  readonly onEvent?: (event: ProcessEvent) => void;
}

export interface Processes {
  readonly databaseUrl: string;
  /** How to reach the video server; undefined when meetings are held in the room alone. */
  readonly livekit: Pick<Livekit, 'url' | 'key' | 'secret'> | undefined;
  /** Process ids now running, for the torture test and the support page. */
  pids(): Readonly<Partial<Record<ProcessName, number>>>;
  /** The address a second start is told about. */
  announce(address: string): void;
  /** Stops video, then the database, then gives the data folder free. Call it last, when nobody is served any more. */
  stop(): Promise<void>;
}

interface Started {
  readonly child: Child;
  stop(): Promise<void>;
}

/**
 * Starts what the server needs around it, in order, and keeps it running: a process that ends unasked is started again
 * on the same port with the same secrets. What fails at the first start is thrown as `StartProblem`, with nothing left running.
 */
export async function startProcesses(options: ProcessesOptions): Promise<Processes> {
  openDataFolder(options.dataDir);
  const embedded = options.databaseUrl === undefined || options.livekit.kind === 'embedded';
  const lock = embedded ? await lockDataFolder(options.dataDir) : undefined;
  const kept: Kept<Started>[] = [];
  const stop = async (): Promise<void> => {
    for (const one of kept.toReversed()) await one.stop();
    await lock?.release();
  };
  try {
    if (options.serves && (await isPortInUse(options.serves.port, options.serves.host)))
      throw new StartProblem('port-in-use', { port: String(options.serves.port), setting: 'PORT' });
    const databaseUrl = options.databaseUrl ?? (await keepPostgres(options, kept));
    const livekit = await reachLivekit(options, kept);
    return asProcesses(databaseUrl, livekit, kept, lock, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

function asProcesses(
  databaseUrl: string,
  livekit: Processes['livekit'],
  kept: readonly Kept<Started>[],
  lock: Lock | undefined,
  stop: () => Promise<void>,
): Processes {
  let stopping: Promise<void> | undefined;
  return {
    databaseUrl,
    livekit,
    pids: () => Object.fromEntries(kept.map((one) => [one.name, one.current().child.pid])),
    announce: (address) => lock?.announce(address),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function keepPostgres(options: ProcessesOptions, kept: Kept<Started>[]): Promise<string> {
  const postgres = await keep('postgres', () => startPostgres({ dataDir: options.dataDir }), options.onEvent);
  kept.push(postgres);
  return postgres.current().url;
}

async function reachLivekit(options: ProcessesOptions, kept: Kept<Started>[]): Promise<Processes['livekit']> {
  const { livekit } = options;
  switch (livekit.kind) {
    case 'none':
      return undefined;
    case 'external':
      return { url: livekit.url, key: livekit.key, secret: livekit.secret };
    case 'embedded': {
      const { kind: _, ...settings } = livekit;
      let { ports } = settings;
      const start = async (): Promise<Livekit> => {
        const started = await startLivekit({ ...settings, ports, dataDir: options.dataDir });
        ({ ports } = started);
        return started;
      };
      const running = await keep('livekit', start, options.onEvent);
      kept.push(running);
      return running.current();
    }
  }
}

interface Kept<T extends Started> {
  readonly name: ProcessName;
  current(): T;
  stop(): Promise<void>;
}

async function keep<T extends Started>(
  name: ProcessName,
  start: () => Promise<T>,
  onEvent: (event: ProcessEvent) => void = () => undefined,
): Promise<Kept<T>> {
  const stopping = new AbortController();
  let current = await start();
  const started = (): void =>
    onEvent({ kind: 'started', name, pid: current.child.pid, adopted: current.child.adopted });
  started();
  const watch = async (): Promise<void> => {
    let retryMs = FIRST_RETRY_MS;
    while (!stopping.signal.aborted) {
      const since = performance.now();
      await current.child.ended;
      if (stopping.signal.aborted) return;
      onEvent({ kind: 'ended', name });
      if (performance.now() - since > WELL_AFTER_MS) retryMs = FIRST_RETRY_MS;
      const again = await startAgain(start, retryMs, stopping.signal, (error) =>
        onEvent({ kind: 'restart-failed', name, error }),
      );
      if (again === undefined) return;
      current = again;
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
      started();
    }
  };
  const watching = watch();
  return {
    name,
    current: () => current,
    async stop() {
      stopping.abort();
      await current.stop();
      await watching;
    },
  };
}

/** A meeting may be going on: never gives up, only tries less often. */
async function startAgain<T extends Started>(
  start: () => Promise<T>,
  firstWaitMs: number,
  stopping: AbortSignal,
  onFailure: (error: unknown) => void,
): Promise<T | undefined> {
  for (let waitMs = firstWaitMs; ; waitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS)) {
    await pause(waitMs, undefined, { signal: stopping }).catch(() => undefined);
    if (stopping.aborted) return undefined;
    try {
      const again = await start();
      if (!stopping.aborted) return again;
      await again.stop();
      return undefined;
    } catch (error) {
      onFailure(error);
    }
  }
}

/**
 * Runs `stop` once at the first SIGINT, SIGTERM or SIGHUP and then ends the process; a terminal's and a parent's
 * signal often come both, so later ones change nothing.
 */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const once = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
}
