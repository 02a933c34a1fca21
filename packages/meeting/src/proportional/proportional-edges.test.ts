import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import { inSession, item, itemClosed, itemId, linkDown, linkUp, type Scene, withItem } from '../testing/index.ts';
import { demands, finds, hallOf, member, moves, SECRETARY, toDecision } from '../testing/procedure.ts';
import { type BallotGroup, countProportional, proportionalQuota, substituteOrder } from './count.ts';
import { decideProportional } from './decide.ts';
import { proportionalNow, proportionalRequest, proportionalResult, substitutesByLpv } from './standing.ts';
import type { ProportionalElection, SlipCount } from './types.ts';

const SEATS = { S: 5, M: 3, C: 1 };
const elects = (number: number, places = 2, more = {}) =>
  item(number, 'Val', 'election', { election: { office: 'ledamot', places, proportional: true, ...more } });
const plan = (places = 2, change = {}) => hallOf(SEATS, { items: [elects(1, places), elects(2, places)], ...change });
const CHAIR = member('S', 1);
const ASSISTANT = member('M', 1);
const group = (label: string, votes: number, ...names: readonly PersonId[]): BallotGroup => ({ label, votes, names });
const S = [2, 3, 4].map((n) => member('S', n));
const M = [1, 2].map((n) => member('M', n));
const C = [member('C', 1)];
const SLIPS: SlipCount = { groups: [group('A', 5, ...S), group('B', 3, ...M), group('C', 1, ...C)], invalid: {} };

const item1 = (scene: Scene = inSession(plan())) => withItem(scene, 1);
const asks = (scene: Scene, ...who: readonly PersonId[]) =>
  who.reduce((s, person) => s.after({ type: 'requestProportional', person }, person), scene);
const open = { type: 'openProportional', assistants: [ASSISTANT] } as const;
/** Nine present, two places: three must ask. */
const asked = (scene = item1()) => asks(scene, ...M, ...C);
const voting = (scene = asked()) => scene.after(open);
const puts = (scene: Scene, ...who: readonly PersonId[]) =>
  who.reduce((s, person) => s.after({ type: 'markSlip', person }, SECRETARY), scene);
const everybody = (scene: Scene) => scene.meeting.plan.seats.flatMap((s) => (s.holder ? [s.holder] : []));
const counting = (scene = voting()) => puts(scene, ...everybody(scene)).after({ type: 'closeSlips' });
const counted = (count = SLIPS, scene = counting()) =>
  scene.after({ type: 'enterSlips', count }, CHAIR).after({ type: 'enterSlips', count }, ASSISTANT);
const election = (scene: Scene): ProportionalElection => {
  const found = scene.meeting.proportional.byItem[itemId(1)];
  if (!found) throw new Error('No election.');
  return found;
};
/** A and B are level for the second place: 4 and 4. */
const LEVEL: SlipCount = { groups: [group('A', 4, ...S), group('B', 4, ...M), group('C', 1, ...C)], invalid: {} };
const lot = { type: 'drawProportionalLot', group: 0, witness: SECRETARY, manner: 'Två lappar' } as const;
const pause = (scene: Scene) => scene.after({ type: 'adjourn', cause: 'rest' });

