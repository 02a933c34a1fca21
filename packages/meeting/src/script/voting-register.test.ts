import { describe, expect, it } from 'vitest';
import type { MeetingPlan } from '../plan.ts';
import {
  arrives,
  checkedIn,
  hallOf,
  inSession,
  item,
  itemClosed,
  member,
  type Scene,
  scriptOf,
  withItem,
} from '../testing/index.ts';

const hall = hallOf({ A: 1, B: 1, C: 1 }, { items: [item(1, 'Upprop', 'rollCall'), item(2, 'Bolagsordningen')] });
const REGISTER = [
  { votes: 60, shares: 50 },
  { votes: 30, shares: 40 },
  { votes: 10, shares: 10 },
];
/** Three shareholders, of whom A leads. */
const plan: MeetingPlan = {
  ...hall,
  body: { ...hall.body, kind: 'generalMeeting' },
  seats: hall.seats.map((seat, index) => ({ ...seat, ...REGISTER[index] })),
};
const approve = (scene: Scene): Scene => scene.after({ type: 'approveVotingRegister' });
/** After the roll call, without C. */
const two = itemClosed(withItem(inSession(plan, { absent: [member('C')] }), 1), 1);

const APPROVE = (count: number, held: number): string =>
  `approveVotingRegister ⇒ approveVotingRegister; effect approveVotingRegister {count: ${count}; votes: ${held}; shares: ${held}}`;
const REST = 'adjourn {until: 17:20} ⇒ adjourn cause rest, until 17:20; asks until; effect adjourn';
const BEGIN = 'beginDebate ⇒ beginDebate';
const CLOSE = 'closeDebate ⇒ closeDebate';
const SAID = 'item {number: 2; title: Bolagsordningen}';

describe('a general meeting approves its voting register', () => {
  it('before its first item, which is said instead of the item', () => {
    expect(scriptOf(two)).toMatchObject({
      say: ['votingRegister {count: 2; votes: 90; shares: 90}'],
      next: APPROVE(2, 90),
    });
  });

  it('in the item if that is open already, before what else there is to do in it', () => {
    expect(scriptOf(withItem(two, 2))).toEqual({
      say: ['votingRegister {count: 2; votes: 90; shares: 90}'],
      next: APPROVE(2, 90),
      also: [BEGIN, REST, CLOSE],
      notNow: [],
      trail: 'presentation← debate proposition vote gavel',
    });
  });

  it('once: then the item is as anywhere', () => {
    expect(scriptOf(withItem(approve(two), 2))).toMatchObject({ say: [SAID], next: BEGIN, also: [REST, CLOSE] });
  });

  it('anew when somebody has come: between items at once, in an item when it suits', () => {
    const three = arrives(approve(two), member('C'));
    expect(scriptOf(three)).toMatchObject({
      say: ['votingRegisterChanged {count: 3; votes: 100; shares: 100}'],
      next: APPROVE(3, 100),
    });
    expect(scriptOf(withItem(three, 2))).toMatchObject({
      say: [SAID],
      next: BEGIN,
      also: [REST, APPROVE(3, 100), CLOSE],
    });
  });

  it('not before it is open', () => {
    expect(JSON.stringify(scriptOf(checkedIn(plan)))).not.toContain('approveVotingRegister');
  });
});
