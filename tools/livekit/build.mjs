// Builds the pinned video server once and keeps it in `.cache/livekit`. Plain JavaScript: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const cache = path.join(here, '..', '..', '.cache', 'livekit');
const PACKAGE = 'github.com/livekit/livekit-server/cmd/server';
const PROGRESS_EVERY_MS = 3_000;

/** A reason why there is no video server; `key` names a sentence in packages/i18n/src/start. */
export class LivekitBuildProblem extends Error {
  /**
   * @param {'go-missing' | 'go-too-old' | 'livekit-build-failed'} key
   * @param {Record<string, string>} detail
   */
  constructor(key, detail) {
    super(`${key} ${JSON.stringify(detail)}`);
    this.key = key;
    this.detail = detail;
  }
}

/** The Go version that go.mod asks for, as `1.26`. */
export function neededGo() {
  return /^go (\d+\.\d+)/m.exec(readFileSync(path.join(here, 'go.mod'), 'utf8'))?.[1] ?? '';
}

/** Where the built server lies for this machine and these pinned sources, whether it is built or not. */
export function livekitPath() {
  const pinned = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) pinned.update(readFileSync(path.join(here, file)));
  const folder = `${process.platform}-${process.arch}-${pinned.digest('hex').slice(0, 16)}`;
  return path.join(cache, folder, process.platform === 'win32' ? 'livekit-server.exe' : 'livekit-server');
}

/** @typedef {{ downloaded: number, compiled: number }} Progress Go modules fetched and packages compiled so far. */

/**
 * The built server's path; builds it when it is missing (about 90 s on two cores).
 * @param {(progress: Progress) => void} onProgress called when the build begins, and now and then
 * @returns {Promise<string>}
 * @throws {LivekitBuildProblem}
 */
export async function buildLivekit(onProgress = () => undefined) {
  const target = livekitPath();
  if (existsSync(target)) return target;
  requireGo();
  onProgress({ downloaded: 0, compiled: 0 });
  const folder = path.dirname(target);
  const unfinished = path.join(folder, `unfinished-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    await compile(unfinished, onProgress);
    renameSync(unfinished, target);
  } finally {
    rmSync(unfinished, { force: true });
  }
  forgetOthers(folder);
  return target;
}

function requireGo() {
  const needed = neededGo();
  const found = spawnSync('go', ['env', 'GOVERSION'], { cwd: here, encoding: 'utf8' });
  if (found.error !== undefined) throw new LivekitBuildProblem('go-missing', { needed });
  const [, major = '0', minor = '0'] = /go(\d+)\.(\d+)/.exec(found.stdout) ?? [];
  const [neededMajor = '0', neededMinor = '0'] = needed.split('.');
  const old = Number(major) < Number(neededMajor) || (major === neededMajor && Number(minor) < Number(neededMinor));
  if (found.status !== 0 || old) {
    throw new LivekitBuildProblem('go-too-old', { needed, found: old && major !== '0' ? `${major}.${minor}` : '?' });
  }
}

/**
 * @param {string} output
 * @param {(progress: Progress) => void} onProgress
 * @returns {Promise<void>}
 */
function compile(output, onProgress) {
  // -v names each package as it is compiled: the only progress the Go tool has to offer.
  const args = ['build', '-v', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', output, PACKAGE];
  const go = spawn('go', args, {
    cwd: here,
    env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '-mod=readonly' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const progress = { downloaded: 0, compiled: 0 };
  let said = '';
  const clock = setInterval(() => onProgress(progress), PROGRESS_EVERY_MS);
  go.stderr.on('data', (/** @type {Buffer} */ bytes) => {
    const text = bytes.toString('utf8');
    const downloads = text.match(/^go: downloading/gm)?.length ?? 0;
    progress.downloaded += downloads;
    progress.compiled += text.split('\n').length - 1 - downloads;
    said = (said + text).slice(-4_000);
  });
  return new Promise((resolve, reject) => {
    const failed = () => reject(new LivekitBuildProblem('livekit-build-failed', { reason: lastLines(said) }));
    go.once('error', failed);
    go.once('close', (code) => {
      clearInterval(clock);
      if (code === 0) resolve();
      else failed();
    });
  });
}

/** @param {string} said */
function lastLines(said) {
  return said
    .trim()
    .split('\n')
    .filter((line) => /[: ]/.test(line))
    .slice(-3)
    .join(' / ');
}

/** Servers of earlier pins are 50 MB each and will not be asked for again. @param {string} kept */
function forgetOthers(kept) {
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    if (folder !== kept) rmSync(folder, { recursive: true, force: true });
  }
}
