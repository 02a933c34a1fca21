import { describe, expect, it } from 'vitest';
import { leaderOf } from '../law/mtg-authority.ts';
import {
  checkedIn,
  councilPlan,
  hallOf,
  inDebate,
  inSession,
  item,
  member,
  person,
  type Scene,
  scriptOf,
  withItem,
} from '../testing/index.ts';
import { script } from './script.ts';

function linesOf({ meeting }: Scene) {
  const leader = leaderOf(meeting);
  if (leader === undefined) throw new Error('Nobody leads.');
  return script(meeting, leader, 0).words;
}

describe('where the chair’s own words are kept', () => {
  it('a line of an item under that item, a line of the meeting under the meeting', () => {
    expect(linesOf(inDebate(councilPlan(), 118))).toStrictEqual([
      { key: 'script.words.anyMore', values: {}, slot: 'item-118/script.words.anyMore' },
    ]);
    expect(linesOf(checkedIn(councilPlan())).map((line) => line.slot)).toEqual([
      '/script.words.welcome',
      '/script.words.welcomeRemote',
      '/script.words.welcomePublic',
      '/script.words.open',
    ]);
  });

  it('they stand beside the line that they replace, in that item alone', () => {
    const plan = councilPlan();
    const worded = inDebate(plan, 118).after({
      type: 'wordScript',
      line: 'item-118/script.words.anyMore',
      text: 'Ordet är fritt.',
    });
    expect(scriptOf(worded)).toMatchObject({ say: ['anyMore worded “Ordet är fritt.”'] });
    expect(scriptOf(withItem(worded, 119).after({ type: 'beginDebate' }))).toMatchObject({ say: ['anyMore'] });
  });
});

describe('below the number, where the law makes an exception', () => {
  it('an interpellation is answered by fewer where the council has decided so (KL 5:45): the script of the item stands', () => {
    const absent = councilPlan()
      .seats.slice(20)
      .flatMap((seat) => seat.holder ?? [])
      .filter((one) => one !== person('Marie Sandell'));
    const scene = inSession(councilPlan({ settings: { interpellationsBelowQuorum: true } }), { absent });
    expect(scriptOf(withItem(scene, 122))).toMatchObject({
      say: ['item {number: 122; title: Interpellation om hemtjänsten}'],
    });
    expect(scriptOf(withItem(scene, 124))).toMatchObject({ say: [expect.stringMatching(/^noQuorum /u)] });
  });
});

describe('whose script it is', () => {
  it('the secretary is shown what a secretary may do, without the words, and not what the office bars', () => {
    const plan = hallOf({ S: 3, M: 2 }, { items: [item(1, 'Detaljplan')] });
    const shown = scriptOf(inDebate(plan, 1), { actor: plan.duties[2]?.person ?? member('S') });
    expect(shown).toEqual({
      say: [],
      next: 'nothing',
      also: [],
      notNow: ['proposeOrder ⇒ proposeOrder: BES-1'],
      trail: 'presentation✓ debate← proposition vote gavel',
    });
  });
});
