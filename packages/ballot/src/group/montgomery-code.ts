/**
 * A WebAssembly module for one thing: Montgomery products of numbers of about two thousand bits. Numbers are 42 limbs of
 * 51 bits, kept as doubles. A product of two limbs is taken exactly by two fused multiply-adds, whose results are read as
 * integers: added to 2^103 a product leaves its upper half in the mantissa, and what is left, added to 1.5·2^52, its lower
 * half. Two products go through one SIMD instruction, and two limbs of a factor through every vector of the other.
 *
 * A square takes each product of two different limbs once, doubled. The reduction's modulus is a multiple of p that is
 * −1 modulo 2^51: the limb to take away is then the lowest limb itself.
 *
 * Fused multiply-add is "relaxed" SIMD: an engine may lack it, or a processor round twice. Who loads the module must test
 * that its products are right, and do without it where they are not.
 */
export const LIMBS = 42;
export const LIMB_BITS = 51n;
const VECTORS = LIMBS / 2;
const VECTOR_BYTES = 16;
export const NUMBER_BYTES = VECTORS * VECTOR_BYTES;

/** Where the module keeps what: accumulators, what they start from for a product and for a square, the modulus; numbers follow. */
const ACCUMULATORS = 2 * LIMBS;
const ACCUMULATOR_AT = 0;
export const PRODUCT_START_AT = 1024;
export const SQUARE_START_AT = 2048;
export const MODULUS_AT = 3072;
export const NUMBERS_AT = 4096;

const BIAS_LOW = 0x4338000000000000n; // the bits of 1.5·2^52
const BIAS_HIGH = 0x4660000000000000n; // the bits of 2^103
const LIMB_MASK = (1n << LIMB_BITS) - 1n;

/**
 * What each accumulator starts from: minus the biases it will be given. Place i + j gets the lower half of a product of
 * limbs i and j and place i + j + 1 its upper half; the reduction takes all pairs, and so does a product, but a square
 * only vectors from the one in which limb i stands.
 */
export function startOfAccumulators(square: boolean): BigInt64Array {
  const starts = new Array<bigint>(ACCUMULATORS).fill(0n);
  const give = (i: number, j: number): void => {
    starts[i + j] = (starts[i + j] ?? 0n) - BIAS_LOW;
    starts[i + j + 1] = (starts[i + j + 1] ?? 0n) - BIAS_HIGH;
  };
  for (let i = 0; i < LIMBS; i++) {
    for (let j = 0; j < LIMBS; j++) {
      give(i, j);
      if (!square || j >> 1 >= i >> 1) give(i, j);
    }
  }
  return BigInt64Array.from(starts, (start) => BigInt.asIntN(64, start));
}

type Code = readonly number[];

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const byte = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? byte : byte | 0x80);
  } while (rest !== 0);
  return bytes;
}

function signedConstant(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt.asIntN(64, value);
  for (;;) {
    const byte = Number(rest & 0x7fn);
    rest >>= 7n;
    const last = (rest === 0n && (byte & 0x40) === 0) || (rest === -1n && (byte & 0x40) !== 0);
    bytes.push(last ? byte : byte | 0x80);
    if (last) return bytes;
  }
}

const sequence = (...codes: readonly Code[]): Code => codes.flat();
const MAGIC: Code = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const LOOP: Code = [0x03, 0x40];
/** Back to the start of the loop where the condition holds; else its end. */
const REPEAT: Code = [0x0d, 0x00, 0x0b];
const get = (local: number): Code => [0x20, ...unsigned(local)];
const set = (local: number): Code => [0x21, ...unsigned(local)];
const tee = (local: number): Code => [0x22, ...unsigned(local)];
const i32 = (value: number): Code => [0x41, ...signedConstant(BigInt(value))];
const i64 = (value: bigint): Code => [0x42, ...signedConstant(value)];
const at = (offset: number): Code => [0x03, ...unsigned(offset)];
const simd = (opcode: number): Code => [0xfd, ...unsigned(opcode)];

