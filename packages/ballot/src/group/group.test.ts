import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nodeEngine } from '../node.ts';
import type { Element } from './group.ts';
import { inverseModulo } from './group.ts';
import { GROUP_NAMES, groupOf } from './index.ts';
import { BELENIOS_2048 } from './modp.ts';

const engine = nodeEngine();

describe.each(GROUP_NAMES)('the group %s', (name) => {
  const group = groupOf(name, engine);
  const plain = groupOf(name);
  const scalar = fc.bigInt({ min: 0n, max: group.q - 1n });
  const g = group.generator.base;
  const same = (a: Element, b: Element): void => expect(group.write(a)).toBe(group.write(b));

  test('raises to a power by every road to the same place', () => {
    fc.assert(
      fc.property(scalar, scalar, (x, k) => {
        const base = group.generator.powPublic(x);
        const power = group.powPublic(base, k);
        same(power, group.generator.powPublic((x * k) % group.q));
        same(power, group.powSecret(base, k));
        same(power, plain.powPublic(base, k));
        const table = group.fixedBase(base, 3);
        same(power, table.powPublic(k));
        same(power, table.powSecret(k));
        const terms = [
          { exponent: k, times: [] },
          { exponent: k, times: [{ base: group.generator, exponent: -2n * k }] },
          { exponent: k, times: [{ base: table, exponent: x }] },
        ];
        const parts = [true, true, false].map((isFactor) => ({ element: base, terms, isFactor }));
        const { parts: examined, product } = group.examine(parts, terms);
        for (const one of examined) {
          expect(one.isMember).toBe(true);
          same(power, one.values[0] ?? g);
          same(group.multiply(power, group.generator.powPublic(-2n * k)), one.values[1] ?? g);
          same(group.multiply(power, table.powPublic(x)), one.values[2] ?? g);
        }
        same(group.multiply(power, power), product[0] ?? g);
      }),
      { numRuns: 10 },
    );
  });

  test.each([0n, 1n, group.q - 1n])('raises to %s', (k) => {
    same(group.powSecret(g, k), group.powPublic(g, k));
    same(group.generator.powSecret(k), group.generator.powPublic(k));
    same(group.fixedBase(g, 1000).powPublic(k), group.powPublic(g, k));
  });

  test('writes what it reads, and nothing else reads as canonical', () => {
    fc.assert(
      fc.property(scalar, (x) => {
        const text = group.write(group.generator.powPublic(x));
        expect(group.read(text)).toMatchObject({ canonical: true, inRange: true });
        expect(group.writeAll([group.read(text).element ?? g, g])).toEqual([text, group.write(g)]);
        for (const other of [`0${text}`, ` ${text}`, `+${text}`, `${text}\n`, ''])
          expect(group.read(other).canonical).toBe(false);
      }),
      { numRuns: 10 },
    );
  });

  test('knows its members', () => {
    expect(group.isMember(g)).toBe(true);
    expect(group.isMember(group.identity)).toBe(true);
    const minusOne = name === 'Ed25519' ? (2n ** 255n - 20n).toString(16) : (BELENIOS_2048.p - 1n).toString();
    const ofOrder2 = group.read(minusOne).element;
    expect(ofOrder2 && group.isMember(ofOrder2)).toBe(false);
    expect(ofOrder2 && group.isMember(group.multiply(g, ofOrder2))).toBe(false);
    const outside = ofOrder2 && group.multiply(g, ofOrder2);
    const examined =
      outside &&
      group.examine(
        [g, outside].map((element) => ({ element, terms: [], isFactor: true })),
        [],
      );
    expect(examined?.parts.map(({ isMember }) => isMember)).toEqual([true, false]);
  });
});

test('an inverse modulo a prime undoes a product', () => {
  fc.assert(fc.property(fc.bigInt({ min: 1n, max: 10_006n }), (n) => (n * inverseModulo(n, 10_007n)) % 10_007n === 1n));
});
