import { globSync } from 'node:fs';
import path from 'node:path';
import type { Check, Finding } from './finding.ts';
import { runTool } from './tool.ts';

/** The tree's own code. */
const READ = ['packages', 'apps', 'tools/bots', 'tools/checks', 'bench', 'e2e'] as const;

interface Cruise {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly unknown[] }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string; readonly severity: string };
    }[];
  };
}

/** Imports run one way (`.dependency-cruiser.mjs`). That every file was really read is part of the check: the tool passes in silence when it can read none. */
export const boundaries: Check = {
  name: 'boundaries',
  about: 'imports run one way, packages are entered by their index',
  async run(root) {
    const program = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const options = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
    const run = await runTool(root, 'node', [
      '--import',
      import.meta.resolve('./read-tsx.mjs'),
      program,
      ...options,
      ...READ,
    ]);
    const cruise = parse(run.out);
    if (cruise === undefined) return run.out.split('\n').slice(0, 10);
    return [...unread(root, cruise), ...violations(cruise)];
  },
};

function parse(out: string): Cruise | undefined {
  try {
    return JSON.parse(out.slice(out.indexOf('{'), out.lastIndexOf('}') + 1)) as Cruise;
  } catch {
    return undefined;
  }
}

function unread(root: string, cruise: Cruise): readonly Finding[] {
  const read = new Set(cruise.modules.map((module) => module.source));
  const files = READ.flatMap((folder) =>
    globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root, exclude: ['**/node_modules', '**/dist'] }),
  );
  const missed = files.filter((file) => !file.endsWith('.d.ts') && !read.has(file));
  const anyImport = cruise.modules.some((module) => module.dependencies.length > 0);
  return [...missed.map((file) => `${file} was not read`), ...(anyImport ? [] : ['no import was found at all'])];
}

function violations(cruise: Cruise): readonly Finding[] {
  return cruise.summary.violations
    .filter((violation) => violation.rule.severity === 'error')
    .map(({ from, to, rule }) => `${from} → ${to} (${rule.name})`);
}
