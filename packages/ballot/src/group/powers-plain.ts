import type { Powers, Table, Term } from './powers.ts';
import { bestWindowBits, digitsOf, EXPONENT_BITS, rowsOf } from './powers.ts';

const WINDOW_BITS = 5;

type Pow = (base: bigint, exponent: bigint) => bigint;

/** Powers by BigInt: right everywhere, fast nowhere. `platform`: a faster power, where there is one. */
export function plainPowers(p: bigint, platform?: (...asked: Parameters<Pow>) => bigint | undefined): Powers {
  const pow: Pow = (base, exponent) => platform?.(base, exponent) ?? powWindowed(base, exponent, p);
  const valueOf = (base: bigint, { exponent, times }: Term<Table>): bigint =>
    times.reduce((value, one) => (value * one.table.pow(one.exponent, false)) % p, pow(base, exponent));
  return {
    pow,
    work(order, parts, ofProduct) {
      const product = parts.reduce((all, { base, isFactor }) => (isFactor ? (all * base) % p : all), 1n);
      return {
        parts: parts.map(({ base, terms }) => ({
          values: terms.map((term) => valueOf(base, term)),
          // x^(q+1) = x says the same as x^q = 1, and is a power that every platform computes.
          toOrder: base !== 0n && pow(base, order + 1n) === base ? 1n : pow(base, order),
        })),
        product: ofProduct.map((term) => valueOf(product, term)),
      };
    },
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
function windowTable(base: bigint, p: bigint, bits: number): Table {
  const rows: bigint[][] = [];
  let unit = base;
  for (let row = 0; row < rowsOf(bits); row++) {
    const powers = [1n];
    for (let digit = 1; digit < 1 << bits; digit++) powers.push(((powers[digit - 1] ?? 1n) * unit) % p);
    rows.push(powers);
    unit = ((powers.at(-1) ?? 1n) * unit) % p;
  }
  return {
    pow(exponent, secret) {
      let result = 1n;
      for (const [row, digit] of digitsOf(exponent, bits).entries()) {
        if (digit === 0 && !secret) continue;
        result = (result * (rows[row]?.[digit] ?? 1n)) % p;
      }
      return result;
    },
  };
}
