import { expect, it } from 'vitest';
import { quotientText } from './quotient.ts';

it('writes a comparison number to hundredths, with the mark of the language', () => {
  expect(quotientText('sv', 17n, 3n)).toBe('5,67');
  expect(quotientText('en', 17n, 3n)).toBe('5.67');
  expect(quotientText('sv', 17n, 1n)).toBe('17');
  expect(quotientText('sv', 5n, 2n)).toBe('2,50');
  expect(quotientText('sv', 401n, 4n)).toBe('100,25');
  expect(quotientText('sv', 1999n, 1000n)).toBe('2');
});
