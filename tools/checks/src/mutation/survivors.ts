/**
 * node tools/checks/src/mutation/survivors.ts [--report=FILE] [--only=FOLDER] [--write]
 * The survivors of the last run that have no reason, by file, and the score of every folder. `--write` puts those with a reason
 * into docs/reference/mutation-survivors.md. Reasons: tools/checks/src/mutation/reasons/FOLDER.json.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { faultsIn, type Reason, reasonFor } from './reasons.ts';
import { folderOf, type Report, type Survivor, survivorsOf, type Tally, talliesOf } from './report.ts';

const LIST = 'docs/reference/mutation-survivors.md';
const REASONS = path.join(import.meta.dirname, 'reasons');

function readReasons(): readonly Reason[] {
  return globSync(path.join(REASONS, '*.json')).flatMap((file) => {
    const reasons = JSON.parse(readFileSync(file, 'utf8')) as readonly Reason[];
    const [fault] = faultsIn(reasons);
    if (fault) throw new Error(`${path.basename(file)}: ${JSON.stringify(fault)} does not say where or why`);
    return reasons;
  });
}

function scored(folder: string, { caught, survived, unreached }: Tally): string {
  const all = caught + survived + unreached;
  const score = all === 0 ? 100 : (100 * caught) / all;
  return `| ${folder} | ${caught} of ${all} | ${unreached} | ${score.toFixed(1)} % |`;
}

function table(tallies: ReadonlyMap<string, Tally>): string {
  const rows = [...tallies].toSorted(([a], [b]) => a.localeCompare(b));
  const whole = rows.reduce(
    (sum, [, one]) => ({
      caught: sum.caught + one.caught,
      survived: sum.survived + one.survived,
      unreached: sum.unreached + one.unreached,
    }),
    { caught: 0, survived: 0, unreached: 0 },
  );
  const lines = [['the whole heart', whole] as const, ...rows].map(([folder, tally]) => scored(folder, tally));
  return ['| | caught | reached by no test | score |', '|---|---|---|---|', ...lines].join('\n');
}

const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 60)} … ${text.slice(-25)}` : text);
const place = ({ file, line, was, became, reached }: Survivor): string =>
  `${file}:${line}  ${short(was)}  →  ${short(became)}${reached ? '' : '  (no test)'}`;

/** Reasons as a page: a folder's survivors under one heading, those of one reason together. */
function listOf(survivors: readonly Survivor[], reasons: readonly Reason[]): string {
  const byFolder = Map.groupBy(survivors, ({ file }) => folderOf(file));
  const sections = [...byFolder]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([folder, here]) => {
      const byReason = Map.groupBy(here, (one) => reasonFor(one, reasons)?.reason ?? '');
      const lines = [...byReason].flatMap(([reason, ones]) => [
        `\n${reason === '' ? 'No reason yet:' : reason}\n`,
        ...ones.map(
          (one) => `- ${code(`${one.file}:${one.line}`)} ${code(short(one.was))} → ${code(short(one.became))}`,
        ),
      ]);
      return [`## ${folder}`, ...lines].join('\n');
    });
  const head =
    '# Survivors and their reasons\n\nWritten by `node tools/checks/src/mutation/survivors.ts --write` from the last run of `npm run mutation`; see [mutation](mutation.md).';
  return `${[head, ...sections].join('\n\n')}\n`;
}

const code = (text: string): string =>
  text === '' ? '*nothing*' : text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;

const { values } = parseArgs({
  options: {
    report: { type: 'string', default: '.cache/mutation.json' },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const report = JSON.parse(readFileSync(values.report, 'utf8')) as Report;
const reasons = readReasons();
const survivors = survivorsOf(report).filter(({ file }) => values.only === undefined || folderOf(file) === values.only);
const unexplained = survivors.filter((survivor) => reasonFor(survivor, reasons) === undefined);

for (const survivor of unexplained) console.log(place(survivor));
console.log(table(talliesOf(report)));
console.log(`${survivors.length} survivors, ${unexplained.length} of them without a reason`);
if (values.write) writeFileSync(LIST, listOf(survivors, reasons));
