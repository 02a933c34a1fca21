import { describe, expect, it } from 'vitest';
import { dateText, durationText, timeSpan, timeText, timeWithSeconds } from './time.ts';

const at = Date.parse('2025-11-13T18:42:04Z');

describe('times of a meeting', () => {
  it('are Swedish wall time with a full stop, summer and winter', () => {
    expect(timeText(at)).toBe('19.42');
    expect(timeText(Date.parse('2026-06-11T07:05:00Z'))).toBe('09.05');
    expect(timeWithSeconds(at)).toBe('19.42.04');
  });

  it('make a span with an en dash', () => {
    expect(timeSpan(at, at + 300_000)).toBe('19.42–19.47');
  });

  it('measure a speech in minutes and seconds', () => {
    expect(durationText(192)).toBe('3.12');
    expect(durationText(59.9)).toBe('0.59');
    expect(durationText(-4)).toBe('0.00');
  });

  it('write the day out in each language', () => {
    expect(dateText('sv', '2025-11-13')).toBe('13 november 2025');
    expect(dateText('en', '2025-11-13')).toBe('13 November 2025');
  });
});
