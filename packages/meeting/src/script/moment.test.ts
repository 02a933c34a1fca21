import { describe, expect, it } from 'vitest';
import {
  alternative,
  checkedIn,
  counted,
  demands,
  finds,
  gavel,
  given,
  hallOf,
  inDebate,
  inSession,
  item,
  member,
  moves,
  toDecision,
  withItem,
} from '../testing/index.ts';
import { lastVote, shownMoment } from './moment.ts';

const plan = hallOf(
  { S: 3, M: 3 },
  {
    items: [
      item(1, 'Upprop', 'rollCall'),
      item(2, 'Detaljplan'),
      item(3, 'Taxa'),
      item(4, 'Köp', 'matter', { doors: 'closed' }),
    ],
  },
);
const open = inSession(plan);
const rollCall = withItem(open, 1);
const debate = withItem(open, 2).after({ type: 'beginDebate' });
const [moved] = moves(debate, member('M'), 'rejection');
const closed = moved.after({ type: 'closeDebate' });
const ordered = closed.after({ type: 'proposeOrder' });
const approved = ordered.after({ type: 'approveOrder' });
const put = approved.after({ type: 'putQuestion' });
const found = put.after({ type: 'stateFinding', alternative: alternative(put, 'proposal') });
const demanded = demands(found, member('M'));
const voted = counted(demanded, { S: 'yes', M: 'no' }, { [member('M', 3)]: 'yes' });
const adjourned = debate.after({ type: 'adjourn', cause: 'rest' });

describe('what a screen for everybody shows', () => {
  it.each([
    ['before check-in', given(plan), 'before'],
    ['during check-in', checkedIn(plan), 'before'],
    ['between two items', open, 'between'],
    ['in the roll call’s item, not begun', rollCall, 'debate'],
    ['while names are called', rollCall.after({ type: 'startRollCall' }), 'rollCall'],
    ['when an item is presented', withItem(open, 2), 'debate'],
    ['in its debate', debate, 'debate'],
    ['in a break', adjourned, 'adjourned'],
    ['when everybody is looked for after it', adjourned.after({ type: 'recall' }), 'check'],
    ['behind closed doors', withItem(open, 4).after({ type: 'closeDoors' }), 'doorsClosed'],
    ['when the debate is closed', closed, 'debate'],
    ['when an order is proposed', ordered, 'debate'],
    ['when it is approved', approved, 'debate'],
    ['when the question is put', put, 'debate'],
    ['when the chair has found', found, 'finding'],
    ['when a vote is demanded', demanded, 'finding'],
    ['in the vote', demanded.after({ type: 'openVote', method: 'buttons' }), 'voting'],
    ['after the vote', voted, 'result'],
    ['after the gavel', gavel(voted), 'result'],
    ['after a gavel without a vote', gavel(found), 'debate'],
    ['when the item is closed', gavel(voted).after({ type: 'closeItem' }), 'between'],
    ['when the vote is to be taken again', voted.after({ type: 'redoVote', reason: 'Fel knapp.' }), 'finding'],
    ['when the debate is opened again', voted.after({ type: 'reopenDebate', reason: 'Begärt.' }), 'debate'],
    ['after the meeting', inSession(hallOf({ S: 3 }, { items: [] })).after({ type: 'closeMeeting' }), 'closed'],
  ])('%s', (_, scene, shown) => {
    expect(shownMoment(scene.meeting)).toBe(shown);
  });

  it('the next item shows nothing of the vote of the last one', () => {
    const next = withItem(gavel(voted).after({ type: 'closeItem' }), 3).after({ type: 'beginDebate' });
    const decided = gavel(finds(toDecision(next), 'proposal'));
    expect(shownMoment(decided.meeting)).toBe('debate');
    expect(lastVote(decided.meeting)).toBeUndefined();
  });

  it('an addition that is found after the vote on the matter is a finding, not that vote', () => {
    const [added] = moves(debate, member('M'), 'addition', { text: 'En bro byggs.' });
    const main = demands(finds(toDecision(added), 'proposal'), member('M'));
    const addition = gavel(counted(main, { S: 'yes', M: 'no' }, { [member('M', 3)]: 'yes' })).after({
      type: 'putQuestion',
    });
    expect(shownMoment(addition.meeting)).toBe('debate');
    expect(
      shownMoment(addition.after({ type: 'stateFinding', alternative: alternative(addition, 'adopt') }).meeting),
    ).toBe('finding');
  });

  it('the names of a counter-proposition vote, from its close until the next vote is opened; then of that one', () => {
    const hall = hallOf({ S: 5, M: 3, SD: 2 }, { items: [item(1, 'Budget')] });
    const [first, right] = moves(inDebate(hall, 1), member('M'), 'amendment', { text: 'A' });
    const [second] = moves(first, member('SD'), 'amendment', { text: 'B' });
    const counter = demands(finds(demands(finds(toDecision(second), 'proposal'), member('M')), right), member('SD'));
    expect(shownMoment(counter.meeting)).toBe('chain');
    const chosen = counted(counter, { S: 'abstain', M: 'yes', SD: 'no' });
    expect(shownMoment(chosen.meeting)).toBe('result');
    expect(lastVote(chosen.meeting)?.result).toMatchObject({ yes: 3, no: 2, abstain: 5 });
    expect(shownMoment(chosen.after({ type: 'openVote', method: 'buttons' }).meeting)).toBe('voting');
    const settled = counted(chosen, { S: 'yes', M: 'no', SD: 'no' }, { [member('SD', 2)]: 'yes' });
    expect(shownMoment(settled.meeting)).toBe('result');
    expect(lastVote(settled.meeting)?.result).toMatchObject({ yes: 6, no: 4, abstain: 0 });
  });

  it('a vote that was annulled is not the last one', () => {
    expect(lastVote(voted.meeting)?.result).toMatchObject({ yes: 4, no: 2 });
    expect(lastVote(voted.after({ type: 'redoVote', reason: 'Fel knapp.' }).meeting)).toBeUndefined();
  });
});
