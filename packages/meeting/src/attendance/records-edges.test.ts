import { describe, expect, it } from 'vitest';
import type { Instant, PersonId, SeatId } from '../ids.ts';
import {
  ALL_CONDITIONS,
  boardPlan,
  councilPlan,
  inSession,
  itemId,
  NO_CONDITIONS,
  person,
  withItem,
} from '../testing/index.ts';
import type { Fact, Meeting, MeetingEvent } from '../types.ts';
import { evolveAttendance, initialAttendance } from './evolve.ts';
import { lossBegun, lossOver } from './link-state.ts';
import { isLinked } from './linked.ts';
import { begin, changeMode, end, endAll } from './stretches.ts';
import type { AttendanceState, LinkLoss, Presence, Stretch } from './types.ts';

const yusuf = person('Yusuf Demir');
const sofia = person('Sofia Elmgren');
const fatima = person('Fatima Haddad');
const elsa = person('Elsa Enskild');
const mirja = person('Mirja Aho');
const plan = boardPlan();
const seatOf = (who: PersonId): SeatId => plan.seats.find((seat) => seat.holder === who)!.id;
const OPEN = itemId(86);
const NOW = 900;
const held = inSession(plan, { remote: [sofia] }).meeting;
const inItem = withItem(inSession(plan, { remote: [sofia] }), 86).meeting;

const stretch = (who: PersonId, more: Partial<Stretch> = {}): Stretch => ({
  person: who,
  capacity: 'member',
  mode: 'room',
  from: 5,
  ...more,
});
const presence = (who: PersonId, more: Partial<Presence> = {}): Presence => ({
  person: who,
  mode: 'room',
  identified: 'bankId',
  since: 5,
  admitted: true,
  fulfilled: true,
  ...more,
});
const state = (more: Partial<AttendanceState> = {}): AttendanceState => ({
  ...initialAttendance(plan),
  checkInOpen: true,
  ...more,
});
const after = (from: AttendanceState, event: MeetingEvent, meeting: Meeting = held): AttendanceState =>
  evolveAttendance(from, { seq: 9, at: NOW, actor: mirja, event } satisfies Fact, meeting);

describe('KL 5:66 stretches of presence and service', () => {
  const moment = (atItem?: number) => ({ at: NOW as Instant, atItem });

  it('begin where another ends, in the § that is open', () => {
    const opening = { person: yusuf, capacity: 'member', mode: 'room', seat: seatOf(yusuf) } as const;
    expect(begin([stretch(yusuf), stretch(sofia)], opening, moment(86))).toEqual([
      stretch(yusuf, { to: NOW, atItem: 86 }),
      stretch(sofia),
      { ...opening, from: NOW, atItem: 86 },
    ]);
    const between = begin([stretch(yusuf)], opening, moment());
    expect(between).toEqual([stretch(yusuf, { to: NOW }), { ...opening, from: NOW }]);
    for (const one of between) expect(one).not.toHaveProperty('atItem');
  });

  it('end once, and leave no trace of somebody who only went through the door', () => {
    const over = stretch(yusuf, { to: 7 });
    expect(end([over, stretch(yusuf)], yusuf, moment(86), 'left')).toEqual([
      over,
      stretch(yusuf, { to: NOW, atItem: 86, cause: 'left' }),
    ]);
    const ended = end([stretch(yusuf)], yusuf, moment());
    expect(ended).toEqual([stretch(yusuf, { to: NOW })]);
    expect(ended[0]).not.toHaveProperty('cause');
    const door = stretch(yusuf, { capacity: 'other', from: NOW });
    expect(end([door], yusuf, moment())).toEqual([]);
    expect(end([stretch(yusuf, { from: NOW })], yusuf, moment())).toHaveLength(1);
    expect(end([stretch(yusuf, { capacity: 'other' })], yusuf, moment())).toHaveLength(1);
    expect(end([stretch(sofia)], yusuf, moment())).toEqual([stretch(sofia)]);
  });

  it('end all with the meeting', () => {
    const over = stretch(yusuf, { to: 7, cause: 'left' });
    expect(endAll([over, stretch(sofia)], NOW)).toEqual([over, stretch(sofia, { to: NOW, cause: 'meetingClosed' })]);
  });

  it('go on in another way from the hall to the link', () => {
    const over = stretch(yusuf, { mode: 'remote', to: 4 });
    const seated = stretch(yusuf, { seat: seatOf(yusuf), atItem: 85 });
    expect(changeMode([over, seated], yusuf, 'remote', moment())).toEqual([
      over,
      { ...seated, to: NOW },
      stretch(yusuf, { seat: seatOf(yusuf), mode: 'remote', from: NOW }),
    ]);
    expect(changeMode([over, seated], yusuf, 'room', moment())).toEqual([over, seated]);
    expect(changeMode([over], yusuf, 'room', moment())).toEqual([over]);
    expect(changeMode([seated], sofia, 'remote', moment())).toEqual([seated]);
  });
});

