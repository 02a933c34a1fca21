import { describe, expect, it } from 'vitest';
import { nextSubstitute, quorum, servingSeatOf, substitutesFor } from '../selectors.ts';
import {
  arrives,
  boardPlan,
  checkedIn,
  companyPlan,
  councilPlan,
  given,
  inSession,
  itemClosed,
  linkDown,
  linkUp,
  partyId,
  person,
  seatId,
  withItem,
} from '../testing/index.ts';

const secretary = person('Åsa Lindvall');
const kent = person('Kent Rosén');
const elin = person('Elin Backlund');
const hassan = person('Hassan Aydin');
const nour = person('Nour Saleh');
const seatOfKent = seatId(13);

describe('calling substitutes', () => {
  it('ERS-1 the next in the party’s order among those present is called, and nobody else', () => {
    const scene = checkedIn(councilPlan(), { absent: [kent], substitutes: [elin, hassan] });
    scene
      .when({ type: 'callSubstitute', seat: seatOfKent, substitute: hassan }, secretary)
      .refuses('ERS-1', { why: 'next', next: 'Elin Backlund' });
    scene
      .when({ type: 'callSubstitute', seat: seatOfKent, substitute: elin }, secretary)
      .then({ type: 'SeatTaken', seat: seatOfKent, person: elin, inPlaceOf: kent });
  });

  it('ERS-1 those who are not present are passed over', () => {
    const scene = checkedIn(councilPlan(), { absent: [kent], substitutes: [nour] });
    scene
      .when({ type: 'callSubstitute', seat: seatOfKent, substitute: nour }, secretary)
      .then({ type: 'SeatTaken', person: nour });
    scene
      .when({ type: 'callSubstitute', seat: seatOfKent, substitute: elin }, secretary)
      .refuses('MTG-ABSENT', { person: 'Elin Backlund' });
  });

  it('ERS-1 a substitute of another party is not of the order', () => {
    const scene = checkedIn(councilPlan(), { absent: [kent], substitutes: [person('Ulla Brandt')] });
    scene
      .when({ type: 'callSubstitute', seat: seatOfKent, substitute: person('Ulla Brandt') }, secretary)
      .refuses('ERS-1', { why: 'notListed' });
  });

  it('ERS-1 the own constituency comes first, then the chain of 5:21', () => {
    const plan = councilPlan();
    const [north, south] = ['Norra', 'Södra'];
    const party = partyId('C');
    const seats = plan.seats.map((seat) =>
      seat.party === party ? { ...seat, constituency: seat.number === 21 ? north : south } : seat,
    );
    const lists = [
      { party, constituency: south, persons: [person('Moa Ekdahl')], chain: [{ party, constituency: north }] },
      { party, constituency: north, persons: [person('Lars Hedlund')], chain: [{ party, constituency: south }] },
    ];
    const split = { ...plan, seats, substitutes: [...plan.substitutes.filter((l) => l.party !== party), ...lists] };
    const seat = seats.find((s) => s.number === 21);
    expect(seat && substitutesFor(split, seat)).toEqual([person('Lars Hedlund'), person('Moa Ekdahl')]);
    const scene = checkedIn(split, {
      absent: [person('Birgitta Nordin')],
      substitutes: [person('Moa Ekdahl'), person('Lars Hedlund')],
    });
    expect(nextSubstitute(scene.meeting, seatId(21))).toBe(person('Lars Hedlund'));
    const without = checkedIn(split, { absent: [person('Birgitta Nordin')], substitutes: [person('Moa Ekdahl')] });
    expect(nextSubstitute(without.meeting, seatId(21))).toBe(person('Moa Ekdahl'));
  });

  it('ERS-2 a serving substitute keeps the seat when one before in the order comes later', () => {
    const served = checkedIn(councilPlan(), { absent: [kent], substitutes: [hassan] }).after(
      { type: 'callSubstitute', seat: seatOfKent, substitute: hassan },
      secretary,
    );
    arrives(served, elin)
      .when({ type: 'callSubstitute', seat: seatOfKent, substitute: elin }, secretary)
      .refuses('ERS-2', { person: 'Hassan Aydin' });
  });

  it('MTG-SEAT a member who is there is not replaced, and nobody serves two seats', () => {
    const scene = checkedIn(councilPlan(), { absent: [kent, person('Helena Ståhl')], substitutes: [elin] });
    scene
      .when({ type: 'callSubstitute', seat: seatId(7), substitute: elin }, secretary)
      .refuses('MTG-SEAT', { why: 'served', person: 'Erik Lövgren' });
    scene
      .after({ type: 'callSubstitute', seat: seatOfKent, substitute: elin }, secretary)
      .when({ type: 'callSubstitute', seat: seatId(6), substitute: elin }, secretary)
      .refuses('MTG-SEAT', { why: 'serves' });
  });

  it('ERS-3 a member who comes late takes the seat back between items', () => {
    const served = inSession(councilPlan(), { absent: [kent], substitutes: [elin] }).after(
      { type: 'callSubstitute', seat: seatOfKent, substitute: elin },
      secretary,
    );
    const late = arrives(withItem(served, 118), kent);
    expect(servingSeatOf(late.meeting, kent)).toBeUndefined();
    late.when({ type: 'resumeSeat', seat: seatOfKent }, kent).refuses('ERS-3', { why: 'item' });
    itemClosed(late, 118)
      .when({ type: 'resumeSeat', seat: seatOfKent }, kent)
      .then(
        { type: 'SeatLeft', person: elin, cause: 'memberReturned', barredToday: false },
        { type: 'SeatTaken', person: kent },
      );
  });

  it('ERS-3 where the body has so decided the member takes the seat back in the middle of an item', () => {
    const plan = councilPlan({ settings: { memberReturnsBetweenItems: false } });
    const served = inSession(plan, { absent: [kent], substitutes: [elin] }).after(
      { type: 'callSubstitute', seat: seatOfKent, substitute: elin },
      secretary,
    );
    arrives(withItem(served, 118), kent)
      .when({ type: 'resumeSeat', seat: seatOfKent }, kent)
      .thenAmong({ type: 'SeatTaken', person: kent });
  });

  it('ERS-3 a late member whose seat is free sits down at once', () => {
    const late = arrives(withItem(inSession(councilPlan(), { absent: [kent] }), 118), kent);
    expect(servingSeatOf(late.meeting, kent)?.id).toBe(seatOfKent);
  });

  it('ERS-4 a member replaced after a lost link may not serve again that day', () => {
    const erik = person('Erik Lövgren');
    const lost = linkDown(inSession(councilPlan(), { remote: [erik], substitutes: [hassan] }), erik);
    const replaced = lost
      .when({ type: 'callSubstitute', seat: seatId(7), substitute: hassan })
      .then(
        { type: 'SeatLeft', person: erik, cause: 'connectionLost', barredToday: true },
        { type: 'NotedAbsent', person: erik },
        { type: 'SeatTaken', person: hassan, inPlaceOf: erik },
      );
    const back = linkUp(replaced, erik);
    expect(servingSeatOf(back.meeting, erik)).toBeUndefined();
    back.when({ type: 'resumeSeat', seat: seatId(7) }, erik).refuses('ERS-4', { person: 'Erik Lövgren' });
  });

  it('ERS-4 a board’s reglemente may let the lost member back, between items', () => {
    const plan = boardPlan({ settings: { memberMayResumeAfterHindrance: true } });
    const birgitta = person('Birgitta Nordin');
    const emma = person('Emma Gradin');
    const lost = linkDown(inSession(plan, { remote: [birgitta, emma] }), birgitta);
    const absent = lost.after({ type: 'noteAbsent', person: birgitta, cause: 'connectionLost' });
    expect(quorum(absent.meeting)).toMatchObject({ present: 10 });
    const seat = servingSeatOf(lost.meeting, birgitta)?.id ?? seatId(0);
    const served = absent.after({ type: 'callSubstitute', seat, substitute: emma });
    const back = linkUp(served, birgitta);
    expect(servingSeatOf(back.meeting, birgitta)).toBeUndefined();
    expect(servingSeatOf(back.meeting, emma)?.id).toBe(seat);
    const again = back.after({ type: 'resumeSeat', seat });
    expect(servingSeatOf(again.meeting, birgitta)?.id).toBe(seat);
    expect(again.meeting.attendance.barredToday[birgitta]).toBeUndefined();
  });

  it('ERS-4 a council cannot decide away 5:20', () => {
    const plan = councilPlan({ settings: { memberMayResumeAfterHindrance: true } });
    const gone = inSession(plan).after({ type: 'checkOut', person: kent, cause: 'left' }, kent);
    arrives(gone, kent).when({ type: 'resumeSeat', seat: seatOfKent }, kent).refuses('ERS-4');
  });

  it('ERS-6 a board follows the order that the council decided', () => {
    const plan = boardPlan();
    const erik = person('Erik Lövgren');
    const scene = inSession(plan, { absent: [erik], substitutes: [person('Fatima Haddad'), person('Oskar Nyman')] });
    scene
      .when({ type: 'callSubstitute', seat: seatId(2), substitute: person('Oskar Nyman') }, person('Mirja Aho'))
      .refuses('ERS-6', { next: 'Fatima Haddad' });
    scene
      .when({ type: 'callSubstitute', seat: seatId(2), substitute: person('Fatima Haddad') }, person('Mirja Aho'))
      .then({ type: 'SeatTaken' });
  });

  it('ABL-6 a company’s deputies stand in one order for every seat', () => {
    const scene = inSession(companyPlan(), {
      absent: [person('Johan Ekeroth')],
      substitutes: [person('Roger Sjölander'), person('Nils Olhage')],
    });
    scene
      .when({ type: 'callSubstitute', seat: seatId(4), substitute: person('Nils Olhage') }, person('Eva Lind'))
      .refuses('ABL-6', { next: 'Roger Sjölander' });
  });

  it('ERS-7 a substitute serves with the seat’s vote only while serving', () => {
    const scene = checkedIn(councilPlan(), { absent: [kent], substitutes: [elin] });
    expect(quorum(scene.meeting).present).toBe(40);
    expect(
      quorum(scene.after({ type: 'callSubstitute', seat: seatOfKent, substitute: elin }, secretary).meeting).present,
    ).toBe(41);
  });

  it('the stretches tell who served which seat from when to when', () => {
    const served = inSession(councilPlan(), { absent: [kent], substitutes: [elin] }).after(
      { type: 'callSubstitute', seat: seatOfKent, substitute: elin },
      secretary,
    );
    const back = arrives(itemClosed(withItem(served, 118), 118), kent).after(
      { type: 'resumeSeat', seat: seatOfKent },
      kent,
    );
    const { stretches } = back.meeting.attendance;
    expect(stretches.filter((s) => s.seat === seatOfKent)).toMatchObject([
      { person: elin, capacity: 'servingSubstitute', inPlaceOf: kent, cause: 'memberReturned' },
      { person: kent, capacity: 'member' },
    ]);
    expect(stretches.filter((s) => s.person === elin).map((s) => s.capacity)).toEqual([
      'other',
      'servingSubstitute',
      'other',
    ]);
  });

  it('MTG-SESSION a closed meeting calls nobody', () => {
    const closed = inSession(councilPlan(), { absent: [kent], substitutes: [elin] }).recorded({
      type: 'MeetingClosed',
    });
    closed
      .when({ type: 'callSubstitute', seat: seatOfKent, substitute: elin }, secretary)
      .refuses('MTG-SESSION', { state: 'closed' });
    given(councilPlan())
      .when({ type: 'callSubstitute', seat: seatOfKent, substitute: elin }, secretary)
      .refuses('MTG-SESSION');
  });
});
