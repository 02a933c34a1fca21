import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';

const start = fileURLToPath(new URL('start.mjs', import.meta.url));
const READY_WITHIN_MS = 30_000;
const WARM_WITHIN_MS = 5_000;

describe('npm start', () => {
  test('serves pages, refuses a second start with the reason, ends every process by SIGTERM, and is warm within 5 s', async () => {
    const dataDir = freshFolder();
    const first = await run({ DATA_DIR: dataDir });
    await first.ready();

    const second = await run({ DATA_DIR: dataDir, LANG: 'sv_SE.UTF-8' });
    expect(await second.ended()).toBe(1);
    expect(second.said()).toMatch(
      /Klubba körs redan med datamappen .* \(process \d+, http:\/\/\S+\)\. Stoppa den först/,
    );

    const pids = pidsIn(dataDir);
    expect(pids).toHaveLength(2);
    first.signal('SIGTERM');
    expect(await first.ended()).toBe(0);
    for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');

    const began = performance.now();
    const again = await run({ DATA_DIR: dataDir });
    await again.ready();
    expect(performance.now() - began).toBeLessThan(WARM_WITHIN_MS);
    again.signal('SIGINT');
    expect(await again.ended()).toBe(0);
  });

  test('without a video server holds meetings in the room, and says so', async () => {
    const server = await run({ DATA_DIR: freshFolder(), LIVEKIT_URL: 'none' });
    await server.ready();
    await expect.poll(() => server.said()).toContain('No video server: meetings are held in the hall');
    server.signal('SIGTERM');
    expect(await server.ended()).toBe(0);
  });

  test('stops at a port in use with its number and the setting that moves it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const server = await run({ DATA_DIR: freshFolder(), PORT: String(port), LIVEKIT_URL: 'none' });
    expect(await server.ended()).toBe(1);
    expect(server.said()).toContain(
      `Port ${port} is already used by another program. Stop it, or name another port with PORT.`,
    );
  });

  test('stops at a wrong setting with its name and what was expected', async () => {
    const server = await run({ DATA_DIR: freshFolder(), PORT: 'eighty', LIVEKIT_URL: 'none' });
    expect(await server.ended()).toBe(1);
    expect(server.said()).toMatch(/PORT.*a port from 0 to 65535/);
  });

  test('stops at a data folder it cannot write to, in one sentence', async () => {
    const server = await run({ DATA_DIR: '/proc/klubba', LIVEKIT_URL: 'none' });
    expect(await server.ended()).toBe(1);
    expect(server.said()).toMatch(/The data folder \/proc\/klubba cannot be written to/);
    expect(server.said()).not.toMatch(/^\s+at /m);
  });
});

interface Running {
  said(): string;
  signal(signal: NodeJS.Signals): void;
  /** Resolves when its first page is served; rejects when it ends before. */
  ready(): Promise<void>;
  /** The exit code. */
  ended(): Promise<number | null>;
}

async function run(settings: Readonly<Record<string, string>>): Promise<Running> {
  const port = settings['PORT'] ?? String(await freePort());
  const child = spawn(process.execPath, [start], {
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: '', NODE_ENV: 'test', LIVEKIT_PORT: '0', PORT: port, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8');
    });
  }
  const ended = once(child, 'close').then(([code]) => code as number | null);
  onTestFinished(() => endFor(child, ended));
  return {
    said: () => text,
    signal: (signal) => void child.kill(signal),
    ended: () => ended,
    ready: () =>
      Promise.race([served(port), ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${text}`)))]),
  };
}

async function endFor(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  await ended;
}

async function served(port: string): Promise<void> {
  const signal = AbortSignal.timeout(READY_WITHIN_MS);
  while (!signal.aborted) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { signal, headers: { accept: 'text/html' } }).catch(
      () => undefined,
    );
    if (answer?.ok === true) return;
    await new Promise((resolve) => void setTimeout(resolve, 25));
  }
  throw new Error('no page was served');
}

function pidsIn(dataDir: string): readonly number[] {
  const postgres = readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0];
  const livekit = JSON.parse(readFileSync(path.join(dataDir, 'livekit.json'), 'utf8')) as { readonly pid: number };
  return [Number(postgres), livekit.pid];
}

function freshFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'klubba-start-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
