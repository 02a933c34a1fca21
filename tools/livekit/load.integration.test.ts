import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from '../../apps/server/src/processes/data-folder.ts';
import { type Livekit, startLivekit } from '../../apps/server/src/processes/livekit.ts';
import { buildLoadClient, livekitPath } from './build.mjs';

const ROOM = 'load';
/** Of the video servers that run now. */
const folders = new Set<string>();
const here = fileURLToPath(new URL('.', import.meta.url));

test('the load client counts losses and times as its own tests say', () => {
  const run = spawnSync('go', ['test', './...'], {
    cwd: here,
    env: { ...process.env, CGO_ENABLED: '0' },
    encoding: 'utf8',
  });
  expect(run.stdout + run.stderr).toMatch(/^ok/m);
  expect(run.status).toBe(0);
});

test('four who each watch two others get every stream, nothing lost, and know how late it came', async () => {
  const program = await buildLoadClient();
  const livekit = await startVideo();
  await new RoomServiceClient(livekit.url, livekit.key, livekit.secret).createRoom({ name: ROOM });
  const identities = ['ask', 'berg', 'dal', 'ek'];
  const clients = await Promise.all(
    identities.map(async (identity, index) => ({
      token: await pass(livekit, identity),
      publish: true,
      subscribe: [1, 2].map((step) => identities[(index + step) % identities.length]),
    })),
  );
  const plan = { url: livekit.url, warmupSeconds: 1, seconds: 2, kbitPerS: 100, framesPerS: 10, clients };
  const run = spawnSync(program, { input: JSON.stringify(plan), encoding: 'utf8' });
  const report = JSON.parse(run.stdout) as Record<string, number>;
  expect(report).toMatchObject({ joined: 4, failed: [], tracksExpected: 8, tracksReceived: 8, lost: 0 });
  expect(report['packets']).toBeGreaterThan(200);
  expect(report['latencyMsP50']).toBeGreaterThan(0);
});

async function startVideo(): Promise<Livekit> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'klubba-load-'));
  folders.add(dataDir);
  onTestFinished(() => {
    folders.delete(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  });
  openDataFolder(dataDir);
  const livekit = await startLivekit({
    binary: livekitPath(),
    dataDir,
    ports: { signal: 0, tcp: 0, udp: 0 },
    bindAddresses: [],
  });
  onTestFinished(() => livekit.stop());
  return livekit;
}

function pass(livekit: Livekit, identity: string, room = ROOM): Promise<string> {
  const token = new AccessToken(livekit.key, livekit.secret, { identity });
  token.addGrant({ roomJoin: true, room });
  return token.toJwt();
}

describe('the way of the pictures is held', () => {
  /** A publisher of this kind and one who watches it; what came of it. */
  const watched = async (livekit: Livekit, room: string, kind: object): Promise<Report> => {
    const clients = [
      { token: await pass(livekit, 'ask', room), publish: true, subscribe: [], ...kind },
      { token: await pass(livekit, 'berg', room), publish: true, subscribe: ['ask'] },
    ];
    const plan = { url: livekit.url, warmupSeconds: 1, seconds: 3, kbitPerS: 100, framesPerS: 10, clients };
    await new RoomServiceClient(livekit.url, livekit.key, livekit.secret).createRoom({ name: room });
    const run = spawnSync(await buildLoadClient(), { input: JSON.stringify(plan), encoding: 'utf8' });
    return JSON.parse(run.stdout) as Report;
  };

  test('what was not sealed for a connection is not passed on, and what is malformed stops nothing', async () => {
    const livekit = await startVideo();
    const report = await watched(livekit, 'forged', { forge: true });
    expect(report.forged).toBeGreaterThan(500);
    // A packet that was believed would be a gap in the numbers of its stream, or a frame too many.
    expect(report).toMatchObject({ joined: 2, failed: [], tracksReceived: 1, lost: 0 });
    const honest = await watched(livekit, 'honest', {});
    expect(report.packets).toBeGreaterThan(honest.packets * 0.8);
    expect(report.packets).toBeLessThan(honest.packets * 1.2);
  });

  test('nobody comes in who offers no protection of the stream', async () => {
    const livekit = await startVideo();
    const report = await watched(livekit, 'open', { unprotected: true });
    expect(report).toMatchObject({ joined: 1, tracksReceived: 0 });
    expect(report.failed).toHaveLength(1);
  });

  test('each connection has a certificate of its own, made for it, and none lies on a disk', async () => {
    const [first, second] = [await startVideo(), await startVideo()];
    const shown: string[] = [];
    for (const [livekit, room] of [
      [first, 'one'],
      [first, 'two'],
      [second, 'one'],
    ] as const)
      shown.push(...(await watched(livekit, room, {})).certificates);
    expect(shown).toHaveLength(6);
    for (const fingerprint of shown) expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(shown).size).toBe(shown.length);
    for (const folder of folders) expect(keysIn(folder)).toEqual([]);
  });
});

type Report = {
  readonly joined: number;
  readonly failed: readonly string[];
  readonly tracksReceived: number;
  readonly packets: number;
  readonly lost: number;
  readonly forged: number;
  readonly certificates: readonly string[];
};

/** Files that hold a private key. */
function keysIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name))
    .filter((file) => readFileSync(file, 'latin1').includes('PRIVATE KEY'));
}
