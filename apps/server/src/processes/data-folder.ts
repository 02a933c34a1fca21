import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { StartProblem } from './start-problem.ts';

const NEEDED_MB = 300;
const SECRET_BYTES = 24;

/** Makes the data folder with room to write in, or says why not. The folders inside hold secrets and are the owner's alone. */
export function openDataFolder(dataDir: string): void {
  try {
    makeFolder(path.resolve(dataDir));
    for (const inner of ['secrets', 'logs']) {
      makeFolder(path.join(dataDir, inner));
      chmodSync(path.join(dataDir, inner), 0o700);
    }
    const probe = path.join(dataDir, 'secrets', '.probe');
    writeFileSync(probe, 'x', { mode: 0o600 });
    rmSync(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC')
      throw new StartProblem('disk-full', { path: dataDir, neededMb: String(NEEDED_MB), freeMb: '0' });
    throw new StartProblem('data-folder-unwritable', { path: dataDir, reason: code ?? String(error) });
  }
  const disk = statfsSync(dataDir);
  const freeMb = Math.floor((disk.bavail * disk.bsize) / 1024 / 1024);
  if (freeMb < NEEDED_MB) {
    throw new StartProblem('disk-full', { path: dataDir, neededMb: String(NEEDED_MB), freeMb: String(freeMb) });
  }
}

/** As `mkdir -p`. Node's own `recursive` never returns where the system has no room for folders at all (`/proc/x`). */
function makeFolder(folder: string): void {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  const above = path.dirname(folder);
  if (!existsSync(above) && above !== folder) makeFolder(above);
  mkdirSync(folder);
}

/** A random secret (48 hex digits) made at the first start and kept in `secrets/`, readable by the owner alone. */
export function keptSecret(dataDir: string, name: string): string {
  const file = path.join(dataDir, 'secrets', name);
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const secret = randomBytes(SECRET_BYTES).toString('hex');
  writeFileSync(`${file}.new`, `${secret}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return secret;
}

/** A TCP port of this machine that nobody listens on now; `preferred` if it is free. */
export async function freePort(preferred = 0, host = '127.0.0.1'): Promise<number> {
  const taken = await tryPort(preferred, host);
  return taken ?? (await tryPort(0, host)) ?? 0;
}

/** True when another program listens there; false when it is free, or cannot be listened on for another reason. */
export async function isPortInUse(port: number, host: string): Promise<boolean> {
  return (await listenOnce(port, host)) === 'EADDRINUSE';
}

/** Resolves to the UDP port when it can be bound, to undefined when it is in use. */
export function tryUdpPort(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(undefined));
    socket.bind({ port, address: host, exclusive: true }, () => {
      const bound = socket.address().port;
      socket.close(() => resolve(bound));
    });
  });
}

/** Resolves to the port when it can be listened on, to undefined when it cannot. */
export async function tryPort(port: number, host: string): Promise<number | undefined> {
  const heard = await listenOnce(port, host);
  return typeof heard === 'number' ? heard : undefined;
}

/** Listens and stops again. Resolves to the port that was got, or to the code of what stood in the way. */
function listenOnce(port: number, host: string): Promise<number | string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : undefined));
    });
  });
}
