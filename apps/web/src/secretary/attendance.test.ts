import { text } from '@klubba/i18n';
import type { Meeting } from '@klubba/meeting';
import {
  checkedIn,
  councilPlan,
  given,
  inSession,
  itemClosed,
  linkDown,
  person,
  type Scene,
  seatId,
  withItem,
} from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import type { Translate } from '../app/text.tsx';
import { arrivals, BATTERY_LOW_PERCENT, tickCommand } from './check-in-board.ts';
import { seatActions } from './seat-actions.ts';
import { absentMembers, attendanceBoard, boardCounts, othersPresent, seatsNow } from './seat-board-view.ts';
import { nextOfEachList, turns } from './substitutes-view.ts';

const t: Translate = (key, values) => text('sv', key, values);
const SECRETARY = person('Åsa Lindvall');
const BIRGITTA = person('Birgitta Nordin');
const ERIK = person('Erik Lövgren');
const KENT = person('Kent Rosén');
const plan = councilPlan();
const firstSubstitute = (party: string) =>
  plan.substitutes.find((list) => plan.parties.find((one) => one.id === list.party)?.short === party)?.persons[0];
const seatOfPerson = (meeting: Meeting, who: string) => meeting.plan.seats.find((seat) => seat.holder === who);
const is = (meeting: Meeting, who: string) => seatsNow(meeting).find((one) => one.person === who)?.is;
const session = (): Scene => withItem(inSession(plan, { remote: [BIRGITTA, ERIK], absent: [KENT] }), 118);

describe('the board of seats', () => {
  it('shows every seat once, by party in the order of the body', () => {
    const board = attendanceBoard(session().meeting, t);
    expect(board.map((one) => one.party)).toEqual(plan.parties.map((one) => one.name));
    expect(board.flatMap((one) => one.seats.map((seat) => seat.number))).toEqual(plan.seats.map((seat) => seat.number));
  });

  it('tells the hall from a distance, and marks only one whose link is gone', () => {
    const { meeting } = linkDown(session(), BIRGITTA);
    expect(is(meeting, BIRGITTA)).toBe('lost');
    expect(is(meeting, ERIK)).toBe('remote');
    expect(is(meeting, KENT)).toBe('away');
    const marked = attendanceBoard(meeting, t).flatMap((one) => one.seats.filter((seat) => seat.mark !== undefined));
    expect(marked).toMatchObject([{ name: 'Birgitta Nordin', state: 'Bruten', mark: 'lost' }]);
    expect(boardCounts(meeting)).toEqual({ room: 38, remote: 1, lost: 1 });
  });

  it('names the substitute with whom the substitute serves for, and the member among the absent', () => {
    const substitute = firstSubstitute('S');
    if (substitute === undefined) throw new Error('The plan has a substitute for S.');
    const seat = seatOfPerson(session().meeting, KENT);
    if (seat === undefined) throw new Error('Kent has a seat.');
    const { meeting } = inSession(plan, { absent: [KENT], substitutes: [substitute] }).happened({
      type: 'SeatTaken',
      seat: seat.id,
      person: substitute,
      inPlaceOf: KENT,
    });
    const shown = attendanceBoard(meeting, t)
      .flatMap((one) => one.seats)
      .find((one) => one.id === seat.id);
    expect(shown?.note).toBe('för Kent Rosén');
    expect(absentMembers(meeting)).toEqual([KENT]);
  });

  it('reads out those present who are neither members nor substitutes', () => {
    const names = othersPresent(session().meeting).map((one) => one.name);
    expect(names).toContain('Åsa Lindvall');
    expect(names).not.toContain('Marie Sandell (S)');
  });
});

