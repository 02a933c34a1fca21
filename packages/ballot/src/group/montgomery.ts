import {
  LIMB_BITS,
  LIMBS,
  MODULUS_AT,
  montgomeryModule,
  NUMBER_BYTES,
  NUMBERS_AT,
  PRODUCT_START_AT,
  SQUARE_START_AT,
  startOfAccumulators,
} from './montgomery-code.ts';

/** A number in the kernel's memory. Its value there is x·R mod p. */
export type Slot = number & { readonly [slotBrand]: true };
declare const slotBrand: unique symbol;

/** Products modulo one p, in WebAssembly, in a time that does not depend on the numbers. Its memory keeps the last ones. */
export interface MontgomeryKernel {
  readonly one: Slot;
  /** Room for so many numbers, one after the other; it is never given back. */
  reserve(count: number): Slot[];
  put(slot: Slot, value: bigint): void;
  take(slot: Slot): bigint;
  /** `result` may be `a` or `b`. */
  multiply(result: Slot, a: Slot, b: Slot): void;
  /** Faster than the product of a number with itself. `result` may be `a`. */
  square(result: Slot, a: Slot): void;
  copy(into: Slot, from: Slot): void;
  /** Copies a number from another kernel of the same p. */
  fetch(into: Slot, from: MontgomeryKernel, at: Slot): void;
  /** The number's own bytes, for another kernel to copy. */
  bytesAt(slot: Slot): Uint8Array;
}

/** What is used of WebAssembly, which every engine has but neither language library names. */
interface Wasm {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => WasmMemory;
  readonly Instance: new (
    module: WasmModule,
    imports: { readonly env: { readonly memory: WasmMemory } },
  ) => { readonly exports: { readonly multiply: Operation; readonly square: Operation } };
}
type Operation = (result: number, a: number, b: number) => void;
interface WasmModule {
  readonly [moduleBrand]: true;
}
declare const moduleBrand: unique symbol;
interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}
const { WebAssembly: wasm } = globalThis as unknown as { readonly WebAssembly: Wasm };

const PAGE_BYTES = 65_536;
const MAX_PAGES = 2048;
const R = 1n << (LIMB_BITS * BigInt(LIMBS));
const MASK = (1n << LIMB_BITS) - 1n;

/** Makes kernels for an odd p of 2,048 bits; undefined where this engine or processor does not compute rightly. */
export function montgomeryKernels(p: bigint): (() => MontgomeryKernel) | undefined {
  try {
    const module = new wasm.Module(montgomeryModule());
    const kernel = load(module, p);
    return isRight(kernel, p) ? () => load(module, p) : undefined;
  } catch {
    return undefined;
  }
}

function load(module: WasmModule, p: bigint): MontgomeryKernel {
  const memory = new wasm.Memory({ initial: 1, maximum: MAX_PAGES });
  const { multiply, square } = new wasm.Instance(module, { env: { memory } }).exports;
  let doubles = new Float64Array(memory.buffer);
  let bytes = new Uint8Array(memory.buffer);
  let end = NUMBERS_AT;
  const write = (address: number, value: bigint): void => {
    let rest = value;
    for (let limb = 0; limb < LIMBS; limb++) {
      doubles[address / 8 + limb] = Number(rest & MASK);
      rest >>= LIMB_BITS;
    }
  };
  const reserve = (count: number): Slot[] => {
    const slots = Array.from({ length: count }, (_, i) => (end + i * NUMBER_BYTES) as Slot);
    end += count * NUMBER_BYTES;
    const missing = Math.ceil((end - memory.buffer.byteLength) / PAGE_BYTES);
    if (missing > 0) {
      memory.grow(missing);
      doubles = new Float64Array(memory.buffer);
      bytes = new Uint8Array(memory.buffer);
    }
    return slots;
  };
  const integers = new BigInt64Array(memory.buffer);
  integers.set(startOfAccumulators(false), PRODUCT_START_AT / 8);
  integers.set(startOfAccumulators(true), SQUARE_START_AT / 8);
  write(MODULUS_AT, p * (MASK + 1n - inverseOf(p)));
  const [one, unit, squareOfR, spare] = reserve(4) as [Slot, Slot, Slot, Slot];
  write(one, R % p);
  write(unit, 1n);
  write(squareOfR, (R * R) % p);
  return {
    one,
    reserve,
    put(slot, value) {
      write(spare, value);
      multiply(slot, spare, squareOfR);
    },
    take(slot) {
      multiply(spare, slot, unit);
      let value = 0n;
      for (let limb = LIMBS - 1; limb >= 0; limb--)
        value = (value << LIMB_BITS) | BigInt(doubles[spare / 8 + limb] ?? 0);
      return value % p;
    },
    multiply,
    square: (result, a) => square(result, a, a),
    copy: (into, from) => bytes.copyWithin(into, from, from + NUMBER_BYTES),
    fetch: (into, from, at) => bytes.set(from.bytesAt(at), into),
    bytesAt: (slot) => bytes.subarray(slot, slot + NUMBER_BYTES),
  };
}

/** 1/p mod 2^51, by Newton's iteration. */
function inverseOf(p: bigint): bigint {
  let inverse = 1n;
  for (let bits = 1n; bits < LIMB_BITS; bits *= 2n) inverse = (inverse * (2n - p * inverse)) & MASK;
  return inverse & MASK;
}

/** A few products of numbers with full limbs, against BigInt. */
function isRight(kernel: MontgomeryKernel, p: bigint): boolean {
  const [a, b] = kernel.reserve(2) as [Slot, Slot];
  let [x, y] = [p - 1n, (p * 2n) / 3n];
  for (let round = 0; round < 20; round++) {
    kernel.put(a, x);
    kernel.put(b, y);
    kernel.multiply(a, a, b);
    const product = (x * y) % p;
    if (kernel.take(a) !== product) return false;
    kernel.square(b, b);
    if (kernel.take(b) !== (y * y) % p) return false;
    [x, y] = [product, p - x];
  }
  return true;
}