describe('A request for a proportional election', () => {
  const request = { type: 'requestProportional', person: member('M', 1) } as const;

  it('LPV-1 is made while the item is open and before its gavel, by one who serves and is present', () => {
    inSession(plan()).when(request, member('M', 1)).refuses('LPV-2');
    const made = item1()
      .when(request, member('M', 1))
      .then({ type: 'ProportionalRequested', item: itemId(1), person: member('M', 1), places: 2 });
    made.when(request, member('M', 1)).then();
    made.when({ ...request, person: member('M', 2) }, member('M', 2)).then({ type: 'ProportionalRequested' });
    item1()
      .when({ ...request, person: SECRETARY }, SECRETARY)
      .refuses('LPV-6', { why: 'elector' });
    const gone = item1().after({ type: 'checkOut', person: member('M', 1), cause: 'left' }, member('M', 1));
    gone.when(request, SECRETARY).refuses('LPV-6', { why: 'elector' });
    item1().after({ type: 'beginDebate' }).when(request, member('M', 1)).then({ type: 'ProportionalRequested' });
    item1()
      .after({ type: 'beginDebate' })
      .after({ type: 'closeDebate' })
      .when(request, member('M', 1))
      .then({ type: 'ProportionalRequested' });
    item1()
      .recorded({ type: 'ItemDecided', item: itemId(1), outcome: 'decided' })
      .when(request, member('M', 1))
      .refuses('LPV-8', { why: 'none' });
    pause(item1()).when(request, member('M', 1)).refuses('MTG-SESSION');
    for (const scene of [voting(), counting(), counted()])
      scene.when({ ...request, person: S[0] ?? CHAIR }, S[0]).refuses('LPV-8', { why: election(scene).state });
  });

  it('LPV-1 heard in the hall it is entered by the desk, and marked so; one’s own is not', () => {
    item1()
      .when(request, SECRETARY)
      .then({ type: 'ProportionalRequested', person: member('M', 1), enteredBy: SECRETARY });
    expect(item1().when(request, member('M', 1)).events[0]).not.toHaveProperty('enteredBy');
  });

  it('LPV-1 where the agenda names no number of places there is one', () => {
    const one = hallOf(SEATS, {
      items: [item(1, 'Val', 'election', { election: { office: 'x', places: 1, proportional: true } })],
    });
    withItem(inSession(one), 1).when(request, member('M', 1)).then({ places: 1 });
  });

  it('LPV-1 may be withdrawn until the slips are called for; who has not asked has nothing to withdraw', () => {
    const withdraw = { type: 'withdrawProportional', person: member('M', 1) } as const;
    item1().when(withdraw, member('M', 1)).refuses('LPV-8', { why: 'none' });
    const less = asked()
      .when(withdraw, member('M', 1))
      .then({ type: 'ProportionalWithdrawn', item: itemId(1), person: member('M', 1) });
    expect(election(less).requestedBy).toEqual([member('M', 2), member('C', 1)]);
    less.when(withdraw, member('M', 1)).then();
    voting().when(withdraw, member('M', 1)).refuses('LPV-8', { why: 'voting' });
    pause(asked()).when(withdraw, member('M', 1)).refuses('MTG-SESSION');
  });

  it.each([
    [9, 2, 3],
    [8, 2, 3],
    [6, 2, 2],
    [7, 2, 3],
    [41, 1, 21],
  ])('LPV-1 %i present and %i places: %i must ask', (present, places, quota) => {
    expect(proportionalQuota(present, places)).toBe(quota);
  });

  it('LPV-1 is counted on those present now; in an item where nobody has asked, nobody asks', () => {
    const told = (scene: Scene, number = 1) => proportionalRequest(scene.meeting, itemId(number));
    expect(told(item1())).toEqual({ asking: [], present: 9, quota: 3, enough: false });
    expect(told(asks(item1(), ...M))).toMatchObject({ asking: M, enough: false });
    expect(told(asked())).toEqual({ asking: [...M, ...C], present: 9, quota: 3, enough: true });
    expect(told(asked(), 2)).toMatchObject({ asking: [], enough: false });
    const fewer = [S[2], S[1], S[0]].reduce(
      (s, p) => (p ? s.after({ type: 'checkOut', person: p, cause: 'left' }, p) : s),
      asks(item1(), ...M),
    );
    expect(told(fewer)).toEqual({ asking: M, present: 6, quota: 2, enough: true });
    const empty = everybody(item1()).reduce(
      (s, p) => s.after({ type: 'checkOut', person: p, cause: 'left' }, p),
      item1(),
    );
    expect(told(empty)).toEqual({ asking: [], present: 0, quota: 0, enough: false });
    expect(proportionalNow(inSession(plan()).meeting)).toBeUndefined();
  });
});

