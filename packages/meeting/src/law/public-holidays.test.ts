import { describe, expect, it } from 'vitest';
import { weekdayBefore } from './kal-2-late-item.ts';
import { isHoliday } from './public-holidays.ts';

describe('KAL-2 the weekday before', () => {
  it.each([
    ['a Thursday', '2026-11-26', '2026-11-25'],
    ['a Monday', '2026-11-23', '2026-11-20'],
    ['Tuesday after Easter', '2026-04-07', '2026-04-02'],
    ['the day after Epiphany on a Tuesday', '2026-01-07', '2026-01-05'],
    ['the day after May Day on a Friday', '2026-05-04', '2026-04-30'],
    ['the day after Ascension Day', '2026-05-15', '2026-05-13'],
    ['Monday after Midsummer', '2026-06-22', '2026-06-18'],
    ['the day after the national day on a Tuesday', '2023-06-07', '2023-06-05'],
    ['the first weekday after Christmas', '2026-12-28', '2026-12-23'],
    ['the day after New Year’s Day', '2027-01-04', '2026-12-30'],
  ])('%s', (_, day, before) => {
    expect(weekdayBefore(day)).toBe(before);
  });

  it('knows Easter, early and late', () => {
    // Good Fridays as printed in almanacs, the earliest and the latest among them.
    for (const friday of ['2000-04-21', '2008-03-21', '2011-04-22', '2024-03-29', '2038-04-23', '2040-03-30'])
      expect(isHoliday(friday)).toBe(true);
    expect(isHoliday('2024-03-22')).toBe(false);
    expect(isHoliday('2024-04-05')).toBe(false);
  });
});
