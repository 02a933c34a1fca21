// `npm start`: makes a clone ready, then runs the server. Runs under any Node from 20 on, with nothing installed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildWeb, installPackages, pinnedNode, prepareLivekit, requireNode, root } from './start/prepare.mjs';
import { CannotGoOn, sentence } from './start/sentences.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

async function start() {
  requireNode();
  await installPackages();
  await buildWeb();
  const own = process.env['LIVEKIT_URL'] ?? '';
  const livekit = own === '' ? await prepareLivekit() : undefined;
  runServer(livekit === undefined ? {} : { LIVEKIT_BINARY: livekit });
}

/**
 * The server is a child, so that it runs on the pinned Node; its signals, output and exit code are passed on.
 * @param {Record<string, string>} settings
 */
function runServer(settings) {
  const server = spawn(pinnedNode(), [path.join(root, 'apps/server/src/main.ts'), ...process.argv.slice(2)], {
    cwd: root,
    env: { ...settings, ...process.env },
    stdio: 'inherit',
  });
  for (const signal of SIGNALS) process.on(signal, () => server.kill(signal));
  server.once('exit', (code, signal) => {
    if (signal !== null) process.stderr.write(`${sentence('server-killed', { signal })}\n`);
    process.exitCode = code ?? 1;
    for (const one of SIGNALS) process.removeAllListeners(one);
  });
}

try {
  await start();
} catch (error) {
  if (!(error instanceof CannotGoOn)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
