import { describe, expect, it } from 'vitest';
import type { Conflict } from '../conflicts/types.ts';
import type { ItemId, PersonId, SeatId } from '../ids.ts';
import { ers3 } from '../law/ers-3-member-returns.ts';
import type { Seat, SubstituteList } from '../plan.ts';
import {
  ALL_CONDITIONS,
  boardPlan,
  councilPlan,
  given,
  inSession,
  itemId,
  linkDown,
  person,
  type Scene,
  withItem,
} from '../testing/index.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { followAttendance } from './follow.ts';
import { lossDue, offeredAbsence } from './losses.ts';
import { quorumGate } from './quorum.ts';
import { ownSeat, returnFrom } from './seat-changes.ts';
import { currentNumber, inConflict } from './seats.ts';
import { nextSubstitute, standIns, substitutesFor } from './substitutes.ts';
import type { SteppedAside } from './types.ts';

const helena = person('Helena Ståhl');
const yusuf = person('Yusuf Demir');
const gunilla = person('Gunilla Hedman');
const sofia = person('Sofia Elmgren');
const fatima = person('Fatima Haddad');
const oskar = person('Oskar Nyman');
const emma = person('Emma Gradin');
const mirja = person('Mirja Aho');
const plan = boardPlan();
const seatOf = (who: PersonId): Seat => plan.seats.find((seat) => seat.holder === who)!;
const yusufs = seatOf(yusuf).id;
const OPEN = itemId(86);
const NEXT = itemId(87);

const call = (substitute: PersonId, seat: SeatId = yusufs) => ({ type: 'callSubstitute', seat, substitute }) as const;
const resume = (seat: SeatId = yusufs) => ({ type: 'resumeSeat', seat }) as const;
const conflicted = (scene: Scene, who: PersonId, of: ItemId = OPEN) =>
  scene.recorded({ type: 'ConflictDeclared', item: of, person: who });
const held = (who: Parameters<typeof inSession>[1] = {}) => inSession(boardPlan(), who);

