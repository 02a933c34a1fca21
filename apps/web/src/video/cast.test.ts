import type { PersonId, RequestId } from '@klubba/meeting';
import { councilPlan, inSession, itemId, person, type Scene } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { castOf, hallHears, isHeardSoon } from './cast.ts';
import { onAir } from './on-air.ts';
import { type Guest, NO_VIDEO } from './view.ts';

const SOFIA = person('Sofia Elmgren');
const ERIK = person('Erik Lövgren');
const YUSUF = person('Yusuf Demir');
const CHAIR = person('Marie Sandell');
const HALL = 'hall' as PersonId;

const guest = (who: PersonId, device = 'tablet', joinedAt = 0): Guest => ({
  identity: `${who}#${device}`,
  person: who,
  device,
  joinedAt,
  camera: { sid: `TR_${who}_${device}`, arrives: true },
  poor: false,
});
const council = (): Scene => inSession(councilPlan(), { remote: [SOFIA, ERIK, YUSUF] });
const floor = (scene: Scene, who: PersonId): Scene =>
  scene.recorded({
    type: 'FloorGiven',
    limit: null,
    request: { id: 'r1' as RequestId, item: itemId(118), person: who, kind: 'speech', at: 0 },
  });

describe('who is seen where', () => {
  it('shows the one who has the floor, large, and says so', () => {
    const cast = castOf(floor(council(), SOFIA).meeting, [guest(SOFIA), guest(ERIK)], ERIK);
    expect(cast.speaker).toMatchObject({ person: SOFIA, guest: { identity: `${SOFIA}#tablet` } });
    expect(cast.speaks).toBe(true);
    expect(cast.others.map((one) => one.person)).not.toContain(SOFIA);
  });

  it('shows the chair while nobody speaks', () => {
    const cast = castOf(council().meeting, [], ERIK);
    expect(cast.speaker?.person).toBe(CHAIR);
    expect(cast.speaks).toBe(false);
  });

  it('puts the one called in picture at once, and back when the answer has come', () => {
    const seat = council().meeting.plan.seats.find((one) => one.holder === SOFIA)?.id;
    if (seat === undefined) throw new Error('Sofia Elmgren has a seat.');
    const called = council().recorded({ type: 'RollCallStarted', order: [seat] }, { type: 'NameCalled', seat });
    expect(castOf(called.meeting, [guest(SOFIA)], ERIK).speaker?.person).toBe(SOFIA);
    const answered = called.recorded({ type: 'NameAnswered', seat, answer: 'yes' });
    expect(castOf(answered.meeting, [guest(SOFIA)], ERIK).speaker?.person).toBe(CHAIR);
  });

  it('sees a speaker in the hall by the rostrum, and the room by the room', () => {
    const speaker = person('Karin Ahlqvist');
    const guests = [guest(HALL, 'room'), guest(HALL, 'rostrum')];
    const cast = castOf(floor(council(), speaker).meeting, guests, ERIK);
    expect(cast.speaker).toMatchObject({ person: speaker, guest: { device: 'rostrum' } });
    expect(cast.room.guest?.device).toBe('room');
    expect(castOf(floor(council(), speaker).meeting, [guest(HALL, 'room')], ERIK).speaker?.guest?.device).toBe('room');
  });

  it('keeps the own picture out of the others, and lists them in the order of the seats after the presidium', () => {
    const cast = castOf(
      council().meeting,
      [guest(SOFIA), guest(ERIK), guest(YUSUF), guest(person('Carl Bergendal'), 'laptop')],
      ERIK,
    );
    const seatOf = (who: PersonId | undefined) =>
      council().meeting.plan.seats.find((one) => one.holder === who)?.number ?? 0;
    const [first, ...rest] = cast.others.map((one) => one.person);
    expect(first).toBe(person('Carl Bergendal'));
    expect(rest).toEqual([SOFIA, YUSUF].toSorted((a, b) => seatOf(a) - seatOf(b)));
  });

  it('shows one at a distance without a picture too: the absence is what must be seen', () => {
    const cast = castOf(council().meeting, [], ERIK);
    expect(new Set(cast.others.map((one) => one.person))).toEqual(new Set([SOFIA, YUSUF]));
    expect(cast.others.every((one) => one.guest === undefined)).toBe(true);
  });

  it('shows a person with two devices by the camera that came last', () => {
    const cast = castOf(floor(council(), SOFIA).meeting, [guest(SOFIA, 'tablet', 1), guest(SOFIA, 'phone', 2)], ERIK);
    expect(cast.speaker?.guest?.device).toBe('phone');
  });

  it('knows that the hall has microphones of its own', () => {
    expect(hallHears([guest(HALL, 'room')])).toBe(false);
    expect(hallHears([{ ...guest(HALL, 'room'), microphone: { sid: 'TR_m', arrives: false } }])).toBe(true);
  });
});

describe('whether one is heard, in words', () => {
  it('says what is really published, and why', () => {
    const speaks = floor(council(), SOFIA).meeting;
    expect(onAir(speaks, NO_VIDEO, SOFIA)).toEqual({ state: 'off', why: 'silent' });
    expect(onAir(speaks, { ...NO_VIDEO, microphone: 'on' }, SOFIA)).toEqual({ state: 'on', why: 'floor' });
    expect(onAir(council().meeting, { ...NO_VIDEO, microphone: 'on' }, CHAIR)).toEqual({ state: 'on', why: 'leads' });
    expect(onAir(council().meeting, NO_VIDEO, person('Karin Ahlqvist'))).toEqual({ state: 'off', why: 'hall' });
  });

  it('has the microphone ready for the one in the queue, and for all when a decision is near', () => {
    expect(isHeardSoon(council().meeting, SOFIA)).toBe(false);
    const asked = council().recorded({
      type: 'FloorRequested',
      request: { id: 'r2' as RequestId, item: itemId(118), person: SOFIA, kind: 'speech', at: 0 },
    });
    expect(isHeardSoon(asked.meeting, SOFIA)).toBe(true);
    expect(isHeardSoon(asked.meeting, ERIK)).toBe(false);
    expect(isHeardSoon(asked.recorded({ type: 'MeetingAdjourned', cause: 'rest' }).meeting, SOFIA)).toBe(false);
  });
});
