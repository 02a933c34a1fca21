/**
 * A WebAssembly module for one thing: the Montgomery product of two numbers of about two thousand bits. Numbers are 41
 * limbs of 51 bits, each kept twice: as an integer and as a double. A product of two limbs is taken exactly by two fused
 * multiply-adds, whose results are read as integers: added to 2^103 a product leaves its upper half in the mantissa, and
 * what is left, added to 1.5·2^52, its lower half. Two products go through one SIMD instruction.
 *
 * Fused multiply-add is "relaxed" SIMD: an engine may lack it, or a processor round twice. Who loads the module must test
 * that its products are right, and do without it where they are not.
 */
export const LIMBS = 41;
export const LIMB_BITS = 51n;
const VECTORS = 21;
/** Integers, then doubles; the forty-second lane is always nought. */
export const HALF_BYTES = VECTORS * 16;
export const NUMBER_BYTES = 2 * HALF_BYTES;

/** Where the module keeps what: accumulators, their start, the modulus; numbers follow. */
const ACCUMULATORS = 2 * LIMBS + 2;
export const ACCUMULATOR_AT = 0;
export const START_AT = 1024;
export const MODULUS_AT = 2048;
export const NUMBERS_AT = 4096;

const BIAS_LOW = 0x4338000000000000n; // the bits of 1.5·2^52
const BIAS_HIGH = 0x4660000000000000n; // the bits of 2^103
const LIMB_MASK = (1n << LIMB_BITS) - 1n;

/**
 * What each accumulator starts from: minus the biases it will be given. Every place k gets the lower halves of the pairs
 * i + j = k and the upper halves of i + j = k − 1, once of a·b and once of q·p.
 */
export function startOfAccumulators(): BigInt64Array {
  const pairs = (k: number): bigint => {
    let count = 0n;
    for (let i = 0; i < LIMBS; i++) if (k - i >= 0 && k - i < 2 * VECTORS) count++;
    return count;
  };
  return BigInt64Array.from({ length: ACCUMULATORS }, (_, k) =>
    BigInt.asIntN(64, -2n * (pairs(k) * BIAS_LOW + pairs(k - 1) * BIAS_HIGH)),
  );
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
const I64_ADD: Code = [0x7c];
const I64_MULTIPLY: Code = [0x7e];
const I64_AND: Code = [0x83];
const I64_SHIFT: Code = [0x87];
const TO_DOUBLE: Code = [0xb9];
const i64Load = (offset: number): Code => [0x29, ...at(offset)];
const i64Store = (offset: number): Code => [0x37, ...at(offset)];
const f64Store = (offset: number): Code => [0x39, ...at(offset)];
const load = (offset: number): Code => [...simd(0x00), ...at(offset)];
const loadTwice = (offset: number): Code => [...simd(0x0a), ...at(offset)];
const store = (offset: number): Code => [...simd(0x0b), ...at(offset)];
const SPLAT = simd(0x14);
const ADD_LANES = simd(0xce);
const SUBTRACT = simd(0xf1);
const FUSED = simd(0x107);
const UPPER_LANE: Code = [...simd(0x1d), 1];
/** The upper lane of the first and the lower lane of the second. */
const ALIGN: Code = [...simd(0x0d), ...Array.from({ length: 16 }, (_, i) => i + 8)];

function doubles(value: number): Code {
  const bytes = [...new Uint8Array(new Float64Array([value, value]).buffer)];
  return [...simd(0x0c), ...bytes];
}

// Parameters, then locals: four of i32, three of i64, the rest of v128.
const [RESULT, A, B, STEP, Q, CARRY, FIRST, AD, QD, BEFORE, HIGH_A, HIGH_Q, HIGH, VECTOR_B, VECTOR_P] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
];
const [C1, C2] = [15, 16];

/** One vector of b and p: four fused products, their halves added where they belong. */
function vectorStep(vector: number): Code {
  const place = ACCUMULATOR_AT + 16 * vector;
  const low = (factor: number, other: number, high: number): Code => [
    ...get(factor),
    ...get(other),
    ...get(C2),
    ...get(high),
    ...SUBTRACT,
    ...FUSED,
  ];
  return [
    ...sequence(get(B), load(HALF_BYTES + 16 * vector), set(VECTOR_B)),
    ...sequence(i32(0), load(MODULUS_AT + HALF_BYTES + 16 * vector), set(VECTOR_P)),
    ...sequence(get(AD), get(VECTOR_B), get(C1), FUSED, set(HIGH_A)),
    ...sequence(get(QD), get(VECTOR_P), get(C1), FUSED, set(HIGH_Q)),
    ...get(STEP),
    ...sequence(get(STEP), load(place)),
    ...sequence(low(AD, VECTOR_B, HIGH_A), low(QD, VECTOR_P, HIGH_Q), ADD_LANES, ADD_LANES),
    ...sequence(get(BEFORE), get(HIGH_A), get(HIGH_Q), ADD_LANES, tee(HIGH), ALIGN, ADD_LANES),
    ...store(place),
    ...sequence(get(HIGH), set(BEFORE)),
  ];
}

