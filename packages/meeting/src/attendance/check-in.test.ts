import { describe, expect, it } from 'vitest';
import { personName, servingSeatOf } from '../selectors.ts';
import {
  arrives,
  boardPlan,
  checkedIn,
  councilPlan,
  given,
  inSession,
  linkUp,
  person,
  personOf,
  seatId,
  withItem,
} from '../testing/index.ts';

const secretary = person('Åsa Lindvall');
const petter = person('Petter Boman');
const birgitta = person('Birgitta Nordin');
const open = () => given(councilPlan()).after({ type: 'openCheckIn' }, secretary);

describe('check-in', () => {
  it('MTG-CHECK-IN nobody checks in before it is open', () => {
    given(councilPlan())
      .when({ type: 'checkIn', person: petter, mode: 'room', identified: 'bankId' }, petter)
      .refuses('MTG-CHECK-IN');
  });

  it('a member in the hall is let in at once and sits down on the own seat', () => {
    open()
      .when({ type: 'checkIn', person: petter, mode: 'room', identified: 'bankId' }, petter)
      .then(
        { type: 'CheckedIn', presence: { person: petter, admitted: true, fulfilled: true } },
        { type: 'SeatTaken', seat: seatId(4), person: petter },
      );
  });

  it('NAR-5 a member at a distance sits down first when the link holds', () => {
    const scene = open()
      .when({ type: 'checkIn', person: birgitta, mode: 'remote', identified: 'bankId' }, birgitta)
      .then({ type: 'CheckedIn', presence: { fulfilled: false } });
    expect(servingSeatOf(scene.meeting, birgitta)).toBeUndefined();
    expect(servingSeatOf(linkUp(scene, birgitta).meeting, birgitta)?.number).toBe(21);
  });

  it('a listed substitute and an officer are let in at once, without a seat', () => {
    open()
      .when(
        { type: 'checkIn', person: person('Lars Hedlund'), mode: 'room', identified: 'bankId' },
        person('Lars Hedlund'),
      )
      .then({ type: 'CheckedIn', presence: { admitted: true } });
    open()
      .when({ type: 'checkIn', person: secretary, mode: 'room', identified: 'directory' }, secretary)
      .then({ type: 'CheckedIn', presence: { admitted: true } });
  });

  it('MTG-LOBBY a presenter waits outside until the own item is open', () => {
    const per = person('Per Wahlund');
    const waiting = arrives(inSession(councilPlan()), per);
    expect(waiting.meeting.attendance.present[per]?.admitted).toBe(false);
    withItem(waiting, 118)
      .when({ type: 'admit', person: per }, secretary)
      .refuses('MTG-LOBBY', { why: 'item', items: ['§ 120'] });
    withItem(waiting, 120).when({ type: 'admit', person: per }, secretary).then({ type: 'Admitted', person: per });
  });

  it('MTG-LOBBY one who does not belong to the meeting stays outside, and can be turned away', () => {
    const visitor = person('Patrik Holm');
    const waiting = arrives(inSession(councilPlan()), visitor);
    waiting.when({ type: 'admit', person: visitor }, secretary).refuses('MTG-LOBBY', { why: 'stranger' });
    const turnedAway = waiting
      .when({ type: 'refuseEntry', person: visitor }, secretary)
      .then({ type: 'EntryRefused', person: visitor });
    expect(turnedAway.meeting.attendance.present[visitor]).toBeUndefined();
  });

  it('MTG-DEVICE a screen of the hall is nobody', () => {
    const screen = person('Skärm 1');
    const plan = councilPlan();
    given({
      ...plan,
      people: [...plan.people, personOf('Skärm 1')],
      duties: [...plan.duties, { person: screen, duty: 'hallDevice' }],
    })
      .after({ type: 'openCheckIn' }, secretary)
      .when({ type: 'checkIn', person: screen, mode: 'room', identified: 'device' }, screen)
      .refuses('MTG-DEVICE');
  });

  it('another device of the same person takes over the same place', () => {
    const scene = inSession(councilPlan(), { remote: [birgitta] });
    const before = scene.meeting.attendance;
    const onPhone = scene.after({ type: 'checkIn', person: birgitta, mode: 'remote', identified: 'bankId' }, birgitta);
    const after = linkUp(onPhone, birgitta).meeting.attendance;
    expect(Object.keys(after.present)).toHaveLength(Object.keys(before.present).length);
    expect(after.serving[seatId(21)]).toEqual(before.serving[seatId(21)]);
    expect(after.present[birgitta]?.since).toBe(before.present[birgitta]?.since);
    expect(after.stretches).toEqual(before.stretches);
  });

  it('MTG-SELF nobody checks in for another but the secretary in the hall', () => {
    open().when({ type: 'checkIn', person: petter, mode: 'room', identified: 'bankId' }, birgitta).refuses('MTG-SELF');
    open()
      .when({ type: 'checkIn', person: petter, mode: 'room', identified: 'secretaryInRoom' }, birgitta)
      .refuses('MTG-SECRETARY');
    open()
      .when({ type: 'checkIn', person: petter, mode: 'room', identified: 'secretaryInRoom' }, secretary)
      .thenAmong({ type: 'SeatTaken', person: petter });
  });

  it('ERS-4 a member who goes home leaves the seat and does not get it back the same day', () => {
    const gone = inSession(councilPlan())
      .when({ type: 'checkOut', person: petter, cause: 'left' }, petter)
      .then(
        { type: 'SeatLeft', seat: seatId(4), person: petter, barredToday: true },
        { type: 'CheckedOut', person: petter },
      );
    const back = gone
      .when({ type: 'checkIn', person: petter, mode: 'room', identified: 'bankId' }, petter)
      .then({ type: 'CheckedIn' });
    back.when({ type: 'resumeSeat', seat: seatId(4) }, petter).refuses('ERS-4', { person: 'Petter Boman' });
  });

  it('ERS-4 going out before the meeting is opened interrupts nothing', () => {
    const out = checkedIn(councilPlan())
      .when({ type: 'checkOut', person: petter, cause: 'left' }, petter)
      .then({ type: 'SeatLeft', barredToday: false }, { type: 'CheckedOut' });
    out
      .when({ type: 'checkIn', person: petter, mode: 'room', identified: 'bankId' }, petter)
      .thenAmong({ type: 'SeatTaken', person: petter });
  });

  it('ERS-4 going out in a break interrupts nothing for one who is back before it ends', () => {
    const onBreak = inSession(councilPlan()).after({ type: 'adjourn', cause: 'rest' });
    const out = onBreak.when({ type: 'checkOut', person: petter, cause: 'left' }, petter).then({ type: 'CheckedOut' });
    const back = arrives(out, petter).after({ type: 'recall' });
    expect(servingSeatOf(back.meeting, petter)?.number).toBe(4);
    expect(back.meeting.attendance.stretches.filter((s) => s.person === petter)).toHaveLength(1);
  });

  it('MTG-ABSENT nobody is checked out, admitted or noted who was never here', () => {
    const nobody = person('Ingen Alls');
    inSession(councilPlan()).when({ type: 'checkOut', person: nobody, cause: 'left' }, nobody).refuses('MTG-ABSENT');
    inSession(councilPlan()).when({ type: 'noteAbsent', person: nobody, cause: 'notedAbsent' }).refuses('MTG-ABSENT');
  });

  it('MTG-LEAVE-CAUSE nobody goes home “for a conflict of interest” to be let back', () => {
    for (const cause of ['conflict', 'secretItem', 'memberReturned', 'meetingClosed'] as const) {
      inSession(councilPlan()).when({ type: 'checkOut', person: petter, cause }, petter).refuses('MTG-LEAVE-CAUSE');
      inSession(councilPlan()).when({ type: 'noteAbsent', person: petter, cause }).refuses('MTG-LEAVE-CAUSE');
    }
  });

  it('an empty chair in the hall is nobody: noted absent, the person is not present', () => {
    const scene = inSession(councilPlan())
      .when({ type: 'noteAbsent', person: petter, cause: 'notedAbsent' })
      .then({ type: 'SeatLeft', barredToday: true }, { type: 'NotedAbsent' });
    expect(scene.meeting.attendance.present[petter]).toBeUndefined();
    expect(scene.meeting.attendance.stretches.find((s) => s.person === petter)).toMatchObject({
      capacity: 'member',
      cause: 'notedAbsent',
    });
  });

  it('moving home to the link needs what the link needs', () => {
    inSession(councilPlan())
      .when({ type: 'changeMode', person: petter, mode: 'remote' }, petter)
      .refuses('MTG-PERMISSION', { person: personName(inSession(councilPlan()).meeting, petter) });
    const scene = inSession(boardPlan());
    const home = scene
      .when({ type: 'changeMode', person: birgitta, mode: 'remote' }, birgitta)
      .then({ type: 'ModeChanged' });
    expect(home.meeting.attendance.present[birgitta]).toMatchObject({ mode: 'remote', fulfilled: false });
    expect(
      linkUp(home, birgitta)
        .meeting.attendance.stretches.filter((s) => s.person === birgitta)
        .map((s) => s.mode),
    ).toEqual(['room', 'remote']);
  });
});
