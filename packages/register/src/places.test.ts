import { describe, expect, it } from 'vitest';
import { planOf } from './standing.ts';
import { addBody, addPerson, board, council, giveSeat, person, s, substitute, town, townOf } from './testing/town.ts';

const onDay = (of: typeof town, day: string) => planOf(of.register, board, day);
const holders = (of: typeof town, day: string) => onDay(of, day)?.seats.map((seat) => seat.holder ?? null);

describe('seats', () => {
  it('are as many as the body has, held or not', () => {
    const now = town.after(giveSeat(board, 2, 'Anna'));
    expect(holders(now, '2024-01-01')).toEqual([null, person('Anna'), null, null, null]);
    expect(onDay(now, '2022-10-14')).toBeUndefined();
  });

  it('REG-SEAT-TAKEN: one seat is one person’s at a time', () => {
    const now = town.after(giveSeat(board, 1, 'Anna'), giveSeat(board, 1, 'Bo', { from: '2025-01-01' }));
    expect(now.refusal).toEqual({
      rule: 'REG-SEAT-TAKEN',
      detail: { seat: '1', person: 'Anna Ek', from: '2022-10-15', to: '2026-10-14' },
    });
  });

  it('REG-ONE-PLACE: one person has one seat in a body at a time, and is no substitute besides', () => {
    const seated = town.after(giveSeat(board, 1, 'Anna'));
    expect(seated.after(giveSeat(board, 2, 'Anna')).refusal?.rule).toBe('REG-ONE-PLACE');
    expect(seated.after(substitute(board, 1, 'Anna')).refusal?.rule).toBe('REG-ONE-PLACE');
    expect(seated.after(giveSeat(council, 1, 'Anna')).refusal).toBeUndefined();
  });

  it('REG-SEAT-NUMBER, REG-SEATS-HELD: no seat beyond the number, and no number below a held seat', () => {
    expect(town.after(giveSeat(board, 6, 'Anna')).refusal?.rule).toBe('REG-SEAT-NUMBER');
    const shrunk = town.after(giveSeat(board, 5, 'Anna'), {
      type: 'changeBody',
      body: board,
      name: 'Socialnämnden',
      kind: 'board',
      parent: council,
      seatsTotal: 3,
      from: '2024-01-01',
    });
    expect(shrunk.refusal).toEqual({ rule: 'REG-SEATS-HELD', detail: { seat: '5', seats: '3' } });
  });

  it('REG-COUNCIL-SIZE, REG-BOARD-SIZE: a council is odd and at least 21, an executive board at least 5', () => {
    const council22 = addBody('kf2' as never, { name: 'Fullmäktige', kind: 'council', seatsTotal: 22 });
    expect(townOf().after(council22).refusal?.rule).toBe('REG-COUNCIL-SIZE');
    const small = addBody('ks' as never, { name: 'Styrelsen', kind: 'executiveBoard', parent: council, seatsTotal: 3 });
    expect(town.after(small).refusal?.rule).toBe('REG-BOARD-SIZE');
  });

  it('REG-PARENT: a board answers to a council, and nobody to themselves', () => {
    expect(town.after(addBody('x' as never, { name: 'X', kind: 'board', parent: board })).refusal?.rule).toBe(
      'REG-PARENT',
    );
    expect(town.after(addBody('x' as never, { name: 'X', kind: 'board' })).refusal?.detail?.['why']).toBe('missing');
  });
});

