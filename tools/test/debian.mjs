// What the tests need beside npm's packages: a browser, an encoder, fonts and an independent checker of ballots, from Debian.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** Each package with the file that shows it is there: a program's name, or a path. */
const needed = [
  { name: 'chromium', shows: 'chromium' },
  { name: 'ffmpeg', shows: 'ffmpeg' },
  { name: 'belenios-tool', shows: 'belenios-tool' },
  { name: 'fonts-liberation', shows: '/usr/share/fonts/truetype/liberation' },
];

/**
 * Installs what is missing where that is possible (root, apt-get), and gives the names of what is still missing.
 * @param {(line: string) => void} say
 * @returns {readonly string[]}
 */
export function bringDebianPackages(say) {
  const missing = missingPackages();
  if (missing.length === 0) return [];
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    say(`installing ${missing.join(', ')} with apt-get …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', ...missing],
    ]) {
      const run = spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
      if (run.status !== 0) say(run.stderr.trim().split('\n').slice(-3).join('\n'));
    }
  }
  return missingPackages();
}

function missingPackages() {
  return needed.filter((one) => !isThere(one.shows)).map((one) => one.name);
}

/** @param {string} what */
function isThere(what) {
  if (path.isAbsolute(what)) return existsSync(what);
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, what)));
}
