import { normalizeZ } from '@noble/curves/abstract/curve.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { fromHex, sha256, toHex, toInteger, utf8 } from '../encoding/bytes.ts';
import type { CommitmentTerm, Element, ElementReading, Engine, FixedBase, Group } from './group.ts';
import { modulo } from './group.ts';

const Point = ed25519.Point;
type Point = InstanceType<typeof Point>;

const pointOf = (element: Element): Point => element as unknown as Point;
const elementOf = (point: Point): Element => point as unknown as Element;

/** Rows of a table of 2^(4·row)·P; sixty-four rows of four bits hold every exponent below q. */
const ROW_BITS = 4;
const ROWS = 64;

/** Ed25519 (RFC 8032 points). Elements are written as the 32 bytes reversed, in 64 hexadecimal digits. */
export function ed25519Group(engine: Engine = {}): Group {
  const q = Point.Fn.ORDER;
  const hashBytes = engine.sha256 ?? sha256;
  const powPublic = (base: Element, exponent: bigint): Element =>
    elementOf(pointOf(base).multiplyUnsafe(modulo(exponent, q)));
  return {
    name: 'Ed25519',
    q,
    identity: elementOf(Point.ZERO),
    generator: precomputed(Point.BASE, q),
    read: readHex,
    write: (element) => writePoint(pointOf(element)),
    writeAll: (elements) => normalizeZ(Point, elements.map(pointOf)).map(writePoint),
    isMember: (element) => pointOf(element).isTorsionFree(),
    isIdentity: (element) => pointOf(element).is0(),
    equal: (a, b) => pointOf(a).equals(pointOf(b)),
    multiply: (a, b) => elementOf(pointOf(a).add(pointOf(b))),
    invert: (a) => elementOf(pointOf(a).negate()),
    powPublic,
    examine(parts, ofProduct) {
      const product = parts.reduce(
        (all, { element, isFactor }) => (isFactor ? all.add(pointOf(element)) : all),
        Point.ZERO,
      );
      return {
        parts: parts.map(({ element, terms }) => {
          const { values, toOrder } = work(pointOf(element), terms, q);
          return { values, isMember: toOrder.is0() };
        }),
        product: ofProduct.length === 0 ? [] : work(product, ofProduct, q).values,
      };
    },
    powSecret: (base, exponent) => multiplySecret(pointOf(base), modulo(exponent, q)),
    fixedBase: (base) => precomputed(Point.fromAffine(pointOf(base).toAffine()), q),
    sha256: hashBytes,
    hash: (text) => toInteger(hashBytes(utf8(text))) % q,
  };
}

function readHex(text: string): ElementReading {
  const bytes = text.length === 64 ? fromHex(text)?.reverse() : undefined;
  if (bytes === undefined) return { element: undefined, canonical: false, inRange: false };
  const canonical = text === text.toLowerCase();
  const strict = decode(bytes, false);
  const point = strict ?? decode(bytes, true);
  return { element: point && elementOf(point), canonical, inRange: strict !== undefined };
}

/** Undefined where the bytes are no point; with `anyY` also y ≥ p is read (ZIP 215), so that the fault can be named. */
function decode(bytes: Uint8Array, anyY: boolean): Point | undefined {
  try {
    return Point.fromBytes(bytes, anyY);
  } catch {
    return undefined;
  }
}

const writePoint = (point: Point): string => toHex(point.toBytes().reverse());

/** The library refuses a zero scalar in its constant-time path; zero is as good an exponent as any other here. */
function multiplySecret(point: Point, exponent: bigint): Element {
  return elementOf(exponent === 0n ? Point.ZERO : point.multiply(exponent));
}

function precomputed(point: Point, q: bigint): FixedBase {
  point.precompute(8, true);
  return {
    base: elementOf(point),
    powPublic: (exponent) => elementOf(point.multiplyUnsafe(modulo(exponent, q))),
    powSecret: (exponent) => multiplySecret(point, modulo(exponent, q)),
  };
}

/** The terms of one point, and its multiple by the order, from one chain of doublings. */
function work(
  point: Point,
  terms: readonly CommitmentTerm[],
  order: bigint,
): { readonly values: Element[]; readonly toOrder: Point } {
  const powers = sharedDoublings(point, [...terms.map(({ exponent }) => modulo(exponent, order)), order]);
  return {
    values: terms.map(({ times }, i) =>
      elementOf(
        times.reduce((sum, { base, exponent }) => sum.add(pointOf(base.powPublic(exponent))), powers[i] ?? Point.ZERO),
      ),
    ),
    toOrder: powers.at(-1) ?? point,
  };
}

/** 2^(4·row)·P once, then each exponent by signed digits and eight buckets: no doubling is made twice. */
function sharedDoublings(point: Point, exponents: readonly bigint[]): Point[] {
  const rows: Point[] = [point];
  for (let row = 1; row < ROWS; row++) {
    let next = rows[row - 1] ?? point;
    for (let i = 0; i < ROW_BITS; i++) next = next.double();
    rows.push(next);
  }
  return exponents.map((exponent) => gather(rows, exponent));
}

function gather(rows: readonly Point[], exponent: bigint): Point {
  const buckets: Point[] = new Array<Point>(9).fill(Point.ZERO);
  let rest = exponent;
  let carry = 0;
  for (const row of rows) {
    let digit = Number(rest & 15n) + carry;
    rest >>= 4n;
    carry = digit > 8 ? 1 : 0;
    if (carry === 1) digit -= 16;
    if (digit !== 0) {
      const bucket = Math.abs(digit);
      buckets[bucket] = (buckets[bucket] ?? Point.ZERO).add(digit > 0 ? row : row.negate());
    }
  }
  let running = Point.ZERO;
  let sum = Point.ZERO;
  for (let bucket = 8; bucket > 0; bucket--) {
    running = running.add(buckets[bucket] ?? Point.ZERO);
    sum = sum.add(running);
  }
  return sum;
}
