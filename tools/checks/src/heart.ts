import type { Check, Finding } from './finding.ts';
import { type Node, type OwnFile, place, SyntaxKind, walk, withOwnFiles } from './program.ts';

/**
 * Names that bring the world in: time, chance, the network. The heart gets all of it in `Context`. What Node and browsers
 * add beside these is unknown by name already, since the heart is compiled without their types (tsconfig.heart.json).
 */
const forbiddenNames = new Set([
  'globalThis',
  'fetch',
  'crypto',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
]);
const forbiddenMembers = new Set(['Date.now', 'Math.random', 'import.meta']);

export const heart: Check = {
  name: 'heart',
  about: 'packages/meeting knows no clock, no chance, no machine',
  run: async (root) => withOwnFiles(root, ['tsconfig.heart.json'], (files) => files.flatMap(worldIn)),
};

function worldIn(own: OwnFile): readonly Finding[] {
  const findings: Finding[] = [];
  walk(own.file, (node) => {
    const what = forbidden(own, node);
    if (what !== undefined) findings.push(`${place(own, node)} ${what} has no place in the heart`);
  });
  return findings;
}

function forbidden(own: OwnFile, node: Node): string | undefined {
  const text = (): string => node.getText(own.file);
  switch (node.kind) {
    case SyntaxKind.PropertyAccessExpression:
    case SyntaxKind.MetaProperty:
      return forbiddenMembers.has(text()) ? text() : undefined;
    case SyntaxKind.Identifier:
      return forbiddenNames.has(text()) && isReference(node) ? text() : undefined;
    case SyntaxKind.NewExpression:
      return isClock(node, own) ? 'new Date()' : undefined;
    case SyntaxKind.CallExpression: {
      const callee = (node as Node & { readonly expression: Node }).expression;
      if (callee.kind === SyntaxKind.ImportKeyword) return 'import()';
      return callee.getText(own.file) === 'Date' ? 'Date()' : undefined;
    }
    default:
      return undefined;
  }
}

/** `new Date(instant)` computes; `new Date()` reads the clock. */
function isClock(node: Node, own: OwnFile): boolean {
  const made = node as Node & { readonly expression: Node; readonly arguments?: readonly Node[] };
  return made.expression.getText(own.file) === 'Date' && (made.arguments?.length ?? 0) === 0;
}

/** A name used as a value, not the name of a property or of something declared here. */
function isReference(node: Node): boolean {
  const parent = node.parent as (Node & { readonly name?: Node }) | undefined;
  if (parent === undefined || parent.name === node) return false;
  return parent.kind !== SyntaxKind.PropertyAssignment && parent.kind !== SyntaxKind.TypeReference;
}