describe('Calling a substitute', () => {
  const empty = held({ absent: [yusuf], substitutes: [fatima, oskar] });

  it('MTG-SEAT MTG-SESSION to a seat that is, while people may come', () => {
    empty.when(call(fatima, 'seat-99' as SeatId), helena).refuses('MTG-SEAT', { why: 'unknown' });
    empty.recorded({ type: 'MeetingClosed' }).when(call(fatima), helena).refuses('MTG-SESSION', { state: 'closed' });
    given(boardPlan()).when(call(fatima), mirja).refuses('MTG-SESSION', { state: 'notOpen' });
  });

  it('takes an empty seat in its member’s place', () => {
    expect(empty.when(call(fatima), helena).events).toStrictEqual([
      { type: 'SeatTaken', seat: yusufs, person: fatima, inPlaceOf: yusuf },
    ]);
    const { holder: _vacant, ...vacant } = seatOf(yusuf);
    const seats = plan.seats.map((seat) => (seat.id === yusufs ? vacant : seat));
    expect(inSession(boardPlan({ seats }), { substitutes: [fatima] }).when(call(fatima), helena).events).toEqual([
      { type: 'SeatTaken', seat: yusufs, person: fatima },
    ]);
  });

  it('ERS-2 nobody is called to a seat that is served', () => {
    held({ substitutes: [fatima] })
      .when(call(fatima), helena)
      .refuses('MTG-SEAT', { why: 'served', person: 'Yusuf Demir' });
    empty
      .after(call(fatima), helena)
      .when(call(oskar), helena)
      .refuses('ERS-2', { why: 'served', person: 'Fatima Haddad' });
  });

  it('SUB-01 one whom the link has taken away is noted absent in the same act', () => {
    const lost = linkDown(held({ remote: [yusuf], substitutes: [fatima] }), yusuf);
    expect(lost.when(call(fatima), helena).events).toEqual([
      { type: 'SeatLeft', seat: yusufs, person: yusuf, cause: 'connectionLost', barredToday: true },
      { type: 'NotedAbsent', person: yusuf, cause: 'connectionLost' },
      { type: 'SeatTaken', seat: yusufs, person: fatima, inPlaceOf: yusuf },
    ]);
  });

  it('SUB-01 not for the item alone, though it is open', () => {
    const lost = linkDown(withItem(held({ remote: [yusuf], substitutes: [fatima] }), 86), yusuf);
    expect(lost.when(call(fatima), helena).events.at(-1)).toEqual({
      type: 'SeatTaken',
      seat: yusufs,
      person: fatima,
      inPlaceOf: yusuf,
    });
  });

  it('JAV-3 for the item in the place of one in conflict', () => {
    const open = withItem(held({ substitutes: [fatima] }), 86);
    const raised = conflicted(open, yusuf);
    expect(raised.when(call(fatima), helena).events).toEqual([
      { type: 'SeatLeft', seat: yusufs, person: yusuf, cause: 'conflict', barredToday: false },
      { type: 'SeatTaken', seat: yusufs, person: fatima, inPlaceOf: yusuf, forConflictIn: OPEN },
    ]);
    const aside = open.happened({ type: 'ConflictDeclared', item: OPEN, person: yusuf });
    expect(aside.when(call(fatima), helena).events).toEqual([
      { type: 'SeatTaken', seat: yusufs, person: fatima, inPlaceOf: yusuf, forConflictIn: OPEN },
    ]);
    const gone = withItem(held({ absent: [yusuf], substitutes: [fatima] }), 86);
    expect(gone.when(call(fatima), helena).events).toEqual([
      { type: 'SeatTaken', seat: yusufs, person: fatima, inPlaceOf: yusuf },
    ]);
  });

  it('in turn, of those who are there, listed, free and not barred', () => {
    const order = 'ERS-6';
    empty.when(call(oskar), helena).refuses(order, { why: 'next', person: 'Oskar Nyman', next: 'Fatima Haddad' });
    empty.when(call(emma), helena).refuses('MTG-ABSENT', { person: 'Emma Gradin' });
    held({ absent: [yusuf], substitutes: [emma] })
      .when(call(emma), helena)
      .refuses(order, { why: 'notListed', person: 'Emma Gradin' });
    const two = held({ absent: [yusuf, gunilla], substitutes: [fatima, oskar] });
    two
      .after(call(fatima), helena)
      .when(call(fatima, seatOf(gunilla).id), helena)
      .refuses('MTG-SEAT', { why: 'serves', person: 'Fatima Haddad' });
    const barred = two
      .after(call(fatima), helena)
      .after({ type: 'checkOut', person: fatima, cause: 'left' }, fatima)
      .after({ type: 'checkIn', person: fatima, mode: 'room', identified: 'bankId' }, fatima);
    barred.when(call(fatima), helena).refuses('ERS-4', { person: 'Fatima Haddad' });
    barred.when(call(oskar), helena).then({ type: 'SeatTaken', person: oskar });
    const open = withItem(empty, 86);
    conflicted(open, fatima).when(call(fatima), helena).refuses(order, { why: 'conflict', person: 'Fatima Haddad' });
    conflicted(open, fatima).when(call(oskar), helena).then({ type: 'SeatTaken', person: oskar });
    const remote = inSession(boardPlan({ remoteGranted: [fatima] }), { absent: [yusuf], remote: [fatima] });
    linkDown(remote, fatima).when(call(fatima), helena).refuses('NAR-5', { person: 'Fatima Haddad' });
  });
});

