import type { Powers } from './powers.ts';
import { bestWindowBits, digitsOf, EXPONENT_BITS, rowsOf } from './powers.ts';

const WINDOW_BITS = 5;

/** Powers by BigInt: right everywhere, fast nowhere. */
export function plainPowers(p: bigint): Powers {
  const pow = (base: bigint, exponent: bigint): bigint => powWindowed(base, exponent, p);
  return {
    pow,
    powers: (base, exponents) => exponents.map((exponent) => pow(base, exponent)),
    powSecret: (base, exponent) => powLadder(base, exponent, p),
    table: (base, uses) => windowTable(base, p, bestWindowBits(uses)),
  };
}

/** Left-to-right windows of five bits. */
function powWindowed(base: bigint, exponent: bigint, p: bigint): bigint {
  const powers = [1n];
  for (let i = 1; i < 1 << WINDOW_BITS; i++) powers.push(((powers[i - 1] ?? 1n) * base) % p);
  let result = 1n;
  for (const digit of digitsOf(exponent, WINDOW_BITS).reverse()) {
    if (result !== 1n) for (let i = 0; i < WINDOW_BITS; i++) result = (result * result) % p;
    if (digit !== 0) result = (result * (powers[digit] ?? 1n)) % p;
  }
  return result;
}

/** Montgomery ladder: one multiplication and one squaring for each of the 256 bits, whatever they are. */
function powLadder(base: bigint, exponent: bigint, p: bigint): bigint {
  let pair: [bigint, bigint] = [1n, base];
  for (let bit = BigInt(EXPONENT_BITS - 1); bit >= 0n; bit--) {
    const side = Number((exponent >> bit) & 1n);
    const crossed = (pair[0] * pair[1]) % p;
    const chosen = pair[side] ?? 1n;
    const squared = (chosen * chosen) % p;
    pair = side === 0 ? [squared, crossed] : [crossed, squared];
  }
  return pair[0];
}

/** base^(digit · 2^(bits · row)) for every row and digit: a power is then one product a row and no squaring. */
function windowTable(base: bigint, p: bigint, bits: number): ReturnType<Powers['table']> {
  const rows: bigint[][] = [];
  let unit = base;
  for (let row = 0; row < rowsOf(bits); row++) {
    const powers = [1n];
    for (let digit = 1; digit < 1 << bits; digit++) powers.push(((powers[digit - 1] ?? 1n) * unit) % p);
    rows.push(powers);
    unit = ((powers.at(-1) ?? 1n) * unit) % p;
  }
  return (exponent, secret) => {
    let result = 1n;
    for (const [row, digit] of digitsOf(exponent, bits).entries()) {
      if (digit === 0 && !secret) continue;
      result = (result * (rows[row]?.[digit] ?? 1n)) % p;
    }
    return result;
  };
}
