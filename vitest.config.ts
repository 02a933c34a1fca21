import { defineConfig } from 'vitest/config';

const everywhere = ['packages', 'apps', 'tools', 'bench'];
const notOurs = ['**/node_modules/**', '**/dist/**', '**/.cache/**'];

/** Two projects: `unit` needs nothing but Node; `integration` starts real processes (PostgreSQL, LiveKit, HTTP). */
export default defineConfig({
  test: {
    projects: [
      {
        oxc: { jsx: { runtime: 'automatic' } },
        test: {
          name: 'unit',
          include: everywhere.map((folder) => `${folder}/**/*.test.{ts,tsx}`),
          exclude: [...notOurs, '**/*.integration.test.ts', '**/*.canary.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: everywhere.map((folder) => `${folder}/**/*.integration.test.ts`),
          exclude: notOurs,
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'canary',
          include: ['tools/checks/src/**/*.canary.test.ts'],
          exclude: notOurs,
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
        },
      },
    ],
  },
});