describe('Coming back to the own seat', () => {
  const served = held({ absent: [yusuf], substitutes: [fatima] }).after(call(fatima), helena);
  const back = served.after({ type: 'checkIn', person: yusuf, mode: 'room', identified: 'bankId' }, yusuf);

  it('MTG-SEAT MTG-SESSION to a seat that has a member, while people may come', () => {
    back.when(resume('seat-99' as SeatId), helena).refuses('MTG-SEAT', { why: 'unknown' });
    const { holder: _vacant, ...vacant } = seatOf(yusuf);
    const seats = plan.seats.map((seat) => (seat.id === yusufs ? vacant : seat));
    inSession(boardPlan({ seats })).when(resume(), helena).refuses('MTG-SEAT', { why: 'unknown' });
    back.recorded({ type: 'MeetingClosed' }).when(resume(), helena).refuses('MTG-SESSION', { state: 'closed' });
    given(boardPlan()).when(resume(), mirja).refuses('MTG-SESSION', { state: 'notOpen' });
  });

  it('ERS-3 between items the substitute gives way', () => {
    expect(back.when(resume(), helena).events).toEqual([
      { type: 'SeatLeft', seat: yusufs, person: fatima, cause: 'memberReturned', barredToday: false },
      { type: 'SeatTaken', seat: yusufs, person: yusuf },
    ]);
    withItem(back, 86).when(resume(), helena).refuses(ers3.id, { why: 'item', person: 'Yusuf Demir' });
    held().when(resume(), helena).then();
    served.when(resume(), helena).refuses('MTG-ABSENT', { person: 'Yusuf Demir' });
  });

  it('ERS-3 NAR-5 of one who is free, not in conflict and counts', () => {
    conflicted(withItem(back, 86), yusuf)
      .when(resume(), helena)
      .refuses('ERS-3', { why: 'conflict', person: 'Yusuf Demir' });
    const far = served
      .after({ type: 'checkIn', person: yusuf, mode: 'remote', identified: 'bankId' }, yusuf)
      .when(resume(), helena);
    far.refuses('NAR-5', { person: 'Yusuf Demir' });
    const elsewhere = back.recorded({ type: 'SeatTaken', seat: seatOf(gunilla).id, person: yusuf });
    elsewhere.when(resume(), helena).refuses('MTG-SEAT', { why: 'serves', person: 'Yusuf Demir' });
    const alone = back.recorded({ type: 'SeatLeft', seat: yusufs, person: fatima, cause: 'left', barredToday: true });
    expect(alone.when(resume(), helena).events).toEqual([{ type: 'SeatTaken', seat: yusufs, person: yusuf }]);
  });

  it('ERS-4 not after having left, where the body’s reglemente does not let a member back', () => {
    const left = (memberMayResumeAfterHindrance: boolean) =>
      inSession(boardPlan({ settings: { memberMayResumeAfterHindrance } }))
        .after({ type: 'checkOut', person: yusuf, cause: 'left' }, yusuf)
        .after({ type: 'checkIn', person: yusuf, mode: 'room', identified: 'bankId' }, yusuf);
    left(true).when(resume(), helena).then({ type: 'SeatTaken', seat: yusufs, person: yusuf });
    left(false).when(resume(), helena).refuses('ERS-4', { person: 'Yusuf Demir' });
  });
});

const at = (scene: Scene, change: Partial<Meeting['attendance']> = {}): Meeting => ({
  ...scene.meeting,
  attendance: { ...scene.meeting.attendance, ...change },
});
const without = <V>(record: Readonly<Record<string, V>>, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([k]) => k !== key));

describe('ERS-3 the own seat by itself', () => {
  const free = (): Meeting => {
    const scene = held();
    return at(scene, {
      serving: without(scene.meeting.attendance.serving, yusufs) as Meeting['attendance']['serving'],
    });
  };
  const change = (meeting: Meeting, more: Partial<Meeting['attendance']>): Meeting => ({
    ...meeting,
    attendance: { ...meeting.attendance, ...more },
  });

  it('of a member who is present, when nobody serves it', () => {
    expect(ownSeat(free(), yusuf)).toEqual([{ type: 'SeatTaken', seat: yusufs, person: yusuf }]);
    expect(ownSeat(held().meeting, yusuf)).toEqual([]);
    expect(ownSeat(free(), mirja)).toEqual([]);
    const { [yusuf]: _gone, ...present } = free().attendance.present;
    expect(ownSeat(change(free(), { present }), yusuf)).toEqual([]);
    const elsewhere = { ...free().attendance.serving, [seatOf(gunilla).id]: { person: yusuf, since: 0 } };
    expect(ownSeat(change(free(), { serving: elsewhere }), yusuf)).toEqual([]);
    const taken = { ...free().attendance.serving, [yusufs]: { person: fatima, since: 0 } };
    expect(ownSeat(change(free(), { serving: taken }), yusuf)).toEqual([]);
  });

  it('not after the close, nor of one who stepped aside, is barred or in conflict', () => {
    const meeting = free();
    expect(ownSeat({ ...meeting, agenda: { ...meeting.agenda, phase: 'closed' } }, yusuf)).toEqual([]);
    const aside = (who: PersonId) => ({
      [seatOf(gunilla).id]: { person: who, item: OPEN, cause: 'conflict' } as const,
    });
    expect(ownSeat(change(meeting, { steppedAside: aside(yusuf) }), yusuf)).toEqual([]);
    expect(ownSeat(change(meeting, { steppedAside: aside(gunilla) }), yusuf)).toHaveLength(1);
    expect(ownSeat(change(meeting, { barredToday: { [yusuf]: 1 } }), yusuf)).toEqual([]);
    expect(ownSeat(change(meeting, { barredToday: { [gunilla]: 1 } }), yusuf)).toHaveLength(1);
    const open: Meeting = {
      ...meeting,
      agenda: { ...meeting.agenda, current: OPEN },
      conflicts: { byItem: { [OPEN]: [{ item: OPEN, person: yusuf, state: 'declared', at: 0 }] } },
    };
    expect(ownSeat(open, yusuf)).toEqual([]);
  });
});

