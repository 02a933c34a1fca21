import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';
import type { Check, Finding } from './finding.ts';

const HEART = 'packages/meeting/src';
const TEXTS = 'packages/i18n/src/catalogues.ts';
const SPEC = 'SPEC.md';

interface Source {
  readonly name: string;
  readonly text: string;
}

/**
 * Every refusal names a rule of the law registry; every rule has its words in both languages, its place in SPEC.md and a
 * test that names it; no test names a rule that does not exist.
 */
export const rules: Check = {
  name: 'rules',
  about: 'every rule has a statute, words in sv and en, and a test that names it',
  async run(root) {
    const sources = read(root, `${HEART}/**/*.ts`).filter((source) => !isTest(source));
    const tests = read(root, `${HEART}/**/*.test.ts`);
    const registered = registeredIn(sources);
    const titles = tests.map((test) => ({ name: test.name, titles: testTitles(test) }));
    return [
      ...(registered.size === 0 ? [`${HEART}/law: no rule was found at all`] : []),
      ...twice(sources),
      ...unknownRefusals(sources, registered),
      ...untested(
        registered,
        titles.flatMap((test) => test.titles),
      ),
      ...unknownInTests(registered, titles),
      ...(await wordless(root, registered)),
      ...unspecified(root, registered),
    ];
  },
};

function read(root: string, pattern: string): readonly Source[] {
  return globSync(pattern, { cwd: root })
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));
}

function isTest(source: Source): boolean {
  return source.name.endsWith('.test.ts') || source.name.includes('/testing/');
}

function definitions(source: Source): readonly string[] {
  if (!source.name.startsWith(`${HEART}/law/`)) return [];
  return [...source.text.matchAll(/\brule\(\{\s*id:\s*'([^']+)'/g)].flatMap((match) => match[1] ?? []);
}

function registeredIn(sources: readonly Source[]): ReadonlyMap<string, string> {
  return new Map(sources.flatMap((source) => definitions(source).map((id) => [id, source.name] as const)));
}

function twice(sources: readonly Source[]): readonly Finding[] {
  const ids = sources.flatMap(definitions);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))].map((id) => `${id} is registered twice`);
}

function unknownRefusals(sources: readonly Source[], registered: ReadonlyMap<string, string>): readonly Finding[] {
  return sources.flatMap((source) =>
    [...source.text.matchAll(/\brule:\s*'([^']+)'/g)].flatMap((match) => {
      const id = match[1] ?? '';
      const line = source.text.slice(0, match.index).split('\n').length;
      return registered.has(id) ? [] : [`${source.name}:${line} refuses by ${id}, which is not in ${HEART}/law`];
    }),
  );
}

function untested(registered: ReadonlyMap<string, string>, titles: readonly string[]): readonly Finding[] {
  const named = new Set(titles.flatMap(idsIn));
  return [...registered].flatMap(([id, file]) => (named.has(id) ? [] : [`${file} no test names ${id}`]));
}

function unknownInTests(
  registered: ReadonlyMap<string, string>,
  tests: readonly { readonly name: string; readonly titles: readonly string[] }[],
): readonly Finding[] {
  const prefixes = new Set([...registered.keys()].map((id) => id.split('-')[0]));
  return tests.flatMap(({ name, titles }) =>
    titles
      .flatMap(idsIn)
      .filter((id) => prefixes.has(id.split('-')[0]) && !registered.has(id))
      .map((id) => `${name} tests ${id}, which is not in ${HEART}/law`),
  );
}

function idsIn(title: string): readonly string[] {
  return title.match(/\b[A-ZÅÄÖ]{2,}(?:-[A-ZÅÄÖ0-9]+)+\b/g) ?? [];
}

async function wordless(root: string, registered: ReadonlyMap<string, string>): Promise<readonly Finding[]> {
  const { catalogues } = (await import(path.join(root, TEXTS))) as {
    readonly catalogues: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  return ['sv', 'en'].flatMap((language) =>
    [...registered.keys()]
      .filter((id) => (catalogues[language]?.[`refusal.${id}`] ?? '').trim() === '')
      .map((id) => `packages/i18n has no text refusal.${id} in ${language}`),
  );
}

function unspecified(root: string, registered: ReadonlyMap<string, string>): readonly Finding[] {
  const spec = read(root, SPEC)[0];
  if (spec === undefined) return [`${SPEC} is missing`];
  const named = new Set(idsIn(spec.text));
  return [...registered.keys()].filter((id) => !named.has(id)).map((id) => `${SPEC} does not speak of ${id}`);
}

type Tree = { readonly type?: string } & Readonly<Record<string, unknown>>;

/** Titles given to `test`, `it` and `describe`, also by way of `.each(…)`. */
function testTitles(source: Source): readonly string[] {
  const titles: string[] = [];
  visit(parseSync(source.text, { syntax: 'typescript', target: 'esnext' }), (node) => {
    if (node.type !== 'CallExpression' || !isTestCall(node['callee'] as Tree)) return;
    const first = (node['arguments'] as readonly { readonly expression: Tree }[])[0]?.expression;
    if (first?.type === 'StringLiteral') titles.push(String(first['value']));
    if (first?.type === 'TemplateLiteral') {
      titles.push((first['quasis'] as readonly { readonly cooked: string }[]).map((part) => part.cooked).join(' '));
    }
  });
  return titles;
}

function isTestCall(callee: Tree | undefined): boolean {
  switch (callee?.type) {
    case 'Identifier':
      return ['test', 'it', 'describe'].includes(String(callee['value']));
    case 'MemberExpression':
      return isTestCall(callee['object'] as Tree);
    case 'CallExpression':
      return isTestCall(callee['callee'] as Tree);
    default:
      return false;
  }
}

function visit(value: unknown, found: (node: Tree) => void): void {
  if (Array.isArray(value)) {
    for (const one of value) visit(one, found);
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value) found(value as Tree);
    for (const one of Object.values(value)) visit(one, found);
  }
}
