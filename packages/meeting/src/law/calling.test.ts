import { describe, expect, it } from 'vitest';
import type { BodyKind } from '../body.ts';
import type { LocalDate } from '../ids.ts';
import type { Item, ItemKind, MeetingPlan } from '../plan.ts';
import { boardPlan, companyPlan, councilPlan, decided, item } from '../testing/index.ts';
import { noticeInTime } from './kal-1-notice.ts';
import { announcement } from './kal-2-late-item.ts';
import { isFormal, mayBeTakenUp } from './kal-3-unannounced-item.ts';
import { preparation } from './kal-4-preparation.ts';
import { isOverdue } from './kal-5-bills-in-a-year.ts';
import { boardNotice } from './kal-6-board-notice.ts';
import { answerableBelowQuorum } from './nar-4-interpellations.ts';
import { hasMinorityRight } from './ord-1-minority-right.ts';
import { extraElectionGate } from './ord-3-elections.ts';
import { goesBackToPreparation } from './ord-5-preparing-organ.ts';
import { isHoliday, nextWeekday } from './public-holidays.ts';

const council = councilPlan();
const board = boardPlan();
/** Thursday 13 November 2025; a week before is the 6th. */
const called = (announcedOn: LocalDate | null, sentOn: LocalDate | null): MeetingPlan => ({
  ...council,
  notice: { announcedOn, sentOn },
});
const late = (what: 'announced' | 'sent', days: number) => ({ rule: 'KAL-1', detail: { what, days, required: 7 } });

describe('KAL-1 a council is called a week before', () => {
  it.each([
    ['2025-11-05', '2025-11-05', []],
    ['2025-11-06', '2025-11-06', []],
    ['2025-11-07', '2025-11-06', [late('announced', 6)]],
    ['2025-11-06', '2025-11-07', [late('sent', 6)]],
    ['2025-11-12', '2025-11-13', [late('announced', 1), late('sent', 0)]],
    [null, '2025-11-06', [late('announced', -1)]],
    ['2025-11-06', null, [late('sent', -1)]],
  ] as const)('made known %s and sent %s', (announcedOn, sentOn, faults) => {
    expect(noticeInTime(called(announcedOn, sentOn))).toEqual(faults);
  });

  it('asks nothing of a board', () => {
    expect(noticeInTime({ ...board, notice: { announcedOn: null, sentOn: null } })).toEqual([]);
  });
});

describe('KAL-6 a board is called as its reglemente says', () => {
  const board6 = (sentOn: LocalDate | null, noticeDays?: number): MeetingPlan => ({
    ...board,
    body: {
      ...board.body,
      settings: {
        ...board.body.settings,
        ...(noticeDays === undefined ? {} : { noticeDays: decided(noticeDays) }),
      },
    },
    notice: { announcedOn: null, sentOn },
  });
  const fault = (days: number, required: number) => [{ rule: 'KAL-6', detail: { what: 'sent', days, required } }];

  it.each([
    ['2025-11-21', 5, []],
    ['2025-11-22', 5, fault(4, 5)],
    ['2025-11-26', 1, fault(0, 1)],
    ['2025-11-26', 0, []],
    [null, 0, fault(-1, 0)],
    [null, 5, fault(-1, 5)],
  ] as const)('sent %s where %s days are asked for', (sentOn, days, expected) => {
    expect(boardNotice(board6(sentOn, days))).toEqual(expected);
  });

  it('without a number of its own it must be sent, and that is all', () => {
    const { noticeDays: _none, ...settings } = board.body.settings;
    const plain = (sentOn: LocalDate | null) => ({
      ...board,
      body: { ...board.body, settings },
      notice: { announcedOn: null, sentOn },
    });
    expect(boardNotice(plain('2025-11-26'))).toEqual([]);
    expect(boardNotice(plain(null))).toEqual(fault(-1, 0));
  });

  it('asks nothing of councils and companies', () => {
    for (const other of [council, companyPlan()])
      expect(boardNotice({ ...other, notice: { announcedOn: null, sentOn: null } })).toEqual([]);
  });
});

