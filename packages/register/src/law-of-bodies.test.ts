import type { BodyId } from '@klubba/meeting';
import { describe, expect, it } from 'vitest';
import { lawFindings } from './law-findings.ts';
import { partiesInOrder, planOf } from './standing.ts';
import { addBody, board, c, council, giveSeat, person, remote, s, substitute, town, townOf } from './testing/town.ts';
import type { BodyShape, RegisterCommand } from './types.ts';

const another = 'kf2' as BodyId;
const sized = (seatsTotal: number, more: Partial<BodyShape> = {}) =>
  townOf().after(addBody(another, { name: 'Fullmäktige', kind: 'council', seatsTotal, ...more })).refusal;
const changed = (more: Partial<BodyShape>): RegisterCommand => ({
  type: 'changeBody',
  body: council,
  name: 'Kommunfullmäktige',
  kind: 'council',
  seatsTotal: 21,
  from: '2026-10-15',
  ...more,
});

describe('REG-COUNCIL-SIZE (KL 5:5)', () => {
  it.each([
    { voters: 8_000, isRegion: false, least: 21 },
    { voters: 8_001, isRegion: false, least: 31 },
    { voters: 16_001, isRegion: false, least: 41 },
    { voters: 24_001, isRegion: false, least: 51 },
    { voters: 36_001, isRegion: false, least: 61 },
    { voters: 600_000, isRegion: false, least: 61 },
    { voters: 600_001, isRegion: false, least: 101 },
    { voters: 140_000, isRegion: true, least: 31 },
    { voters: 140_001, isRegion: true, least: 51 },
    { voters: 200_001, isRegion: true, least: 71 },
    { voters: 300_001, isRegion: true, least: 101 },
  ])('$voters who may vote, region $isRegion: at least $least', ({ voters, isRegion, least }) => {
    expect(sized(least - 2, { voters, isRegion })).toEqual({
      rule: 'REG-COUNCIL-SIZE',
      detail: { seats: String(least - 2), least: String(least), voters: String(voters) },
    });
    expect(sized(least, { voters, isRegion })).toBeUndefined();
  });

  it('is odd whatever its size, and 21 at least when the number of voters is not registered', () => {
    expect(sized(62, { voters: 40_000 })?.rule).toBe('REG-COUNCIL-SIZE');
    expect(sized(19)?.detail).toMatchObject({ least: '21', voters: 'none' });
    expect(sized(21)).toBeUndefined();
  });
});

describe('REG-COUNCIL-CHANGE (KL 5:7)', () => {
  it('another number of seats holds from the next ordinary election', () => {
    expect(town.after(changed({ seatsTotal: 31 })).refusal).toBeUndefined();
    for (const from of ['2025-01-01', '2024-10-15', '2026-10-14'])
      expect(town.after(changed({ seatsTotal: 31, from })).refusal).toEqual({
        rule: 'REG-COUNCIL-CHANGE',
        detail: { from, seats: '21' },
      });
  });

  it('a new name or the voters counted change nothing, and may begin any day', () => {
    expect(town.after(changed({ name: 'Fullmäktige', voters: 7_900, from: '2025-03-01' })).refusal).toBeUndefined();
  });

  it('what was registered wrongly is set right from its own first day', () => {
    const right = town.after(changed({ seatsTotal: 23, from: '2022-10-15' }));
    expect(right.refusal).toBeUndefined();
    expect(planOf(right.register, council, '2025-01-01')?.seats).toHaveLength(23);
  });

  it('an old day keeps the seats it had', () => {
    const { register } = town.after(changed({ seatsTotal: 31 }));
    expect(planOf(register, council, '2026-10-14')?.seats).toHaveLength(21);
    expect(planOf(register, council, '2026-10-15')?.seats).toHaveLength(31);
  });

  it('what is set right meanwhile holds until the change that is known already', () => {
    const { register, refusal } = town.after(
      changed({ seatsTotal: 31 }),
      giveSeat(council, 31, 'Anna', { from: '2026-10-15', to: '2030-10-14' }),
      changed({ name: 'Fullmäktige', from: '2025-01-01' }),
    );
    expect(refusal).toBeUndefined();
    const on = (day: string) => planOf(register, council, day);
    expect([on('2025-01-01')?.body.name, on('2025-01-01')?.seats.length]).toEqual(['Fullmäktige', 21]);
    expect([on('2026-10-15')?.body.name, on('2026-10-15')?.seats.length]).toEqual(['Kommunfullmäktige', 31]);
  });

  it('is for councils: a board may get another number any day', () => {
    const larger = { body: board, name: 'Socialnämnden', kind: 'board', parent: council, seatsTotal: 7 } as const;
    expect(town.after({ type: 'changeBody', from: '2025-01-01', ...larger }).refusal).toBeUndefined();
  });
});

