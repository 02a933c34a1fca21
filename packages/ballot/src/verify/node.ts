import { canonicalJson } from '../encoding/json.ts';
import type { Element, Group } from '../group/group.ts';
import type { Judge, Place } from './judge.ts';
import { refute } from './judge.ts';

/** A value somewhere in a record, with the judge and the place for whatever is demanded of it. */
export interface Node {
  readonly value: unknown;
  readonly place: Place;
  readonly judge: Judge;
}

/** The JSON of a record, demanded to be canonical UTF-8. */
export function parseNode(judge: Judge, bytes: Uint8Array, place: Place): Node {
  const text = decodeUtf8(judge, bytes, place);
  let value: unknown;
  let spelling: string | undefined;
  try {
    value = JSON.parse(text);
    spelling = canonicalJson(value);
  } catch {
    refute('BEL-JSON-CANONICAL', place);
  }
  judge.demand('BEL-JSON-CANONICAL', spelling === text, place);
  return { value, place, judge };
}

function decodeUtf8(judge: Judge, bytes: Uint8Array, place: Place): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    judge.demand('BEL-JSON-UTF8', false, place);
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }
}

const child = (node: Node, step: string, value: unknown): Node => {
  const path = node.place.path === undefined ? step.replace(/^\./, '') : node.place.path + step;
  return { value, place: { ...node.place, path }, judge: node.judge };
};

const demandType = (node: Node, holds: boolean): void => node.judge.demand('BEL-JSON-TYPE', holds, node.place);

/** The fields named by `shape`, in its order; a leading `?` marks one that may be absent. */
export function fieldsOf<const Name extends string>(node: Node, shape: readonly Name[]): Fields<Name> {
  const isObject = typeof node.value === 'object' && node.value !== null && !Array.isArray(node.value);
  demandType(node, isObject);
  const object = (isObject ? node.value : {}) as Readonly<Record<string, unknown>>;
  const expected = shape
    .filter((name) => !name.startsWith('?') || Object.hasOwn(object, name.slice(1)))
    .map((name) => name.replace('?', ''));
  node.judge.demand('BEL-JSON-KEYS', Object.keys(object).join() === expected.join(), node.place);
  const fields: Record<string, Node | undefined> = {};
  for (const name of shape) {
    const key = name.replace('?', '');
    if (!name.startsWith('?') || Object.hasOwn(object, key)) fields[key] = child(node, `.${key}`, object[key]);
  }
  return fields as Fields<Name>;
}

type Fields<Name extends string> = {
  readonly [Key in Name as Key extends `?${infer Bare}` ? Bare : Key]: Key extends `?${string}`
    ? Node | undefined
    : Node;
};

export function listOf(node: Node): Node[] {
  demandType(node, Array.isArray(node.value));
  const list: readonly unknown[] = Array.isArray(node.value) ? node.value : [];
  return list.map((value, index) => child(node, `[${index}]`, value));
}

export function stringOf(node: Node): string {
  demandType(node, typeof node.value === 'string');
  return String(node.value);
}

export function booleanOf(node: Node): boolean {
  demandType(node, typeof node.value === 'boolean');
  return Boolean(node.value);
}

/** A whole number from 0 that JavaScript holds exactly. */
export function countOf(node: Node): number {
  const { value } = node;
  demandType(node, typeof value === 'number' && Number.isSafeInteger(value) && value >= 0);
  return Number(value);
}

export const HASH = /^[0-9a-f]{64}$/;

export function hashOf(node: Node): string {
  const text = stringOf(node);
  demandType(node, HASH.test(text));
  return text;
}

/** An exponent or challenge: decimal, canonical, below q. */
export function scalarOf(node: Node, group: Group): bigint {
  const text = stringOf(node);
  if (!/^[0-9]{1,100}$/.test(text)) refute('BEL-NUMBER-FORM', node.place);
  const value = BigInt(text);
  node.judge.demand('BEL-NUMBER-FORM', text === '0' || !text.startsWith('0'), node.place);
  node.judge.demand('BEL-NUMBER-RANGE', value < group.q, node.place);
  return value;
}

/**
 * An element of the field or curve, canonically written. That it lies in the subgroup is a demand of its own, since it
 * costs a power: see `demandMembers`.
 */
export function elementOf(node: Node, group: Group, identityAllowed = false): Element {
  const { element, canonical, inRange } = group.read(stringOf(node));
  node.judge.demand('BEL-ELEMENT-FORM', canonical, node.place);
  if (element === undefined) refute(canonical ? 'BEL-ELEMENT-RANGE' : 'BEL-ELEMENT-FORM', node.place);
  node.judge.demand('BEL-ELEMENT-RANGE', inRange, node.place);
  if (!identityAllowed) node.judge.demand('BEL-ELEMENT-IDENTITY', !group.isIdentity(element), node.place);
  return element;
}