describe('ERS-5 back after the item', () => {
  const aside = (who: PersonId, of: ItemId = OPEN, more: Partial<SteppedAside> = {}): SteppedAside => ({
    person: who,
    item: of,
    cause: 'conflict',
    ...more,
  });
  const scene = held();
  const stepped = (entry: SteppedAside, serving?: PersonId, seat: SeatId = yusufs): Meeting =>
    at(scene, {
      steppedAside: { [seat]: entry },
      serving: {
        ...(without(scene.meeting.attendance.serving, yusufs) as Meeting['attendance']['serving']),
        ...(serving && { [yusufs]: { person: serving, since: 0 } }),
      },
    });
  const taken = { type: 'SeatTaken', seat: yusufs, person: yusuf } as const;

  it('to the seat, from which a substitute steps down', () => {
    expect(returnFrom(stepped(aside(yusuf)), OPEN)).toEqual([taken]);
    expect(returnFrom(stepped(aside(yusuf), fatima), OPEN)).toEqual([
      { type: 'SeatLeft', seat: yusufs, person: fatima, cause: 'memberReturned', barredToday: false },
      taken,
    ]);
    expect(returnFrom(stepped(aside(fatima, OPEN, { inPlaceOf: yusuf })), OPEN)).toEqual([]);
    const inside = held({ substitutes: [fatima] }).meeting;
    const substitute: Meeting = {
      ...inside,
      attendance: {
        ...inside.attendance,
        steppedAside: { [yusufs]: aside(fatima, OPEN, { inPlaceOf: yusuf }) },
        serving: {},
      },
    };
    expect(returnFrom(substitute, OPEN)).toEqual([{ ...taken, person: fatima, inPlaceOf: yusuf }]);
  });

  it('not from another item, to no seat, nor of one who has gone or is not asked for', () => {
    expect(returnFrom(stepped(aside(yusuf, NEXT)), OPEN)).toEqual([]);
    expect(returnFrom(stepped(aside(yusuf), undefined, 'seat-99' as SeatId), OPEN)).toEqual([]);
    expect(returnFrom(stepped(aside(emma)), OPEN)).toEqual([]);
    expect(returnFrom(stepped(aside(yusuf)), OPEN, () => false)).toEqual([]);
  });

  describe('follows from', () => {
    const context: Context = { at: 9, actor: helena, id: 'x' };
    const current = (meeting: Meeting, of: ItemId | undefined = OPEN): Meeting => ({
      ...meeting,
      agenda: { ...meeting.agenda, ...(of === undefined ? {} : { current: of }) },
    });
    const states = (
      meeting: Meeting,
      ...all: readonly (readonly [PersonId, Conflict['state'], ItemId?])[]
    ): Meeting => ({
      ...meeting,
      conflicts: {
        byItem: Object.fromEntries(
          [OPEN, NEXT].map((of) => [
            of,
            all
              .filter(([, , where = OPEN]) => where === of)
              .map(([who, state]) => ({ item: of, person: who, state, at: 0 })),
          ]),
        ),
      },
    });
    const follows = (after: Meeting, event: MeetingEvent, before: Meeting = after) =>
      followAttendance(before, after, event, context);
    const left = { type: 'SeatLeft', seat: yusufs, person: yusuf, cause: 'conflict', barredToday: false } as const;

    it('JAV-2 a conflict in the open item: the one in it steps aside, who serves', () => {
      const open = current(scene.meeting);
      const declared = (of: ItemId, who = yusuf) => ({ type: 'ConflictDeclared', item: of, person: who }) as const;
      const decided = (inConflictNow: boolean, of = OPEN) =>
        ({ type: 'ConflictDecided', item: of, person: yusuf, inConflict: inConflictNow }) as const;
      expect(follows(open, declared(OPEN))).toEqual([left]);
      expect(follows(open, declared(NEXT))).toEqual([]);
      expect(follows(open, declared(OPEN, fatima))).toEqual([]);
      expect(follows(open, decided(true))).toEqual([left]);
      expect(follows(open, decided(true, NEXT))).toEqual([]);
      expect(follows(states(current(stepped(aside(yusuf))), [yusuf, 'rejected']), decided(false))).toEqual([taken]);
      const opened = { type: 'ItemOpened', item: OPEN, present: 1, required: 1 } as const;
      expect(follows(states(open, [yusuf, 'declared']), opened)).toEqual([left]);
      expect(follows(states(open, [yusuf, 'raised'], [gunilla, 'declared', NEXT]), opened)).toEqual([]);
    });

    it('JAV-2 a conflict taken back: the one whose it was, and that alone', () => {
      const withdrawn = { type: 'ConflictWithdrawn', item: OPEN, person: yusuf } as const;
      expect(follows(states(current(stepped(aside(yusuf))), [yusuf, 'withdrawn']), withdrawn)).toEqual([taken]);
      expect(follows(states(current(stepped(aside(yusuf))), [yusuf, 'established']), withdrawn)).toEqual([]);
      expect(follows(current(stepped(aside(gunilla))), withdrawn)).toEqual([]);
      expect(follows(current(stepped(aside(yusuf, OPEN, { cause: 'secretItem' }))), withdrawn)).toEqual([]);
    });

    it('DIST-6 open doors: those who were out for them', () => {
      const opened = { type: 'DoorsOpened', item: OPEN } as const;
      expect(follows(stepped(aside(yusuf, OPEN, { cause: 'secretItem' })), opened)).toEqual([taken]);
      expect(follows(stepped(aside(yusuf)), opened)).toEqual([]);
    });

    it('the end of the item', () => {
      const closed = { type: 'ItemClosed', item: OPEN, outcome: 'decided' } as const;
      const withdrawn = { type: 'ItemWithdrawn', item: OPEN, reason: '' } as const;
      expect(follows(stepped(aside(yusuf)), closed)).toEqual([taken]);
      expect(follows(stepped(aside(yusuf)), withdrawn, current(scene.meeting))).toEqual([taken]);
      expect(follows(stepped(aside(yusuf)), withdrawn, current(scene.meeting, NEXT))).toEqual([]);
    });

    it('an arrival, and a link that is up', () => {
      const free = stepped(aside(gunilla, NEXT));
      for (const event of [
        { type: 'Admitted', person: yusuf },
        { type: 'LinkChanged', person: yusuf, conditions: ALL_CONDITIONS, fulfilled: true },
        { type: 'LinkApproved', person: yusuf },
        { type: 'ModeChanged', person: yusuf, mode: 'room' },
        { type: 'CheckedIn', presence: free.attendance.present[yusuf]! },
        { type: 'NameAnswered', seat: yusufs, answer: 'yes' },
      ] as const satisfies readonly MeetingEvent[])
        expect(follows(free, event)).toEqual([taken]);
      expect(follows(free, { type: 'NameAnswered', seat: yusufs, answer: 'noAnswer' })).toEqual([]);
      expect(follows(free, { type: 'NameAnswered', seat: 'seat-99' as SeatId, answer: 'yes' })).toEqual([]);
      const { [yusuf]: _gone, ...present } = free.attendance.present;
      const gone = { ...free, attendance: { ...free.attendance, present } };
      expect(follows(gone, { type: 'NameAnswered', seat: yusufs, answer: 'yes' })).toEqual([]);
      const waits = (more: object): Meeting => ({
        ...free,
        attendance: {
          ...free.attendance,
          present: {
            ...free.attendance.present,
            [yusuf]: { ...free.attendance.present[yusuf]!, mode: 'remote', awaitingApproval: true, ...more },
          },
        },
      });
      const answered = { type: 'NameAnswered', seat: yusufs, answer: 'yes' } as const;
      expect(follows(waits({}), answered)).toEqual([{ type: 'LinkApproved', person: yusuf }]);
      expect(follows(waits({ fulfilled: false }), answered)).toEqual([]);
      expect(follows(waits({ mode: 'room' }), answered)).toEqual([]);
      expect(follows(waits({ awaitingApproval: undefined }), answered)).toEqual([taken]);
    });
  });
});

