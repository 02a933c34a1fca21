import { describe, expect, it } from 'vitest';
import type { BallotGroup } from '../proportional/count.ts';
import {
  hallOf,
  inSession,
  item,
  itemId,
  linkDown,
  member,
  type Scene,
  SECRETARY,
  scriptOf,
  withItem,
} from '../testing/index.ts';
import { comparisonNumber, groupName } from './proportional.ts';

const S = [1, 2, 3, 4].map((n) => member('S', n));
const M = [1, 2, 3].map((n) => member('M', n));
const [chair, assistant, linked] = [member('S', 1), member('M', 1), member('M', 3)];
/** Seven seats and two places: three must ask. M 3 may come by link. */
const plan = hallOf(
  { S: 4, M: 3 },
  {
    items: [
      item(1, 'Val av ledamöter', 'election', { election: { office: 'ledamot', places: 2, proportional: true } }),
    ],
    remoteGranted: [linked],
    settings: { lossPolicy: { kind: 'adjourn' }, remoteProportional: true },
  },
);

function asked(by: readonly (typeof chair)[] = M, start = inSession(plan)): Scene {
  return by.reduce((scene, person) => scene.after({ type: 'requestProportional', person }, person), withItem(start, 1));
}

function voting(voted: readonly (typeof chair)[], start = inSession(plan)): Scene {
  const open = asked(M, start).after({ type: 'openProportional', assistants: [assistant] });
  return voted.reduce((scene, person) => scene.after({ type: 'markSlip', person }, SECRETARY), open);
}

function counted(groups: readonly BallotGroup[], voted: readonly (typeof chair)[] = [...S, ...M]): Scene {
  const count = { groups, invalid: {} };
  return voting(voted)
    .after({ type: 'closeSlips' })
    .after({ type: 'enterSlips', count }, chair)
    .after({ type: 'enterSlips', count }, assistant);
}

const A = { label: 'A', names: S };
const B = { label: 'B', names: M };
const C = { label: 'B', names: [member('M', 2)] };

const ANNUL = 'annulProportional ⇒ annulProportional reason –; asks reason';
const REST = 'adjourn {until: 17:20} ⇒ adjourn cause rest, until 17:20; asks until; effect adjourn';
const VOTE = 'presentation✓ debate✓ proposition✓ vote← gavel';
const GAVEL = 'presentation✓ debate✓ proposition✓ vote✓ gavel←';

describe('asked for', () => {
  const OPEN =
    'openProportional ⇒ openProportional assistants [s-2]; asks persons; effect openProportional {asking: 3; quota: 3}';

  it('by enough: it comes before everything else in the item, with an assistant beside the one who leads', () => {
    expect(scriptOf(asked())).toEqual({
      say: ['item {number: 1; title: Val av ledamöter}'],
      next: OPEN,
      also: ['beginDebate ⇒ beginDebate', REST, 'closeDebate ⇒ closeDebate'],
      notNow: [],
      trail: 'presentation← debate proposition vote gavel',
    });
  });

  it('by too few: it is not mentioned', () => {
    expect(scriptOf(asked(M.slice(1)))).toMatchObject({ next: 'beginDebate ⇒ beginDebate', notNow: [] });
  });

  it('and annulled: not before enough have asked again', () => {
    const again = voting([]).after({ type: 'annulProportional', reason: 'En sedel för mycket.' });
    expect(scriptOf(again)).toMatchObject({ next: 'beginDebate ⇒ beginDebate' });
    expect(
      scriptOf(M.reduce((s, person) => s.after({ type: 'requestProportional', person }, person), again)),
    ).toMatchObject({
      next: OPEN,
    });
  });
});

describe('slips are put in the urn', () => {
  const CLOSE = (voted: number): string =>
    `closeSlips {voted: ${voted}; electors: 7} ⇒ closeSlips; effect closeSlips {voted: ${voted}; electors: 7}`;

  it('by nobody yet: the urn cannot be closed', () => {
    expect(scriptOf(voting([]))).toEqual({
      say: ['proportionalVoting {voted: 0; electors: 7}'],
      next: 'nothing',
      also: [ANNUL, REST],
      notNow: [],
      trail: VOTE,
    });
  });

  it('by some: it may be closed, but that is not the next step', () => {
    expect(scriptOf(voting(S))).toMatchObject({
      say: ['proportionalVoting {voted: 4; electors: 7}'],
      next: 'nothing',
      also: [CLOSE(4), ANNUL, REST],
    });
  });

  it('by everybody: it is closed', () => {
    expect(scriptOf(voting([...S, ...M]))).toMatchObject({
      say: ['proportionalVoting {voted: 7; electors: 7}'],
      next: CLOSE(7),
      also: [ANNUL, REST],
    });
  });

  it('and one elector is lost: wait together, or note absent', () => {
    const scene = linkDown(voting([], inSession(plan, { remote: [linked] })), linked);
    expect(scriptOf(scene)).toMatchObject({
      also: [
        'adjournFor {until: 17:20; name: M 3 (M)} ⇒ adjourn cause connectionLost, until 17:20, person m-3; asks until; effect adjourn',
        'noteAbsent {name: M 3 (M)} ⇒ noteAbsent person m-3, cause connectionLost; effect noteAbsent {name: M 3 (M)}',
        ANNUL,
        REST,
      ],
    });
  });
});

