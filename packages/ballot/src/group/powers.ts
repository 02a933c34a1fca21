/** Powers of one base, read from a table made once. */
export interface Table {
  /** `secret` asks for the same operations whatever the exponent. */
  pow(exponent: bigint, secret: boolean): bigint;
}

/** The base's power to `exponent`, times the powers of tables: one commitment of a proof. */
export interface Term<T> {
  readonly exponent: bigint;
  readonly times: readonly { readonly table: T; readonly exponent: bigint }[];
}

/** What is asked of one base. */
export interface Part<T> {
  readonly base: bigint;
  readonly terms: readonly Term<T>[];
  /** It is a factor of the product that the last terms are about. */
  readonly isFactor: boolean;
}

/** The values of each part's terms and of the product's, and each base's power to the group's order. */
export interface Worked {
  readonly parts: readonly { readonly values: readonly bigint[]; readonly toOrder: bigint }[];
  readonly product: readonly bigint[];
}

/** Powers of numbers modulo one p, to exponents below 2^256. */
export interface Powers {
  pow(base: bigint, exponent: bigint): bigint;
  /** The same operations whatever the exponent. */
  powSecret(base: bigint, exponent: bigint): bigint;
  /** A table for a base that will be raised about `uses` times. */
  table(base: bigint, uses: number): Table;
  /** All terms of all parts, sharing what can be shared. Tables are this object's own. */
  work(order: bigint, parts: readonly Part<Table>[], ofProduct: readonly Term<Table>[]): Worked;
}

export const EXPONENT_BITS = 256;

/** Digits of the exponent in base 2^bits, lowest first, always as many as 256 bits need. */
export function digitsOf(exponent: bigint, bits: number): number[] {
  const digits: number[] = [];
  const mask = BigInt((1 << bits) - 1);
  const shift = BigInt(bits);
  let rest = exponent;
  for (let i = 0; i < rowsOf(bits); i++) {
    digits.push(Number(rest & mask));
    rest >>= shift;
  }
  return digits;
}

export const rowsOf = (bits: number): number => Math.ceil(EXPONENT_BITS / bits);

const ODD_WINDOW_BITS = 5;
/** Odd digits below 2^{@link ODD_WINDOW_BITS}: 1, 3 … 31. */
export const ODD_DIGITS = 1 << (ODD_WINDOW_BITS - 1);

/** The exponent as a sum of odd digits, each at its bit, so that few are needed: `index` of the digit 2·index + 1. */
export function oddWindowsOf(exponent: bigint): { readonly bit: number; readonly index: number }[] {
  const bits = exponent.toString(2);
  const isSet = (bit: number): number => (bits.charCodeAt(bits.length - 1 - bit) === ONE ? 1 : 0);
  const windows: { readonly bit: number; readonly index: number }[] = [];
  for (let bit = 0; bit < bits.length; ) {
    if (isSet(bit) === 0) {
      bit += 1;
      continue;
    }
    windows.push({ bit, index: isSet(bit + 1) + 2 * isSet(bit + 2) + 4 * isSet(bit + 3) + 8 * isSet(bit + 4) });
    bit += ODD_WINDOW_BITS;
  }
  return windows;
}
const ONE = '1'.charCodeAt(0);

const WIDEST_WINDOW_BITS = 10;

/** The window for which building the table and using it cost least multiplications together. */
export function bestWindowBits(uses: number): number {
  const cost = (bits: number): number => rowsOf(bits) * ((1 << bits) - 1 + uses);
  let best = 2;
  for (let bits = 3; bits <= WIDEST_WINDOW_BITS; bits++) if (cost(bits) < cost(best)) best = bits;
  return best;
}
