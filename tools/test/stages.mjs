// The stages of `npm test`: what each runs, and how its tests are counted.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pinnedNode, root } from '../start/prepare.mjs';

const MINUTE_MS = 60_000;
const reports = path.join(root, 'reports');

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, withinMs: number, run: (withinMs: number) => Promise<Count> }} Stage
 */

/** @param {string} project @param {number} minutes @returns {Stage} */
const vitest = (project, minutes) => ({
  name: project,
  withinMs: minutes * MINUTE_MS,
  async run(withinMs) {
    const report = freshReport(project);
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const code = await runNode('node_modules/vitest/vitest.mjs', args, withinMs);
    return counted(code, report, (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests }));
  },
});

/** @type {Stage} */
const checks = {
  name: 'checks',
  withinMs: 5 * MINUTE_MS,
  async run(withinMs) {
    const report = freshReport('checks');
    const code = await runNode('tools/checks/src/check.ts', ['--without=unit-tests', `--report=${report}`], withinMs);
    return counted(code, report, (json) => json);
  },
};

/** @type {Stage} */
const browsers = {
  name: 'e2e',
  withinMs: 17 * MINUTE_MS,
  async run(withinMs) {
    const report = freshReport('e2e');
    const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    const args = ['test', '-c', 'e2e', '--reporter=list,json'];
    const code = await runNode('node_modules/@playwright/test/cli.js', args, withinMs, env);
    // A test that passed at its second attempt has passed; Playwright's list has named it as flaky.
    return counted(code, report, ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
    }));
  },
};

/** In this order: what is cheap and tells most comes first. @type {readonly Stage[]} */
export const stages = [checks, vitest('unit', 8), vitest('canary', 8), vitest('integration', 12), browsers];

/** @param {string} name */
function freshReport(name) {
  mkdirSync(reports, { recursive: true });
  const file = path.join(reports, `${name}.json`);
  rmSync(file, { force: true });
  return file;
}

/**
 * What a stage's report says; a stage that broke without a failed test is one failure itself.
 * @param {number} code
 * @param {string} report
 * @param {(json: any) => Count} read
 * @returns {Count}
 */
export function counted(code, report, read) {
  const count = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  // Something went wrong outside every test: a crash, an unhandled error, a time-out.
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

/**
 * Runs a program of the tree on the pinned Node; kills it with everything it started when its time is out.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {number} withinMs
 * @param {Record<string, string>} [more]
 * @returns {Promise<number>}
 */
function runNode(program, args, withinMs, more = {}) {
  const bin = path.join(root, 'node_modules', '.bin');
  const child = spawn(pinnedNode(), [path.join(root, program), ...args], {
    cwd: root,
    env: { ...process.env, ...more, PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  const end = () => killGroup(child.pid);
  const clock = setTimeout(() => {
    process.stdout.write(`not done within ${withinMs / MINUTE_MS} minutes; ended\n`);
    end();
  }, withinMs);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('close', (code) => {
      clearTimeout(clock);
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, end);
      end();
      resolve(code ?? 1);
    });
  });
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing of the group is left, as it should be.
  }
}
