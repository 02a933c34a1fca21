import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Check } from './finding.ts';
import { linesOf, runTool } from './tool.ts';

/** Every program of the house: what runs in Node, what runs in a browser, and the heart with nothing around it. */
export const projects = [
  'tsconfig.json',
  'tsconfig.heart.json',
  'apps/web/tsconfig.json',
  'apps/verify/tsconfig.json',
  'e2e/tsconfig.json',
  'bench/tsconfig.json',
] as const;

const NO_INPUTS = /error TS18003/;

export const types: Check = {
  name: 'types',
  about: 'TypeScript, strict, in every program',
  async run(root) {
    const runs = [];
    for (const project of projects.filter((one) => existsSync(path.join(root, one)))) {
      runs.push(await runTool(root, 'tsc', ['-p', project, '--noEmit', '--pretty', 'false']));
    }
    return runs.filter((run) => !NO_INPUTS.test(run.out)).flatMap(linesOf);
  },
};
