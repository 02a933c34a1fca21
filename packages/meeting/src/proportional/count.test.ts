import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import {
  type BallotGroup,
  type Comparison,
  countProportional,
  groupBallots,
  proportionalQuota,
  substituteOrder,
} from './count.ts';

const names = (...list: readonly string[]) => list as readonly PersonId[];
const group = (label: string, votes: number, ...list: readonly string[]): BallotGroup => ({
  label,
  votes,
  names: names(...list),
});
const numbered = (label: string, count: number) => Array.from({ length: count }, (_, i) => `${label}${i + 1}`);
const decimal = ({ numerator, denominator }: Comparison) =>
  Math.round((Number(numerator) / Number(denominator)) * 100) / 100;

/** Seat by seat: label, number of comparison. */
function course(groups: readonly BallotGroup[], places: number, lots: readonly number[] = []) {
  const result = countProportional(groups, places, lots);
  return result.steps.map((step) => {
    const winning = step.comparisons.find((c) => c.group === step.group);
    return [groups[step.group]?.label, winning ? decimal(winning) : 0];
  });
}

describe('LPV-1 how many must ask for a proportional election', () => {
  it.each([
    [51, 11, 5],
    [51, 7, 7],
    [101, 13, 8],
    [31, 7, 4],
    [32, 7, 4],
  ])('%i present, %i places: %i', (present, places, quota) => {
    expect(proportionalQuota(present, places)).toBe(quota);
  });
});