describe('The urn', () => {
  it('LPV-4 is held by the chair with somebody of those present, not the chair again', () => {
    const with_ = (...assistants: readonly PersonId[]) => asked().when({ ...open, assistants });
    with_().refuses('LPV-4', { why: 'assistant' });
    with_(CHAIR).refuses('LPV-4', { why: 'assistant' });
    with_(ASSISTANT, CHAIR).refuses('LPV-4', { why: 'assistant' });
    with_(SECRETARY).refuses('LPV-4', { why: 'assistant' });
    with_(ASSISTANT, SECRETARY).refuses('LPV-4', { why: 'assistant' });
    with_(ASSISTANT, member('C', 1)).then({
      type: 'ProportionalOpened',
      item: itemId(1),
      present: 9,
      quota: 3,
      officer: CHAIR,
      assistants: [ASSISTANT, member('C', 1)],
    });
  });

  it('LPV-1 is opened in its item, when enough have asked and enough are here, once', () => {
    inSession(plan()).when(open).refuses('LPV-2');
    item1().when(open).refuses('LPV-1', { why: 'few', asking: 0, quota: 3 });
    asks(item1(), ...M)
      .when(open)
      .refuses('LPV-1', { why: 'few', asking: 2, quota: 3 });
    for (const scene of [voting(), counting(), counted()])
      scene.when(open).refuses('LPV-8', { why: election(scene).state });
    const few = [...S, member('S', 5), member('M', 3)].reduce(
      (s, p) => s.after({ type: 'checkOut', person: p, cause: 'left' }, p),
      asked(),
    );
    few.when(open).refuses('NAR-1', { present: 4, required: 5 });
  });

  it('LPV-6 one slip each, while the urn is open and oneself is here', () => {
    const put = { type: 'markSlip', person: member('C', 1) } as const;
    asked().when(put, SECRETARY).refuses('LPV-8', { why: 'requested' });
    counting().when(put, SECRETARY).refuses('LPV-8', { why: 'counting' });
    const one = voting()
      .when(put, SECRETARY)
      .then({ type: 'SlipPut', item: itemId(1), person: member('C', 1) });
    one.when(put, SECRETARY).refuses('LPV-6', { why: 'twice' });
    one.when({ ...put, person: member('M', 2) }, SECRETARY).then({ type: 'SlipPut' });
    expect(election(puts(one, member('M', 2), member('M', 1))).voted).toEqual([
      member('C', 1),
      member('M', 1),
      member('M', 2),
    ]);
    const gone = voting().after({ type: 'checkOut', person: member('C', 1), cause: 'left' }, member('C', 1));
    gone.when(put, SECRETARY).refuses('LPV-6', { why: 'elector' });
    voting()
      .when({ ...put, person: SECRETARY }, SECRETARY)
      .refuses('LPV-6', { why: 'elector' });
    pause(voting()).when(put, SECRETARY).refuses('MTG-SESSION');
  });

  it('LPV-6 is closed when somebody has put a slip in it', () => {
    const close = { type: 'closeSlips' } as const;
    asked().when(close).refuses('LPV-8', { why: 'requested' });
    voting().when(close).refuses('LPV-6', { why: 'nobody' });
    pause(puts(voting(), CHAIR)).when(close).refuses('MTG-SESSION');
    puts(voting(), CHAIR)
      .when(close)
      .then({ type: 'SlipsClosed', item: itemId(1) });
  });
});

