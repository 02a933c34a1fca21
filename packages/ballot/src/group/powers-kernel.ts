import type { MontgomeryKernel, Slot } from './montgomery.ts';
import type { Part, Powers, Table, Term, Worked } from './powers.ts';
import { bestWindowBits, digitsOf, EXPONENT_BITS, rowsOf } from './powers.ts';

const ROW_BITS = 4;

/** A table with a kernel of its own, so that its memory goes when the table does. */
interface KernelTable extends Table {
  /** The power, as it lies in the table's kernel until the next. */
  raise(exponent: bigint, secret: boolean): { readonly from: MontgomeryKernel; readonly at: Slot };
}

/** Powers by the WebAssembly kernel, whose products take the same time whatever the numbers. */
export function kernelPowers(newKernel: () => MontgomeryKernel): Powers {
  const kernel = newKernel();
  const own = workplace(kernel);
  const [low, high] = kernel.reserve(2) as [Slot, Slot];
  const tables = new WeakMap<Table, KernelTable>();
  return {
    pow(base, exponent) {
      fillRows(kernel, own.rows, base);
      const power = gather(kernel, own, own.rows, exponent);
      return power === undefined ? 1n : kernel.take(power);
    },
    powSecret: (base, exponent) => ladder(kernel, low, high, base, exponent),
    table(base, uses) {
      const table = kernelTable(newKernel(), base, bestWindowBits(uses));
      tables.set(table, table);
      return table;
    },
    work: (order, parts, ofProduct) =>
      workThrough(kernel, own, order, parts, ofProduct, (table) => {
        const known = tables.get(table);
        if (known === undefined) throw new Error("The table is another's");
        return known;
      }),
  };
}

/** Room for one base at a time. */
interface Workplace {
  readonly rows: readonly Slot[];
  readonly productRows: readonly Slot[];
  readonly buckets: readonly Slot[];
  readonly running: Slot;
  readonly sum: Slot;
  readonly guest: Slot;
}

function workplace(kernel: MontgomeryKernel): Workplace {
  const [running, sum, guest] = kernel.reserve(3) as [Slot, Slot, Slot];
  return {
    rows: kernel.reserve(rowsOf(ROW_BITS)),
    productRows: kernel.reserve(rowsOf(ROW_BITS)),
    buckets: kernel.reserve(1 << ROW_BITS),
    running,
    sum,
    guest,
  };
}

/**
 * The squarings of a base serve all its powers, its membership among them; the rows of the product are products of its
 * factors' rows, so that it needs no squarings of its own; and a term leaves the kernel once, when it is whole.
 */
function workThrough(
  kernel: MontgomeryKernel,
  own: Workplace,
  order: bigint,
  parts: readonly Part<Table>[],
  ofProduct: readonly Term<Table>[],
  tableOf: (table: Table) => KernelTable,
): Worked {
  const valueOf = (rows: readonly Slot[], { exponent, times: others }: Term<Table>): bigint => {
    let value = gather(kernel, own, rows, exponent);
    for (const { table, exponent: power } of others) {
      const { from, at } = tableOf(table).raise(power, false);
      kernel.fetch(own.guest, from, at);
      kernel.multiply(own.running, value ?? kernel.one, own.guest);
      value = own.running;
    }
    return value === undefined ? 1n : kernel.take(value);
  };
  let factors = 0;
  const worked = parts.map(({ base, terms, isFactor }) => {
    fillRows(kernel, own.rows, base);
    if (isFactor) {
      for (const [i, row] of own.rows.entries()) {
        const into = own.productRows[i] as Slot;
        kernel.multiply(into, factors === 0 ? kernel.one : into, row);
      }
      factors += 1;
    }
    const values = terms.map((term) => valueOf(own.rows, term));
    return { values, toOrder: valueOf(own.rows, { exponent: order, times: [] }) };
  });
  if (factors === 0) fillRows(kernel, own.productRows, 1n);
  return { parts: worked, product: ofProduct.map((term) => valueOf(own.productRows, term)) };
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
 * Undefined for nought.
 */
function gather(
  kernel: MontgomeryKernel,
  { buckets, running, sum }: Workplace,
  rows: readonly Slot[],
  exponent: bigint,
): Slot | undefined {
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
  return total;
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
function kernelTable(kernel: MontgomeryKernel, base: bigint, bits: number): KernelTable {
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
  const raise: KernelTable['raise'] = (exponent, secret) => {
    kernel.multiply(result, kernel.one, kernel.one);
    for (const [row, digit] of digitsOf(exponent, bits).entries()) {
      if (digit !== 0 || secret) kernel.multiply(result, result, rows[row]?.[digit] as Slot);
    }
    return { from: kernel, at: result };
  };
  return { raise, pow: (exponent, secret) => kernel.take(raise(exponent, secret).at) };
}
