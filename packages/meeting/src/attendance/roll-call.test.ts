import { describe, expect, it } from 'vitest';
import type { PersonId } from '../ids.ts';
import { nextToCall, rollCallOrder, servingSeatOf } from '../selectors.ts';
import {
  boardPlan,
  companyPlan,
  councilPlan,
  given,
  inSession,
  linkDown,
  linkUp,
  person,
  type Scene,
  seatId,
} from '../testing/index.ts';

const secretary = person('Åsa Lindvall');
const sofia = person('Sofia Elmgren');
const oskar = person('Oskar Nyman');
const seatOf = (scene: Scene, who: PersonId) => servingSeatOf(scene.meeting, who)?.id ?? seatId(0);

function running(absent: readonly PersonId[] = []): Scene {
  return inSession(councilPlan(), { remote: [sofia, oskar], absent }).after({ type: 'startRollCall' });
}

/** Everyone left is called and answers yes, whoever is not checked in does not. */
function callTheRest(scene: Scene): Scene {
  const seat = nextToCall(scene.meeting);
  if (!seat) return scene;
  const here = scene.meeting.attendance.serving[seat] !== undefined;
  const called = scene.after({ type: 'callName', seat });
  return callTheRest(called.after({ type: 'answerRollCall', seat, answer: here ? 'yes' : 'noAnswer' }));
}