describe('who leaves', () => {
  const seated = town.after(giveSeat(board, 1, 'Anna'), substitute(board, 1, 'Bo'), substitute(board, 2, 'Cia'), {
    type: 'giveDuty',
    body: board,
    person: person('Anna'),
    duty: 'chair',
    from: '2022-10-15',
  });
  const resigned = seated.after({
    type: 'endMandate',
    body: board,
    seat: 1,
    person: person('Anna'),
    to: '2025-03-20',
    why: 'resigned',
  });

  it('leaves the seat vacant, still the party’s, and the presidium as well', () => {
    const plan = onDay(resigned, '2025-03-21');
    expect(plan?.seats[0]).toEqual({ id: 'seat-1', number: 1, party: s });
    expect(plan?.duties).toEqual([]);
    expect(onDay(resigned, '2025-03-20')).toEqual(onDay(seated, '2025-03-20'));
  });

  it('is followed by the successor, who is then no substitute any more', () => {
    const after = resigned.after(giveSeat(board, 1, 'Bo', { from: '2025-04-03', basis: 'successor' }));
    expect(holders(after, '2025-04-03')?.[0]).toBe(person('Bo'));
    expect(onDay(after, '2025-04-03')?.substitutes).toEqual([{ party: s, persons: [person('Cia')] }]);
    expect(onDay(after, '2025-04-02')?.substitutes[0]?.persons).toEqual([person('Bo'), person('Cia')]);
  });

  it('REG-NOT-HELD: a seat is left by the one who has it', () => {
    const other = {
      type: 'endMandate',
      body: board,
      seat: 1,
      person: person('Bo'),
      to: '2025-01-01',
      why: 'died',
    } as const;
    expect(seated.after(other).refusal).toEqual({
      rule: 'REG-NOT-HELD',
      detail: { person: 'Bo Ek', on: '2025-01-01' },
    });
  });
});

describe('substitutes', () => {
  const listed = town.after(substitute(board, 1, 'Bo'), substitute(board, 2, 'Cia'), substitute(board, 3, 'Dan'));

  it('are called in an order that may be decided anew, and the old order stays true of the days before', () => {
    const swapped = listed.after({
      type: 'orderSubstitutes',
      body: board,
      party: s,
      persons: [person('Cia'), person('Bo')],
      from: '2024-05-01',
    });
    expect(onDay(swapped, '2024-05-01')?.substitutes[0]?.persons).toEqual([person('Cia'), person('Bo')]);
    expect(onDay(swapped, '2024-04-30')).toEqual(onDay(listed, '2024-04-30'));
  });

  it('REG-ORDER-TAKEN: one place in the order is one person’s', () => {
    expect(listed.after(substitute(board, 2, 'Eva')).refusal?.rule).toBe('REG-ORDER-TAKEN');
  });
});

describe('the presidium', () => {
  const seated = town.after(giveSeat(board, 1, 'Anna'), giveSeat(board, 2, 'Bo'));
  const chair = (name: string) =>
    ({ type: 'giveDuty', body: board, person: person(name), duty: 'chair', from: '2023-01-01' }) as const;

  it('REG-PRESIDIUM: is chosen among the members', () => {
    expect(seated.after(chair('Cia')).refusal?.rule).toBe('REG-PRESIDIUM');
  });

  it('REG-DUTY-TAKEN: has one chair at a time', () => {
    expect(seated.after(chair('Anna'), chair('Bo')).refusal?.rule).toBe('REG-DUTY-TAKEN');
  });
});

describe('days and names', () => {
  it('REG-DATES: a day that the calendar does not have, or an end before the beginning, is refused', () => {
    expect(town.after(giveSeat(board, 1, 'Anna', { from: '2025-02-30' })).refusal?.rule).toBe('REG-DATES');
    expect(town.after(giveSeat(board, 1, 'Anna', { from: '2027-01-01' })).refusal?.rule).toBe('REG-DATES');
  });

  it('REG-UNKNOWN, REG-EXISTS, REG-NAME: what is named must be there, what is made must be new and have a name', () => {
    expect(town.after(giveSeat(board, 1, 'Nobody')).refusal?.rule).toBe('REG-UNKNOWN');
    expect(town.after(addPerson('Anna')).refusal?.rule).toBe('REG-EXISTS');
    expect(town.after(addPerson('Zoe', { name: { givenName: ' ', familyName: '' } })).refusal?.rule).toBe('REG-NAME');
  });
});
