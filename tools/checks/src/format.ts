import type { Check } from './finding.ts';
import { linesOf, runTool } from './tool.ts';

export const format: Check = {
  name: 'format',
  about: 'Biome (npx biome format --write . mends it)',
  async run(root) {
    const run = await runTool(root, 'biome', ['format', '--reporter=github', '--max-diagnostics=none', '.']);
    const files = [...run.out.matchAll(/file=([^,\n]+)/g)].flatMap((match) => match[1] ?? []);
    return run.code === 0 ? [] : files.length > 0 ? [...new Set(files)] : linesOf(run);
  },
};