describe('roll call', () => {
  it('calls the seats in the body’s order, the presidium after them, and last the one who leads', () => {
    const order = rollCallOrder(inSession(councilPlan()).meeting);
    expect(order).toHaveLength(41);
    expect(order.slice(0, 4)).toEqual([seatId(2), seatId(3), seatId(4), seatId(6)]);
    expect(order.slice(-3)).toEqual([seatId(1), seatId(28), seatId(5)]);
  });

  it('the one who leads is last also when it is a vice chair', () => {
    const led = inSession(councilPlan()).recorded({
      type: 'ChairHandedOver',
      from: person('Marie Sandell'),
      to: person('Carl Bergendal'),
    });
    expect(rollCallOrder(led.meeting).slice(-3)).toEqual([seatId(1), seatId(5), seatId(28)]);
  });

  it('calls in the Swedish alphabet where the body has decided so', () => {
    const { meeting } = inSession(councilPlan({ settings: { rollCallOrder: 'alphabetical' } }));
    const names = rollCallOrder(meeting).map((seat) => meeting.attendance.serving[seat]?.person);
    expect(names[0]).toBe(person('Karin Ahlqvist'));
    expect(names.slice(-6, -3)).toEqual(['Anders Wikström', 'Ruth Åkerlund', 'Mats Öberg'].map(person));
  });

  it('MTG-SESSION there is no roll call before the meeting is opened', () => {
    given(councilPlan()).when({ type: 'startRollCall' }).refuses('MTG-SESSION', { state: 'notOpen' });
  });

  it('MTG-ROLL-CALL one answers on the own device when called, and not before', () => {
    const scene = running();
    const seat = seatOf(scene, sofia);
    scene.when({ type: 'answerRollCall', seat, answer: 'yes' }, sofia).refuses('MTG-ROLL-CALL', { why: 'notYourTurn' });
    scene
      .after({ type: 'callName', seat })
      .when({ type: 'answerRollCall', seat, answer: 'yes' }, sofia)
      .then({ type: 'NameAnswered', seat, answer: 'yes' });
    scene
      .after({ type: 'callName', seat })
      .when({ type: 'answerRollCall', seat, answer: 'yes' }, oskar)
      .refuses('MTG-SECRETARY');
  });

  it('NAR-5 one who is not heard and seen is not noted with a yes', () => {
    const scene = linkDown(running(), sofia);
    const seat = seatOf(scene, sofia);
    scene
      .after({ type: 'callName', seat })
      .when({ type: 'answerRollCall', seat, answer: 'yes' }, secretary)
      .refuses('NAR-5', { person: 'Sofia Elmgren' });
  });

  it('those who did not answer are called again at the end', () => {
    const scene = running();
    const seat = seatOf(scene, oskar);
    const silent = scene.after({ type: 'callName', seat }).after({ type: 'answerRollCall', seat, answer: 'noAnswer' });
    expect(nextToCall(silent.meeting)).toBe(seatId(2));
    const { order } = silent.meeting.attendance.rollCall;
    const rest = order
      .filter((s) => s !== seat)
      .reduce(
        (s, id) => s.after({ type: 'callName', seat: id }).after({ type: 'answerRollCall', seat: id, answer: 'yes' }),
        silent,
      );
    expect(nextToCall(rest.meeting)).toBe(seat);
    const again = rest.after({ type: 'callName', seat }).after({ type: 'answerRollCall', seat, answer: 'yes' });
    expect(nextToCall(again.meeting)).toBeUndefined();
    again.when({ type: 'endRollCall' }).then({ type: 'RollCallEnded' });
  });

  it('MTG-ROLL-CALL does not end while somebody is left to call', () => {
    running().when({ type: 'endRollCall' }).refuses('MTG-ROLL-CALL', { why: 'left', left: 41 });
    running().when({ type: 'startRollCall' }).refuses('MTG-ROLL-CALL', { why: 'running' });
    inSession(councilPlan())
      .when({ type: 'callName', seat: seatId(1) })
      .refuses('MTG-ROLL-CALL', { why: 'notRunning' });
  });

  it('who does not answer at all is not present, and is not barred from coming later', () => {
    const scene = running();
    const seat = seatOf(scene, oskar);
    const silent = scene.after({ type: 'callName', seat }).after({ type: 'answerRollCall', seat, answer: 'noAnswer' });
    const recalled = silent.meeting.attendance.rollCall.order
      .filter((s) => s !== seat)
      .reduce(
        (s, id) => s.after({ type: 'callName', seat: id }).after({ type: 'answerRollCall', seat: id, answer: 'yes' }),
        silent,
      );
    const ended = recalled
      .when({ type: 'endRollCall' })
      .then(
        { type: 'RollCallEnded' },
        { type: 'SeatLeft', person: oskar, barredToday: false },
        { type: 'NotedAbsent', person: oskar },
      );
    const heard = linkUp(linkDown(ended, oskar), oskar);
    expect(servingSeatOf(heard.meeting, oskar)?.id).toBe(seat);
  });

  it('NAR-1 a council below its number is not declared quorate', () => {
    const plan = councilPlan();
    const absent = plan.seats.slice(20).flatMap((s) => (s.holder ? [s.holder] : []));
    const done = callTheRest(inSession(plan, { absent }).after({ type: 'startRollCall' })).after({
      type: 'endRollCall',
    });
    done.when({ type: 'declareQuorate' }).refuses('NAR-1', { present: 20, required: 21 });
    const enough = callTheRest(inSession(plan, { absent: absent.slice(1) }).after({ type: 'startRollCall' })).after({
      type: 'endRollCall',
    });
    const declared = enough
      .when({ type: 'declareQuorate' })
      .then({ type: 'DeclaredQuorate', present: 21, required: 21 });
    expect(declared.meeting.attendance.rollCall.declaredQuorate).toBeDefined();
  });

  it('MTG-ROLL-CALL nothing is declared while names are being called; a small board may declare without a call', () => {
    running().when({ type: 'declareQuorate' }).refuses('MTG-ROLL-CALL', { why: 'running' });
    inSession(boardPlan()).when({ type: 'declareQuorate' }).then({ type: 'DeclaredQuorate', present: 11, required: 6 });
    inSession(companyPlan())
      .when({ type: 'declareQuorate' })
      .then({ type: 'DeclaredQuorate', present: 7, required: 4 });
  });

  it('MTG-ROLL-CALL one in the hall without a device is checked in first, then noted', () => {
    const petter = person('Petter Boman');
    const scene = running([petter]).after({ type: 'callName', seat: seatId(4) });
    scene
      .when({ type: 'answerRollCall', seat: seatId(4), answer: 'yes' }, secretary)
      .refuses('MTG-ROLL-CALL', { why: 'notCheckedIn' });
    scene
      .after({ type: 'checkIn', person: petter, mode: 'room', identified: 'secretaryInRoom' }, secretary)
      .when({ type: 'answerRollCall', seat: seatId(4), answer: 'yes' }, secretary)
      .then({ type: 'NameAnswered', answer: 'yes' });
  });
});
