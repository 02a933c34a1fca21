import { describe, expect, it } from 'vitest';
import { breakEnd, type Heard, SIGNAL_MS, sounds } from './two-minutes.ts';

const UNTIL = 10 * SIGNAL_MS;
const at = (now: number, until: number | undefined = UNTIL): Heard => ({ until, end: breakEnd(until, now) });

describe('the two-minute signal', () => {
  it('is near from two minutes before the time to the time itself, and then over', () => {
    expect(at(UNTIL - SIGNAL_MS - 1).end).toBe('far');
    expect(at(UNTIL - SIGNAL_MS).end).toBe('near');
    expect(at(UNTIL - 1).end).toBe('near');
    expect(at(UNTIL).end).toBe('over');
    expect(breakEnd(undefined, UNTIL)).toBe('far');
  });

  it('sounds once, when two minutes are left', () => {
    const seconds = [-3, -2, -1, 0, 1, 2, 119, 120, 125].map((one) => at(UNTIL - SIGNAL_MS + one * 1_000));
    const sounded = seconds.filter((now, index) => sounds(seconds[index - 1], now));
    expect(sounded).toEqual([seconds[3]]);
  });

  it('is silent for one who comes when it has been given', () => {
    expect(sounds(undefined, at(UNTIL - 1_000))).toBe(false);
  });

  it('sounds when the chair moves the time near, and again two minutes before a later time', () => {
    const now = UNTIL - 5 * SIGNAL_MS;
    expect(sounds(at(now), at(now, now + 60_000))).toBe(true);
    const later = UNTIL + SIGNAL_MS;
    expect(sounds(at(UNTIL - 1_000), at(UNTIL - 1_000, later))).toBe(false);
    expect(sounds(at(later - SIGNAL_MS - 1, later), at(later - SIGNAL_MS, later))).toBe(true);
  });
});
