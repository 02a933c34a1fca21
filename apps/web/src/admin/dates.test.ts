import { describe, expect, it } from 'vitest';
import { dayAfter, dayOf, isDate } from './dates.ts';

describe('days in the register', () => {
  it('exist, or are no days', () => {
    expect(isDate('2024-02-29')).toBe(true);
    expect(isDate('2025-02-29')).toBe(false);
    expect(isDate('2025-13-01')).toBe(false);
    expect(isDate('25-01-31')).toBe(false);
  });

  it('a seat left on the last of a month is taken on the first of the next', () => {
    expect(dayAfter('2025-12-31')).toBe('2026-01-01');
    expect(dayAfter('2024-02-28')).toBe('2024-02-29');
  });

  it('are Swedish days, also late in the evening', () => {
    expect(dayOf(Date.UTC(2025, 10, 13, 22, 30))).toBe('2025-11-13');
    expect(dayOf(Date.UTC(2025, 10, 13, 23, 30))).toBe('2025-11-14');
  });
});
