import { hallOf, inDebate, item, member, moves, question, toDecision, vote } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { inTheWayOf } from './lawful.ts';
import { offeredActions } from './actions.ts';
import { type MemberMoment, memberMoment } from './moment.ts';

const plan = hallOf({ S: 6, M: 5 }, { items: [item(118, 'Budget')] });
const ME = member('M', 2);

const side = (moment: MemberMoment): string => (moment.is === 'session' ? moment.side.is : moment.is);

function deciding() {
  const [moved] = moves(inDebate(plan, 118), member('M', 1), 'rejection');
  return toDecision(moved);
}

describe('a decision on the member’s screen', () => {
  it('goes from the question to the finding, in which a vote can be demanded', () => {
    const scene = deciding();
    expect(side(memberMoment(scene.meeting, ME))).toBe('deciding');
    const put = scene.after({ type: 'putQuestion' });
    expect(side(memberMoment(put.meeting, ME))).toBe('deciding');
    const found = put.after({
      type: 'stateFinding',
      alternative: question(put).frames[0]?.alternatives[0] ?? ('' as never),
    });
    expect(side(memberMoment(found.meeting, ME))).toBe('finding');
  });

  it('waits when a vote is demanded, votes when it is open, and shows the result when it is closed', () => {
    const put = deciding().after({ type: 'putQuestion' });
    const alternative = question(put).frames[0]?.alternatives[0] ?? ('' as never);
    const demanded = put.after({ type: 'stateFinding', alternative }).after({ type: 'demandVote', person: ME }, ME);
    expect(side(memberMoment(demanded.meeting, ME))).toBe('demanded');
    const open = demanded.after({ type: 'openVote', method: 'buttons' });
    expect(side(memberMoment(open.meeting, ME))).toBe('vote');
    const all = vote(open).electors.reduce(
      (scene, { person }) => scene.after({ type: 'castVote', vote: vote(open).id, choice: 'yes' }, person),
      open,
    );
    const closed = all.after({ type: 'closeVote' });
    expect(side(memberMoment(closed.meeting, ME))).toBe('result');
    expect(side(memberMoment(closed.after({ type: 'strikeGavel' }).meeting, ME))).toBe('decided');
  });

  it('offers help alone while a vote is open: nothing stands beside the three answers', () => {
    const put = deciding().after({ type: 'putQuestion' });
    const alternative = question(put).frames[0]?.alternatives[0] ?? ('' as never);
    const open = put
      .after({ type: 'stateFinding', alternative })
      .after({ type: 'demandVote', person: ME }, ME)
      .after({ type: 'openVote', method: 'buttons' });
    expect(offeredActions(open.meeting, ME, memberMoment(open.meeting, ME), 0, { inTheWayOf })).toEqual([
      { id: 'help' },
    ]);
  });
});
