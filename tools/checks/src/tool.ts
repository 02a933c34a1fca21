import { spawn } from 'node:child_process';
import path from 'node:path';

export interface ToolRun {
  readonly code: number;
  readonly out: string;
}

/** Runs a program of `node_modules/.bin` in `root` and gives what it wrote. Throws only when it could not be run at all. */
export function runTool(root: string, name: string, args: readonly string[]): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const bin = path.join(root, 'node_modules', '.bin');
    const child = spawn(path.join(bin, name), args, {
      cwd: root,
      env: {
        ...process.env,
        PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
        NO_COLOR: '1',
        FORCE_COLOR: '0',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString('utf8');
    });
    child.stderr.on('data', (bytes: Buffer) => {
      out += bytes.toString('utf8');
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, out }));
  });
}

/** The lines of a failed run that say something; none when it went well. */
export function linesOf(run: ToolRun): readonly string[] {
  if (run.code === 0) return [];
  const lines = run.out.split('\n').filter((line) => line.trim() !== '');
  return lines.length === 0 ? [`ended with code ${run.code} and no word`] : lines;
}
