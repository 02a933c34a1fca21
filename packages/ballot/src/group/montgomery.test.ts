import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BELENIOS_2048, belenios2048 } from './modp.ts';
import type { Slot } from './montgomery.ts';
import { montgomeryKernels } from './montgomery.ts';
import type { Powers } from './powers.ts';
import { kernelPowers } from './powers-kernel.ts';
import { plainPowers } from './powers-plain.ts';

const { p, q, g } = BELENIOS_2048;
const kernels = montgomeryKernels(p);

/** Numbers below p, the awkward ones often: few bits, many bits, limbs of noughts or ones. */
const number = fc.oneof(
  fc.bigInt({ min: 0n, max: p - 1n }),
  fc.constantFrom(0n, 1n, 2n, p - 1n, p - 2n, (1n << 51n) - 1n, 1n << 51n, (1n << 2047n) - 1n, 1n << 2047n),
  fc.nat(2046).map((bit) => 1n << BigInt(bit)),
);

describe('the kernel', () => {
  test('is there, on a machine that fuses multiply and add', () => {
    expect(kernels).toBeDefined();
  });

  test('gives the products that BigInt gives, also in place of a factor', () => {
    const kernel = kernels?.();
    if (kernel === undefined) return;
    const [a, b, c] = kernel.reserve(3) as [Slot, Slot, Slot];
    fc.assert(
      fc.property(number, number, (x, y) => {
        kernel.put(a, x);
        kernel.put(b, y);
        kernel.multiply(c, a, b);
        expect(kernel.take(c)).toBe((x * y) % p);
        kernel.multiply(b, a, b);
        kernel.square(b, b);
        expect(kernel.take(b)).toBe((x * y * (x * y)) % p);
        kernel.square(c, a);
        expect(kernel.take(c)).toBe((x * x) % p);
        kernel.copy(b, c);
        expect(kernel.take(b)).toBe((x * x) % p);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('powers by the kernel and by BigInt', () => {
  const plain = plainPowers(p);
  const fast = kernels ? kernelPowers(kernels) : plain;
  const exponent = fc.oneof(fc.bigInt({ min: 0n, max: q }), fc.constantFrom(0n, 1n, 15n, 16n, q, (1n << 256n) - 1n));

  test('are the same', () => {
    fc.assert(
      fc.property(number, fc.array(exponent, { minLength: 1, maxLength: 3 }), (base, exponents) => {
        const told = ({ pow, powSecret, table }: Powers): bigint[][] => {
          const tabled = table(base, 2);
          return exponents.map((k) => [pow(base, k), powSecret(base, k), tabled.pow(k, false), tabled.pow(k, true)]);
        };
        expect(told(fast)).toEqual(told(plain));
      }),
      { numRuns: 20 },
    );
  });
});

describe('the terms of several bases by the kernel and by BigInt', () => {
  const plain = plainPowers(p);
  const fast = kernels ? kernelPowers(kernels) : plain;
  const exponent = fc.oneof(fc.bigInt({ min: 0n, max: q - 1n }), fc.constantFrom(0n, 1n, q - 1n));
  const term = fc.record({ exponent, times: fc.array(exponent, { maxLength: 2 }) });
  const part = fc.record({ base: number, terms: fc.array(term, { maxLength: 2 }), isFactor: fc.boolean() });

  test('are the same, and a power to the order is told of each base', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), fc.array(term, { maxLength: 2 }), (parts, ofProduct) => {
        const told = (powers: Powers) => {
          const tables = [powers.table(g, 3), powers.table(7n, 3)];
          const filled = (one: { readonly exponent: bigint; readonly times: readonly bigint[] }) => ({
            exponent: one.exponent,
            times: one.times.flatMap((k, i) => (tables[i] ? [{ table: tables[i], exponent: k }] : [])),
          });
          return powers.work(
            q,
            parts.map((one) => ({ ...one, terms: one.terms.map(filled) })),
            ofProduct.map(filled),
          );
        };
        expect(told(fast)).toEqual(told(plain));
      }),
      { numRuns: 20 },
    );
  });
});

describe('where the kernel cannot be had', () => {
  afterEach(() => vi.restoreAllMocks());

  test('or would be wrong, the group goes on without it', () => {
    // A processor that rounds a product before it adds.
    const { WebAssembly: wasm } = globalThis as unknown as { WebAssembly: { Instance: new () => object } };
    vi.spyOn(wasm, 'Instance').mockImplementation(function wrong() {
      return { exports: { multiply: () => undefined } };
    });
    expect(montgomeryKernels(p)).toBeUndefined();
    const group = belenios2048();
    expect(group.write(group.generator.powPublic(5n))).toBe((g ** 5n % p).toString());
    expect(group.isMember(group.generator.base)).toBe(true);
  });
});
