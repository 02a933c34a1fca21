/**
 * A test runner for Stryker that keeps tests in memory. The heart is pure, so a test can be run a second time with another mutant
 * switched on, and a mutant costs milliseconds instead of a process. Cheap tests come first; properties and second opinions, in
 * a small draw, are asked only about what no cheap test has caught.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
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

/** The heart's own tests, and those of others that need nothing but memory; of these only the files that import the heart. */
const OWN = 'packages/meeting/src/**/*.test.ts';
const OTHERS = [
  'packages/{i18n,portal,register}/src/**/*.test.ts',
  'apps/web/src/{member,secretary,support,steps,video}/**/*.test.ts',
  'tools/checks/src/{replay,second-opinion}/*.test.ts',
];
/** A test that takes longer waits until the cheap ones have said nothing. */
const DEAR_MS = 40;
const ORDER = { caughtLately: 0, beside: 1, elsewhere: 2, dear: 3 };
/** As many tests as caught the mutants before this one are tried first: neighbours are caught by the same. */
const LATELY = 6;
/**
 * Stryker stops a mutant after a hundred times the hits of the first run. A generated evening may lawfully pass a place more often
 * with a mutant on, so no loop is called endless before this many.
 */
const ENDLESS_HITS = 1_000_000;
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
const OURS = '@klubba/';

/** A package of ours is the copy in which Stryker has put its mutants, not the one that node_modules leads to. */
function copyOf(specifier: string): string {
  const [name = '', ...rest] = specifier.slice(OURS.length).split('/');
  const folder = path.resolve('packages', name);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, string>>;
  };
  const file = manifest.exports[['.', ...rest].join('/')];
  if (file === undefined) throw new Error(`${specifier} is not exported`);
  return pathToFileURL(path.join(folder, file)).href;
}

function testFiles(): readonly string[] {
  const throughTheHeart = (file: string): boolean => readFileSync(file, 'utf8').includes("'@klubba/meeting");
  return [...globSync(OWN), ...globSync(OTHERS).filter(throughTheHeart)].toSorted();
}

async function loadTests(): Promise<readonly RecordedTest[]> {
  registerHooks({
    resolve(specifier, context, next) {
      const standIn = standIns[specifier];
      if (standIn && context.parentURL !== standIn) return { url: standIn, shortCircuit: true };
      return specifier.startsWith(OURS) ? { url: copyOf(specifier), shortCircuit: true } : next(specifier, context);
    },
  });
  const tests: RecordedTest[] = [];
  for (const file of testFiles())
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

/** Of this process alone: what else the machine does makes no test dear. */
function millisecondsSince(started: NodeJS.CpuUsage): number {
  return process.cpuUsage(started).user / 1000;
}

class HeartRunner {
  #tests: readonly RecordedTest[] = [];
  readonly #took = new Map<string, number>();
  #caughtLately: readonly string[] = [];

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
      const started = process.cpuUsage();
      switchboard.currentTestId = test.id;
      const failed = await failure(test);
      switchboard.currentTestId = undefined;
      const timeSpentMs = millisecondsSince(started);
      this.#took.set(test.id, timeSpentMs);
      const told = { id: test.id, name: test.id, fileName: path.resolve(test.file), timeSpentMs };
      tests.push(failed === null ? { ...told, status: 0 } : { ...told, status: 1, failureMessage: failed });
    }
    const mutantCoverage = switchboard.mutantCoverage ?? { static: {}, perTest: {} };
    return { status: 'complete', tests, mutantCoverage };
  }

  /** The first test that fails ends it. A mutant that loops is stopped by the count of hits. */
  async mutantRun({ activeMutant, testFilter, hitLimit }: MutantOptions): Promise<MutantRun> {
    if (!isDrawn(activeMutant.id)) return { status: 'error', errorMessage: 'not drawn' };
    const wanted = testFilter && new Set(testFilter);
    const reaching = this.#tests.filter((test) => !wanted || wanted.has(test.id));
    const endless = Math.max(hitLimit ?? 0, ENDLESS_HITS);
    try {
      for (const [ran, test] of this.#inOrder(reaching, path.dirname(activeMutant.fileName)).entries()) {
        Object.assign(switchboard, { activeMutant: activeMutant.id, hitCount: 0, hitLimit: endless });
        const started = process.cpuUsage();
        const failed = await failure(test);
        if ((switchboard.hitCount ?? 0) > endless) return { status: 'timeout' };
        if (failed !== null) {
          this.#caughtLately = [test.id, ...this.#caughtLately.filter((id) => id !== test.id)].slice(0, LATELY);
          return { status: 'killed', killedBy: [test.id], failureMessage: failed, nrOfTests: ran + 1 };
        }
        this.#took.set(test.id, millisecondsSince(started));
      }
      return { status: 'survived', nrOfTests: reaching.length };
    } finally {
      switchboard.activeMutant = undefined;
    }
  }

  /** What caught the last mutants, then the cheap tests beside this one, the other cheap ones and the dear ones; the quickest first. */
  #inOrder(tests: readonly RecordedTest[], folder: string): readonly RecordedTest[] {
    const rank = ({ id, file }: RecordedTest, took: number): number => {
      if (took > DEAR_MS) return ORDER.dear;
      if (this.#caughtLately.includes(id)) return ORDER.caughtLately;
      return path.resolve(path.dirname(file)) === path.resolve(folder) ? ORDER.beside : ORDER.elsewhere;
    };
    const ranked = tests.map((test) => {
      const took = this.#took.get(test.id) ?? 0;
      return { test, took, rank: rank(test, took) };
    });
    return ranked.toSorted((a, b) => a.rank - b.rank || a.took - b.took).map(({ test }) => test);
  }
}

/** Read by Stryker from the file that its configuration names. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'heart', injectableClass: HeartRunner }];