describe('The count', () => {
  const enter = (scene: Scene, count: SlipCount, by: PersonId) => scene.when({ type: 'enterSlips', count }, by);

  it('LPV-8 has its time, its counters and its two agreeing results', () => {
    enter(voting(), SLIPS, CHAIR).refuses('LPV-8', { why: 'voting' });
    enter(item1(), SLIPS, CHAIR).refuses('LPV-8', { why: 'none', counted: 0, cast: 0 });
    enter(pause(counting()), SLIPS, CHAIR).refuses('MTG-SESSION');
    enter(counting(), SLIPS, member('C', 1)).refuses('LPV-4', { why: 'counter' });
    const bySystem = decideProportional(
      counting().meeting,
      { type: 'enterSlips', count: SLIPS },
      { at: 0, actor: 'system', id: 'x' },
    );
    expect(bySystem).toMatchObject({ ok: false, refusal: { rule: 'LPV-8', detail: { why: 'counting' } } });
    const once = enter(counting(), SLIPS, ASSISTANT).then({ type: 'SlipsEntered', counter: ASSISTANT });
    enter(once, SLIPS, ASSISTANT).refuses('LPV-4', { why: 'twice' });
    const agreed = enter(once, SLIPS, CHAIR).then(
      { type: 'SlipsEntered' },
      { type: 'ProportionalCounted', item: itemId(1) },
    );
    expect(election(agreed)).toMatchObject({ state: 'counted', count: SLIPS });
    const other = { ...SLIPS, groups: SLIPS.groups.with(0, group('A', 4, ...S)).with(2, group('C', 2, ...C)) };
    const differed = enter(once, other, CHAIR).then(
      { type: 'SlipsEntered' },
      { type: 'SlipCountsDiffered', item: itemId(1) },
    );
    expect(election(differed)).toMatchObject({ state: 'counting', counters: [] });
    enter(differed, other, ASSISTANT).then({ type: 'SlipsEntered' });
    const withheld = counting().recorded({ type: 'SlipsEntered', item: itemId(1), counter: CHAIR });
    expect(election(withheld).counters).toStrictEqual([{ counter: CHAIR }]);
    enter(withheld, SLIPS, ASSISTANT).thenAmong({ type: 'SlipCountsDiffered' });
  });

  it('LPV-8 two who read the same slips in another order have counted alike: most votes first, then by label and names', () => {
    const [a, b, c] = SLIPS.groups;
    if (!a || !b || !c) throw new Error('No groups.');
    const level = [group('Z', 2, ...C), group('B', 2, ...M), group('B', 2, ...S), a].map((g, n) =>
      n === 3 ? { ...g, votes: 3 } : g,
    );
    const first = enter(counting(), { groups: level, invalid: {} }, CHAIR).then({ type: 'SlipsEntered' });
    const written = election(first).counters[0]?.count?.groups;
    expect(written?.map((g) => [g.label, g.votes, g.names[0]])).toEqual([
      ['A', 3, S[0]],
      ['B', 2, M[0]],
      ['B', 2, S[0]],
      ['Z', 2, C[0]],
    ]);
    enter(first, { groups: level.toReversed(), invalid: {} }, ASSISTANT).thenAmong({
      type: 'ProportionalCounted',
      count: { groups: written ?? [] },
    });
  });

  it('LPV-7 what is written cannot be counted: the reason says which', () => {
    const wrong = (groups: readonly BallotGroup[], invalid: SlipCount['invalid'] = {}) =>
      enter(counting(), { groups, invalid }, CHAIR);
    wrong([group('A', 9, 'nobody' as PersonId)]).refuses('LPV-7', { why: 'names' });
    wrong([group('A', 9, ...S), group('B', 0, ...M)]).refuses('LPV-7', { why: 'number' });
    wrong([group('A', 8, ...S)], { noLabel: 0.5, notClosed: 0.5 }).refuses('LPV-7', { why: 'number' });
    wrong([group('A', 10, ...S)], { noLabel: -1 }).refuses('LPV-7', { why: 'number' });
    wrong([group('A', 8, ...S), group(' A ', 1, ...S)]).refuses('LPV-7', { why: 'sameGroup' });
    wrong([group('A', 8, ...S)], { noLabel: 0 }).refuses('LPV-8', { why: 'sum', counted: 8, cast: 9 });
    wrong([group('A', 8, ...S)], { noLabel: 1, wrongForm: 1 }).refuses('LPV-8', { why: 'sum', counted: 10, cast: 9 });
    wrong([group('A', 7, ...S)], { noLabel: 1, wrongForm: 1 }).then({ type: 'SlipsEntered' });
  });

  it('LPV-8 two who give other reasons for what is invalid have counted differently', () => {
    const of = (invalid: SlipCount['invalid']): SlipCount => ({ groups: [group('A', 7, ...S)], invalid });
    const first = enter(counting(), of({ noLabel: 2, notClosed: 0 }), CHAIR).then({});
    enter(first, of({ noLabel: 2 }), ASSISTANT).thenAmong({ type: 'ProportionalCounted' });
    enter(first, of({ wrongForm: 2 }), ASSISTANT).thenAmong({ type: 'SlipCountsDiffered' });
    const mixed = enter(counting(), of({ noLabel: 1, wrongForm: 1 }), CHAIR).then({});
    enter(mixed, of({ wrongForm: 1, noLabel: 1 }), ASSISTANT).thenAmong({ type: 'ProportionalCounted' });
  });
});

