import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Rule, Statute } from '@klubba/meeting';
import type { Check } from './finding.ts';
import { type Definition, type Law, readLaw, readSources } from './law.ts';
import { tree } from './overlay.ts';

const SPEC = 'SPEC.md';
const PREFACE = 'docs/reference/spec-preface.md';
const ALL_BODIES = 'all';

/** Families in the order in which a meeting meets them; what is not named here comes last, under its own prefix. */
const FAMILIES: readonly (readonly [prefix: string, heading: string])[] = [
  ['KAL', 'Calling the meeting and preparing its items'],
  ['NAR', 'Presence and quorum'],
  ['DIST', 'Taking part at a distance'],
  ['ERS', 'Substitutes'],
  ['JAV', 'Conflict of interest'],
  ['OFF', 'Open and closed doors'],
  ['YTT', 'Who may speak'],
  ['ORD', 'Tabling, referral back and the order of propositions'],
  ['BES', 'Deciding'],
  ['LPV', 'Proportional elections'],
  ['SEC', 'Secrecy'],
  ['RES', 'Reservations'],
  ['PRO', 'The minutes'],
  ['DEL', 'Delegated decisions'],
  ['FOR', 'Municipal federations'],
  ['ABL', 'Companies'],
  ['MTG', 'Order of the house'],
];

/** SPEC.md says what the code says: each rule with its id, statute, dates, bodies, reason and where it is checked. */
export const spec: Check = {
  name: 'spec',
  about: 'SPEC.md is what `node tools/checks/src/spec.ts` writes from the rules',
  async run(root) {
    const law = readLaw(root);
    const unexplained = law.definitions.filter((one) => reasonOf(law, one) === '');
    const written = readSources(root, SPEC)[0]?.text ?? '';
    return [
      ...unexplained.map(({ id, file }) => `${file} ${id} has no comment that says what it holds and why`),
      ...(written === (await specText(root)) ? [] : [`${SPEC} is out of date: run node tools/checks/src/spec.ts`]),
    ];
  },
};

/** The whole of SPEC.md for the tree at `root`. */
export async function specText(root: string): Promise<string> {
  const law = readLaw(root);
  const registry = (await import(pathToFileURL(path.join(root, 'packages/meeting/src/index.ts')).href)) as {
    readonly rules: readonly Rule[];
  };
  const families = familiesOf(registry.rules);
  const sections = families.map(([heading, rules]) => section(heading, rules, law));
  const preface = readFileSync(path.join(root, PREFACE), 'utf8').trim();
  return `${[preface, ...sections].join('\n\n')}\n`;
}

function familiesOf(rules: readonly Rule[]): readonly (readonly [string, readonly Rule[]])[] {
  const prefixes = [...new Set(rules.map((rule) => prefixOf(rule.id)))];
  const named = FAMILIES.filter(([prefix]) => prefixes.includes(prefix));
  const rest = prefixes
    .filter((prefix) => !FAMILIES.some(([known]) => known === prefix))
    .map((prefix) => [prefix, prefix] as const);
  return [...named, ...rest].map(
    ([prefix, heading]) => [heading, rules.filter((rule) => prefixOf(rule.id) === prefix).toSorted(byId)] as const,
  );
}

function prefixOf(id: string): string {
  return id.split('-')[0] ?? id;
}

function byId(a: Rule, b: Rule): number {
  return a.id.localeCompare(b.id, 'en', { numeric: true });
}

function section(heading: string, rules: readonly Rule[], law: Law): string {
  const rows = rules.map((rule) => {
    const definition = law.definitions.find((one) => one.id === rule.id);
    const cells = [
      `**${rule.id}**`,
      rule.statutes.map(cited).join(', '),
      scope(rule),
      definition === undefined ? '' : reasonOf(law, definition),
      definition === undefined ? '' : checkedIn(law, definition).join(', '),
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return [
    `## ${heading}`,
    '',
    '| id | statute | holds for | what and why | checked in |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function cited({ act, chapter, section: number }: Statute): string {
  if (act === 'ORDER') return 'the body’s own order';
  if (act === 'HOUSE') return 'order of the house';
  if (number === undefined) return act;
  return chapter === undefined ? `${act} ${number} §` : `${act} ${chapter}:${number}`;
}

function scope({ bodies, from, to, unsettled }: Rule): string {
  const where = bodies === ALL_BODIES ? 'all bodies' : bodies.join(', ');
  const days = [...(from === undefined ? [] : [`from ${from}`]), ...(to === undefined ? [] : [`to ${to}`])].join(' ');
  const when = days === '' ? '' : `; ${days}`;
  return `${where}${when}${unsettled === true ? '; unsettled, follows a setting' : ''}`;
}

/** The doc comment above the rule, as one line. */
function reasonOf({ sources }: Law, { constant, file }: Definition): string {
  const text = sources.find((source) => source.name === file)?.text ?? '';
  const before = text
    .slice(0, text.indexOf(`const ${constant} = rule(`))
    .replace(/export\s*$/, '')
    .trimEnd();
  if (!before.endsWith('*/')) return '';
  const comment = before.slice(before.lastIndexOf('/**') + 3, -2);
  return comment.replaceAll(/\s*\n\s*\*?\s*/g, ' ').trim();
}

/** Files that refuse by it, or hold its check; paths from the heart's source folder. */
function checkedIn({ sources }: Law, { constant, file, id }: Definition): readonly string[] {
  const named = new RegExp(`\\b${constant}\\.id\\b|'${id}'`);
  const places = sources.filter(
    (source) => source.name !== file && !source.name.endsWith('/law/index.ts') && named.test(source.text),
  );
  return [file, ...places.map((source) => source.name)].map((name) => name.replace('packages/meeting/src/', ''));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(path.join(tree, SPEC), await specText(tree));
}
