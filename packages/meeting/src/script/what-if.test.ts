import { describe, expect, it } from 'vitest';
import {
  boardPlan,
  companyPlan,
  councilPlan,
  counted,
  demands,
  finds,
  given,
  hallOf,
  inDebate,
  inSession,
  item,
  itemClosed,
  itemId,
  linkDown,
  linkUp,
  member,
  moves,
  type Scene,
  stepText,
  toDecision,
  withItem,
} from '../testing/index.ts';
import { leaderOf } from '../law/mtg-authority.ts';
import { type WhatIfId, whatIf } from './what-if.ts';

const [M1, M2, M3] = [member('M', 1), member('M', 2), member('M', 3)];
/** Six seats, four needed; M 3 may come by link. */
const plan = hallOf(
  { S: 3, M: 3 },
  {
    items: [item(1, 'Detaljplan'), item(2, 'Taxa')],
    settings: { castingVoteFollowsOwn: false, lossPolicy: { kind: 'adjourn' } },
    remoteGranted: [M3],
  },
);

function cards(scene: Scene) {
  const leader = leaderOf(scene.meeting);
  if (leader === undefined) throw new Error('Nobody leads.');
  return whatIf(scene.meeting, leader, (scene.facts.at(-1)?.at ?? 0) + 1000);
}

const happening = (scene: Scene): readonly WhatIfId[] => cards(scene).flatMap((card) => (card.now ? [card.id] : []));

/** The figures of a card, and the steps that it offers. */
function card(scene: Scene, id: WhatIfId): readonly [object, ...string[]] {
  const found = cards(scene).find((one) => one.id === id);
  if (found === undefined) throw new Error(`No card ${id}.`);
  return [found.text.values, ...found.steps.map((step) => stepText(scene, step))];
}

const debate = withItem(inSession(plan, { remote: [M3] }), 1).after({ type: 'beginDebate' });
const [moved] = moves(debate, M1, 'rejection', { text: 'Avslag.' });
const demanded = demands(finds(toDecision(moved), 'proposal'), M1);
const open = demanded.after({ type: 'openVote', method: 'buttons' });

const ADJOURN = (cause: string): string =>
  `adjourn {until: 17:20} ⇒ adjourn cause ${cause}, until 17:20; asks until; effect adjourn`;
const REDO = 'redoVote ⇒ redoVote reason –; asks reason';

describe('what a chair may fear', () => {
  it('has a card with a title and a text for each', () => {
    expect(cards(debate).map(({ id, title, text }) => [id, title.key, title.values, text.key])).toEqual(
      ['lostMember', 'conflict', 'intruder', 'failedVote', 'tie', 'noQuorum', 'newBusiness'].map((id) => [
        id,
        `script.whatIf.${id}.title`,
        {},
        `script.whatIf.${id}.text`,
      ]),
    );
  });

  it.each([
    ['council', councilPlan(), true],
    ['board', boardPlan(), false],
    ['company’s board', companyPlan(), false],
  ])('a %s', (_, body, newBusiness) => {
    const ids = cards(inSession(body)).map(({ id }) => id);
    expect([ids.length, ids.includes('newBusiness')]).toEqual([newBusiness ? 7 : 6, newBusiness]);
  });

  it('nothing happens in a calm debate, and before the opening the body is not below its number', () => {
    expect(happening(debate)).toEqual([]);
    expect(happening(given(plan))).toEqual([]);
  });
});

describe('a member loses the connection', () => {
  it('how many more may be lost', () => {
    expect(card(debate, 'lostMember')).toEqual([{ spare: 2 }]);
    expect(card(given(plan), 'lostMember')).toEqual([{ spare: 0 }]);
  });

  it('and now: what may be done about the one who is lost', () => {
    const lost = linkDown(debate, M3);
    expect(happening(lost)).toEqual(['lostMember']);
    expect(card(lost, 'lostMember')).toEqual([
      { spare: 1 },
      'adjournFor {until: 17:20; name: M 3 (M)} ⇒ adjourn cause connectionLost, until 17:20, person m-3; asks until; effect adjourn',
      'noteAbsent {name: M 3 (M)} ⇒ noteAbsent person m-3, cause connectionLost; effect noteAbsent {name: M 3 (M)}',
    ]);
  });
});

