import { describe, expect, it } from 'vitest';
import { readLinks } from './log-in.ts';
import { PATTERN_HEIGHT, PATTERN_WIDTH, patternFrame, toneSamples } from './test-pattern.ts';

describe('what bots are made of', () => {
  it('reads the links that a start prints, with the names before them', () => {
    const printed = [
      'Klubba är igång på http://127.0.0.1:8080',
      '  Marie Sandell, ordförande   http://127.0.0.1:8080/in/abcDEF_1234-xyz',
      '',
      '  nobody',
    ].join('\n');
    expect(readLinks(printed)).toEqual([
      { origin: 'http://127.0.0.1:8080', token: 'abcDEF_1234-xyz', name: 'Marie Sandell, ordförande' },
    ]);
  });

  it('paints a whole picture in which something moves', () => {
    const [first, next] = [patternFrame(0, 60), patternFrame(1, 60)];
    expect(first).toHaveLength((PATTERN_WIDTH * PATTERN_HEIGHT * 3) / 2);
    expect(first).not.toEqual(next);
    expect(first.slice(PATTERN_WIDTH * PATTERN_HEIGHT).every((value) => value === 128)).toBe(true);
  });

  it('sounds without a click between two pieces', () => {
    const whole = toneSamples(0, 960, 440);
    expect([...toneSamples(0, 480, 440), ...toneSamples(480, 480, 440)]).toEqual([...whole]);
    expect(Math.max(...whole)).toBeGreaterThan(2_900);
  });
});
