import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from '@swc/core';

export const HEART = 'packages/meeting/src';
export const REGISTRY = `${HEART}/law/index.ts`;

export interface Source {
  /** Path from the root, with slashes. */
  readonly name: string;
  readonly text: string;
}

/** A rule as its file defines it: `export const bes4 = rule({ id: 'BES-4', … })`. */
export interface Definition {
  readonly id: string;
  readonly constant: string;
  readonly file: string;
}

/** The heart as text: its sources, the rules defined in it, and what its tests are called. */
export interface Law {
  readonly sources: readonly Source[];
  readonly definitions: readonly Definition[];
  readonly tests: readonly { readonly file: string; readonly titles: readonly string[] }[];
}

export function readLaw(root: string): Law {
  const files = readSources(root, `${HEART}/**/*.ts`);
  const sources = files.filter((file) => !/\.test\.ts$|\/testing\//.test(file.name));
  return {
    sources,
    definitions: sources.filter((source) => source.name.startsWith(`${HEART}/law/`)).flatMap(definitionsIn),
    tests: files
      .filter((file) => file.name.endsWith('.test.ts'))
      .map((file) => ({ file: file.name, titles: testTitles(file) })),
  };
}

export function readSources(root: string, pattern: string): readonly Source[] {
  return globSync(pattern, { cwd: root })
    .map((name) => name.split(path.sep).join('/'))
    .sort()
    .map((name) => ({ name, text: readFileSync(path.join(root, name), 'utf8') }));
}

function definitionsIn({ name, text }: Source): readonly Definition[] {
  return [...text.matchAll(/\bconst (\w+) = rule\(\{\s*id:\s*'([^']+)'/g)].map((match) => ({
    id: match[2] ?? '',
    constant: match[1] ?? '',
    file: name,
  }));
}

/** Rule ids named in a text: `BES-4`, `DIST-2-2026`, `MTG-IN-ROOM`. */
export function idsIn(text: string): readonly string[] {
  return text.match(/\b[A-ZÅÄÖ]{2,}(?:-[A-ZÅÄÖ0-9]+)+\b/g) ?? [];
}

export async function readTexts(root: string): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> {
  const texts = (await import(path.join(root, 'packages/i18n/src/catalogues.ts'))) as {
    readonly catalogues: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  return texts.catalogues;
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