describe('somebody is in conflict', () => {
  const raised = moved.after({ type: 'raiseConflict', item: itemId(1), person: M2, ground: 'granne' });
  const contested = raised.after({ type: 'contestConflict', item: itemId(1), person: M2 }, M2);

  const declared = moved.after({ type: 'declareConflict', item: itemId(1), person: M2 }, M2);

  it.each([
    ['raised by another', raised, ['conflict']],
    [
      'raised, where another has declared',
      declared.after({ type: 'raiseConflict', item: itemId(1), person: M3, ground: 'granne' }),
      ['conflict'],
    ],
    ['contested', contested, ['conflict']],
    ['declared', declared, []],
    ['raised in an item that is over', withItem(itemClosed(raised, 1), 2), []],
  ])('%s', (_, scene, now) => {
    expect(happening(scene)).toEqual(now);
    expect(card(scene, 'conflict')).toEqual([{}]);
  });
});

describe('a vote', () => {
  it('that stands still: it goes on when all are back, or is taken again', () => {
    const frozen = linkDown(open, M3);
    expect(happening(frozen)).toEqual(['lostMember', 'failedVote']);
    expect(card(frozen, 'failedVote')).toEqual([{}, REDO]);
    expect(happening(linkUp(frozen, M3))).toEqual(['failedVote']);
    expect(card(linkUp(frozen, M3), 'failedVote')).toEqual([{}, 'resumeVote ⇒ resumeVote', REDO]);
  });

  it('that is open can be taken again; no vote, nothing', () => {
    expect(happening(open)).toEqual([]);
    expect(card(open, 'failedVote')).toEqual([{}, REDO]);
    expect(card(debate, 'failedVote')).toEqual([{}]);
  });

  it('that is even: the chair decides, between persons the lot', () => {
    const tied = counted(demanded, { S: 'yes', M: 'no' });
    expect(happening(tied)).toEqual(['tie']);
    expect(card(tied, 'tie')).toEqual([{ form: 'chair' }]);
    const elect = hallOf(
      { S: 2, M: 2 },
      { items: [item(1, 'Val av revisor', 'election', { election: { office: 'revisor', places: 1 } })] },
    );
    const [first] = moves(inDebate(elect, 1), M1, 'nomination', { candidates: [M1] });
    const [both] = moves(first, M1, 'nomination', { candidates: [M2] });
    expect(card(both, 'tie')).toEqual([{ form: 'chair' }]);
    expect(card(toDecision(both), 'tie')).toEqual([{ form: 'lot' }]);
  });
});

describe('an intruder, and a body below its number', () => {
  it('the meeting can be adjourned for either', () => {
    expect(card(debate, 'intruder')).toEqual([{}, ADJOURN('disorder')]);
    expect(card(debate, 'noQuorum')).toEqual([{ present: 6, required: 4 }, ADJOURN('notQuorate')]);
    expect(card(given(plan), 'intruder')).toEqual([{}]);
  });

  it('four are enough, three are not', () => {
    const four = inSession(plan, { absent: [M1, M2] });
    expect(happening(four)).toEqual([]);
    const three = inSession(plan, { absent: [M1, M2, M3] });
    expect(happening(three)).toEqual(['noQuorum']);
    expect(card(three, 'lostMember')).toEqual([{ spare: 0 }]);
    expect(card(three, 'noQuorum')).toEqual([{ present: 3, required: 4 }, ADJOURN('notQuorate')]);
  });
});

describe('new business is moved', () => {
  it('what members have moved in the item can be refused, not what was tabled', () => {
    const [both] = moves(moved, M2, 'amendment', { text: 'En bro byggs.' });
    expect(card(both, 'newBusiness')).toEqual([
      {},
      'refuseProposal {text: Avslag.} ⇒ refuseProposal proposal rejection, ground newBusiness',
      'refuseProposal {text: En bro byggs.} ⇒ refuseProposal proposal amendment, ground newBusiness',
    ]);
  });

  it('nor what was moved in an item that has been closed', () => {
    expect(card(withItem(itemClosed(moved, 1), 2), 'newBusiness')).toEqual([{}]);
  });

  it('nor what is refused or withdrawn already', () => {
    const [proposal] = moved.meeting.proposals.order.slice(-1);
    if (proposal === undefined) throw new Error('Nothing moved.');
    expect(card(moved.after({ type: 'withdrawProposal', proposal }, M1), 'newBusiness')).toEqual([{}]);
    expect(card(moved.after({ type: 'refuseProposal', proposal, ground: 'newBusiness' }), 'newBusiness')).toEqual([{}]);
  });
});
