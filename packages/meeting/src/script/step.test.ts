import { expect, it } from 'vitest';
import { scene, trail } from './step.ts';

it('a scene says and offers nothing but what it is given', () => {
  expect(scene({})).toEqual({ words: [], wanted: [], also: [], formal: [], trail: [] });
});

it('a trail: what is done, what is current, what is coming; before the first nothing is done, after the last all is', () => {
  const states = (current: number) => trail(['debate', 'vote', 'gavel'], current).map(({ state }) => state);
  expect(trail(['debate'], 0)).toEqual([{ key: 'script.trail.debate', state: 'current' }]);
  expect(states(0)).toEqual(['current', 'coming', 'coming']);
  expect(states(1)).toEqual(['done', 'current', 'coming']);
  expect(states(3)).toEqual(['done', 'done', 'done']);
});
