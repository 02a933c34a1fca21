import { expect, it } from 'vitest';
import { pageTurn } from './page-turn.ts';

it('shows a council of 85 whole, and a larger one by turns of twelve seconds, the figures first', () => {
  expect(pageTurn(85, 0, 13_000)).toBe('all');
  expect([0, 11_999, 12_000, 23_999, 24_000].map((now) => pageTurn(86, 0, now))).toEqual([
    'figures',
    'figures',
    'names',
    'names',
    'figures',
  ]);
});

it('begins with the figures also where the clock is a little behind', () => {
  expect(pageTurn(101, 5_000, 4_000)).toBe('figures');
});