describe('KAL-2 KAL-3 an item that was not made known in time', () => {
  const made = (change: Partial<Item>): Item => {
    const { announcedOn: _known, ...plain } = item(1, 'Ärendet');
    return { ...plain, ...change };
  };

  it.each([
    [{}, 'unannounced'],
    [{ urgent: true }, 'unannounced'],
    [{ announcedOn: '2025-11-06' }, 'inTime'],
    [{ announcedOn: '2025-11-07' }, 'late'],
    [{ announcedOn: '2025-11-12' }, 'late'],
    [{ announcedOn: '2025-11-12', urgent: true }, 'inTime'],
    [{ announcedOn: '2025-11-13', urgent: true }, 'late'],
  ] as const)('%j is %s in a council', (change, expected) => {
    expect(announcement(council, made(change))).toBe(expected);
  });

  it('is as good as any other in a board', () => {
    expect(announcement(board, made({}))).toBe('inTime');
    expect(announcement(board, made({ announcedOn: '2025-11-26' }))).toBe('inTime');
  });

  it('is taken up when it is urgent and everybody present agrees; what is lacking is told', () => {
    const [one, two, three] = council.seats.map((seat) => seat.holder!);
    const present = [one!, two!, three!];
    expect(mayBeTakenUp(council, made({}), present, present)).toEqual({
      rule: 'KAL-3',
      detail: { missing: 'urgency', number: 1 },
    });
    expect(mayBeTakenUp(council, made({ urgent: true }), [one!], present)).toEqual({
      rule: 'KAL-3',
      detail: { missing: 'consent', number: 1, without: 2 },
    });
    expect(mayBeTakenUp(council, made({ urgent: true }), present, present)).toBeNull();
    expect(mayBeTakenUp(council, made({ announcedOn: '2025-11-06' }), [], present)).toBeNull();
    expect(mayBeTakenUp(board, made({}), [], present)).toBeNull();
  });

  it.each([
    ['rollCall', true],
    ['adjusters', true],
    ['agenda', true],
    ['information', true],
    ['matter', false],
    ['election', false],
    ['bill', false],
    ['report', false],
  ] as const)('the meeting’s own forms need no announcement: %s %s', (kind, formal) => {
    expect(isFormal({ kind })).toBe(formal);
    expect(mayBeTakenUp(council, made({ kind }), [], []) === null).toBe(formal);
  });
});

describe('KAL-4 KAL-5 what a council decides is prepared, and a bill within a year', () => {
  it.each([
    ['matter', [], false, 'missing'],
    ['matter', [], true, 'unanimous'],
    ['bill', [], false, 'missing'],
    ['matter', ['Kommunstyrelsen'], false, 'done'],
    ['election', [], false, 'done'],
    ['interpellation', [], false, 'done'],
  ] as const)('a %s prepared by %j, urgent %s: %s', (kind, preparedBy, urgent, expected) => {
    expect(preparation(council, { kind, preparedBy, urgent })).toBe(expected);
    expect(preparation(board, { kind, preparedBy, urgent })).toBe('done');
  });

  it.each([
    ['bill', '2024-11-13', false],
    ['bill', '2024-11-12', true],
    ['bill', undefined, false],
    ['matter', '2024-11-12', false],
  ] as const)('a %s raised %s is overdue on 13 November 2025: %s', (kind, raisedOn, overdue) => {
    expect(isOverdue(council, { kind, ...(raisedOn && { raisedOn }) })).toBe(overdue);
  });
});

describe('NAR-4 answered by fewer', () => {
  it.each([
    ['interpellation', true, true],
    ['question', true, true],
    ['matter', true, false],
    [undefined, true, false],
    ['interpellation', false, false],
    ['question', false, false],
  ] as const)('%s where the council has decided so %s: %s', (kind, value, expected) => {
    const body = {
      ...council.body,
      settings: { ...council.body.settings, interpellationsBelowQuorum: decided(value) },
    };
    expect(answerableBelowQuorum(body, kind)).toBe(expected);
    expect(answerableBelowQuorum({ ...body, kind: 'board' }, kind)).toBe(false);
  });
});

