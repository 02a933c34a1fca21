import { describe, expect, it } from 'vitest';
import { readClock, surer } from './clock.ts';

describe('the clock of the meeting', () => {
  it('takes half the way for the answer', () => {
    expect(readClock(1_000, 51_050, 1_100)).toEqual({ offsetMs: 50_000, roundTripMs: 100, at: 1_100 });
  });

  it('trusts the quickest answer while it is fresh', () => {
    const quick = readClock(1_000, 51_005, 1_010);
    const slow = readClock(2_000, 52_400, 2_500);
    expect(surer(quick, slow)).toBe(quick);
    expect(surer(slow, readClock(3_000, 53_001, 3_002)).roundTripMs).toBe(2);
  });

  it('lets an old reading go, since clocks drift', () => {
    const quick = readClock(1_000, 51_005, 1_010);
    const later = readClock(70_000, 120_000, 70_300);
    expect(surer(quick, later)).toBe(later);
  });
});