describe('LPV-4 seats by numbers of comparison', () => {
  it('example A: 31 present, seven seats, A17 B5 C5 G4, the lot between B and C', () => {
    const groups = [
      group('A', 17, ...numbered('A', 7)),
      group('B', 5, 'B1', 'B2'),
      group('C', 5, 'C1', 'C2'),
      group('G', 4, 'G1', 'G2'),
    ];
    expect(countProportional(groups, 7)).toMatchObject({ state: 'lotNeeded', tied: [1, 2] });
    expect(course(groups, 7, [1])).toEqual([
      ['A', 17],
      ['A', 8.5],
      ['A', 5.67],
      ['B', 5],
      ['C', 5],
      ['A', 4.25],
      ['G', 4],
    ]);
  });

  it('example A, variant: G on three different ballots is three groups and gets nothing', () => {
    const groups = [
      group('A', 17, ...numbered('A', 7)),
      group('B', 5, 'B1', 'B2'),
      group('C', 5, 'C1', 'C2'),
      group('G', 2, 'D'),
      group('G', 1, 'E'),
      group('G', 1, 'F'),
    ];
    const result = countProportional(groups, 7, [1]);
    expect(result.state === 'done' && result.elected.filter(({ group: g }) => g >= 3)).toEqual([]);
  });

  it('example C: thirteen seats, A29 R24 SD8 gives 7, 5, 1', () => {
    const groups = [
      group('A', 29, ...numbered('A', 13)),
      group('R', 24, ...numbered('R', 13)),
      group('SD', 8, ...numbered('SD', 13)),
    ];
    const result = countProportional(groups, 13, [1]);
    const seats = (index: number) =>
      result.state === 'done' ? result.elected.filter((e) => e.group === index).length : -1;
    expect([seats(0), seats(1), seats(2)]).toEqual([7, 5, 1]);
    expect(course(groups, 13, [1]).slice(0, 5)).toEqual([
      ['A', 29],
      ['R', 24],
      ['A', 14.5],
      ['R', 12],
      ['A', 9.67],
    ]);
  });

  it('example D: a list out of names leaves the distribution', () => {
    const groups = [
      group('A', 17, ...numbered('A', 3)),
      group('B', 5, 'B1', 'B2'),
      group('C', 5, 'C1', 'C2'),
      group('G', 4, 'G1', 'G2'),
    ];
    const result = countProportional(groups, 7, [1, 1]);
    expect(result.state === 'done' && result.elected.map((e) => e.person)).toEqual(
      names('A1', 'A2', 'A3', 'B1', 'C1', 'G1', 'B2'),
    );
  });

  it('example E: a person on two lists is half a seat in each and fills one place', () => {
    const groups = [group('A', 20, 'X', 'A2', 'A3', 'A4'), group('B', 12, 'X', 'B2', 'B3'), group('C', 9, 'C1', 'C2')];
    const beforeLot = countProportional(groups, 4);
    expect(beforeLot).toMatchObject({ state: 'lotNeeded', tied: [0, 1] });
    expect(beforeLot.steps.map((s) => [s.person, s.sharedWith])).toEqual([
      ['X', []],
      ['X', [0]],
      ['A2', []],
      ['C1', []],
    ]);
    const result = countProportional(groups, 4, [1]);
    expect(result.state === 'done' && result.elected.map((e) => e.person)).toEqual(names('X', 'A2', 'C1', 'B2'));
  });

  it('one seat goes to the first name of the largest group', () => {
    const result = countProportional([group('A', 9, 'A1'), group('B', 10, 'B1')], 1);
    expect(result.state === 'done' && result.elected).toEqual([{ person: 'B1', group: 1 }]);
  });

  it('a lot outside the tied groups is a bug of the caller', () => {
    expect(() => countProportional([group('A', 1, 'A1'), group('B', 1, 'B1'), group('C', 0, 'C1')], 1, [2])).toThrow(
      /not among the tied/,
    );
  });

  it('never elects more than the places, nobody twice, and stops only when lists are exhausted', () => {
    const groupsOf = fc.array(
      fc.record({
        label: fc.constantFrom('A', 'B', 'C'),
        votes: fc.integer({ min: 1, max: 40 }),
        names: fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { maxLength: 6 }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(groupsOf, fc.integer({ min: 1, max: 9 }), (drafts, places) => {
        const groups = drafts.map((d) => ({ ...d, names: names(...d.names.map((n) => `p${n}`)) }));
        const lots: number[] = [];
        let result = countProportional(groups, places, lots);
        while (result.state === 'lotNeeded') {
          lots.push(result.tied[0] ?? 0);
          result = countProportional(groups, places, lots);
        }
        const persons = result.elected.map((e) => e.person);
        expect(new Set(persons).size).toBe(persons.length);
        expect(persons.length + result.unfilled).toBe(places);
        if (result.unfilled > 0) expect(new Set(groups.flatMap((g) => g.names)).size).toBe(persons.length);
      }),
    );
  });
});

describe('LPV-3 groups of ballots', () => {
  it('needs the same label and the same names in the same order', () => {
    const ballots = [
      { label: 'A', names: names('x', 'y') },
      { label: 'A', names: names('y', 'x') },
      { label: 'A', names: names('x', 'y') },
      { label: 'B', names: names('x', 'y') },
    ];
    expect(groupBallots(ballots).map((g) => [g.label, g.votes])).toEqual([
      ['A', 2],
      ['A', 1],
      ['B', 1],
    ]);
  });

  it('leaves out surplus last names, so that ballots alike but for them are one group', () => {
    expect(
      groupBallots(
        [
          { label: 'A', names: names('x', 'y', 'z') },
          { label: 'A', names: names('x', 'y') },
        ],
        2,
      ),
    ).toHaveLength(1);
  });
});

describe('LPV-6 which substitute is called', () => {
  const groups = [group('A', 17), group('B', 5), group('G', 9)];
  const substitutes = [
    { person: 'b1' as PersonId, group: 1 },
    { person: 'g1' as PersonId, group: 2 },
    { person: 'a1' as PersonId, group: 0 },
    { person: 'a2' as PersonId, group: 0 },
  ];
  it('own label first, then the strongest', () => {
    expect(substituteOrder('B', groups, substitutes)).toEqual(names('b1', 'a1', 'a2', 'g1'));
    expect(substituteOrder('A', groups, substitutes)).toEqual(names('a1', 'a2', 'g1', 'b1'));
  });
});