describe('ORD what a minority and an extra election may', () => {
  const matter = item(1, 'Ärendet', 'matter', { preparedBy: ['Kommunstyrelsen', 'Miljönämnden'] });
  const right = (kind: BodyKind, of: Item, question: 'tabling' | 'referralBack' | 'main', to?: string) =>
    hasMinorityRight({ body: { ...council.body, kind } }, of, question, to);

  it('ORD-1 a third tables in a council, whoever prepared it; not in a board, an election, a second time, or of the matter itself', () => {
    expect(right('council', matter, 'tabling')).toBe(true);
    expect(right('council', matter, 'tabling', 'Exempelköpings Vatten AB')).toBe(true);
    expect(right('council', { ...matter, preparedBy: [] }, 'tabling')).toBe(true);
    expect(right('federationCouncil', matter, 'tabling')).toBe(true);
    expect(right('board', matter, 'tabling')).toBe(false);
    expect(right('council', matter, 'main')).toBe(false);
    for (const kind of ['election', 'adjusters'] as const satisfies readonly ItemKind[])
      expect(right('council', { ...matter, kind }, 'tabling')).toBe(false);
    const used = { date: '2025-10-01', section: '§ 1' } as const;
    expect(right('council', { ...matter, earlierMinorityReferral: used }, 'tabling')).toBe(false);
    expect(right('council', { ...matter, earlierMinorityReferral: { ...used, annulled: true } }, 'tabling')).toBe(true);
  });

  it.each([
    [undefined, true],
    ['Kommunstyrelsen', true],
    ['  kommunSTYRELSEN ', true],
    ['Miljönämnden', true],
    ['MILJÖNÄMNDEN', true],
    ['Socialnämnden', false],
  ] as const)('ORD-5 a third refers back to %s: %s', (addressee, expected) => {
    expect(goesBackToPreparation(matter, addressee)).toBe(expected);
    expect(right('council', matter, 'referralBack', addressee)).toBe(expected);
  });

  it('ORD-5 what nobody prepared goes back to nobody', () => {
    expect(goesBackToPreparation({ preparedBy: [] }, undefined)).toBe(false);
  });

  it('ORD-3 an extra election is tabled the first time', () => {
    expect(extraElectionGate({ number: 4, extraElection: 'first' })).toEqual({
      rule: 'ORD-3',
      detail: { why: 'extraElection', number: 4 },
    });
    expect(extraElectionGate({ number: 4, extraElection: 'tabledBefore' })).toBeNull();
    expect(extraElectionGate(undefined)).toBeNull();
  });
});

describe('KAL-2 holidays', () => {
  it.each([
    ['Thursday before Midsummer’s Eve', '2026-06-18', false],
    ['the earliest Midsummer’s Eve', '2020-06-19', true],
    ['the latest Midsummer’s Eve', '2027-06-25', true],
    ['a Friday a week before the earliest', '2026-06-12', false],
    ['a Thursday of the week of Midsummer', '2027-06-24', false],
    ['a Friday after Midsummer', '2026-06-26', false],
  ] as const)('%s %s: %s', (_, day, holiday) => {
    expect(isHoliday(day)).toBe(holiday);
  });

  it.each([
    ['2026-11-24', '2026-11-25'],
    ['2026-11-27', '2026-11-30'],
    ['2026-12-23', '2026-12-28'],
    ['2026-06-18', '2026-06-22'],
  ])('the weekday after %s is %s', (day, next) => {
    expect(nextWeekday(day)).toBe(next);
  });

  // As printed in almanacs: the years in which the reckoning takes its exceptions are among them (1954, 1981, 2049, 2076; 1900, 2100, 2200).
  it.each([
    '1900-04-15',
    '1943-04-25',
    '1954-04-18',
    '1981-04-19',
    '2019-04-21',
    '2025-04-20',
    '2026-04-05',
    '2049-04-18',
    '2076-04-19',
    '2100-03-28',
    '2106-04-18',
    '2133-04-19',
    '2201-04-19',
    '2307-04-21',
    '2326-04-25',
  ])('Easter Sunday %s has its Friday and its Monday', (easter) => {
    const day = (from: number) =>
      new Date(Date.parse(`${easter}T00:00:00Z`) + from * 86_400_000).toISOString().slice(0, 10);
    expect([-9, -2, 1, 5, 8].map((from) => isHoliday(day(from)))).toEqual([false, true, true, false, false]);
  });
});