describe('REG-COUNCIL-SUBSTITUTES (KL 5:8)', () => {
  const seats = (count: number, more = {}) =>
    ['Anna', 'Bo', 'Cia', 'Dan'].slice(0, count).map((name, at) => giveSeat(council, at + 1, name, more));
  const substitutes = (count: number) =>
    ['Eva', 'Fia', 'Gun', 'Hans'].slice(0, count).map((name, at) => substitute(council, at + 1, name));
  const found = (...commands: readonly RegisterCommand[]) =>
    lawFindings(town.after(...commands).register, council, '2024-01-01');

  it('half of a party’s seats, a single seat’s two, are no fault', () => {
    expect(found(...seats(4), ...substitutes(2))).toEqual([]);
    expect(found(...seats(1), ...substitutes(2))).toEqual([]);
  });

  it('more than half is told, with the party', () => {
    expect(found(...seats(4), ...substitutes(3))).toEqual([
      {
        rule: 'REG-COUNCIL-SUBSTITUTES',
        detail: { party: 'Socialdemokraterna', substitutes: '3', seats: '4', most: '2' },
      },
    ]);
  });

  it('nothing is told while nobody sits there, nor of other bodies', () => {
    expect(found(...substitutes(4))).toEqual([]);
    const inBoard = town.after(giveSeat(board, 1, 'Anna'), ...[1, 2, 3].map((n) => substitute(board, n, 'Bo')));
    expect(lawFindings(inBoard.register, board, '2024-01-01')).toEqual([]);
  });
});

it('REG-BOARD-SUBSTITUTES: an executive board has five substitutes at least (KL 6:16)', () => {
  const executive = 'ks' as BodyId;
  const few = town.after(
    addBody(executive, { name: 'Kommunstyrelsen', kind: 'executiveBoard', parent: council }),
    giveSeat(executive, 1, 'Anna'),
    substitute(executive, 1, 'Bo'),
  );
  expect(lawFindings(few.register, executive, '2024-01-01')).toEqual([
    { rule: 'REG-BOARD-SUBSTITUTES', detail: { substitutes: '1', least: '5' } },
  ]);
  const enough = few.after(...['Cia', 'Dan', 'Eva', 'Fia'].map((name, at) => substitute(executive, at + 2, name)));
  expect(lawFindings(enough.register, executive, '2024-01-01')).toEqual([]);
});

it('REG-QUORUM: no body of the municipality decides how many make a quorum; a company’s articles may ask for more', () => {
  const quorum = (body: BodyId, value: number | null) => remote(body, council, { rule: 'quorumNumber', value });
  expect(town.after(quorum(council, 15)).refusal?.rule).toBe('REG-QUORUM');
  expect(town.after(quorum(board, 2)).refusal?.rule).toBe('REG-QUORUM');
  expect(town.after(quorum(board, null)).refusal).toBeUndefined();
  const company = 'bolag' as BodyId;
  const withCompany = town.after(addBody(company, { name: 'Bostads AB', kind: 'companyBoard' }));
  expect(withCompany.after(quorum(company, 4)).refusal).toBeUndefined();
});

