// What a clone needs before it can run: packages, web pages, the video server. Each is done once and again when its sources change.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { buildLivekit, LivekitBuildProblem } from '../livekit/build.mjs';
import { CannotGoOn, sentence } from './sentences.mjs';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

const NEEDED_NODE = 20;
const PINNED_NODE = 24;
const SAID_LINES = 3;

/** @param {string} line */
const say = (line) => process.stdout.write(`${line}\n`);

/** The Node this is started with, which only has to reach the pinned one. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < NEEDED_NODE) {
    throw new CannotGoOn('node-too-old', { needed: String(NEEDED_NODE), found: process.versions.node });
  }
}

/** Installs exactly what the lock file names, unless it is there already. */
export async function installPackages() {
  if (isInstalled()) return;
  say(sentence('packages-installing'));
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, all] = npm === undefined ? ['npm', args] : [process.execPath, [npm, ...args]];
  const run = await quietly(command, all, { shell: npm === undefined && process.platform === 'win32' });
  if (run.code !== 0) throw new CannotGoOn('packages-failed', { reason: reasonIn(run.said) });
}

/**
 * npm writes what it installed to `node_modules/.package-lock.json`. Every package of the lock file must be there in the
 * same version; those for other machines are allowed to be missing.
 */
function isInstalled() {
  const kept = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(kept)) return false;
  const installed = packagesIn(kept);
  return Object.entries(packagesIn(path.join(root, 'package-lock.json'))).every(([where, wanted]) => {
    if (!where.includes('node_modules/')) return true;
    const found = installed[where];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean }>}
 */
function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** The Node that the packages brought, or this one where there is none for the machine. */
export function pinnedNode() {
  const brought = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(brought)) return brought;
  if (Number(process.versions.node.split('.')[0]) >= PINNED_NODE) return process.execPath;
  throw new CannotGoOn('node-not-pinned', {
    needed: String(PINNED_NODE),
    found: process.versions.node,
    platform: `${process.platform}-${process.arch}`,
  });
}

/** Builds the web pages when a source of theirs has changed. */
export async function buildWeb() {
  const web = path.join(root, 'apps', 'web');
  const stamp = path.join(web, 'dist', '.built-from');
  const sources = hashOf(['apps/web', 'packages', 'package-lock.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return;
  say(sentence('web-building'));
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const run = await quietly(pinnedNode(), [vite, 'build', '--logLevel', 'warn'], { cwd: web });
  if (run.code !== 0) throw new CannotGoOn('web-failed', { reason: reasonIn(run.said) });
  writeFileSync(stamp, sources);
}

/**
 * The video server's program; undefined, with a plain notice, where it cannot be built: then meetings are held in the room.
 * @returns {Promise<string | undefined>}
 */
export async function prepareLivekit() {
  let told = '';
  try {
    return await buildLivekit(({ downloaded, compiled }) => {
      const key = compiled > 0 ? 'livekit-compiling' : downloaded > 0 ? 'livekit-downloading' : 'livekit-building';
      const news = sentence(key, { downloaded: String(downloaded), compiled: String(compiled) });
      if (news !== told) say(news);
      told = news;
    });
  } catch (error) {
    if (!(error instanceof LivekitBuildProblem)) throw error;
    say(sentence(error.key, error.detail));
    return undefined;
  }
}

/** One hash over the content of files and folders. @param {readonly string[]} sources */
function hashOf(sources) {
  const hash = createHash('sha256');
  /** @param {string} name */
  const add = (name) => {
    const full = path.join(root, name);
    const inside = readdirOrNothing(full);
    if (inside === undefined) hash.update(name).update('\0').update(readFileSync(full));
    else for (const entry of inside) add(path.join(name, entry));
  };
  for (const source of sources) add(source);
  return hash.digest('hex');
}

/** @param {string} full */
function readdirOrNothing(full) {
  try {
    return readdirSync(full)
      .filter((name) => name !== 'dist' && name !== 'node_modules' && !name.includes('.test.'))
      .sort();
  } catch {
    return undefined;
  }
}

/**
 * Runs a program and keeps what it says, to be shown only if it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, shell?: boolean }} [options]
 * @returns {Promise<{ code: number, said: string }>}
 */
function quietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
    const child = spawn(command, args, { cwd: root, env, ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (bytes) => {
        said = (said + bytes).slice(-20_000);
      });
    }
    child.once('error', (error) => resolve({ code: 1, said: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

/** The line that speaks of an error, without the stack under it; or the last lines. @param {string} said */
function reasonIn(said) {
  const lines = stripVTControlCharacters(said)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at ') && !line.includes('A complete log of this run'));
  const first = lines.findIndex(
    (line) => /error|cannot|could not/i.test(line) && !/^error during build|^Build failed/.test(line),
  );
  return (first < 0 ? lines.slice(-SAID_LINES) : lines.slice(first, first + SAID_LINES)).join(' / ');
}
