import type { Check, Finding } from './finding.ts';
import type { Type } from 'typescript/unstable/sync';
import { type Node, type OwnFile, place, SyntaxKind, walk, withOwnFiles } from './program.ts';
import { projects } from './types.ts';

/** A statement that calls something, and the expression whose type tells what came back. */
interface Dropped {
  readonly statement: Node;
  readonly value: Node;
}

/**
 * A Result that nobody looks at is a refusal that nobody hears. Any statement whose whole point is a call (awaited or
 * not, also behind `void`) must not leave one lying.
 */
export const results: Check = {
  name: 'results',
  about: 'no call leaves its Result unread',
  run: async (root) => withOwnFiles(root, projects, (files) => files.flatMap(droppedIn)),
};

function droppedIn(own: OwnFile): readonly Finding[] {
  const calls: Dropped[] = [];
  walk(own.file, (node) => {
    if (node.kind !== SyntaxKind.ExpressionStatement) return;
    const value = unwrapped((node as Node & { readonly expression: Node }).expression);
    if (value !== undefined) calls.push({ statement: node, value });
  });
  if (calls.length === 0) return [];
  const types = own.project.checker.getTypeAtLocation(calls.map((call) => call.value));
  return calls.flatMap(({ statement }, index) => {
    const type = types[index];
    return type !== undefined && isResult(own, type) ? [`${place(own, statement)} the Result is dropped`] : [];
  });
}

function unwrapped(expression: Node): Node | undefined {
  switch (expression.kind) {
    case SyntaxKind.CallExpression:
    case SyntaxKind.AwaitExpression:
      return expression;
    case SyntaxKind.ParenthesizedExpression:
    case SyntaxKind.VoidExpression:
      return unwrapped((expression as Node & { readonly expression: Node }).expression);
    default:
      return undefined;
  }
}

/** By name, or by shape: a union in which every case says whether it is `ok`. */
function isResult(own: OwnFile, type: Type): boolean {
  if (type.getAliasSymbol()?.name === 'Result') return true;
  if (!type.isUnionType()) return false;
  return type.getTypes().every((one) => own.project.checker.getPropertyOfType(one, 'ok') !== undefined);
}