describe('parties', () => {
  const red = { id: s, short: 'S', name: 'Socialdemokraterna', colour: '#c1121f', order: 2 };

  it('stand in the order given, those without one last', () => {
    const now = town.after({ type: 'keepParty', party: { id: c, short: 'C', name: 'Centerpartiet', order: 1 } });
    expect(partiesInOrder(now.register).map((one) => one.id)).toEqual([c, s]);
    expect(partiesInOrder(now.after({ type: 'keepParty', party: red }).register).map((one) => one.id)).toEqual([c, s]);
  });

  it('REG-COLOUR, REG-EXISTS, REG-NAME: a colour is one, and a short name is one party’s', () => {
    expect(town.after({ type: 'keepParty', party: { ...red, colour: 'red' } }).refusal?.rule).toBe('REG-COLOUR');
    expect(town.after({ type: 'keepParty', party: { ...red, short: 'C' } }).refusal?.rule).toBe('REG-EXISTS');
    expect(town.after({ type: 'keepParty', party: { ...red, name: ' ' } }).refusal?.rule).toBe('REG-NAME');
  });

  it('go into a meeting’s plan as what they are called, and nothing more', () => {
    const { register } = town.after({ type: 'keepParty', party: red }, giveSeat(board, 1, 'Anna'));
    expect(planOf(register, board, '2024-01-01')?.parties).toEqual([{ id: s, short: 'S', name: 'Socialdemokraterna' }]);
  });
});

describe('constituencies', () => {
  const north = { id: 'n', name: 'Norra', council, from: '2022-10-15' };
  const keep = (more = {}): RegisterCommand => ({ type: 'keepConstituency', constituency: { ...north, ...more } });

  it('REG-EXISTS: one council has one of a name at a time; it ends, and another begins', () => {
    const one = town.after(keep());
    expect(one.after(keep({ id: 'm' })).refusal?.rule).toBe('REG-EXISTS');
    const ended = one.after(keep({ to: '2026-10-14' }));
    expect(ended.after(keep({ id: 'm', from: '2026-10-15' })).refusal).toBeUndefined();
  });

  it('REG-UNKNOWN, REG-NAME, REG-DATES: of a council that is there, with a name and days that fit', () => {
    expect(town.after(keep({ council: 'nowhere' })).refusal?.rule).toBe('REG-UNKNOWN');
    expect(town.after(keep({ name: ' ' })).refusal?.rule).toBe('REG-NAME');
    expect(town.after(keep({ to: '2020-01-01' })).refusal?.rule).toBe('REG-DATES');
  });
});

describe('substitutes in another order', () => {
  const list = town.after(substitute(board, 1, 'Anna'), substitute(board, 2, 'Bo'), substitute(board, 3, 'Cia'));
  const order = (...names: readonly string[]): RegisterCommand => ({
    type: 'orderSubstitutes',
    body: board,
    party: s,
    persons: names.map(person),
    from: '2025-03-01',
  });
  const onDay = (of: typeof town, day: string) => planOf(of.register, board, day)?.substitutes[0]?.persons;

  it('holds from its day; taken back the same day it is as it was, and days before never changed', () => {
    const turned = list.after(order('Cia', 'Anna', 'Bo'));
    expect(onDay(turned, '2025-02-28')).toEqual(['Anna', 'Bo', 'Cia'].map(person));
    expect(onDay(turned, '2025-03-01')).toEqual(['Cia', 'Anna', 'Bo'].map(person));
    const back = turned.after(order('Anna', 'Bo', 'Cia'));
    expect(back.refusal).toBeUndefined();
    for (const day of ['2025-02-28', '2025-03-01', '2026-01-01'])
      expect(onDay(back, day)).toEqual(['Anna', 'Bo', 'Cia'].map(person));
  });
});
