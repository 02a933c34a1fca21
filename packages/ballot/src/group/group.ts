/** An element of a {@link Group}. Opaque: only the group that made it can use it. */
export interface Element {
  readonly [elementBrand]: true;
}
declare const elementBrand: unique symbol;

export type GroupName = 'BELENIOS-2048' | 'Ed25519';

/**
 * base^exponent mod modulus, for public values. A platform may have a faster one than BigInt; undefined where it cannot
 * tell (some refuse results of 1), and plain BigInt is then asked.
 */
export type ModPow = (base: bigint, exponent: bigint, modulus: bigint) => bigint | undefined;

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** What the platform can do faster than plain JavaScript. Everything is optional and changes no result. */
export interface Engine {
  readonly modPow?: ModPow;
  readonly sha256?: Sha256;
  /** About how often the generator will be raised: sizes its table of powers. */
  readonly generatorUses?: number;
}

/**
 * What a text says about an element, each point judged apart so that a verifier can name which one failed.
 * `element` is the best reading of the text, also where it is not canonical; undefined where there is none.
 */
export interface ElementReading {
  readonly element: Element | undefined;
  /** The one spelling the format allows: no leading zeros, no upper-case hexadecimal. */
  readonly canonical: boolean;
  /** 0 < x < p, or a point whose y is below p. */
  readonly inRange: boolean;
}

/** Powers of one base, read from a table made once. */
export interface FixedBase {
  readonly base: Element;
  /** For exponents anybody may know. */
  powPublic(exponent: bigint): Element;
  /** For secret exponents: the same sequence of operations whatever the exponent (see README for what JavaScript cannot promise). */
  powSecret(exponent: bigint): Element;
}

/** An element's power, times powers of bases with tables: what a proof was committed to. */
export interface CommitmentTerm {
  readonly exponent: bigint;
  readonly times: readonly { readonly base: FixedBase; readonly exponent: bigint }[];
}

/** An element to examine, and the terms asked of it. `isFactor`: the examined product has it as a factor. */
export interface ExaminedPart {
  readonly element: Element;
  readonly terms: readonly CommitmentTerm[];
  readonly isFactor: boolean;
}

export interface Examined {
  readonly parts: readonly { readonly values: readonly Element[]; readonly isMember: boolean }[];
  /** Values of the product's terms. */
  readonly product: readonly Element[];
}

/** A cyclic group of prime order q in which the protocol is written (multiplicatively, as in the specification). */
export interface Group {
  readonly name: GroupName;
  readonly q: bigint;
  readonly identity: Element;
  readonly generator: FixedBase;
  read(text: string): ElementReading;
  write(element: Element): string;
  /** As `write` for each, sharing what can be shared. */
  writeAll(elements: readonly Element[]): string[];
  /** True when the element lies in the subgroup of order q. */
  isMember(element: Element): boolean;
  isIdentity(element: Element): boolean;
  equal(a: Element, b: Element): boolean;
  multiply(a: Element, b: Element): Element;
  invert(a: Element): Element;
  powPublic(base: Element, exponent: bigint): Element;
  /**
   * The terms of every part and of the product of the factors, all exponents public, and whether each part is a member:
   * what these have in common is computed once. The product of members is a member, and is not examined itself.
   */
  examine(parts: readonly ExaminedPart[], ofProduct: readonly CommitmentTerm[]): Examined;
  powSecret(base: Element, exponent: bigint): Element;
  /** A table for a base that will be raised about `uses` times. */
  fixedBase(base: Element, uses: number): FixedBase;
  /** The platform's, where it has one. */
  readonly sha256: Sha256;
  /** SHA-256 of the text's UTF-8, as a big-endian integer, mod q: the H of every proof. */
  hash(text: string): bigint;
}

/** The product of all elements (the identity for none). */
export function product(group: Group, elements: Iterable<Element>): Element {
  let result = group.identity;
  for (const element of elements) result = group.multiply(result, element);
  return result;
}

/** The representative of n in [0, q). */
export function modulo(n: bigint, q: bigint): bigint {
  const rest = n % q;
  return rest < 0n ? rest + q : rest;
}

/** n^-1 mod the prime q. Public values only: its running time depends on n. */
export function inverseModulo(n: bigint, q: bigint): bigint {
  let [a, b, x, y] = [modulo(n, q), q, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return modulo(x, q);
}
