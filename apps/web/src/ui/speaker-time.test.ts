import { describe, expect, it } from 'vitest';
import { countdown, speakerTime } from './speaker-time.ts';

describe('the time of a speech', () => {
  it('counts 3.12 of 6.00', () => {
    const time = speakerTime(192_400, 360);
    expect([time.elapsed, time.left]).toEqual([192, 168]);
    expect(time.over).toBe(0);
  });

  it('is out exactly at the limit and over it a second later', () => {
    expect(speakerTime(360_999, 360)).toEqual({ elapsed: 360, left: 0, over: 0, share: 1 });
    expect(speakerTime(361_000, 360).over).toBe(1);
  });

  it('does not run backwards when the own clock is ahead of the server', () => {
    expect(speakerTime(-3_000, 120)).toEqual({ elapsed: 0, left: 120, over: 0, share: 0 });
  });

  it('has no meter to divide by when there is no time at all', () => {
    expect(speakerTime(0, 0).share).toBe(1);
  });
});

describe('what is left until a moment', () => {
  it('is rounded up, so that 0.00 is the moment itself', () => {
    expect(countdown(1)).toBe('0.01');
    expect(countdown(0)).toBe('0.00');
    expect(countdown(-5)).toBe('0.00');
    expect(countdown(845_000)).toBe('14.05');
    expect(countdown(8_045_000)).toBe('2.14.05');
  });
});
