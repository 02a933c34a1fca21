/** Stryker's report, as far as it is read here. */
type Place = { readonly line: number; readonly column: number };
type Mutant = {
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly status: string;
  readonly location: { readonly start: Place; readonly end: Place };
};
export type Report = {
  readonly files: Readonly<Record<string, { readonly source: string; readonly mutants: readonly Mutant[] }>>;
};

/** A change that no test noticed, or that no test reaches. */
export type Survivor = {
  /** Within the heart: `attendance/quorum.ts`. */
  readonly file: string;
  readonly line: number;
  readonly mutator: string;
  readonly was: string;
  readonly became: string;
  readonly reached: boolean;
};

export type Tally = { readonly caught: number; readonly survived: number; readonly unreached: number };

const HEART = 'packages/meeting/src/';
const CAUGHT: readonly string[] = ['Killed', 'Timeout'];
const LEFT: readonly string[] = ['Survived', 'NoCoverage'];
export const ROOT = 'root';

/** The heart's folder in which a file lies; those beside the folders are `root`. */
export function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : ROOT;
}

const inHeart = (name: string): string => name.slice(name.indexOf(HEART) + HEART.length);

/** Text on one line, its spaces made one: how a place is told apart, wherever it has moved in its file. */
const onOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

function textAt(source: string, { start, end }: Mutant['location']): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, n) => line.slice(n === 0 ? start.column - 1 : 0, n === last ? end.column - 1 : undefined))
    .join('\n');
}

export function survivorsOf(report: Report): readonly Survivor[] {
  return Object.entries(report.files).flatMap(([name, { source, mutants }]) =>
    mutants
      .filter(({ status }) => LEFT.includes(status))
      .map(({ status, mutatorName, location, replacement = '' }) => ({
        file: inHeart(name),
        line: location.start.line,
        mutator: mutatorName,
        was: onOneLine(textAt(source, location)),
        became: onOneLine(replacement),
        reached: status === 'Survived',
      })),
  );
}

/** How many were caught in each folder; those not drawn count nowhere. */
export function talliesOf(report: Report): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const [name, { mutants }] of Object.entries(report.files)) {
    const folder = folderOf(inHeart(name));
    const before = tallies.get(folder) ?? { caught: 0, survived: 0, unreached: 0 };
    const count = (statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length;
    tallies.set(folder, {
      caught: before.caught + count(CAUGHT),
      survived: before.survived + count(['Survived']),
      unreached: before.unreached + count(['NoCoverage']),
    });
  }
  return tallies;
}
