import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** An own data folder, gone after the test. */
export function freshDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'klubba-data-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
