import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { faults } from './faults.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const HEART = 'packages/meeting/src';
const report = process.env['FAULTS_REPORT'];

/** The heart with one passage read differently. A fault whose passage is not there exactly once is no fault any more: the run stops. */
function planted(file: string, from: string, to: string) {
  const place = path.join(root, HEART, file);
  return {
    name: 'planted-fault',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (id.split('?')[0] !== place) return undefined;
      if (code.split(from).length !== 2) throw new Error(`${file} does not hold “${from}” once`);
      return { code: code.replace(from, () => to), map: null };
    },
  };
}

const test = (name: string, include: readonly string[]) => ({
  root,
  name,
  include: include.map((one) => `${HEART}/${one}`),
  environment: 'node' as const,
  pool: 'threads' as const,
  testTimeout: 60_000,
});

/** The heart's tests once for each planted fault, all in one process. That they hold without one `npm test` has seen. */
export default defineConfig({
  root,
  test: {
    reporters: [
      {
        onTestRunEnd(modules: readonly { readonly project: { readonly name: string }; state(): string }[]) {
          const outcomes = modules.map((module) => ({ project: module.project.name, state: module.state() }));
          if (report) writeFileSync(report, JSON.stringify(outcomes));
        },
      },
    ],
    projects: faults.map(({ fault, file, from, to, test: one }) => ({
      root,
      plugins: [planted(file, from, to)],
      test: test(fault, [one]),
    })),
  },
});
