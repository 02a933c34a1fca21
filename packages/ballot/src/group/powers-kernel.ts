import type { MontgomeryKernel, Slot } from './montgomery.ts';
import type { Powers } from './powers.ts';
import { bestWindowBits, digitsOf, EXPONENT_BITS, rowsOf } from './powers.ts';

const ROW_BITS = 4;

/**
 * Powers by the WebAssembly kernel, whose products take the same time whatever the numbers. Every table has a kernel of
 * its own, so that its memory goes when the table does.
 */
export function kernelPowers(newKernel: () => MontgomeryKernel): Powers {
  const kernel = newKernel();
  const rows = kernel.reserve(rowsOf(ROW_BITS));
  const buckets = kernel.reserve(1 << ROW_BITS);
  const [running, sum] = kernel.reserve(2) as [Slot, Slot];
  const [low, high] = kernel.reserve(2) as [Slot, Slot];

  const powers = (base: bigint, exponents: readonly bigint[]): bigint[] => {
    fillRows(kernel, rows, base);
    return exponents.map((exponent) => gather(kernel, rows, buckets, running, sum, exponent));
  };
  return {
    pow: (base, exponent) => powers(base, [exponent])[0] ?? 1n,
    powers,
    powSecret: (base, exponent) => ladder(kernel, low, high, base, exponent),
    table: (base, uses) => kernelTable(newKernel(), base, bestWindowBits(uses)),
  };
}

/** base^(16^row) in every row. */
function fillRows(kernel: MontgomeryKernel, rows: readonly Slot[], base: bigint): void {
  let previous: Slot | undefined;
  for (const row of rows) {
    if (previous === undefined) kernel.put(row, base);
    else {
      kernel.multiply(row, previous, previous);
      for (let i = 1; i < ROW_BITS; i++) kernel.multiply(row, row, row);
    }
    previous = row;
  }
}

/**
 * The product of the rows, each to its digit of the exponent: rows of equal digit are multiplied first, then the buckets
 * so that the bucket of digit d counts d times. No squaring is made, so several exponents share those of the rows.
 */
function gather(
  kernel: MontgomeryKernel,
  rows: readonly Slot[],
  buckets: readonly Slot[],
  running: Slot,
  sum: Slot,
  exponent: bigint,
): bigint {
  const full: (Slot | undefined)[] = new Array<Slot | undefined>(buckets.length).fill(undefined);
  for (const [i, digit] of digitsOf(exponent, ROW_BITS).entries()) {
    if (digit === 0) continue;
    full[digit] = times(kernel, buckets[digit] as Slot, full[digit], rows[i] as Slot);
  }
  let collected: Slot | undefined;
  let total: Slot | undefined;
  for (let digit = buckets.length - 1; digit > 0; digit--) {
    const bucket = full[digit];
    if (bucket !== undefined) collected = times(kernel, running, collected, bucket);
    if (collected !== undefined) total = times(kernel, sum, total, collected);
  }
  return total === undefined ? 1n : kernel.take(total);
}

/** a·b in `into`, or just b where there is no a yet: the first factor needs no product. */
function times(kernel: MontgomeryKernel, into: Slot, a: Slot | undefined, b: Slot): Slot {
  if (a === undefined) return b;
  kernel.multiply(into, a, b);
  return into;
}

/** Montgomery ladder: one multiplication and one squaring for each of the 256 bits, whatever they are. */
function ladder(kernel: MontgomeryKernel, low: Slot, high: Slot, base: bigint, exponent: bigint): bigint {
  kernel.put(low, 1n);
  kernel.put(high, base);
  const pair = [low, high] as const;
  for (let bit = BigInt(EXPONENT_BITS - 1); bit >= 0n; bit--) {
    const side = Number((exponent >> bit) & 1n);
    const chosen = pair[side] ?? low;
    const other = pair[1 - side] ?? high;
    kernel.multiply(other, low, high);
    kernel.multiply(chosen, chosen, chosen);
  }
  const result = kernel.take(low);
  kernel.put(low, 1n);
  kernel.put(high, 1n);
  return result;
}

/** base^(digit · 2^(bits · row)) for every row and digit: a power is then one product a row and no squaring. */
function kernelTable(kernel: MontgomeryKernel, base: bigint, bits: number): ReturnType<Powers['table']> {
  const [unit, result] = kernel.reserve(2) as [Slot, Slot];
  kernel.put(unit, base);
  const rows: Slot[][] = [];
  for (let row = 0; row < rowsOf(bits); row++) {
    const powers = [kernel.one, ...kernel.reserve((1 << bits) - 1)];
    for (let digit = 1; digit < powers.length; digit++) {
      kernel.multiply(powers[digit] as Slot, powers[digit - 1] as Slot, unit);
    }
    kernel.multiply(unit, powers.at(-1) as Slot, unit);
    rows.push(powers);
  }
  return (exponent, secret) => {
    kernel.multiply(result, kernel.one, kernel.one);
    for (const [row, digit] of digitsOf(exponent, bits).entries()) {
      if (digit !== 0 || secret) kernel.multiply(result, result, rows[row]?.[digit] as Slot);
    }
    return kernel.take(result);
  };
}
