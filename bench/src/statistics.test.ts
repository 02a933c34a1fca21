import { describe, expect, it } from 'vitest';
import { median, quantile, shown, slope, welchT } from './statistics.ts';

describe('what a bench counts with', () => {
  it('takes quantiles by nearest rank, whatever the order', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(hundred, 0.5)).toBe(50);
    expect(quantile(hundred, 0.99)).toBe(99);
    expect(quantile(hundred, 1)).toBe(100);
    expect(quantile(hundred, 0)).toBe(1);
    expect(median([3, 1, 2])).toBe(2);
  });

  it('says that nothing has no quantile', () => {
    expect(quantile([], 0.5)).toBeNaN();
    expect(shown(quantile([], 0.5))).toBe('–');
  });

  it('leaves what it was given as it was', () => {
    const given = [2, 1];
    quantile(given, 0.5);
    expect(given).toEqual([2, 1]);
  });

  it('tells two samples apart by how many standard errors their means are', () => {
    expect(welchT([1, 2, 3], [1, 2, 3])).toBe(0);
    expect(welchT([9, 10, 11], [1, 2, 3])).toBeCloseTo(8 / Math.sqrt(2 / 3));
    expect(welchT([1, 2, 3], [0, 10, 20])).toBeCloseTo(-8 / Math.sqrt((1 + 100) / 3));
  });

  it('finds the slope of a line, and none of a flat one', () => {
    expect(
      slope([
        [0, 1],
        [1, 3],
        [2, 5],
      ]),
    ).toBeCloseTo(2);
    expect(
      slope([
        [10, 4],
        [1_000, 4],
        [50_000, 4],
      ]),
    ).toBeCloseTo(0);
  });

  it('shows three digits', () => {
    expect([0.012345, 12.345, 1234.5, 3, 0].map(shown)).toEqual(['0.0123', '12.3', '1235', '3', '0']);
  });
});