const I32_ADD: Code = [0x6a];
const I32_LESS: Code = [0x49];
const I32_SHIFT_LEFT: Code = [0x74];
const I64_ADD: Code = [0x7c];
const I64_MULTIPLY: Code = [0x7e];
const I64_AND: Code = [0x83];
const I64_SHIFT: Code = [0x87];
const TO_DOUBLE: Code = [0xb9];
const TO_INTEGER: Code = [0xb0];
const i64Load = (offset: number): Code => [0x29, ...at(offset)];
const f64Load = (offset: number): Code => [0x2b, ...at(offset)];
const f64Store = (offset: number): Code => [0x39, ...at(offset)];
const load = (offset: number): Code => [...simd(0x00), ...at(offset)];
const loadTwice = (offset: number): Code => [...simd(0x0a), ...at(offset)];
const store = (offset: number): Code => [...simd(0x0b), ...at(offset)];
const SPLAT = simd(0x14);
const ADD_LANES = simd(0xce);
const ADD = simd(0xf0);
const SUBTRACT = simd(0xf1);
const MULTIPLY = simd(0xf2);
const FUSED = simd(0x107);
const LOWER_LANE: Code = [...simd(0x1d), 0];
const UPPER_LANE: Code = [...simd(0x1d), 1];
const SET_LOWER_LANE: Code = [...simd(0x1e), 0];
/** The upper lane of the first and the lower lane of the second. */
const ALIGN: Code = [...simd(0x0d), ...Array.from({ length: 16 }, (_, i) => i + 8)];

function doubles(lower: number, upper = lower): Code {
  const bytes = [...new Uint8Array(new Float64Array([lower, upper]).buffer)];
  return [...simd(0x0c), ...bytes];
}

// Parameters, then locals: two of i32, six of i64, the rest of v128.
const [RESULT, A, B] = [0, 1, 2];
const [BLOCK, PLACE, T0, T1, Q0, Q1, CARRY, P1] = [3, 4, 5, 6, 7, 8, 9, 10];
const [F0, F1, X, H0, H1, MIDDLE, BEFORE, ABOVE, SUM, C1, C2] = [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21];
const [I32, I64, V128] = [0x7f, 0x7e, 0x7b];
const LOCALS: readonly (readonly [count: number, type: number])[] = [
  [2, I32],
  [6, I64],
  [11, V128],
];

/** The lower halves of factor·X, whose upper halves (with their bias) are in `high`. */
const lowOf = (factor: number, high: number): Code =>
  sequence(get(factor), get(X), get(C2), get(high), SUBTRACT, FUSED);

const highOf = (factor: number, high: number): Code => sequence(get(factor), get(X), get(C1), FUSED, set(high));

/**
 * Two limbs F0 and F1 times the vector X. Lower halves of the first stand in the accumulator's own lanes, upper halves of
 * the first and lower ones of the second (MIDDLE) one lane on, upper halves of the second (ABOVE) in the next vector.
 */
const vectorStep = (address: Code, place: number): Code =>
  sequence(
    highOf(F0, H0),
    highOf(F1, H1),
    address,
    address,
    load(place),
    lowOf(F0, H0),
    ADD_LANES,
    get(ABOVE),
    ADD_LANES,
    get(BEFORE),
    ...[get(H0), lowOf(F1, H1), ADD_LANES, tee(MIDDLE)],
    ALIGN,
    ADD_LANES,
    tee(SUM),
    store(place),
    ...[get(MIDDLE), set(BEFORE), get(H1), set(ABOVE)],
  );

/** What is left of the last vector, to the one after. */
const lastStep = (address: Code, place: number): Code =>
  sequence(
    address,
    address,
    load(place),
    get(ABOVE),
    ADD_LANES,
    ...[get(BEFORE), doubles(0), ALIGN],
    ADD_LANES,
    store(place),
  );

