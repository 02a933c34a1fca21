import { describe, expect, it } from 'vitest';
import type { PersonId, SeatId } from '../ids.ts';
import { boardPlan, checkedIn, inSession, linkDown, person, personOf, type Scene } from '../testing/index.ts';
import type { Meeting } from '../types.ts';
import { answersFor, nextToCall, rollCallOrder } from './roll-call.ts';
import { evolveRollCall, initialRollCall } from './roll-call-state.ts';
import type { RollCall } from './types.ts';

const helena = person('Helena Ståhl');
const yusuf = person('Yusuf Demir');
const karin = person('Karin Ahlqvist');
const sofia = person('Sofia Elmgren');
const fatima = person('Fatima Haddad');
const mirja = person('Mirja Aho');
const plan = boardPlan();
const seatOf = (who: PersonId): SeatId => plan.seats.find((seat) => seat.holder === who)!.id;
const [one, two, three] = ['seat-1', 'seat-2', 'seat-3'] as unknown as [SeatId, SeatId, SeatId];
const ids = (order: readonly SeatId[]) => order.map((seat) => Number(String(seat).slice('seat-'.length)));

describe('Algorithm C the order of names', () => {
  it('is the body’s, then the presidium by rank, and last the one who leads', () => {
    // Helena Ståhl (1) is the chair, Karin Ahlqvist (8) the vice chair.
    expect(ids(rollCallOrder(inSession(plan).meeting))).toEqual([2, 3, 4, 5, 6, 7, 9, 10, 11, 8, 1]);
    const backwards = boardPlan({ seats: plan.seats.toReversed() });
    expect(ids(rollCallOrder(inSession(backwards).meeting))).toEqual([2, 3, 4, 5, 6, 7, 9, 10, 11, 8, 1]);
    const led = inSession(plan).recorded({ type: 'ChairHandedOver', from: helena, to: yusuf });
    expect(ids(rollCallOrder(led.meeting)).slice(-3)).toEqual([8, 1, 4]);
    const unopened = checkedIn(plan);
    expect(ids(rollCallOrder(unopened.meeting)).at(-1)).toBe(1);
    const second = boardPlan({ duties: [...plan.duties, { person: yusuf, duty: 'secondViceChair' }] });
    expect(ids(rollCallOrder(inSession(second).meeting)).slice(-3)).toEqual([4, 8, 1]);
    const bare = boardPlan({ duties: plan.duties.filter((d) => d.duty !== 'viceChair') });
    expect(ids(rollCallOrder(inSession(bare).meeting))).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1]);
  });

  it('has no seat that nobody holds or serves', () => {
    const { holder: _vacant, ...vacant } = plan.seats[4]!;
    const seats = plan.seats.map((seat, n) => (n === 4 ? vacant : seat));
    const empty = inSession(boardPlan({ seats })).meeting;
    expect(ids(rollCallOrder(empty))).toEqual([2, 3, 4, 6, 7, 9, 10, 11, 8, 1]);
    const served: Meeting = {
      ...empty,
      attendance: {
        ...empty.attendance,
        serving: { ...empty.attendance.serving, [vacant.id]: { person: fatima, since: 0 } },
      },
    };
    expect(ids(rollCallOrder(served))).toEqual([2, 3, 4, 5, 6, 7, 9, 10, 11, 8, 1]);
  });

  it('calls whoever serves the seat: a substitute in the chair’s is not the chair', () => {
    const scene = inSession(plan).meeting;
    const served: Meeting = {
      ...scene,
      agenda: { ...scene.agenda, leader: karin },
      attendance: {
        ...scene.attendance,
        serving: { ...scene.attendance.serving, [seatOf(helena)]: { person: fatima, since: 0, inPlaceOf: helena } },
      },
    };
    expect(ids(rollCallOrder(served))).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 8]);
  });

  it('by family name where the body has it so, in Swedish, of whoever serves', () => {
    const names = (meeting: Meeting) =>
      rollCallOrder(meeting).map(
        (seat) => meeting.attendance.serving[seat]?.person ?? plan.seats.find((s) => s.id === seat)?.holder,
      );
    const settings = { rollCallOrder: 'alphabetical' } as const;
    const alphabetical = inSession(boardPlan({ settings })).meeting;
    expect(names(alphabetical)).toEqual(
      [
        'Yusuf Demir',
        'Sofia Elmgren',
        'Jonas Fridh',
        'Gunilla Hedman',
        'Jenny Karlberg',
        'Erik Lövgren',
        'Birgitta Nordin',
        'Louise Rydén',
        'Ruth Åkerlund',
        'Karin Ahlqvist',
        'Helena Ståhl',
      ].map(person),
    );
    const served: Meeting = {
      ...alphabetical,
      attendance: {
        ...alphabetical.attendance,
        serving: {
          ...alphabetical.attendance.serving,
          [seatOf(person('Ruth Åkerlund'))]: { person: fatima, since: 0 },
        },
      },
    };
    expect(names(served).slice(0, 5)).toEqual(
      ['Yusuf Demir', 'Sofia Elmgren', 'Jonas Fridh', 'Fatima Haddad', 'Gunilla Hedman'].map(person),
    );
    const absent = inSession(boardPlan({ settings }), { absent: [yusuf] }).meeting;
    expect(names(absent)[0]).toBe(yusuf);
    const strangers = boardPlan({ settings, people: [personOf('Jonas Fridh')] });
    expect(names(inSession(strangers).meeting).slice(-3)).toEqual(
      ['Jonas Fridh', 'Karin Ahlqvist', 'Helena Ståhl'].map(person),
    );
  });
});