describe('ERS-1 the order of substitutes', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => id as PersonId) as [PersonId, PersonId, PersonId, PersonId];
  const list = (persons: readonly PersonId[], more: Partial<Omit<SubstituteList, 'persons'>> = {}): SubstituteList => ({
    persons,
    ...more,
  });
  const S = 'S' as NonNullable<SubstituteList['party']>;
  const M = 'M' as NonNullable<SubstituteList['party']>;
  const seat = (more: Partial<Seat> = {}): Seat => ({ id: 'seat-1' as SeatId, number: 1, ...more });
  const order = (of: Seat, ...lists: readonly SubstituteList[]) => substitutesFor({ ...plan, substitutes: lists }, of);

  it('the list of the seat’s own party and constituency, else one that covers it', () => {
    expect(
      order(
        seat({ party: S, constituency: 'norr' }),
        list([a], { party: S }),
        list([b], { party: S, constituency: 'norr' }),
      ),
    ).toEqual([b]);
    expect(
      order(
        seat({ party: S, constituency: 'norr' }),
        list([a], { party: S, constituency: 'söder' }),
        list([b], { party: S }),
      ),
    ).toEqual([b]);
    expect(order(seat({ party: S }), list([a], { party: S, constituency: 'söder' }))).toEqual([a]);
    expect(order(seat({ party: S, constituency: 'norr' }), list([a], { party: S, constituency: 'söder' }))).toEqual([]);
    expect(order(seat({ party: S }), list([a], { party: M }))).toEqual([]);
    expect(order(seat({ party: S }), list([a]))).toEqual([a]);
    expect(order(seat({ party: S }), list([a]), list([b], { party: S }))).toEqual([b]);
    expect(order(seat({ party: S, constituency: 'norr' }), list([a], { constituency: 'norr' }))).toEqual([a]);
    expect(order(seat({ party: S, constituency: 'norr' }), list([a], { constituency: 'söder' }))).toEqual([]);
    expect(order(seat({ party: S }))).toEqual([]);
  });

  it('then its chain, each person once', () => {
    const own = list([a, b], { party: S, chain: [{ party: M }, {}] });
    expect(order(seat({ party: S }), own, list([c, a], { party: M }), list([d]))).toEqual([a, b, c, d]);
    expect(order(seat({ party: S }), list([a], { party: S, chain: [{ party: S }] }))).toEqual([a]);
    expect(order(seat({ party: S }), list([a], { party: S }), list([c], { party: M }))).toEqual([a]);
  });

  it('nobody is next for a seat that is not', () => {
    expect(nextSubstitute(held({ substitutes: [fatima] }).meeting, 'seat-99' as SeatId)).toBeUndefined();
    expect(nextSubstitute(held({ substitutes: [fatima, oskar] }).meeting, yusufs)).toBe(fatima);
  });

  it('those who could stand in, each once, and none who is away or in conflict', () => {
    const { meeting } = held({ substitutes: [fatima, oskar, emma] });
    expect(standIns(meeting, OPEN, [yusuf, gunilla, helena])).toEqual([
      { seat: yusufs, person: fatima },
      { seat: seatOf(gunilla).id, person: oskar },
    ]);
    expect(standIns(meeting, OPEN, [yusuf, fatima])).toEqual([{ seat: yusufs, person: oskar }]);
    expect(standIns(meeting, OPEN, [mirja])).toEqual([]);
    expect(standIns(meeting, OPEN, [])).toEqual([]);
    const busy = held({ absent: [gunilla], substitutes: [fatima, oskar] }).after(
      call(fatima, seatOf(gunilla).id),
      helena,
    );
    expect(standIns(busy.meeting, OPEN, [yusuf])).toEqual([{ seat: yusufs, person: oskar }]);
    expect(standIns(busy.meeting, OPEN, [fatima])).toEqual([{ seat: seatOf(gunilla).id, person: oskar }]);
    const absent = held({ absent: [yusuf], substitutes: [fatima] });
    expect(standIns(absent.meeting, OPEN, [yusuf])).toEqual([{ seat: yusufs, person: fatima }]);
    const raised: Meeting = {
      ...meeting,
      conflicts: { byItem: { [OPEN]: [{ item: OPEN, person: fatima, state: 'established', at: 0 }] } },
    };
    expect(standIns(raised, OPEN, [yusuf])).toEqual([{ seat: yusufs, person: oskar }]);
    expect(standIns(raised, NEXT, [yusuf])).toEqual([{ seat: yusufs, person: fatima }]);
  });
});

