import { createHash } from 'node:crypto';
import { realpathSync, rmSync } from 'node:fs';
import { createServer, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StartProblem } from './start-problem.ts';

const ANSWER_WITHIN_MS = 2000;

/** What a running Klubba tells a second one that tries to use the same data folder. */
export interface Holder {
  readonly pid: number;
  readonly address: string;
}

export interface Lock {
  /** Where this server is reached, once known: a second start prints it. */
  announce(address: string): void;
  release(): Promise<void>;
}

/**
 * One server a data folder. The lock is a local socket that the kernel closes with the process, however it dies:
 * there is no stale lock to judge.
 * Throws `StartProblem('already-running')` with the holder's process id and address.
 */
export async function lockDataFolder(dataDir: string): Promise<Lock> {
  const name = socketName(realpathSync(dataDir));
  let address = 'none';
  const server = createServer((peer) => {
    peer.on('error', () => peer.destroy());
    peer.end(JSON.stringify({ pid: process.pid, address } satisfies Holder));
  });
  if (!(await listen(server, name))) {
    const holder = await askHolder(name);
    if (holder !== undefined) {
      throw new StartProblem('already-running', { path: dataDir, pid: String(holder.pid), address: holder.address });
    }
    if (isFile(name)) rmSync(name, { force: true });
    if (!(await listen(server, name)))
      throw new StartProblem('already-running', { path: dataDir, pid: '?', address: 'none' });
  }
  server.unref();
  return {
    announce(where) {
      address = where;
    },
    release: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

/** Linux: the abstract namespace, which leaves no file behind. Windows: a named pipe. Elsewhere: a socket file of the user. */
function socketName(folder: string): string {
  const id = `klubba-${createHash('sha256').update(folder).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${id}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${id}`;
  return path.join(tmpdir(), `${id}.sock`);
}

function isFile(name: string): boolean {
  return process.platform !== 'linux' && process.platform !== 'win32' && name.endsWith('.sock');
}

function listen(server: Server, name: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', worked);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const worked = (): void => {
      server.off('error', failed);
      resolve(true);
    };
    server.once('error', failed);
    server.once('listening', worked);
    server.listen(name);
  });
}

function askHolder(name: string): Promise<Holder | undefined> {
  return new Promise((resolve) => {
    const peer = connect(name);
    let text = '';
    peer.setTimeout(ANSWER_WITHIN_MS, () => peer.destroy());
    peer.on('data', (bytes) => {
      text += bytes.toString('utf8');
    });
    peer.on('error', () => peer.destroy());
    peer.on('close', () => resolve(parseHolder(text)));
  });
}

function parseHolder(text: string): Holder | undefined {
  try {
    const { pid, address } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof address === 'string' ? { pid, address } : undefined;
  } catch {
    return undefined;
  }
}