describe('Lot and gavel', () => {
  it('LPV-9 the lot is drawn where the figures are level, before a witness, with its manner', () => {
    const level = counted(LEVEL);
    expect(proportionalResult(election(level))).toMatchObject({ state: 'lotNeeded', tied: [0, 1] });
    level.when({ ...lot, group: 2 }, SECRETARY).refuses('LPV-9', { why: 'other' });
    level.when({ ...lot, manner: ' ' }, SECRETARY).refuses('MTG-REASON');
    pause(level).when(lot, SECRETARY).refuses('MTG-SESSION');
    counting().when(lot, SECRETARY).refuses('LPV-8', { why: 'counting' });
    counted().when(lot, SECRETARY).refuses('LPV-9', { why: 'none' });
    const done = level
      .when({ ...lot, manner: ' Två lappar ', group: 1 }, SECRETARY)
      .then({ type: 'ProportionalLotDrawn', item: itemId(1), group: 1, witness: SECRETARY, manner: 'Två lappar' });
    expect(election(done).lots).toEqual([{ group: 1, witness: SECRETARY, manner: 'Två lappar' }]);
    done.when(lot, SECRETARY).refuses('LPV-9', { why: 'none' });
    done
      .when({ type: 'declareProportional' })
      .thenAmong({ type: 'PersonsElected', persons: [M[0] ?? CHAIR, S[0] ?? CHAIR] });
  });

  it('LPV-8 the gavel elects, and what else was asked in the item falls', () => {
    const declare = { type: 'declareProportional' } as const;
    counting().when(declare).refuses('LPV-8', { why: 'counting' });
    item1().when(declare).refuses('LPV-8', { why: 'none' });
    counted(LEVEL).when(declare).refuses('LPV-9', { why: 'needed' });
    counted()
      .when(declare)
      .then(
        { type: 'PersonsElected', item: itemId(1), persons: [S[0] ?? CHAIR, M[0] ?? CHAIR], by: 'proportional' },
        { type: 'ItemDecided', outcome: 'decided' },
      );
    const [one] = moves(item1().after({ type: 'beginDebate' }), CHAIR, 'nomination', { candidates: S.slice(0, 1) });
    let [scene] = moves(one, ASSISTANT, 'nomination', { candidates: M });
    [scene] = moves(scene, ASSISTANT, 'addition', { text: 'Från den 1 januari.' });
    const last = scene.meeting.proposals.order.at(-2);
    const put = demands(finds(toDecision(scene), last ?? 'proposal'), ASSISTANT);
    const done = counted(SLIPS, counting(voting(asks(put, ...M, ...C))))
      .when(declare)
      .then(
        { type: 'QuestionDropped' },
        { type: 'QuestionDropped' },
        { type: 'PersonsElected', by: 'proportional' },
        { type: 'ItemDecided', item: itemId(1) },
      );
    expect(election(done).state).toBe('declared');
    expect(Object.values(done.meeting.decisions.questions).map((q) => q.state)).toEqual(['dropped', 'dropped']);
    const few = [...S, member('S', 5), member('M', 3)].reduce(
      (s, p) => s.after({ type: 'checkOut', person: p, cause: 'left' }, p),
      counted(),
    );
    few.when(declare).refuses('NAR-1');
    const byHand = voting().recorded({ type: 'PersonsElected', item: itemId(1), persons: [CHAIR], by: 'acclamation' });
    expect(election(byHand).state).toBe('voting');
    const elsewhere = voting().recorded({
      type: 'PersonsElected',
      item: itemId(2),
      persons: [CHAIR],
      by: 'proportional',
    });
    expect(elsewhere.meeting.proportional).toEqual(voting().meeting.proportional);
  });

  it('LPV-8 what was asked in another item, or has fallen already, is left as it was', () => {
    const questions = (scene: Scene) => Object.values(scene.meeting.decisions.questions);
    const nominates = (scene: Scene) => moves(scene, CHAIR, 'nomination', { candidates: S.slice(0, 1) })[0];
    const other = itemClosed(toDecision(nominates(withItem(inSession(plan()), 2).after({ type: 'beginDebate' }))), 2);
    expect(questions(other)).toMatchObject([{ item: itemId(2), state: 'current' }]);
    const first = toDecision(nominates(withItem(other, 1).after({ type: 'beginDebate' })));
    const again = first.after({ type: 'reopenDebate', reason: 'Mer ska sägas.' });
    expect(questions(again).map((q) => q.state)).toEqual(['current', 'dropped']);
    counted(SLIPS, counting(voting(asked(again))))
      .when({ type: 'declareProportional' })
      .then({ type: 'PersonsElected', by: 'proportional' }, { type: 'ItemDecided', item: itemId(1) });
  });

  it('LPV-8 is annulled between the opening and the gavel, with its reason, and asked for anew', () => {
    const annul = { type: 'annulProportional', reason: ' En sedel för mycket. ' } as const;
    item1().when(annul).refuses('LPV-8', { why: 'none' });
    asked().when(annul).refuses('LPV-8', { why: 'requested' });
    pause(voting()).when(annul).refuses('MTG-SESSION');
    voting()
      .when({ ...annul, reason: ' ' })
      .refuses('MTG-REASON');
    for (const scene of [voting(), counting(), counted()])
      scene.when(annul).then({ type: 'ProportionalAnnulled', item: itemId(1), reason: 'En sedel för mycket.' });
    const declared = counted().recorded({
      type: 'PersonsElected',
      item: itemId(1),
      persons: [CHAIR],
      by: 'proportional',
    });
    declared.when(annul).refuses('LPV-8', { why: 'declared' });
    const again = counting().after(annul);
    expect(proportionalNow(again.meeting)).toBeUndefined();
    expect(proportionalRequest(again.meeting, itemId(1)).asking).toEqual([]);
    const anew = asks(again, member('M', 2));
    expect(election(anew)).toEqual({
      item: itemId(1),
      places: 2,
      requestedBy: [member('M', 2)],
      state: 'requested',
      assistants: [],
      electors: [],
      voted: [],
      counters: [],
      lots: [],
    });
  });

  it('LPV-10 nobody is called as substitute before the election is counted and its lots are drawn', () => {
    expect(substitutesByLpv(election(voting()), 'A')).toEqual([]);
    expect(substitutesByLpv(election(counted(LEVEL)), 'A')).toEqual([]);
    const done = counted(LEVEL).after(lot, SECRETARY);
    expect(substitutesByLpv(election(done), 'B')).toEqual([M[0], S[0]]);
    expect(substitutesByLpv(election(done), 'A')).toEqual([S[0], M[0]]);
  });

  it('LPV-5 a link that is down takes its voter away, and back', () => {
    const remote = member('C', 1);
    const hybrid = plan(2, {
      remoteGranted: [remote],
      form: 'hybrid',
      settings: { remoteAllowed: true, remoteProportional: true },
    });
    const scene = voting(asked(withItem(inSession(hybrid, { remote: [remote] }), 1)));
    const put = { type: 'markSlip', person: remote } as const;
    linkDown(scene, remote).when(put, SECRETARY).refuses('LPV-6', { why: 'elector' });
    linkUp(linkDown(scene, remote), remote).when(put, SECRETARY).then({ type: 'SlipPut' });
  });
});