describe('What is known of who is here', () => {
  it('begins with nobody, and ends with the meeting', () => {
    expect(initialAttendance(plan)).toEqual({
      checkInOpen: false,
      present: {},
      serving: {},
      stretches: [],
      barredToday: {},
      steppedAside: {},
      linkLog: [],
      rollCall: { state: 'notStarted', order: [], answers: {}, recalled: [] },
    });
    const losses: readonly LinkLoss[] = [
      { person: sofia, from: 5 },
      { person: yusuf, from: 4, to: 6 },
    ];
    const closed = after(state({ stretches: [stretch(yusuf)], linkLog: losses }), { type: 'MeetingClosed' });
    expect(closed.checkInOpen).toBe(false);
    expect(closed.stretches).toEqual([stretch(yusuf, { to: NOW, cause: 'meetingClosed' })]);
    expect(closed.linkLog).toEqual([{ person: sofia, from: 5, to: NOW }, losses[1]]);
  });

  it('one who waits outside is there, and nothing more, until let in', () => {
    const waiting = after(state(), { type: 'CheckedIn', presence: presence(elsa, { admitted: false }) });
    expect(waiting).toEqual(state({ present: { [elsa]: presence(elsa, { admitted: false }) } }));
    for (const event of [
      { type: 'Admitted', person: elsa },
      { type: 'ExternalAdmitted', item: itemId(88), person: elsa },
    ] as const) {
      const inside = after(waiting, event);
      expect(inside.present[elsa]).toEqual(presence(elsa));
      expect(inside.stretches).toEqual([{ person: elsa, capacity: 'other', mode: 'room', from: NOW }]);
      expect(after(inside, event)).toBe(inside);
      expect(after(state(), event)).toEqual(state());
    }
    expect(after(waiting, { type: 'EntryRefused', person: elsa })).toEqual(state());
  });

  it('who was doubted waits outside, is measured anew, and keeps no seat', () => {
    const aside = { person: yusuf, item: OPEN, cause: 'conflict' } as const;
    const before = (more: Partial<Presence>) =>
      state({
        present: { [yusuf]: presence(yusuf, { conditions: ALL_CONDITIONS, ...more }), [sofia]: presence(sofia) },
        stretches: [stretch(yusuf), stretch(sofia)],
        steppedAside: { [seatOf(yusuf)]: aside, [seatOf(sofia)]: { ...aside, person: sofia } },
      });
    const out = (more: Partial<Presence>) => after(before(more), { type: 'IdentityDoubted', person: yusuf, by: mirja });
    expect(out({})).toEqual(
      state({
        present: { [yusuf]: presence(yusuf, { admitted: false }), [sofia]: presence(sofia) },
        stretches: [stretch(yusuf, { to: NOW, cause: 'notedAbsent' }), stretch(sofia)],
        steppedAside: { [seatOf(sofia)]: { ...aside, person: sofia } },
      }),
    );
    expect(out({ mode: 'remote' }).present[yusuf]).toEqual(
      presence(yusuf, { mode: 'remote', admitted: false, fulfilled: false }),
    );
    expect(after(state(), { type: 'IdentityDoubted', person: yusuf, by: mirja })).toEqual(state());
  });

  it('who goes is gone, in the room and out of every list; a seat that is kept goes on', () => {
    const aside = { person: yusuf, item: OPEN, cause: 'conflict' } as const;
    const before = state({
      present: { [yusuf]: presence(yusuf), [sofia]: presence(sofia) },
      serving: { [seatOf(sofia)]: { person: sofia, since: 5 } },
      stretches: [stretch(yusuf), stretch(sofia)],
      linkLog: [{ person: yusuf, from: 5 }],
      steppedAside: { [seatOf(yusuf)]: aside },
    });
    const gone = {
      ...before,
      present: { [sofia]: presence(sofia) },
      stretches: [stretch(yusuf, { to: NOW, cause: 'left' }), stretch(sofia)],
      linkLog: [{ person: yusuf, from: 5, to: NOW }],
      steppedAside: {},
    };
    expect(after(before, { type: 'CheckedOut', person: yusuf, cause: 'left' })).toEqual(gone);
    expect(after(before, { type: 'ExternalEnded', item: OPEN, person: yusuf })).toEqual(gone);
    const hindered = after(before, { type: 'CheckedOut', person: yusuf, cause: 'otherHindrance' });
    expect(hindered.stretches[0]).toEqual(stretch(yusuf, { to: NOW, cause: 'otherHindrance' }));
    const kept = after(before, { type: 'CheckedOut', person: sofia, cause: 'left' });
    expect(kept.stretches).toEqual(before.stretches);
    expect(kept.present).toEqual({ [yusuf]: presence(yusuf) });
  });

  it('ADJ-05 an empty chair is nobody; one at a distance may still be connected', () => {
    const before = state({ present: { [yusuf]: presence(yusuf) }, stretches: [stretch(yusuf)] });
    const noted = { type: 'NotedAbsent', person: yusuf, cause: 'notedAbsent' } as const;
    expect(after(before, noted)).toEqual({
      ...before,
      present: {},
      stretches: [stretch(yusuf, { to: NOW, cause: 'notedAbsent' })],
    });
    const far = state({ present: { [yusuf]: presence(yusuf, { mode: 'remote' }) }, stretches: [stretch(yusuf)] });
    expect(after(far, noted)).toBe(far);
    expect(after(state(), noted)).toEqual(state());
  });

  it('one who comes back in a break to a kept seat goes on serving it', () => {
    const serving = { [seatOf(yusuf)]: { person: yusuf, since: 5 } };
    const comes = (mode: 'room' | 'remote', stretches: readonly Stretch[]) =>
      after(state({ serving, stretches }), { type: 'CheckedIn', presence: presence(yusuf, { mode }) }).stretches;
    const seated = stretch(yusuf, { seat: seatOf(yusuf) });
    expect(comes('room', [stretch(sofia, { to: 6 }), seated])).toEqual([stretch(sofia, { to: 6 }), seated]);
    expect(comes('remote', [seated])).toEqual([
      { ...seated, to: NOW },
      { ...seated, mode: 'remote', from: NOW },
    ]);
    const over = { ...seated, to: 6 };
    expect(comes('remote', [over, stretch(sofia)])).toEqual([over, stretch(sofia)]);
    const unseated = after(state({ stretches: [stretch(sofia)] }), { type: 'CheckedIn', presence: presence(yusuf) });
    expect(unseated.stretches).toEqual([stretch(sofia), { person: yusuf, capacity: 'other', mode: 'room', from: NOW }]);
  });

  it('ERS-5 who steps aside for the item has the seat kept; who leaves it does not', () => {
    const seat = seatOf(yusuf);
    const before = state({
      present: { [yusuf]: presence(yusuf) },
      serving: { [seat]: { person: yusuf, since: 5 } },
      stretches: [stretch(yusuf, { seat })],
    });
    const left = (cause: 'conflict' | 'secretItem' | 'left', meeting = inItem, from = before, barredToday = false) =>
      after(from, { type: 'SeatLeft', seat, person: yusuf, cause, barredToday }, meeting);
    for (const cause of ['conflict', 'secretItem'] as const) {
      const aside = left(cause);
      expect(aside.steppedAside).toEqual({ [seat]: { person: yusuf, item: OPEN, cause } });
      expect(aside.stretches).toEqual([stretch(yusuf, { seat, to: NOW, atItem: 86, cause })]);
      expect(left(cause, held).steppedAside).toEqual({});
    }
    const gone = left('left', inItem, before, true);
    expect(gone.steppedAside).toEqual({});
    expect(gone.barredToday).toEqual({ [yusuf]: NOW });
    expect(gone.serving).toEqual({});
    expect(gone.stretches.slice(1)).toEqual([
      { person: yusuf, capacity: 'other', mode: 'room', from: NOW, atItem: 86 },
    ]);
    const waiting = { ...before, present: { [yusuf]: presence(yusuf, { admitted: false }) } };
    expect(left('left', inItem, waiting).stretches).toHaveLength(1);
    const substitute = state({ serving: { [seat]: { person: fatima, since: 5, inPlaceOf: yusuf } } });
    const stepped = after(
      substitute,
      { type: 'SeatLeft', seat, person: fatima, cause: 'conflict', barredToday: false },
      inItem,
    );
    expect(stepped.steppedAside).toEqual({
      [seat]: { person: fatima, item: OPEN, cause: 'conflict', inPlaceOf: yusuf },
    });
    expect(
      after(state(), { type: 'SeatLeft', seat, person: yusuf, cause: 'conflict', barredToday: false }, inItem)
        .steppedAside,
    ).toEqual({
      [seat]: { person: yusuf, item: OPEN, cause: 'conflict' },
    });
  });

  it('a seat is taken as member or in a member’s place, as the person is here', () => {
    const seat = seatOf(yusuf);
    const aside = { person: yusuf, item: OPEN, cause: 'conflict' } as const;
    const before = state({
      present: { [fatima]: presence(fatima, { mode: 'remote' }) },
      barredToday: { [yusuf]: 1, [fatima]: 2 },
      steppedAside: { [seat]: aside },
    });
    const taken = after(before, { type: 'SeatTaken', seat, person: fatima, inPlaceOf: yusuf, forConflictIn: OPEN });
    expect(taken.serving).toEqual({ [seat]: { person: fatima, inPlaceOf: yusuf, forConflictIn: OPEN, since: NOW } });
    expect(taken.barredToday).toEqual({ [yusuf]: 1 });
    expect(taken.steppedAside).toEqual({ [seat]: aside });
    expect(taken.stretches).toEqual([
      { person: fatima, capacity: 'servingSubstitute', mode: 'remote', seat, inPlaceOf: yusuf, from: NOW },
    ]);
    const forGood = after(before, { type: 'SeatTaken', seat, person: fatima, inPlaceOf: yusuf });
    expect(forGood.steppedAside).toEqual({});
    const own = after(before, { type: 'SeatTaken', seat, person: yusuf });
    expect(own.stretches).toEqual([{ person: yusuf, capacity: 'member', mode: 'room', seat, from: NOW }]);
    expect(own.steppedAside).toEqual({});
    const unknown = after(before, { type: 'SeatTaken', seat: 'seat-99' as SeatId, person: yusuf });
    expect(unknown.stretches[0]?.capacity).toBe('servingSubstitute');
  });
});

