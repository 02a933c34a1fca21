import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Check, Finding } from './finding.ts';

const PAGE = 'docs/reference/asvs.md';
/** The ids and levels of OWASP ASVS 5.0, levels 1 and 2; `documented` where the standard asks for a document and no behaviour. */
const LIST = 'tools/checks/src/asvs-requirements.json';
const ROW = /^\| (V\d+\.\d+\.\d+) \| L([12]) \| ([^|]+) \| ([^|]+) \| ([^|]*) \|$/;
const SHOWN = /`([^`]+)` "([^"]+)"/g;
const REASON_LENGTH_MIN = 15;

type Requirement = { readonly id: string; readonly level: number; readonly documented?: true };
type Row = {
  readonly id: string;
  readonly level: number;
  readonly what: string;
  readonly verdict: string;
  readonly why: string;
};

/** Every requirement has its line, and each line says what shows it, or why it does not apply, or what is missing. */
export const asvs: Check = {
  name: 'asvs',
  about: `${PAGE} answers every requirement of levels 1 and 2, by a test that there is or with a reason`,
  async run(root) {
    const wanted = JSON.parse(readFileSync(path.join(root, LIST), 'utf8')) as readonly Requirement[];
    const lines = readFileSync(path.join(root, PAGE), 'utf8').split('\n');
    const rows = lines.flatMap(asRow);
    return [...missing(wanted, rows), ...rows.flatMap((row) => faultsOf(root, row, wanted)), ...counted(lines, rows)];
  },
};

function asRow(line: string): readonly Row[] {
  const [, id, level, what = '', verdict = '', why = ''] = ROW.exec(line) ?? [];
  return id === undefined ? [] : [{ id, level: Number(level), what: what.trim(), verdict: verdict.trim(), why }];
}

function missing(wanted: readonly Requirement[], rows: readonly Row[]): readonly Finding[] {
  return wanted
    .filter(({ id, level }) => rows.filter((row) => row.id === id && row.level === level).length !== 1)
    .map(({ id, level }) => `${PAGE} has not exactly one line for ${id}, level ${level}`);
}

function faultsOf(root: string, { id, verdict, why }: Row, wanted: readonly Requirement[]): readonly Finding[] {
  const requirement = wanted.find((one) => one.id === id);
  if (requirement === undefined) return [`${PAGE} has ${id}, which is not in ${LIST}`];
  switch (verdict) {
    case 'met':
      return shownBy(root, id, why, requirement.documented === true);
    case 'not applicable':
    case 'not met':
      return why.trim().length < REASON_LENGTH_MIN ? [`${PAGE} ${id} is ${verdict} without a reason`] : [];
    default:
      return [`${PAGE} ${id} is neither met, not applicable nor not met`];
  }
}

function shownBy(root: string, id: string, why: string, byDocument: boolean): readonly Finding[] {
  const shown = [...why.matchAll(SHOWN)];
  if (shown.length === 0) return [`${PAGE} ${id} is met, and nothing shows it`];
  return shown.flatMap(([, file = '', title = '']) => {
    const isTest = /\.(?:test|spec)\.ts$/.test(file);
    if (!isTest && !(byDocument && file.endsWith('.md')))
      return [`${PAGE} ${id} is shown by ${file}, which is no test`];
    if (!existsSync(path.join(root, file))) return [`${PAGE} ${id} is shown by ${file}, which does not exist`];
    const text = readFileSync(path.join(root, file), 'utf8');
    const holds = isTest ? ["'", '`', '"'].some((quote) => text.includes(`${quote}${title}`)) : hasHeading(text, title);
    return holds ? [] : [`${PAGE} ${id}: ${file} has no "${title}"`];
  });
}

function hasHeading(text: string, title: string): boolean {
  return text.split('\n').some((line) => /^#+ /.test(line) && line.replace(/^#+ /, '').trim() === title);
}

/** The sum at the head of the page is the sum of its lines. */
function counted(lines: readonly string[], rows: readonly Row[]): readonly Finding[] {
  const of = (verdict: string): number => rows.filter((row) => row.verdict === verdict).length;
  const sum = `${of('met')} met, ${of('not applicable')} not applicable, ${of('not met')} not met`;
  return lines.some((line) => line.includes(sum)) ? [] : [`${PAGE} should say: ${sum}`];
}
