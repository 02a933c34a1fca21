import { councilPlan, inSession, withItem } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { wallMoment } from './wall-moment.ts';

describe('what the wall shows', () => {
  it('the notice before the meeting, nothing between items but the next one, and the debate of an open item', () => {
    const scene = inSession(councilPlan());
    expect(wallMoment(scene.meeting)).toBe('between');
    expect(wallMoment(withItem(scene, 118).meeting)).toBe('debate');
  });
});