describe('NAR-3 short for conflicts alone', () => {
  const members = plan.seats.map((seat) => seat.holder!);
  const away = (here: number) => members.filter((who) => who !== helena && who !== yusuf).slice(0, 11 - here);
  const short = (here: number, substitutes: readonly PersonId[]): Meeting => {
    const { meeting } = held({ absent: away(here), substitutes });
    return { ...meeting, conflicts: { byItem: { [OPEN]: [{ item: OPEN, person: yusuf, state: 'declared', at: 0 }] } } };
  };
  const no = (present: number) => ({ rule: 'NAR-3', detail: { present, required: 6 } });

  it('the item is opened when a substitute can be called for it, and nothing is decided before', () => {
    expect(quorumGate(short(6, []), 'openItem', OPEN)).toEqual(no(5));
    expect(quorumGate(short(6, [fatima]), 'openItem', OPEN)).toBeNull();
    for (const purpose of ['question', 'vote', 'gavel'] as const)
      expect(quorumGate(short(6, [fatima]), purpose, OPEN)).toEqual(no(5));
    expect(quorumGate(short(5, [fatima]), 'openItem', OPEN)).toEqual({
      rule: 'NAR-1',
      detail: { present: 4, required: 6 },
    });
    expect(quorumGate(short(7, []), 'question', OPEN)).toBeNull();
    expect(quorumGate(short(6, []), 'openItem', itemId(85))).toBeNull();
    expect(quorumGate(short(6, []), 'question', undefined)).toBeNull();
    expect(quorumGate(short(5, []), 'openItem', undefined)).toEqual({
      rule: 'NAR-1',
      detail: { present: 5, required: 6 },
    });
    expect(quorumGate(short(5, []), 'openItem', itemId(9))).toEqual({
      rule: 'NAR-1',
      detail: { present: 5, required: 6 },
    });
  });
});

