/** Powers of numbers modulo one p, to exponents below 2^256. */
export interface Powers {
  pow(base: bigint, exponent: bigint): bigint;
  /** Powers of one base to several exponents. */
  powers(base: bigint, exponents: readonly bigint[]): bigint[];
  /** The same operations whatever the exponent. */
  powSecret(base: bigint, exponent: bigint): bigint;
  /** A table for a base that will be raised about `uses` times; `secret` asks for the same operations whatever the exponent. */
  table(base: bigint, uses: number): (exponent: bigint, secret: boolean) => bigint;
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

const WIDEST_WINDOW_BITS = 10;

/** The window for which building the table and using it cost least multiplications together. */
export function bestWindowBits(uses: number): number {
  const cost = (bits: number): number => rowsOf(bits) * ((1 << bits) - 1 + uses);
  let best = 2;
  for (let bits = 3; bits <= WIDEST_WINDOW_BITS; bits++) if (cost(bits) < cost(best)) best = bits;
  return best;
}