describe('DIST-4 the link', () => {
  const up = presence(sofia, { mode: 'remote', conditions: ALL_CONDITIONS });
  const linked = (more: Partial<Presence> = {}, linkLog: readonly LinkLoss[] = []) =>
    state({ present: { [sofia]: { ...up, ...more } }, linkLog });
  const changed = (fulfilled: boolean, cause?: 'cameraOff' | 'soundLost', awaitingApproval?: true) =>
    ({
      type: 'LinkChanged',
      person: sofia,
      conditions: fulfilled ? ALL_CONDITIONS : NO_CONDITIONS,
      fulfilled,
      ...(cause && { cause }),
      ...(awaitingApproval && { awaitingApproval }),
    }) as const;
  const now = (from: AttendanceState, event: MeetingEvent) => after(from, event).present[sofia];

  it('falls: since when and why, the first time and then', () => {
    const down = { ...up, conditions: NO_CONDITIONS, fulfilled: false };
    expect(now(linked(), changed(false, 'cameraOff'))).toEqual({ ...down, lost: { at: NOW, cause: 'cameraOff' } });
    expect(now(linked(), changed(false))).toEqual({ ...down, lost: { at: NOW, cause: 'connectionLost' } });
    const lost = { at: 5, cause: 'cameraOff' } as const;
    expect(now(linked({ fulfilled: false, lost }), changed(false, 'soundLost'))).toEqual({
      ...down,
      lost: { at: 5, cause: 'soundLost' },
    });
    expect(now(linked({ fulfilled: false, lost }), changed(false))).toEqual({ ...down, lost });
    // Not up yet since the arrival: nothing is lost before there was anything.
    expect(now(linked({ fulfilled: false }), changed(false))).toEqual(down);
    expect(now(linked({ fulfilled: false }), changed(false, 'cameraOff'))).toEqual({
      ...down,
      lost: { at: NOW, cause: 'cameraOff' },
    });
    expect(now(linked({ awaitingApproval: true }), changed(false, 'cameraOff'))).toEqual({
      ...down,
      awaitingApproval: true,
      lost: { at: NOW, cause: 'cameraOff' },
    });
  });

  it('comes back, to be approved or not', () => {
    const down = linked({ fulfilled: false, lost: { at: 5, cause: 'cameraOff' }, awaitingApproval: true });
    expect(now(down, changed(true))).toEqual(up);
    expect(now(down, changed(true, undefined, true))).toEqual({ ...up, awaitingApproval: true });
    expect(now(linked({ awaitingApproval: true }), { type: 'LinkApproved', person: sofia })).toEqual(up);
    for (const event of [changed(true), { type: 'LinkApproved', person: sofia }] as const)
      expect(after(state(), event)).toEqual(state());
  });

  it('each loss is logged once, in the § that was open', () => {
    const log = (from: AttendanceState, event: MeetingEvent, meeting?: Meeting) => after(from, event, meeting).linkLog;
    expect(log(linked(), changed(false, 'cameraOff'))).toEqual([{ person: sofia, from: NOW, cause: 'cameraOff' }]);
    expect(log(linked(), changed(false), inItem)).toEqual([{ person: sofia, from: NOW, atItem: 86 }]);
    expect(log(linked(), changed(false))[0]).not.toHaveProperty('atItem');
    expect(log(linked({ fulfilled: false }), changed(false, 'cameraOff'))).toEqual([]);
    const open = [{ person: sofia, from: 5 }];
    expect(log(linked({ fulfilled: false }, open), changed(true))).toEqual([{ person: sofia, from: 5, to: NOW }]);
  });

  it('a loss is over for one, or for all, and what was over stays', () => {
    const moment = { at: NOW, atItem: undefined };
    const all: readonly LinkLoss[] = [
      { person: sofia, from: 1, to: 2 },
      { person: sofia, from: 3 },
      { person: yusuf, from: 4 },
    ];
    expect(lossOver(all, sofia, moment)).toEqual([all[0], { ...all[1], to: NOW }, all[2]]);
    expect(lossOver(all, undefined, moment)).toEqual([all[0], { ...all[1], to: NOW }, { ...all[2], to: NOW }]);
    expect(lossOver(all, fatima, moment)).toBe(all);
    const over = all.slice(0, 1);
    expect(lossOver(over, sofia, moment)).toBe(over);
    expect(lossBegun([], sofia, { at: NOW, atItem: 0 })).toEqual([{ person: sofia, from: NOW, atItem: 0 }]);
  });

  it('a new device: in the hall the loss is over, at a distance it begins until that link is measured', () => {
    const open = [{ person: sofia, from: 5 }];
    const comes = (from: AttendanceState, more: Partial<Presence>) =>
      after(from, { type: 'CheckedIn', presence: presence(sofia, more) }).linkLog;
    expect(comes(linked({ fulfilled: false }, open), {})).toEqual([{ person: sofia, from: 5, to: NOW }]);
    const far = { mode: 'remote', fulfilled: false } as const;
    expect(comes(linked(), far)).toEqual([{ person: sofia, from: NOW }]);
    expect(comes(linked({ fulfilled: false }, open), far)).toEqual(open);
    expect(comes(linked({ admitted: false }), far)).toEqual([]);
    expect(comes(linked({ mode: 'room' }), far)).toEqual([]);
    expect(comes(state(), far)).toEqual([]);
    const again = after(linked({ since: 3 }), { type: 'CheckedIn', presence: presence(sofia, { since: NOW }) });
    expect(again.present[sofia]?.since).toBe(3);
    const first = after(linked({ since: 3, admitted: false }), {
      type: 'CheckedIn',
      presence: presence(sofia, { since: NOW }),
    });
    expect(first.present[sofia]?.since).toBe(NOW);
  });

  it('goes over to the hall and back', () => {
    const lost = { at: 5, cause: 'cameraOff' } as const;
    const down = linked({ fulfilled: false, lost, awaitingApproval: true }, [{ person: sofia, from: 5 }]);
    const moved = after(down, { type: 'ModeChanged', person: sofia, mode: 'room' });
    expect(moved.present[sofia]).toEqual(presence(sofia));
    expect(moved.linkLog).toEqual([{ person: sofia, from: 5, to: NOW }]);
    const away = { type: 'ModeChanged', person: sofia, mode: 'remote' } as const;
    const back = after(moved, away);
    expect(back.present[sofia]).toEqual(presence(sofia, { mode: 'remote', fulfilled: false }));
    expect(back.linkLog).toEqual(moved.linkLog);
    const open = state({ present: { [sofia]: presence(sofia) }, linkLog: [{ person: sofia, from: 5 }] });
    expect(after(open, away).linkLog).toEqual([{ person: sofia, from: 5 }]);
    const later: Meeting = { ...held, plan: { ...held.plan, date: '2026-07-01' } };
    expect(after(moved, away, later).present[sofia]).toEqual(
      presence(sofia, { mode: 'remote', fulfilled: false, awaitingApproval: true }),
    );
    expect(after(down, { type: 'ModeChanged', person: sofia, mode: 'room' }, later).present[sofia]).toEqual(
      presence(sofia),
    );
    expect(after(state(), away)).toEqual(state());
  });

  it('AV-18 another room than that of the meeting is a distance, too', () => {
    const { place } = councilPlan();
    expect(isLinked(councilPlan(), presence(sofia))).toBe(false);
    expect(isLinked(councilPlan(), presence(sofia, { room: place }))).toBe(false);
    expect(isLinked(councilPlan(), presence(sofia, { room: 'Biblioteket' }))).toBe(true);
    expect(isLinked(councilPlan(), presence(sofia, { mode: 'remote' }))).toBe(true);
  });
});
