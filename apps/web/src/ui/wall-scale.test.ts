import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WALL_PX, wallScale } from './wall-scale.ts';

describe('the wall in any window', () => {
  it('fills a wall screen of its own shape', () => {
    expect(wallScale(3840, 2160)).toEqual({ scale: 2, left: 0, top: 0 });
  });

  it('gets margins above and below on a squarer projector', () => {
    expect(wallScale(1920, 1200)).toEqual({ scale: 1, left: 0, top: 60 });
  });

  it('is never cut', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }), (width, height) => {
        const { scale, left, top } = wallScale(width, height);
        expect(left).toBeGreaterThanOrEqual(-0.001);
        expect(top).toBeGreaterThanOrEqual(-0.001);
        expect(left + WALL_PX.width * scale).toBeLessThanOrEqual(width + 0.001);
        expect(top + WALL_PX.height * scale).toBeLessThanOrEqual(height + 0.001);
      }),
    );
  });
});
