import type { Check } from './finding.ts';
import { linesOf, runTool } from './tool.ts';

export const lint: Check = {
  name: 'lint',
  about: 'oxlint with types: floating promises, any, unused, cycles',
  run: async (root) => linesOf(await runTool(root, 'oxlint', ['--type-aware', '--deny-warnings', '-f', 'unix'])),
};
