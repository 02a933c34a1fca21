import { spawn } from 'node:child_process';
import type { Check } from './finding.ts';
import { linesOf, type ToolRun } from './tool.ts';

/**
 * npm leaves platforms' binaries out of the lock file when the registry has none yet, and says so only when
 * `npm ci` fails on a clean clone.
 */
export const lockFile: Check = {
  name: 'lock-file',
  about: 'npm ci would work on a clean clone',
  run: async (root) => linesOf(await npmDryRun(root)),
};

function npmDryRun(root: string): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const args = [
      'ci',
      '--dry-run',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefer-offline',
      '--loglevel=error',
    ];
    const npm = spawn('npm', args, {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
    let out = '';
    npm.stderr.on('data', (bytes: Buffer) => {
      out += bytes.toString('utf8');
    });
    npm.once('error', reject);
    npm.once('close', (code) => resolve({ code: code ?? 1, out }));
  });
}