const call = (more: Partial<RollCall> = {}): RollCall => ({
  state: 'running',
  order: [one, two, three],
  answers: {},
  recalled: [],
  ...more,
});

describe('The roll call', () => {
  const next = (rollCall: RollCall): SeatId | undefined => {
    const { meeting } = inSession(plan);
    return nextToCall({ ...meeting, attendance: { ...meeting.attendance, rollCall } });
  };

  it('goes through the names, then once more through those who did not answer', () => {
    expect(next(call())).toBe(one);
    expect(next(call({ called: one }))).toBe(two);
    expect(next(call({ answers: { [one]: 'yes', [two]: 'noAnswer' } }))).toBe(three);
    expect(next(call({ answers: { [one]: 'yes', [two]: 'noAnswer', [three]: 'yes' } }))).toBe(two);
    expect(next(call({ answers: { [one]: 'yes', [two]: 'noAnswer', [three]: 'yes' }, called: two }))).toBeUndefined();
    expect(next(call({ answers: { [one]: 'noAnswer', [two]: 'noAnswer', [three]: 'yes' }, recalled: [one] }))).toBe(
      two,
    );
    expect(next(call({ answers: { [one]: 'yes', [two]: 'yes', [three]: 'yes' } }))).toBeUndefined();
  });

  it('is remembered name by name', () => {
    const at = 9;
    expect(initialRollCall()).toEqual({ state: 'notStarted', order: [], answers: {}, recalled: [] });
    const earlier = call({ state: 'done', answers: { [one]: 'yes' }, recalled: [one], called: one });
    expect(evolveRollCall(earlier, { type: 'RollCallStarted', order: [two] }, at)).toEqual(call({ order: [two] }));
    const named = (from: RollCall, seat = one) => evolveRollCall(from, { type: 'NameCalled', seat }, at);
    expect(named(call())).toEqual(call({ called: one }));
    const silent = call({ answers: { [one]: 'noAnswer' } });
    expect(named(silent)).toEqual({ ...silent, called: one, recalled: [one] });
    expect(named({ ...silent, recalled: [one] })).toEqual({ ...silent, called: one, recalled: [one] });
    const answered = (from: RollCall) => evolveRollCall(from, { type: 'NameAnswered', seat: one, answer: 'yes' }, at);
    const answers = { [one]: 'yes' } as const;
    expect(answered(call())).toEqual(call({ answers }));
    expect(answered(call({ called: one }))).toEqual(call({ answers }));
    expect(answered(call({ called: two }))).toEqual(call({ answers, called: two }));
    expect(evolveRollCall(call({ called: one }), { type: 'RollCallEnded' }, at)).toEqual(call({ state: 'done' }));
    expect(evolveRollCall(call(), { type: 'DeclaredQuorate', present: 1, required: 1 }, at)).toEqual(
      call({ declaredQuorate: at }),
    );
  });

  const session = inSession(boardPlan(), { remote: [sofia] });
  const running = session.after({ type: 'startRollCall' }, mirja);
  const refusedFor = (why: string, more: object = {}) => ['MTG-ROLL-CALL', { why, ...more }] as const;
  const answer = (seat: SeatId, said: 'yes' | 'noAnswer' = 'yes') =>
    ({ type: 'answerRollCall', seat, answer: said }) as const;

  it('MTG-ROLL-CALL runs once at a time, of the names in it', () => {
    running.when({ type: 'startRollCall' }, mirja).refuses(...refusedFor('running'));
    running.when({ type: 'declareQuorate' }, helena).refuses(...refusedFor('running'));
    running.when({ type: 'callName', seat: 'seat-99' as SeatId }, mirja).refuses(...refusedFor('notInOrder'));
    running.when(answer('seat-99' as SeatId), mirja).refuses(...refusedFor('notInOrder'));
    session.when({ type: 'callName', seat: one }, mirja).refuses(...refusedFor('notRunning'));
    session.when(answer(one), mirja).refuses(...refusedFor('notRunning'));
    session.when({ type: 'endRollCall' }, mirja).refuses(...refusedFor('notRunning'));
    running.when({ type: 'endRollCall' }, mirja).refuses(...refusedFor('left', { left: 11 }));
    checkedIn(boardPlan()).when({ type: 'startRollCall' }, mirja).refuses('MTG-SESSION', { state: 'notOpen' });
    checkedIn(boardPlan()).when({ type: 'declareQuorate' }, helena).refuses('MTG-SESSION', { state: 'notOpen' });
  });

  it('MTG-ROLL-CALL the person called answers; the desk for anybody', () => {
    const named = running.after({ type: 'callName', seat: seatOf(yusuf) }, mirja);
    running.when(answer(seatOf(yusuf)), yusuf).refuses(...refusedFor('notYourTurn'));
    named.when(answer(seatOf(yusuf)), yusuf).thenAmong({ type: 'NameAnswered', answer: 'yes' });
    running.when(answer(seatOf(yusuf)), mirja).thenAmong({ type: 'NameAnswered', answer: 'yes' });
    named.when(answer(seatOf(karin)), karin).refuses(...refusedFor('notYourTurn'));
  });

  it('MTG-ROLL-CALL NAR-5 yes is said of one who is here and counts', () => {
    const absent = inSession(boardPlan(), { absent: [yusuf] }).after({ type: 'startRollCall' }, mirja);
    absent.when(answer(seatOf(yusuf)), mirja).refuses(...refusedFor('notCheckedIn', { person: 'Yusuf Demir' }));
    absent.when(answer(seatOf(yusuf), 'noAnswer'), mirja).then({ type: 'NameAnswered', answer: 'noAnswer' });
    linkDown(running, sofia)
      .when(answer(seatOf(sofia)), mirja)
      .refuses('NAR-5', { person: 'Sofia Elmgren' });
    const { holder: _vacant, ...vacant } = plan.seats[4]!;
    const seats = plan.seats.map((seat, n) => (n === 4 ? vacant : seat));
    const odd = inSession(boardPlan({ seats })).recorded({ type: 'RollCallStarted', order: [vacant.id] });
    const refusal = odd.when(answer(vacant.id), mirja).refusal;
    expect(refusal).toEqual({ rule: 'MTG-ROLL-CALL', detail: { why: 'notCheckedIn' } });
  });

  it('ERS-3 whoever did not answer is not present, and nobody is barred by it', () => {
    const all = (silent: readonly PersonId[]): Scene =>
      running.meeting.attendance.rollCall.order.reduce((scene, seat) => {
        const who = plan.seats.find((s) => s.id === seat)!.holder!;
        return scene.after(answer(seat, silent.includes(who) ? 'noAnswer' : 'yes'), mirja);
      }, running);
    all([]).when({ type: 'endRollCall' }, mirja).then({ type: 'RollCallEnded' });
    expect(all([yusuf]).when({ type: 'endRollCall' }, mirja).events).toEqual([
      { type: 'RollCallEnded' },
      { type: 'SeatLeft', seat: seatOf(yusuf), person: yusuf, cause: 'notedAbsent', barredToday: false },
      { type: 'NotedAbsent', person: yusuf, cause: 'notedAbsent' },
    ]);
    const empty = inSession(boardPlan(), { absent: [yusuf] }).recorded(
      { type: 'RollCallStarted', order: [seatOf(yusuf)] },
      { type: 'NameAnswered', seat: seatOf(yusuf), answer: 'noAnswer' },
    );
    empty.when({ type: 'endRollCall' }, mirja).then({ type: 'RollCallEnded' });
  });

  it('NAR-1 is declared with the number, and not below it', () => {
    session.when({ type: 'declareQuorate' }, helena).then({ type: 'DeclaredQuorate', present: 11, required: 6 });
    const away = plan.seats
      .map((seat) => seat.holder!)
      .filter((who) => who !== helena)
      .slice(0, 6);
    inSession(boardPlan(), { absent: away })
      .when({ type: 'declareQuorate' }, helena)
      .refuses('NAR-1', { present: 5, required: 6 });
  });

  it('the own device answers for the seat that the person serves, or holds when nobody serves it', () => {
    const served = inSession(boardPlan(), { absent: [yusuf], substitutes: [fatima] }).after({
      type: 'callSubstitute',
      seat: seatOf(yusuf),
      substitute: fatima,
    });
    expect(answersFor(served.meeting, fatima, seatOf(yusuf))).toBe(true);
    expect(answersFor(served.meeting, yusuf, seatOf(yusuf))).toBe(false);
    expect(answersFor(served.meeting, karin, seatOf(yusuf))).toBe(false);
    expect(answersFor(served.meeting, karin, seatOf(karin))).toBe(true);
    const empty = inSession(boardPlan(), { absent: [yusuf] }).meeting;
    expect(answersFor(empty, yusuf, seatOf(yusuf))).toBe(true);
    expect(answersFor(empty, karin, seatOf(yusuf))).toBe(false);
    expect(answersFor(empty, karin, 'seat-99' as SeatId)).toBe(false);
  });
});
