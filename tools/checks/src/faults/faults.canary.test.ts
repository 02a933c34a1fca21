import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './faults.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'klubba-faults-'));
const LEAST = 25;
const WITHIN_MS = 480_000;

type Outcome = { readonly project: string; readonly state: string };
let outcomes: readonly Outcome[] = [];

beforeAll(() => {
  const report = path.join(folder, 'report.json');
  const config = path.join('tools', 'checks', 'src', 'faults', 'vitest.config.ts');
  const vitest = path.join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const env = { ...process.env, FAULTS_REPORT: report, VITEST: undefined, NODE_OPTIONS: '' };
  const run = spawnSync(process.execPath, [vitest, 'run', '--config', config], {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: WITHIN_MS,
  });
  try {
    outcomes = JSON.parse(readFileSync(report, 'utf8')) as readonly Outcome[];
  } catch {
    throw new Error(`The faults were not run: ${run.stdout}${run.stderr}`);
  }
}, WITHIN_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('mistakes planted in the law are found by its tests', () => {
  test('there are enough of them', () => {
    expect(faults.length).toBeGreaterThanOrEqual(LEAST);
  });
  test.each(faults)('$fault ($file)', ({ fault }) => {
    expect(outcomes.filter((one) => one.project === fault).map((one) => one.state)).toContain('failed');
  });
});
