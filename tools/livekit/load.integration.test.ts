import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from '../../apps/server/src/processes/data-folder.ts';
import { type Livekit, startLivekit } from '../../apps/server/src/processes/livekit.ts';
import { buildLoadClient, livekitPath } from './build.mjs';

const ROOM = 'load';
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
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
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

function pass(livekit: Livekit, identity: string): Promise<string> {
  const token = new AccessToken(livekit.key, livekit.secret, { identity });
  token.addGrant({ roomJoin: true, room: ROOM });
  return token.toJwt();
}