describe('LPV-4 seat by seat', () => {
  const p = (name: string) => name as PersonId;
  const of = (label: string, votes: number, ...names: readonly string[]) => group(label, votes, ...names.map(p));
  const fractions = (groups: readonly BallotGroup[], places: number) =>
    countProportional(groups, places).steps.map((s) =>
      s.comparisons.map((c) => `${c.group}:${c.numerator}/${c.denominator}`),
    );

  it('LPV 18 § a person shared by two groups is half a place in each, by three a third; the numbers are exact', () => {
    const groups = [of('A', 30, 'X', 'A2', 'A3'), of('B', 24, 'X', 'B2'), of('C', 18, 'X', 'C2')];
    expect(countProportional(groups, 3).steps.map((step) => step.person)).toEqual(['X', 'X', 'A2', 'X', 'B2']);
    expect(fractions(groups, 3)).toEqual([
      ['0:30/1', '1:24/1', '2:18/1'],
      ['0:30/2', '1:24/1', '2:18/1'],
      ['0:60/3', '1:48/3', '2:18/1'],
      ['0:60/5', '1:48/3', '2:18/1'],
      ['0:90/7', '1:72/4', '2:54/4'],
    ]);
    const third = countProportional([of('A', 12, 'X', 'A2'), of('B', 11, 'X', 'B2'), of('C', 10, 'X', 'C2')], 2);
    expect(third.steps.map((s) => [s.person, s.sharedWith, s.tied])).toEqual([
      [p('X'), [], undefined],
      [p('X'), [0], undefined],
      [p('X'), [0, 1], undefined],
      [p('A2'), [], undefined],
    ]);
    expect(third.steps[3]?.comparisons.map((c) => `${c.numerator}/${c.denominator}`)).toEqual(['36/4', '33/4', '30/4']);
  });

  it('LPV 18 § two shared persons in one group add up: a half and a half are one', () => {
    const groups = [of('A', 20, 'X', 'Y', 'A3'), of('B', 19, 'X', 'Y', 'B3'), of('C', 6, 'C1')];
    const result = countProportional(groups, 4);
    const last = result.steps.at(-1);
    expect(result.steps.map((s) => s.person)).toEqual(['X', 'X', 'Y', 'Y', 'A3', 'B3']);
    expect(last?.comparisons.map((c) => Number(c.numerator) / Number(c.denominator))).toEqual(
      [20 / 3, 19 / 2, 6].slice(1),
    );
  });

  it('LPV 21 § the lot decides between groups that are level, each time anew, and the step says between which', () => {
    const groups = [of('A', 4, 'A1', 'A2'), of('B', 4, 'B1', 'B2')];
    const result = countProportional(groups, 3, [1, 0]);
    expect(result.steps.map((s) => [s.person, s.tied])).toEqual([
      ['B1', [0, 1]],
      ['A1', undefined],
      ['A2', [0, 1]],
    ]);
    expect(countProportional(groups, 3, [1])).toMatchObject({
      state: 'lotNeeded',
      tied: [0, 1],
      steps: [{ person: 'B1' }, { person: 'A1' }],
    });
    expect(() => countProportional([...groups, of('C', 1, 'C1')], 1, [2])).toThrow(
      'Lot 2 is not among the tied groups 0, 1',
    );
  });

  it('LPV 20 § when every list is out of names the places that are left stay empty', () => {
    expect(countProportional([of('A', 4, 'A1'), of('B', 2, 'A1', 'B2')], 5)).toMatchObject({
      state: 'done',
      elected: [
        { person: 'A1', group: 0 },
        { person: 'B2', group: 1 },
      ],
      unfilled: 3,
    });
    expect(countProportional([of('A', 4, 'A1')], 1)).toMatchObject({ unfilled: 0 });
    expect(countProportional([], 2)).toEqual({ state: 'done', steps: [], elected: [], unfilled: 2 });
  });

  it('LPV 22 § a label is as strong as its strongest group; within it the order of election holds', () => {
    const groups = [of('A', 3), of('B', 5), of('A', 9), of('C', 4)];
    const substitutes = [
      { person: p('b1'), group: 1 },
      { person: p('a1'), group: 0 },
      { person: p('c1'), group: 3 },
      { person: p('a2'), group: 2 },
      { person: p('a3'), group: 0 },
    ];
    expect(substituteOrder('X', groups, substitutes)).toEqual(['a1', 'a2', 'a3', 'b1', 'c1']);
    expect(substituteOrder('C', groups, substitutes)).toEqual(['c1', 'a1', 'a2', 'a3', 'b1']);
  });
});
