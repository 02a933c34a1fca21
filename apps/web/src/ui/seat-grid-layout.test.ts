import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HALL_COLUMNS, layoutSeats, nameScale, type SeatGroup } from './seat-grid-layout.ts';

const body = (sizes: readonly (readonly [string, number])[]): readonly SeatGroup<string>[] =>
  sizes.map(([party, size]) => ({ party, seats: Array.from({ length: size }, (_, n) => `${party}${n + 1}`) }));

const exempelkoping = body([
  ['V', 4],
  ['S', 13],
  ['MP', 3],
  ['C', 3],
  ['L', 2],
  ['KD', 2],
  ['M', 8],
  ['SD', 6],
]);

const flat = <Seat>(groups: ReturnType<typeof layoutSeats<Seat>>) =>
  groups.blocks.flatMap((block) => block.sections.flatMap((section) => section.columns.flat()));

const bodies = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 11 })
  .chain((parties) =>
    fc.tuple(...parties.map((party) => fc.tuple(fc.constant(party), fc.integer({ min: 0, max: 30 })))),
  )
  .map(body);

describe('the places of the seats on the hall screen', () => {
  it('fits the 41 of Exempelköping in ten columns, the two smallest parties under each other', () => {
    const layout = layoutSeats(exempelkoping, HALL_COLUMNS.upTo60);
    expect(layout.columns).toBe(10);
    expect(layout.blocks.map((block) => block.sections.map((section) => section.party).join('+'))).toEqual([
      'V',
      'S',
      'MP',
      'C',
      'L+KD',
      'M',
      'SD',
    ]);
  });

  it('fits 81 seats in twelve columns', () => {
    const council = body([
      ['V', 7],
      ['S', 26],
      ['MP', 5],
      ['C', 6],
      ['L', 5],
      ['KD', 5],
      ['M', 16],
      ['SD', 11],
    ]);
    const layout = layoutSeats(council, HALL_COLUMNS.upTo85);
    expect(layout.columns).toBeLessThanOrEqual(12);
    expect(layout.rows).toBeLessThanOrEqual(10);
  });

  it('shows every seat once, in the order of the register', () => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 1, max: 20 }), (groups, most) => {
        expect(flat(layoutSeats(groups, most))).toEqual(groups.flatMap((group) => group.seats));
      }),
    );
  });

  it('never needs more columns than there is room for, while parties can be stacked or made taller', () => {
    fc.assert(
      fc.property(bodies, (groups) => {
        expect(layoutSeats(groups, 11).columns).toBeLessThanOrEqual(11);
      }),
    );
  });

  it('leaves a party without seats out', () => {
    expect(
      layoutSeats(
        body([
          ['S', 3],
          ['C', 0],
        ]),
        10,
      ).blocks,
    ).toHaveLength(1);
  });
});

describe('the size of a name on its seat', () => {
  it('is whole for a name that fits', () => {
    expect(nameScale('Ek', 5)).toBe(1);
    expect(nameScale('Torstensson', 5.5)).toBe(1);
  });

  it('shrinks for a long word and for a name in two parts, but stays readable', () => {
    expect(nameScale('Hammarskiöld', 5)).toBeLessThan(1);
    expect(nameScale('von Sydow-Lindeborg', 5)).toBeGreaterThanOrEqual(0.7);
    expect(nameScale('Wwwwwwwwwwwwwwwwwww', 5)).toBe(0.7);
  });
});
