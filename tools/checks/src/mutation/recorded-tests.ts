import { format } from 'node:util';

/** What a test file says with `it`: kept, and run as often as there are mutants to try it on. */
export type RecordedTest = { readonly id: string; readonly file: string; readonly run: () => unknown };

const recorded: RecordedTest[] = [];
const titles: string[] = [];
let file = '';

/** The tests of one file, recorded while `load` imports it. */
export async function recordTests(name: string, load: () => Promise<unknown>): Promise<readonly RecordedTest[]> {
  file = name;
  recorded.length = 0;
  await load();
  return [...recorded];
}

type Body = (...values: readonly never[]) => unknown;

const asValues = (row: unknown): readonly unknown[] => (Array.isArray(row) ? row : [row]);

/** A row's title as vitest writes it, near enough to be recognised: `%s` and `$field` stand for its values. */
function titleOf(title: string, row: unknown): string {
  const named = title.replace(/\$(\w+)/g, (whole, field: string) =>
    typeof row === 'object' && row !== null && field in row ? String(Reflect.get(row, field)) : whole,
  );
  const holes = named.match(/%[sdifjo]/g)?.length ?? 0;
  return format(named, ...asValues(row).slice(0, holes));
}

const call = (body: Body, row: unknown): unknown => Reflect.apply(body, undefined, asValues(row));

function record(title: string, run: () => unknown): void {
  const name = [...titles, title].join(' > ');
  const id = `${file}#${name}`;
  const before = recorded.filter((one) => one.id === id || one.id.startsWith(`${id} (`)).length;
  recorded.push({ id: before === 0 ? id : `${id} (${before + 1})`, file, run });
}

function group(title: string, body: () => unknown): void {
  titles.push(title);
  try {
    body();
  } finally {
    titles.pop();
  }
}

/** vitest's `describe`, as far as these tests use it. */
export const describe = Object.assign(group, {
  each: (rows: readonly unknown[]) => (title: string, body: Body) => {
    for (const row of rows) group(titleOf(title, row), () => call(body, row));
  },
});

/** A test's own options (how long it may take) stand between its title and its body, and say nothing here. */
function recordLast(title: string, ...rest: readonly unknown[]): void {
  const body = rest.at(-1);
  if (typeof body !== 'function') throw new Error(`${title} has no body`);
  record(title, () => Reflect.apply(body, undefined, []));
}

/** vitest's `it`, as far as these tests use it. */
export const it = Object.assign(recordLast, {
  each: (rows: readonly unknown[]) => (title: string, body: Body) => {
    for (const row of rows) record(titleOf(title, row), () => call(body, row));
  },
  runIf: (holds: boolean) => (holds ? recordLast : (): void => {}),
});