describe('Who and where', () => {
  it('JAV-2 in conflict is one who said so or was found so, in that item', () => {
    const states = ['declared', 'raised', 'contested', 'established', 'rejected', 'withdrawn'] as const;
    const persons = states.map((state) => state as unknown as PersonId);
    const meeting: Meeting = {
      ...held().meeting,
      conflicts: { byItem: { [OPEN]: states.map((state, n) => ({ item: OPEN, person: persons[n]!, state, at: 0 })) } },
    };
    expect([...inConflict(meeting, OPEN)]).toEqual(['declared', 'established']);
    expect([...inConflict(meeting, NEXT)]).toEqual([]);
    expect([...inConflict(meeting, undefined)]).toEqual([]);
  });

  it('the § of the open item', () => {
    expect(currentNumber(withItem(held(), 86).meeting)).toBe(86);
    expect(currentNumber(held().meeting)).toBeUndefined();
  });

  it('ADJ-06 a loss is due after the body’s limit, to the second', () => {
    const limited = councilPlan({ settings: { lossPolicy: { kind: 'absentAfter', seconds: 300 } } });
    const lost = linkDown(inSession(limited, { remote: [sofia] }), sofia).meeting;
    const from = lost.attendance.present[sofia]!.lost!.at;
    expect(lossDue(lost, sofia)).toBe(from + 300_000);
    expect(lossDue(lost, person('Karin Ahlqvist'))).toBeUndefined();
    expect(lossDue(lost, person('Okänd Besökare'))).toBeUndefined();
    expect(offeredAbsence(lost, from + 299_999)).toEqual([]);
    expect(offeredAbsence(lost, from + 300_000)).toEqual([sofia]);
    const patient = councilPlan({ settings: { lossPolicy: { kind: 'adjournUntilBack' } as never } });
    expect(lossDue(linkDown(inSession(patient, { remote: [sofia] }), sofia).meeting, sofia)).toBeUndefined();
  });
});
