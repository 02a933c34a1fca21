import { describe, expect, it } from 'vitest';
import type { Item, MeetingPlan } from '../plan.ts';
import {
  finds,
  gavel,
  hallOf,
  inDebate,
  item,
  member,
  moves,
  type Scene,
  scriptOf,
  toDecision,
} from '../testing/index.ts';

const REST = 'adjourn {until: 17:20} ⇒ adjourn cause rest, until 17:20; asks until; effect adjourn';
const CLOSE = 'closeDebate ⇒ closeDebate';
const NO_ORDER = 'proposeOrder ⇒ proposeOrder: BES-1';
const DEBATE = 'presentation✓ debate← proposition vote gavel';

/** A hall that S 1 leads, in the debate of one item. */
function debate(one: Item, seats: Record<string, number> = { S: 3, M: 2, V: 1 }): Scene {
  return inDebate(hallOf(seats, { items: [one] }), 1);
}

const election = (places: number): Item =>
  item(1, 'Val av revisorer', 'election', { election: { office: 'revisor', places } });

describe('nobody has moved anything', () => {
  it('a matter without a proposal: the chair asks what is moved, and enters what is said with whoever says it', () => {
    const { tabled: _, ...untabled } = item(1, 'Väckt ärende');
    expect(scriptOf(debate(untabled))).toEqual({
      say: ['anyMore', 'whatIsMoved'],
      next: 'enterProposal ⇒ moveProposal person s-1, kind approval, text –; asks person, text',
      also: [CLOSE, REST],
      notNow: [NO_ORDER],
      trail: DEBATE,
    });
  });

  it('adjusters: the chair asks for names; two of other parties are the example', () => {
    expect(scriptOf(debate(item(1, 'Val av justerare', 'adjusters')))).toEqual({
      say: ['anyMore', 'whoIsNominated'],
      next:
        'nominate {names: [M 1 (M), V 1 (V)]} ⇒ moveProposal person s-1, kind nomination, text , candidates [m-1, v-1]; ' +
        'asks person, persons',
      also: [CLOSE, REST],
      notNow: [NO_ORDER],
      trail: DEBATE,
    });
  });

  it.each([
    [1, '[m-1]'],
    [2, '[m-1, v-1]'],
    [3, '[m-1, v-1, m-2]'],
    [4, '[m-1, v-1, m-2, s-2]'],
    [9, '[m-1, v-1, m-2, s-2, s-3]'],
  ])(
    'an election to %s places: one of each other party, then more of them, then the own; never who leads',
    (places, names) => {
      expect(scriptOf(debate(election(places)))).toMatchObject({
        next: expect.stringContaining(`candidates ${names};`),
      });
    },
  );

  it('an election where nobody has a party: anybody but the one who leads', () => {
    const hall = hallOf({ S: 3 }, { items: [election(1)] });
    const plan: MeetingPlan = { ...hall, people: hall.people.map(({ party: _, ...one }) => one) };
    expect(scriptOf(inDebate(plan, 1))).toMatchObject({
      next: 'nominate {names: [S 2]} ⇒ moveProposal person s-1, kind nomination, text , candidates [s-2]; asks person, persons',
    });
  });
});

describe('nothing is asked for', () => {
  it.each([
    ['a matter with the board’s proposal', item(1, 'Detaljplan')],
    ['information', item(1, 'Ekonomin', 'information')],
  ])('%s', (_, one) => {
    expect(scriptOf(debate(one))).toMatchObject({ say: ['anyMore'] });
  });

  it('an election where somebody is nominated', () => {
    const [scene] = moves(debate(election(1)), member('M'), 'nomination', { candidates: [member('M', 2)] });
    expect(scriptOf(scene)).toMatchObject({ say: ['anyMore'], next: CLOSE });
  });

  it('a matter that is decided, where the addition that was left is withdrawn in a debate that was opened again', () => {
    const [moved, addition] = moves(debate(item(1, 'Detaljplan')), member('M'), 'addition', { text: 'En bro byggs.' });
    const decided = gavel(finds(toDecision(moved), 'proposal'));
    const again = decided.after({ type: 'reopenDebate', reason: 'Begärt.' });
    expect(scriptOf(again)).toMatchObject({ say: ['anyMore'] });
    expect(scriptOf(again.after({ type: 'withdrawProposal', proposal: addition }, member('M')))).toMatchObject({
      say: ['anyMore'],
    });
  });
});
