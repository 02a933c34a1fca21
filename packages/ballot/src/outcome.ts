import { utf8 } from './encoding/bytes.ts';
import { canonicalJson } from './encoding/json.ts';
import type { Element, Group } from './group/group.ts';
import { inverseModulo, modulo, product } from './group/group.ts';
import type { EncryptedTally } from './tally.ts';
import type { TrusteeGroup } from './trustees.ts';
import type { Node } from './verify/node.ts';
import { countOf, fieldsOf, listOf } from './verify/node.ts';

/** For each question, the number of votes for each alternative; blank first where it is allowed. */
export type Outcome = readonly (readonly number[])[];

export const encodeOutcome = (outcome: Outcome): Uint8Array => utf8(canonicalJson({ result: outcome }));

export const readOutcome = (node: Node): Outcome =>
  listOf(fieldsOf(node, ['result']).result).map((row) => listOf(row).map(countOf));

/** The decryption factors of each trustee who gave them, by the trustee's number from 1. */
export type FactorsByOwner = ReadonlyMap<number, readonly (readonly Element[])[]>;

/** For each trustee or ceremony, which of its trustees decrypted, and how many it needs. */
export interface Quorum {
  /** Numbers of its trustees within the election. */
  readonly owners: readonly number[];
  readonly needed: number;
  readonly present: readonly number[];
}

export function quorumsOf(groups: readonly TrusteeGroup[], factors: FactorsByOwner): Quorum[] {
  let first = 1;
  return groups.map((group) => {
    const size = group.kind === 'single' ? 1 : group.parameters.verificationKeys.length;
    const owners = Array.from({ length: size }, (_, i) => first + i);
    first += size;
    const needed = group.kind === 'single' ? 1 : group.parameters.threshold;
    return { owners, needed, present: owners.filter((owner) => factors.has(owner)) };
  });
}

export const isEnough = (quorums: readonly Quorum[]): boolean =>
  quorums.every(({ present, needed }) => present.length >= needed);

/** λ of `index` among `indices`, for the value at zero of a polynomial known at these places. */
export function lagrange(q: bigint, index: number, indices: readonly number[]): bigint {
  let [numerator, denominator] = [1n, 1n];
  for (const other of indices) {
    if (other === index) continue;
    numerator = modulo(numerator * BigInt(other), q);
    denominator = modulo(denominator * BigInt(other - index), q);
  }
  return modulo(numerator * inverseModulo(denominator, q), q);
}

/** g^m for each sum m: β divided by the factors of all trustees put together. */
export function openedSums(
  group: Group,
  groups: readonly TrusteeGroup[],
  tally: EncryptedTally,
  factors: FactorsByOwner,
): Element[][] {
  const quorums = quorumsOf(groups, factors);
  return tally.map((row, i) =>
    row.map(({ beta }, j) => {
      const parts = quorums.map((quorum) =>
        jointFactor(group, quorum, (owner) => factors.get(owner)?.[i]?.[j] ?? group.identity),
      );
      return group.multiply(beta, group.invert(product(group, parts)));
    }),
  );
}

function jointFactor(group: Group, { owners, needed, present }: Quorum, factorOf: (owner: number) => Element): Element {
  const used = present.slice(0, needed);
  const indices = used.map((owner) => owners.indexOf(owner) + 1);
  if (owners.length === 1) return product(group, used.map(factorOf));
  return product(
    group,
    used.map((owner, i) => group.powPublic(factorOf(owner), lagrange(group.q, indices[i] ?? 0, indices))),
  );
}

/** The m in [0, limit] with g^m = element, by baby and giant steps; undefined where there is none. */
export function smallLogarithm(group: Group, element: Element, limit: number): number | undefined {
  const stride = Math.ceil(Math.sqrt(limit + 1));
  const steps = new Map<string, number>();
  const generator = group.generator.base;
  let power = group.identity;
  for (let i = 0; i < stride; i++) {
    steps.set(group.write(power), i);
    power = group.multiply(power, generator);
  }
  const back = group.invert(power);
  let rest = element;
  for (let giant = 0; giant * stride <= limit; giant++) {
    const small = steps.get(group.write(rest));
    if (small !== undefined && giant * stride + small <= limit) return giant * stride + small;
    rest = group.multiply(rest, back);
  }
  return undefined;
}
