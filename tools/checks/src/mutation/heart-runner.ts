/**
 * A test runner for Stryker that keeps the heart's tests in memory. The heart is pure, so a test can be run a second time with
 * another mutant switched on, and a mutant costs milliseconds instead of a process. Properties over generated evenings take no
 * part: what only they would find counts as surviving.
 */
import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type RecordedTest, recordTests } from './recorded-tests.ts';

type Coverage = { readonly static: Record<string, number>; readonly perTest: Record<string, Record<string, number>> };
type DryRun =
  | { readonly status: 'complete'; readonly tests: readonly TestResult[]; readonly mutantCoverage: Coverage }
  | { readonly status: 'error'; readonly errorMessage: string };
type TestResult = {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly timeSpentMs: number;
} & ({ readonly status: 0 } | { readonly status: 1; readonly failureMessage: string });
type MutantRun =
  | { readonly status: 'survived'; readonly nrOfTests: number }
  | { readonly status: 'timeout' }
  | { readonly status: 'error'; readonly errorMessage: string }
  | {
      readonly status: 'killed';
      readonly killedBy: readonly string[];
      readonly failureMessage: string;
      readonly nrOfTests: number;
    };
type MutantOptions = {
  readonly activeMutant: { readonly id: string; readonly fileName: string };
  readonly testFilter?: readonly string[];
  readonly hitLimit?: number;
};

/** What Stryker's code in every mutated file reads and writes: which mutant is on, and which have been passed by. */
type Switchboard = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: Coverage;
};

const switchboard: Switchboard = {};
Reflect.set(globalThis, '__stryker__', switchboard);

/** More than any test takes. */
const FAR_MS = 60_000;
const TESTS = 'packages/meeting/src/**/*.test.ts';
/** `ONE_IN=10` tries one mutant in ten, the same ones every time; the others are told as errors, which no score counts. */
const ONE_IN = Number(process.env['ONE_IN'] ?? 1);
const SEED = '2026';

function isDrawn(mutant: string): boolean {
  return createHash('sha256').update(`${SEED}:${mutant}`).digest().readUInt32BE() % ONE_IN === 0;
}

const standIns: Readonly<Record<string, string>> = {
  vitest: new URL('./vitest-stand-in.ts', import.meta.url).href,
  'fast-check': new URL('./fast-check-stand-in.ts', import.meta.url).href,
};

async function loadTests(): Promise<readonly RecordedTest[]> {
  registerHooks({
    resolve(specifier, context, next) {
      const url = standIns[specifier];
      return url && context.parentURL !== url ? { url, shortCircuit: true } : next(specifier, context);
    },
  });
  const files = globSync(TESTS).filter((file) => !file.endsWith('.property.test.ts'));
  const tests: RecordedTest[] = [];
  for (const file of files.toSorted())
    tests.push(...(await recordTests(file, () => import(pathToFileURL(path.resolve(file)).href))));
  return tests;
}

/** Null when the test holds, else why it does not. */
async function failure(test: RecordedTest): Promise<string | null> {
  try {
    await test.run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

class HeartRunner {
  #tests: readonly RecordedTest[] = [];
  readonly #took = new Map<string, number>();

  /** Nothing has to be loaded anew: no mutant is on while files load (`ignoreStatic`). */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    this.#tests = await loadTests();
  }

  async dryRun(): Promise<DryRun> {
    const tests: TestResult[] = [];
    for (const test of this.#tests) {
      const started = performance.now();
      switchboard.currentTestId = test.id;
      const failed = await failure(test);
      switchboard.currentTestId = undefined;
      const timeSpentMs = performance.now() - started;
      const told = { id: test.id, name: test.id, fileName: path.resolve(test.file), timeSpentMs };
      tests.push(failed === null ? { ...told, status: 0 } : { ...told, status: 1, failureMessage: failed });
    }
    const mutantCoverage = switchboard.mutantCoverage ?? { static: {}, perTest: {} };
    return { status: 'complete', tests, mutantCoverage };
  }

  /** The tests beside the mutant first, then the quickest; the first that fails ends it. A mutant that loops is stopped by Stryker's count of hits. */
  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantOptions): Promise<MutantRun> {
    if (!isDrawn(activeMutant.id)) return { status: 'error', errorMessage: 'not drawn' };
    const wanted = testFilter && new Set(testFilter);
    const tests = this.#inOrder(path.dirname(activeMutant.fileName)).filter((test) => !wanted || wanted.has(test.id));
    Object.assign(switchboard, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    try {
      for (const [ran, test] of tests.entries()) {
        const started = performance.now();
        const failed = await failure(test);
        if (hitLimit !== undefined && (switchboard.hitCount ?? 0) > hitLimit) return { status: 'timeout' };
        if (failed !== null)
          return { status: 'killed', killedBy: [test.id], failureMessage: failed, nrOfTests: ran + 1 };
        this.#took.set(test.id, performance.now() - started);
      }
      return { status: 'survived', nrOfTests: tests.length };
    } finally {
      switchboard.activeMutant = undefined;
    }
  }

  #inOrder(folder: string): readonly RecordedTest[] {
    const cost = (test: RecordedTest) =>
      (this.#took.get(test.id) ?? 0) + (path.resolve(path.dirname(test.file)) === path.resolve(folder) ? 0 : FAR_MS);
    return this.#tests.toSorted((a, b) => cost(a) - cost(b));
  }
}

/** Read by Stryker from the file that its configuration names. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'heart', injectableClass: HeartRunner }];
