import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the tree this file is in. */
export const tree = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

const LEFT_OUT = new Set([
  'node_modules',
  '.git',
  '.cache',
  '.data',
  'dist',
  'coverage',
  'reports',
  'test-results',
  'pictures',
]);
const OWN_SCOPE = '@klubba';

/** A copy of the whole tree in which faults can be planted; the tree itself is never touched. */
export interface Overlay extends Disposable {
  readonly root: string;
  /** Adds a file, or replaces one. */
  plant(file: string, text: string): void;
  /** Makes a file what it is in the tree, or nothing. */
  restore(file: string): void;
}

export function overlay(): Overlay {
  const root = mkdtempSync(path.join(tmpdir(), 'klubba-canary-'));
  for (const name of readdirSync(tree).filter((one) => !LEFT_OUT.has(one))) {
    cpSync(path.join(tree, name), path.join(root, name), {
      recursive: true,
      filter: (source) => !LEFT_OUT.has(path.basename(source)),
    });
  }
  linkLibraries(root);
  return {
    root,
    plant(file, text) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text);
    },
    restore(file) {
      rmSync(path.join(root, file), { force: true });
      if (existsSync(path.join(tree, file))) cpSync(path.join(tree, file), path.join(root, file));
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Libraries are the tree's; the workspace's own packages are the copy's. */
function linkLibraries(root: string): void {
  const libraries = path.join(tree, 'node_modules');
  mkdirSync(path.join(root, 'node_modules', OWN_SCOPE), { recursive: true });
  for (const name of readdirSync(libraries).filter((one) => one !== OWN_SCOPE)) {
    symlinkSync(path.join(libraries, name), path.join(root, 'node_modules', name));
  }
  for (const folder of ['packages', 'apps']) {
    for (const name of readdirSync(path.join(root, folder))) {
      symlinkSync(path.join(root, folder, name), path.join(root, 'node_modules', OWN_SCOPE, name));
    }
  }
}
