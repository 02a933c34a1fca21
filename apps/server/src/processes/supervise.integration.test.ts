import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { RoomServiceClient } from 'livekit-server-sdk';
import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { livekitPath } from '../../../../tools/livekit/build.mjs';
import { isRunning } from './child.ts';
import { type LivekitChoice, type ProcessEvent, type Processes, startProcesses } from './supervise.ts';
import { freshDataFolder } from './testing.ts';

const noVideo: LivekitChoice = { kind: 'none' };
const anyPorts: LivekitChoice = {
  kind: 'embedded',
  binary: livekitPath(),
  ports: { signal: 0, tcp: 0, udp: 0 },
  bindAddresses: ['127.0.0.1'],
};

test('database and video start, and one stop ends both and frees the folder', async () => {
  const dataDir = freshDataFolder();
  const { processes } = await start(dataDir, anyPorts);
  const { livekit } = processes;
  if (livekit === undefined) throw new Error('no video server');
  const rooms = new RoomServiceClient(livekit.url, livekit.key, livekit.secret);
  await rooms.createRoom({ name: 'kf' });
  expect((await rooms.listRooms()).map((room) => room.name)).toEqual(['kf']);
  const pids = Object.values(processes.pids());
  expect(pids).toHaveLength(2);

  await processes.stop();
  for (const pid of pids) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  await (await start(dataDir, noVideo)).processes.stop();
});

test('the video server’s secret is in no argument that others on the machine can read', async () => {
  const { processes } = await start(freshDataFolder(), anyPorts);
  const commandLine = readFileSync(`/proc/${processes.pids().livekit}/cmdline`, 'utf8');
  expect(commandLine).not.toContain(processes.livekit?.secret);
});

test('a wrong key is refused by the video server', async () => {
  const { processes } = await start(freshDataFolder(), anyPorts);
  const stranger = new RoomServiceClient(processes.livekit?.url ?? '', 'klubba', 'guessed-'.repeat(5));
  await expect(stranger.listRooms()).rejects.toThrow();
});

test.each(['postgres', 'livekit'] as const)(
  '%s killed in the middle of a meeting is back at the same address',
  async (name) => {
    const { processes, seen } = await start(freshDataFolder(), anyPorts);
    const before = processes.pids()[name] ?? 0;
    const back = seen((event) => event.kind === 'started' && event.name === name && event.pid !== before);
    process.kill(before, 'SIGKILL');
    await back;
    expect(processes.pids()[name]).not.toBe(before);

    const client = new pg.Client(processes.databaseUrl);
    await client.connect();
    await client.end();
    const { url = '', key = '', secret = '' } = processes.livekit ?? {};
    expect(await new RoomServiceClient(url, key, secret).listRooms()).toEqual([]);
  },
);

test('a server killed with SIGKILL leaves database and video running, and the next one takes both over', async () => {
  const dataDir = freshDataFolder();
  const first = spawn(process.execPath, ['--input-type=module', '-e', starting(dataDir)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(first.stdout, 'data')) as [Buffer];
  const pids = JSON.parse(said.toString()) as Record<string, number>;
  first.kill('SIGKILL');
  await once(first, 'exit');

  const { processes } = await start(dataDir, anyPorts);
  expect(processes.pids()).toEqual(pids);
  await processes.stop();
  for (const pid of Object.values(pids)) expect(isRunning(pid)).toBe(false);
});

test('SIGTERM stops every process, and once more changes nothing', async () => {
  const dataDir = freshDataFolder();
  const server = spawn(process.execPath, ['--input-type=module', '-e', starting(dataDir)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(server.stdout, 'data')) as [Buffer];
  const pids = Object.values(JSON.parse(said.toString()) as Record<string, number>);
  server.kill('SIGTERM');
  server.kill('SIGINT');
  const [code] = (await once(server, 'exit')) as [number];
  expect(code).toBe(0);
  for (const pid of pids) expect(isRunning(pid)).toBe(false);
});

test('a port in use stops the start with its number, and nothing is left running', async () => {
  const dataDir = freshDataFolder();
  const other = createServer().listen(0);
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  const attempt = startProcesses({ dataDir, livekit: { ...anyPorts, ports: { signal: port, tcp: 0, udp: 0 } } });
  await expect(attempt).rejects.toMatchObject({
    key: 'port-in-use',
    detail: { port: String(port), setting: 'LIVEKIT_PORT' },
  });
  expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('the server’s own port in use stops the start before anything is started', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const started: ProcessEvent[] = [];
  const attempt = startProcesses({
    dataDir: freshDataFolder(),
    livekit: { kind: 'none' },
    serves: { host: '127.0.0.1', port },
    onEvent: (event) => started.push(event),
  });
  await expect(attempt).rejects.toMatchObject({ key: 'port-in-use', detail: { port: String(port), setting: 'PORT' } });
  expect(started).toEqual([]);
});

test('a missing video server is named, and nothing is left running', async () => {
  const dataDir = freshDataFolder();
  const attempt = startProcesses({ dataDir, livekit: { ...anyPorts, binary: '/nowhere/livekit' } });
  await expect(attempt).rejects.toMatchObject({ key: 'livekit-missing', detail: { path: '/nowhere/livekit' } });
  expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('with an own database and an own video server nothing is started and no folder is locked', async () => {
  const dataDir = freshDataFolder();
  const external: LivekitChoice = { kind: 'external', url: 'http://video.example', key: 'k', secret: 's' };
  const own = { dataDir, databaseUrl: 'postgresql://db.example/klubba', livekit: external };
  const [one, other] = [await startProcesses(own), await startProcesses(own)];
  expect(one.pids()).toEqual({});
  expect(other.databaseUrl).toBe('postgresql://db.example/klubba');
  await Promise.all([one.stop(), other.stop()]);
});

interface Watched {
  readonly processes: Processes;
  seen(wanted: (event: ProcessEvent) => boolean): Promise<void>;
}

async function start(dataDir: string, livekit: LivekitChoice): Promise<Watched> {
  const waiting: { readonly wanted: (event: ProcessEvent) => boolean; readonly resolve: () => void }[] = [];
  const processes = await startProcesses({
    dataDir,
    livekit,
    onEvent: (event) => {
      for (const one of waiting) if (one.wanted(event)) one.resolve();
    },
  });
  onTestFinished(() => processes.stop());
  return { processes, seen: (wanted) => new Promise((resolve) => void waiting.push({ wanted, resolve })) };
}

function starting(dataDir: string): string {
  const supervise = JSON.stringify(fileURLToPath(import.meta.resolve('./supervise.ts')));
  return `
    const { startProcesses, stopOnSignals } = await import(${supervise});
    const processes = await startProcesses(${JSON.stringify({ dataDir, livekit: anyPorts })});
    stopOnSignals(() => processes.stop());
    console.log(JSON.stringify(processes.pids()));
    setInterval(() => {}, 1000);
  `;
}