describe('the slips are counted', () => {
  it('by two, each alone: who has entered theirs is said', () => {
    const scene = voting([...S, ...M]).after({ type: 'closeSlips' });
    expect(scriptOf(scene)).toEqual({
      say: ['proportionalCounting {slips: 7; counters: 0; names: []}'],
      next: 'nothing',
      also: [ANNUL, REST],
      notNow: [],
      trail: VOTE,
    });
    const count = {
      groups: [
        { ...A, votes: 4 },
        { ...B, votes: 3 },
      ],
      invalid: {},
    };
    expect(scriptOf(scene.after({ type: 'enterSlips', count }, chair))).toMatchObject({
      say: ['proportionalCounting {slips: 7; counters: 1; names: [S 1 (S)]}'],
    });
  });

  it('alike: who is elected, in the order of election, and the gavel', () => {
    expect(
      scriptOf(
        counted([
          { ...A, votes: 4 },
          { ...B, votes: 3 },
        ]),
      ),
    ).toEqual({
      say: ['proportionalResult {names: [S 1 (S), M 1 (M)]; places: 2}'],
      next: 'declareProportional {names: [S 1 (S), M 1 (M)]} ⇒ declareProportional',
      also: [ANNUL, REST],
      notNow: [],
      trail: GAVEL,
    });
  });

  it('even: the lot between the groups, which may share a label, at the number that both have', () => {
    const scene = counted([
      { ...A, votes: 3 },
      { ...B, votes: 2 },
      { ...C, votes: 2 },
    ]);
    const [first, second] = [
      'proportionalGroup {label: B; name: M 1 (M)}',
      'proportionalGroup {label: B; name: M 2 (M)}',
    ];
    expect(scriptOf(scene)).toEqual({
      say: [`proportionalLot {groups: [${first}, ${second}]; number: 2}`],
      next: `drawProportionalLot {group: ${first}} ⇒ drawProportionalLot group 1, witness s-2, manner –; asks person, manner`,
      also: [
        `drawProportionalLot {group: ${second}} ⇒ drawProportionalLot group 2, witness s-2, manner –; asks person, manner`,
        ANNUL,
        REST,
      ],
      notNow: [],
      trail: GAVEL,
    });
  });

  it('and declared: the item is closed', () => {
    const scene = counted([
      { ...A, votes: 4 },
      { ...B, votes: 3 },
    ]).after({ type: 'declareProportional' });
    expect(scriptOf(scene)).toMatchObject({ next: 'closeItemDecided {number: 1} ⇒ closeItem', notNow: [] });
  });
});

describe('how a group and its number are written', () => {
  it.each([
    [3n, 1n, 3],
    [2n, 3n, 0.67],
    [1n, 3n, 0.33],
    [5n, 1000n, 0.01],
    [17n, 8n, 2.13],
    [4n, 1000n, 0],
  ])('%s/%s is %s, to two decimals', (numerator, denominator, number) => {
    expect(comparisonNumber({ group: 0, numerator, denominator })).toBe(number);
  });

  it('no number is nought', () => {
    expect(comparisonNumber(undefined)).toBe(0);
  });

  it('a group whose names are used up goes by its label; one that is not there has none', () => {
    const { meeting } = counted([
      { ...A, votes: 4 },
      { ...B, votes: 2 },
      { label: 'D', names: [], votes: 1 },
    ]);
    const election = meeting.proportional.byItem[itemId(1)];
    if (election === undefined) throw new Error('No election.');
    expect([0, 2, 3].map((index) => groupName(meeting, election, index).values)).toEqual([
      { label: 'A', name: 'S 1 (S)' },
      { label: 'D', name: '' },
      { label: '', name: '' },
    ]);
    expect(groupName({ ...meeting }, { ...election, count: { groups: [], invalid: {} } }, 0)).toEqual({
      key: 'minutes.proportionalGroup',
      values: { label: '', name: '' },
    });
  });
});
