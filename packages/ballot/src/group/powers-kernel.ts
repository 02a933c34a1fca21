import type { MontgomeryKernel, Slot } from './montgomery.ts';
import type { Part, Powers, Table, Term, Worked } from './powers.ts';
import { bestWindowBits, digitsOf, EXPONENT_BITS, ODD_DIGITS, oddWindowsOf, rowsOf } from './powers.ts';

/** A number where it lies. */
interface Lying {
  readonly from: MontgomeryKernel;
  readonly at: Slot;
}

/** A table with a kernel of its own, so that its memory goes when the table does. */
interface KernelTable extends Table {
  /** The power, times a number where there is one, as it lies in the table's kernel until the next. */
  raise(exponent: bigint, secret: boolean, times?: Lying): Lying;
}

/** Powers by the WebAssembly kernel, whose products take the same time whatever the numbers. */
export function kernelPowers(newKernel: () => MontgomeryKernel): Powers {
  const kernel = newKernel();
  const own = workplace(kernel);
  const [low, high] = kernel.reserve(2) as [Slot, Slot];
  const tables = new WeakMap<Table, KernelTable>();
  return {
    pow(base, exponent) {
      kernel.put(own.base, base);
      const squares = squaresFor(kernel, own, 0);
      fillSquares(kernel, squares, own.base);
      const power = gather(kernel, own, [squares], exponent);
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

/** base^(2^bit) for every bit of an exponent. */
type Squares = readonly Slot[];

interface Workplace {
  readonly base: Slot;
  readonly product: Slot;
  /** Room for the squares of one base, and of as many factors of a product as are kept beside it. */
  readonly squares: Squares[];
  readonly buckets: readonly Slot[];
  readonly running: Slot;
  readonly sum: Slot;
}

function workplace(kernel: MontgomeryKernel): Workplace {
  const [base, product, running, sum] = kernel.reserve(4) as [Slot, Slot, Slot, Slot];
  return {
    base,
    product,
    squares: [],
    buckets: kernel.reserve(ODD_DIGITS),
    running,
    sum,
  };
}

function squaresFor(kernel: MontgomeryKernel, { squares }: Workplace, index: number): Squares {
  return (squares[index] ??= kernel.reserve(EXPONENT_BITS));
}

/** What a square costs of a product, and how many squares an exponent is gathered from. */
const COST_OF_SQUARE = 0.85;
const GATHERED_SQUARES = 43;

/** A product of few factors has its powers from the squares of these: no squares of its own, but more to gather. */
const gathersFactors = (factors: number, powers: number): boolean =>
  powers * GATHERED_SQUARES * (factors - 1) < EXPONENT_BITS * COST_OF_SQUARE;

/** The squares of a base serve all its powers, its membership among them; and a term leaves the kernel once, when it is whole. */
function workThrough(
  kernel: MontgomeryKernel,
  own: Workplace,
  order: bigint,
  parts: readonly Part<Table>[],
  ofProduct: readonly Term<Table>[],
  tableOf: (table: Table) => KernelTable,
): Worked {
  const valueOf = (squares: readonly Squares[], { exponent, times: others }: Term<Table>): bigint => {
    const power = gather(kernel, own, squares, exponent);
    let value: Lying | undefined = power && { from: kernel, at: power };
    for (const { table, exponent: other } of others) value = tableOf(table).raise(other, false, value);
    return value === undefined ? 1n : value.from.take(value.at);
  };
  const keeps = gathersFactors(parts.filter(({ isFactor }) => isFactor).length, ofProduct.length);
  const kept: Squares[] = [];
  kernel.copy(own.product, kernel.one);
  const worked = parts.map(({ base, terms, isFactor }) => {
    kernel.put(own.base, base);
    const squares = squaresFor(kernel, own, kept.length);
    fillSquares(kernel, squares, own.base);
    if (isFactor && keeps) kept.push(squares);
    else if (isFactor) kernel.multiply(own.product, own.product, own.base);
    return {
      values: terms.map((term) => valueOf([squares], term)),
      toOrder: valueOf([squares], { exponent: order, times: [] }),
    };
  });
  if (ofProduct.length === 0) return { parts: worked, product: [] };
  if (keeps) return { parts: worked, product: ofProduct.map((term) => valueOf(kept, term)) };
  const squares = squaresFor(kernel, own, 0);
  fillSquares(kernel, squares, own.product);
  return { parts: worked, product: ofProduct.map((term) => valueOf([squares], term)) };
}

function fillSquares(kernel: MontgomeryKernel, squares: Squares, base: Slot): void {
  kernel.copy(squares[0] as Slot, base);
  for (let bit = 1; bit < squares.length; bit++) kernel.square(squares[bit] as Slot, squares[bit - 1] as Slot);
}

/**
 * The product of the squares of all bits that are set, taken together in odd windows: squares of equal digit are multiplied
 * first, then the buckets so that the bucket of digit 2i + 1 counts 2i + 1 times. Several exponents share the squares; and
 * the squares of several bases give the power of their product. Undefined for nought.
 */
function gather(
  kernel: MontgomeryKernel,
  { buckets, running, sum }: Workplace,
  bases: readonly Squares[],
  exponent: bigint,
): Slot | undefined {
  const full: (Slot | undefined)[] = new Array<Slot | undefined>(buckets.length).fill(undefined);
  for (const { bit, index } of oddWindowsOf(exponent))
    for (const squares of bases) full[index] = times(kernel, buckets[index] as Slot, full[index], squares[bit] as Slot);
  let upper: Slot | undefined;
  let raised: Slot | undefined;
  for (let index = buckets.length - 1; index > 0; index--) {
    const bucket = full[index];
    if (bucket !== undefined) upper = times(kernel, running, upper, bucket);
    if (upper !== undefined) raised = times(kernel, sum, raised, upper);
  }
  const [lowest] = full;
  if (upper === undefined || raised === undefined) return lowest;
  kernel.square(sum, raised);
  kernel.multiply(sum, sum, upper);
  if (lowest !== undefined) kernel.multiply(sum, sum, lowest);
  return sum;
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
    kernel.square(chosen, chosen);
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
  const raise: KernelTable['raise'] = (exponent, secret, times) => {
    if (times === undefined) kernel.copy(result, kernel.one);
    else kernel.fetch(result, times.from, times.at);
    for (const [row, digit] of digitsOf(exponent, bits).entries()) {
      if (digit !== 0 || secret) kernel.multiply(result, result, rows[row]?.[digit] as Slot);
    }
    return { from: kernel, at: result };
  };
  return { raise, pow: (exponent, secret) => kernel.take(raise(exponent, secret).at) };
}