describe('the check-in board', () => {
  it('has every member, substitute and officer once, also those who have not come', () => {
    const { meeting } = given(plan).after({ type: 'openCheckIn' }, SECRETARY);
    const all = arrivals(meeting).flatMap((group) => group.people.map((one) => one.person));
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain(KENT);
    expect(all).toContain(SECRETARY);
    expect(arrivals(meeting).every((group) => group.here === 0)).toBe(true);
  });

  it('ticks one who is seen in the hall, and takes the tick back', () => {
    const open = given(plan).after({ type: 'openCheckIn' }, SECRETARY);
    const kent = (meeting: Meeting) => {
      const found = arrivals(meeting)
        .flatMap((group) => group.people)
        .find((one) => one.person === KENT);
      if (found === undefined) throw new Error('Kent is on the board.');
      return found;
    };
    const tick = tickCommand(kent(open.meeting));
    expect(tick).toMatchObject({ type: 'checkIn', mode: 'room', identified: 'secretaryInRoom' });
    if (tick === undefined) throw new Error('There is a tick.');
    const ticked = open.after(tick, SECRETARY);
    expect(kent(ticked.meeting).presence?.identified).toBe('secretaryInRoom');
    expect(tickCommand(kent(ticked.meeting))).toEqual({ type: 'checkOut', person: KENT, cause: 'left' });
  });

  it('has no tick for one at a distance, and tells of the equipment that does not work', () => {
    const { meeting } = given(plan)
      .after({ type: 'openCheckIn' }, SECRETARY)
      .after(
        {
          type: 'checkIn',
          person: ERIK,
          mode: 'remote',
          identified: 'bankId',
          deviceTest: {
            camera: false,
            microphone: true,
            sound: true,
            connection: true,
            battery: BATTERY_LOW_PERCENT - 1,
          },
        },
        ERIK,
      );
    const erik = arrivals(meeting)
      .flatMap((group) => group.people)
      .find((one) => one.person === ERIK);
    expect(erik?.faults).toEqual(['camera', 'battery']);
    expect(erik && tickCommand(erik)).toBeUndefined();
  });
});

describe('substitutes in turn', () => {
  const substitutes = plan.substitutes.flatMap((list) => list.persons);

  it('offers the next of the own party for an empty seat, and nobody for one that is served', () => {
    const { meeting, facts } = withItem(inSession(plan, { absent: [KENT], substitutes }), 118);
    const at = facts.at(-1)?.at ?? 0;
    const offered = turns(meeting, SECRETARY, at);
    expect(offered.map((one) => one.away)).toEqual([KENT]);
    expect(offered[0]?.substitute).toBe(firstSubstitute('S'));
  });

  it('offers each substitute for one seat only', () => {
    const { meeting } = withItem(
      inSession(plan, { absent: [KENT, person('Ulrika Dahlin')], substitutes: substitutes.slice(0, 3) }),
      118,
    );
    const offered = turns(meeting, SECRETARY, 0).map((one) => one.substitute);
    expect(new Set(offered).size).toBe(offered.length);
  });

  it('names the first of each list as next', () => {
    const { meeting } = inSession(plan, { substitutes });
    expect(nextOfEachList(meeting)).toContain(firstSubstitute('V'));
  });
});

describe('what the secretary may do for a seat', () => {
  const acts = (scene: Scene, number: number) => {
    const seat = plan.seats.find((one) => one.id === seatId(number));
    if (seat === undefined) throw new Error('There is such a seat.');
    return seatActions(scene.meeting, seat, SECRETARY, scene.facts.at(-1)?.at ?? 0);
  };
  const erikSeat = plan.seats.find((seat) => seat.holder === ERIK)?.number ?? 0;
  const kentSeat = plan.seats.find((seat) => seat.holder === KENT)?.number ?? 0;

  it('is a tick for one who is not here', () => {
    const before = checkedIn(plan, { absent: [KENT] });
    expect(acts(before, kentSeat).map((one) => one.act)).toContain('tick');
  });

  it('is the speakers’ list and a conflict for one who is here, in the open debate', () => {
    const debate = session().happened({ type: 'DebateBegun', item: session().meeting.agenda.current ?? ('' as never) });
    const offered = acts(debate, erikSeat).filter((one) => one.refusal === undefined);
    expect(offered.map((one) => one.act)).toEqual(expect.arrayContaining(['speech', 'conflict']));
    expect(offered.map((one) => one.act)).not.toContain('tick');
  });

  it('is a note of absence for the cause that is true when the link is gone', () => {
    const gone = linkDown(session(), ERIK);
    const note = acts(gone, erikSeat).find((one) => one.act === 'noteAbsent');
    expect(note?.command).toEqual({ type: 'noteAbsent', person: ERIK, cause: 'connectionLost' });
  });

  it('shows a substitute who may not be called, with what stands in the way', () => {
    const substitute = firstSubstitute('S');
    const scene = withItem(inSession(plan, { remote: [ERIK], substitutes: substitute ? [substitute] : [] }), 118);
    const call = acts(scene, erikSeat).find((one) => one.act === 'callSubstitute');
    expect(call?.about).toBe(substitute);
    expect(call?.refusal).toBeDefined();
  });

  it('is nothing after the meeting is closed', () => {
    const closed = itemClosed(session(), 118).recorded({ type: 'MeetingClosed' });
    expect(acts(closed, erikSeat).filter((one) => one.refusal === undefined)).toEqual([]);
  });
});