/** One limb of a: its multiple of b, and the multiple of p that makes the lowest limb nought, added to the accumulators. */
function limbStep(inverse: bigint): Code {
  const last = ACCUMULATOR_AT + 8 * 2 * VECTORS;
  return [
    ...sequence(get(A), get(STEP), I32_ADD, loadTwice(HALF_BYTES), set(AD)),
    ...sequence(get(STEP), i64Load(ACCUMULATOR_AT)),
    ...sequence(get(A), get(STEP), I32_ADD, i64Load(0), get(FIRST), I64_MULTIPLY, I64_ADD),
    ...sequence(i64(inverse), I64_MULTIPLY, i64(LIMB_MASK), I64_AND, TO_DOUBLE, SPLAT, set(QD)),
    ...sequence(doubles(0), set(BEFORE)),
    ...Array.from({ length: VECTORS }, (_, vector) => vectorStep(vector)).flat(),
    ...sequence(get(STEP), get(STEP), i64Load(last), get(BEFORE), UPPER_LANE, I64_ADD, i64Store(last)),
    ...sequence(get(STEP), get(STEP), i64Load(ACCUMULATOR_AT + 8)),
    ...sequence(get(STEP), i64Load(ACCUMULATOR_AT), i64(LIMB_BITS), I64_SHIFT, I64_ADD),
    ...i64Store(ACCUMULATOR_AT + 8),
  ];
}

/** The upper accumulators as limbs between 0 and 2^51. */
function carryStep(limb: number): Code {
  return [
    ...i32(0),
    ...i64Load(ACCUMULATOR_AT + 8 * (LIMBS + limb)),
    ...get(CARRY),
    ...I64_ADD,
    ...tee(Q),
    ...i64(LIMB_BITS),
    ...I64_SHIFT,
    ...set(CARRY),
    ...get(RESULT),
    ...get(Q),
    ...i64(LIMB_MASK),
    ...I64_AND,
    ...tee(Q),
    ...i64Store(8 * limb),
    ...get(RESULT),
    ...get(Q),
    ...TO_DOUBLE,
    ...f64Store(HALF_BYTES + 8 * limb),
  ];
}

function multiplication(inverse: bigint): Code {
  const starts = Array.from({ length: ACCUMULATORS / 2 }, (_, i) => [
    ...i32(0),
    ...sequence(i32(0), load(START_AT + 16 * i)),
    ...store(ACCUMULATOR_AT + 16 * i),
  ]).flat();
  return [
    ...starts,
    ...sequence(get(B), i64Load(0), set(FIRST)),
    ...sequence(doubles(2 ** 103), set(C1), doubles(2 ** 103 + 1.5 * 2 ** 52), set(C2)),
    ...LOOP,
    ...limbStep(inverse),
    ...sequence(get(STEP), i32(8), I32_ADD, tee(STEP), i32(8 * LIMBS), I32_LESS, REPEAT),
    ...Array.from({ length: LIMBS }, (_, limb) => carryStep(limb)).flat(),
    0x0b,
  ];
}

const section = (id: number, content: Code): Code => [id, ...unsigned(content.length), ...content];
const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items.flat()];
const named = (name: string): Code => [name.length, ...new TextEncoder().encode(name)];

/**
 * The module for a modulus. It imports its memory and exports `multiply(result, a, b)`, which takes addresses of numbers.
 * @param inverse −1/p mod 2^51.
 */
export function montgomeryModule(inverse: bigint): Uint8Array<ArrayBuffer> {
  const [I32, I64, V128] = [0x7f, 0x7e, 0x7b];
  const locals = vector(
    [
      [1, I32],
      [3, I64],
      [10, V128],
    ].map(([count = 0, type = 0]) => [count, type]),
  );
  const body = [...locals, ...multiplication(inverse)];
  return Uint8Array.from([
    ...MAGIC,
    ...section(1, vector([[0x60, ...vector([[I32], [I32], [I32]]), ...vector([])]])),
    ...section(2, vector([[...named('env'), ...named('memory'), 0x02, 0x00, 0x01]])),
    ...section(3, vector([[0x00]])),
    ...section(7, vector([[...named('multiply'), 0x00, 0x00]])),
    ...section(10, vector([[...unsigned(body.length), ...body]])),
  ]);
}
