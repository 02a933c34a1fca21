import { expect, it } from 'vitest';
import { moved } from './moved.ts';

it('moves one a step and the others make room; at the ends nothing moves', () => {
  const list = ['a', 'b', 'c'];
  expect(moved(list, 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moved(list, 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moved(list, 'a', -1)).toBe(list);
  expect(moved(list, 'c', 1)).toBe(list);
  expect(moved(list, 'x', 1)).toBe(list);
});
