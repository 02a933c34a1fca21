import type { Check } from './finding.ts';
import { linesOf, runTool } from './tool.ts';

/** The unit tests in files whose path contains `part`; every one when it is left out. */
export function unitTestsIn(part?: string): Check {
  const filter = part === undefined ? [] : [part];
  return {
    name: 'unit-tests',
    about: 'vitest, the project that needs nothing but Node',
    run: async (root) =>
      linesOf(await runTool(root, 'vitest', ['run', ...filter, '--project', 'unit', '--reporter=agent'])),
  };
}
