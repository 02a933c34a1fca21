import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { counted, stages } from './stages.mjs';

describe('a stage of npm test', () => {
  test('counts what its report says', () => {
    expect(counted(1, report({ passed: 7, failed: 2 }), (json) => json)).toEqual({ passed: 7, failed: 2 });
  });

  test('that breaks outside every test is a failure, so that a crash cannot look green', () => {
    expect(counted(1, report({ passed: 7, failed: 0 }), (json) => json)).toEqual({ passed: 7, failed: 1 });
  });

  test('that wrote no report and failed is a failure', () => {
    expect(counted(1, '/nowhere/report.json', (json) => json)).toEqual({ passed: 0, failed: 1 });
  });
});

test('all stages together end within twice the twenty-five minutes they are meant to take, however they hang', () => {
  const minutes = stages.reduce((sum, stage) => sum + stage.withinMs, 0) / 60_000;
  expect(minutes).toBeLessThanOrEqual(50);
});

function report(count: { readonly passed: number; readonly failed: number }): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'klubba-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(count));
  return file;
}
