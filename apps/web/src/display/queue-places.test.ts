import { expect, it } from 'vitest';
import { queuePlaces } from './queue-places.ts';

it('gives the speakers’ list what proposals and pictures leave, and always the next speaker', () => {
  expect([0, 1, 2, 3, 9].map((moved) => queuePlaces(moved, false))).toEqual([7, 4, 3, 2, 2]);
  expect([0, 1, 3].map((moved) => queuePlaces(moved, true))).toEqual([5, 2, 1]);
});
