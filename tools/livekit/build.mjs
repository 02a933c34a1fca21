// Builds the pinned video server, and the load client beside it, once, and keeps them in `.cache`. Plain JavaScript: it runs
// before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const cache = path.join(here, '..', '..', '.cache');
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

/**
 * @typedef {{ folder: string, program: string, source: string, sources: readonly string[] }} Program
 * @typedef {{ downloaded: number, compiled: number }} Progress Go modules fetched and packages compiled so far.
 */

/** @type {Program} */
const server = {
  folder: 'livekit',
  program: 'livekit-server',
  source: 'github.com/livekit/livekit-server/cmd/server',
  sources: ['go.mod', 'go.sum'],
};
/** @type {Program} */
const load = {
  folder: 'livekit-load',
  program: 'load',
  source: './cmd/load',
  sources: ['go.mod', 'go.sum', ...readdirSync(path.join(here, 'cmd', 'load')).map((name) => `cmd/load/${name}`)],
};

/** Where the video server lies for this machine and these pinned sources, whether it is built or not. */
export function livekitPath() {
  return pathOf(server);
}

/**
 * The video server's path; builds it when it is missing (about 90 s on two cores).
 * @param {(progress: Progress) => void} [onProgress] called when the build begins, and now and then
 * @throws {LivekitBuildProblem}
 */
export function buildLivekit(onProgress) {
  return build(server, onProgress);
}

/**
 * The path of the load client (`cmd/load`), for the benches; builds it when it is missing.
 * @param {(progress: Progress) => void} [onProgress]
 * @throws {LivekitBuildProblem}
 */
export function buildLoadClient(onProgress) {
  return build(load, onProgress);
}

/** @param {Program} what */
function pathOf(what) {
  const pinned = createHash('sha256');
  for (const file of what.sources) pinned.update(readFileSync(path.join(here, file)));
  const folder = `${process.platform}-${process.arch}-${pinned.digest('hex').slice(0, 16)}`;
  return path.join(cache, what.folder, folder, process.platform === 'win32' ? `${what.program}.exe` : what.program);
}

/**
 * @param {Program} what
 * @param {(progress: Progress) => void} onProgress
 * @returns {Promise<string>}
 */
async function build(what, onProgress = () => undefined) {
  const target = pathOf(what);
  if (existsSync(target)) return target;
  requireGo();
  onProgress({ downloaded: 0, compiled: 0 });
  const folder = path.dirname(target);
  const unfinished = path.join(folder, `unfinished-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    await compile(what.source, unfinished, onProgress);
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
 * @param {string} source
 * @param {string} output
 * @param {(progress: Progress) => void} onProgress
 * @returns {Promise<void>}
 */
function compile(source, output, onProgress) {
  // -v names each package as it is compiled: the only progress the Go tool has to offer.
  const args = ['build', '-v', '-trimpath', '-buildvcs=false', '-ldflags=-s -w', '-o', output, source];
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

/** Programs of earlier pins are 50 MB each and will not be asked for again. @param {string} kept */
function forgetOthers(kept) {
  const all = path.dirname(kept);
  for (const name of readdirSync(all)) {
    if (name !== path.basename(kept)) rmSync(path.join(all, name), { recursive: true, force: true });
  }
}
