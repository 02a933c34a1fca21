import { describe, expect, it } from 'vitest';
import {
  counted,
  councilPlan,
  demands,
  finds,
  GOTEBORG,
  hallOf,
  inDebate,
  inSession,
  member,
  moves,
  toDecision,
  withItem,
} from '../testing/index.ts';
import { currentItem } from '../agenda/current.ts';
import type { ItemId } from '../ids.ts';
import { tabledProposalId } from '../proposals/evolve.ts';
import { shownMoment } from './moment.ts';

describe('what a screen for everybody shows', () => {
  it('the notice before the meeting, nothing between items but the next one, and the debate of an open item', () => {
    const scene = inSession(councilPlan());
    expect(shownMoment(scene.meeting)).toBe('between');
    expect(shownMoment(withItem(scene, 118).meeting)).toBe('debate');
  });

  it('the names of a counter-proposition vote, from its close until the next vote is opened', () => {
    const [first, right] = moves(inDebate(hallOf(GOTEBORG), 118), member('M'), 'amendment', { text: 'A' });
    const [second] = moves(first, member('SD'), 'amendment', { text: 'B' });
    const tabled = tabledProposalId(currentItem(second.meeting)?.id ?? ('' as ItemId));
    const counter = demands(finds(demands(finds(toDecision(second), tabled), member('M')), right), member('SD'));
    expect(shownMoment(counter.meeting)).toBe('chain');
    const closed = counted(counter, { S: 'abstain', M: 'yes', SD: 'no' });
    expect(shownMoment(closed.meeting)).toBe('result');
    expect(shownMoment(closed.after({ type: 'openVote', method: 'buttons' }).meeting)).toBe('voting');
  });
});