const NOTHING_BEFORE = sequence(doubles(0), set(BEFORE), doubles(0), set(ABOVE));
const CONSTANTS = sequence(doubles(2 ** 103), set(C1), doubles(2 ** 103 + 1.5 * 2 ** 52), set(C2));
const startFrom = (start: number): Code =>
  Array.from({ length: ACCUMULATORS / 2 }, (_, i) =>
    sequence(i32(0), i32(0), load(start + VECTOR_BYTES * i), store(ACCUMULATOR_AT + VECTOR_BYTES * i)),
  ).flat();

const vectors = (from: number, step: (vector: number) => Code): Code =>
  Array.from({ length: VECTORS - from }, (_, i) => step(from + i)).flat();

/** The two limbs of A at BLOCK, each in both lanes. */
const FACTORS = sequence(
  ...[get(A), get(BLOCK), I32_ADD, loadTwice(0), set(F0)],
  ...[get(A), get(BLOCK), I32_ADD, loadTwice(8), set(F1)],
);

const advance = (pointer: number, bytes: number, end: Code): Code =>
  sequence(get(pointer), i32(bytes), I32_ADD, tee(pointer), end, I32_LESS, REPEAT);

/** Each pair of limbs of A times all of B. */
const PRODUCT = sequence(
  startFrom(PRODUCT_START_AT),
  CONSTANTS,
  LOOP,
  FACTORS,
  NOTHING_BEFORE,
  vectors(0, (vector) =>
    sequence(
      ...[get(B), load(VECTOR_BYTES * vector), set(X)],
      vectorStep(get(BLOCK), ACCUMULATOR_AT + VECTOR_BYTES * vector),
    ),
  ),
  lastStep(get(BLOCK), ACCUMULATOR_AT + NUMBER_BYTES),
  advance(BLOCK, VECTOR_BYTES, i32(NUMBER_BYTES)),
);

/** Each pair of limbs of A times itself and the limbs above. A pair at the byte n of A has its square at the byte 2n. */
const SQUARE = sequence(
  startFrom(SQUARE_START_AT),
  CONSTANTS,
  LOOP,
  FACTORS,
  NOTHING_BEFORE,
  ...[get(BLOCK), i32(1), I32_SHIFT_LEFT, set(PLACE)],
  ...[get(A), get(BLOCK), I32_ADD, tee(B), load(0), set(X)],
  ...[get(F0), doubles(1, 2), MULTIPLY, set(F0), get(F1), doubles(0, 1), MULTIPLY, set(F1)],
  vectorStep(get(PLACE), ACCUMULATOR_AT),
  FACTORS,
  ...[get(F0), get(F0), ADD, set(F0), get(F1), get(F1), ADD, set(F1)],
  [0x02, 0x40], // a block to leave when no vector is above
  ...[get(BLOCK), i32(NUMBER_BYTES - VECTOR_BYTES), [0x46], [0x0d, 0x00]],
  LOOP,
  ...[get(PLACE), i32(VECTOR_BYTES), I32_ADD, set(PLACE)],
  ...[get(B), load(VECTOR_BYTES), set(X)],
  vectorStep(get(PLACE), ACCUMULATOR_AT),
  advance(B, VECTOR_BYTES, sequence(get(A), i32(NUMBER_BYTES - VECTOR_BYTES), I32_ADD)),
  [0x0b],
  lastStep(get(PLACE), ACCUMULATOR_AT + VECTOR_BYTES),
  advance(BLOCK, VECTOR_BYTES, i32(NUMBER_BYTES)),
);

const LIMB_OF_T = sequence(i64(LIMB_MASK), I64_AND);
const CARRY_OF = sequence(i64(LIMB_BITS), I64_SHIFT);

/**
 * What to take of the modulus so that the two limbs in SUM, the lowest left, become nought: q0 and q1. The modulus' lowest
 * limb is 2^51 − 1. So q0 is the lowest limb itself, its place leaves t0 >> 51 and q0 to the next (T1), and q1 needs no
 * vector. Biases of what is known without a vector are added by hand.
 */
