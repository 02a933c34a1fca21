import type { Check } from './finding.ts';
import { linesOf, runTool } from './tool.ts';

export const deadCode: Check = {
  name: 'dead-code',
  about: 'knip: files, exports and dependencies that nothing uses',
  run: async (root) => linesOf(await runTool(root, 'knip', ['--no-progress', '--reporter', 'compact'])),
};
