import { describe, expect, it } from 'vitest';
import { councilPlan, inSession, withItem } from '../testing/index.ts';
import { shownMoment } from './moment.ts';

describe('what a screen for everybody shows', () => {
  it('the notice before the meeting, nothing between items but the next one, and the debate of an open item', () => {
    const scene = inSession(councilPlan());
    expect(shownMoment(scene.meeting)).toBe('between');
    expect(shownMoment(withItem(scene, 118).meeting)).toBe('debate');
  });
});