const MULTIPLES = sequence(
  ...[get(SUM), LOWER_LANE, i64(BIAS_LOW), I64_ADD, tee(T0), LIMB_OF_T, tee(Q0)],
  ...[get(T0), CARRY_OF, I64_ADD, get(SUM), UPPER_LANE, I64_ADD, tee(T1)],
  ...[get(Q0), get(P1), I64_MULTIPLY, I64_ADD, LIMB_OF_T, set(Q1)],
);

/** q0 and q1 times the first vector of the modulus: of it only the carry is left. */
const FIRST_OF_REDUCTION = sequence(
  ...[get(Q0), TO_DOUBLE, SPLAT, set(F0), get(Q1), TO_DOUBLE, SPLAT, set(F1)],
  ...[i32(0), load(MODULUS_AT), set(X)],
  highOf(F0, H0),
  highOf(F1, H1),
  ...[get(H0), lowOf(F1, H1), tee(SUM), ADD_LANES, set(BEFORE)],
  ...[get(T1), lowOf(F0, H0), UPPER_LANE, I64_ADD, get(SUM), LOWER_LANE, I64_ADD, i64(BIAS_HIGH), I64_ADD],
  ...[CARRY_OF, set(CARRY)],
  ...[get(H1), doubles(0), get(CARRY), SET_LOWER_LANE, ADD_LANES, set(ABOVE)],
);

/** The upper accumulators as limbs between 0 and 2^51. */
const carryStep = (limb: number): Code =>
  sequence(
    ...[get(RESULT), i32(0), i64Load(ACCUMULATOR_AT + 8 * (LIMBS + limb)), get(CARRY), I64_ADD, tee(T0)],
    ...[CARRY_OF, set(CARRY), get(T0), LIMB_OF_T, TO_DOUBLE, f64Store(8 * limb)],
  );

const ofModulus = (vector: number): Code =>
  sequence(
    ...[i32(0), load(MODULUS_AT + VECTOR_BYTES * vector), set(X)],
    vectorStep(get(BLOCK), ACCUMULATOR_AT + VECTOR_BYTES * vector),
  );

/** The multiples for the next two limbs are found as soon as these are known, while the other vectors are worked on. */
const REDUCE = sequence(
  [...i32(0), ...set(BLOCK)],
  ...[i32(0), f64Load(MODULUS_AT + 8), TO_INTEGER, set(P1)],
  ...[i32(0), load(ACCUMULATOR_AT), set(SUM)],
  MULTIPLES,
  LOOP,
  FIRST_OF_REDUCTION,
  ofModulus(1),
  MULTIPLES,
  vectors(2, ofModulus),
  lastStep(get(BLOCK), ACCUMULATOR_AT + NUMBER_BYTES),
  advance(BLOCK, VECTOR_BYTES, i32(NUMBER_BYTES)),
  [...i64(0n), ...set(CARRY)],
  Array.from({ length: LIMBS }, (_, limb) => carryStep(limb)).flat(),
);

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const named = (name: string): Code => [name.length, ...new TextEncoder().encode(name)];

function body(code: Code): Code {
  const whole = [...vector(LOCALS.map(([count, type]) => [count, type])), ...code, 0x0b];
  return [...unsigned(whole.length), ...whole];
}

/**
 * The module, for any modulus. It imports its memory and exports `multiply(result, a, b)` and `square(result, a, a)`,
 * which take addresses of numbers; a result may take the place of a factor.
 */
export function montgomeryModule(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...MAGIC,
    ...section(1, vector([[0x60, ...vector([[I32], [I32], [I32]]), ...vector([])]])),
    ...section(2, vector([[...named('env'), ...named('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, vector([[0x00], [0x00]])),
    ...section(
      7,
      vector([
        [...named('multiply'), 0x00, 0x00],
        [...named('square'), 0x00, 0x01],
      ]),
    ),
    ...section(10, vector([body(sequence(PRODUCT, REDUCE)), body(sequence(SQUARE, REDUCE))])),
  ]);
}
