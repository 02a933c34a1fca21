import type { MeetingPlan, PersonId } from '@klubba/meeting';
import {
  boardPlan,
  checkedIn,
  councilPlan,
  given,
  inSession,
  itemId,
  person,
  type Scene,
} from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { closedRoom, openRoom } from './names.ts';
import { placeOf } from './rights.ts';
import { floorGiven } from './testing/floor-given.ts';
import { trackClosing } from './track-closing.ts';
import { NOTHING } from './video-room.ts';

const PICTURE = { ...NOTHING, camera: true, subscribe: true };
const HEARD = { ...PICTURE, microphone: true };
const SOFIA = person('Sofia Elmgren');
const ERIK = person('Erik Lövgren');
const CHAIR = person('Marie Sandell');
const HALL = 'hall' as PersonId;

const withHall = (plan: MeetingPlan): MeetingPlan => ({
  ...plan,
  duties: [...plan.duties, { person: HALL, duty: 'hallDevice' }],
});
const council = (): Scene => inSession(withHall(councilPlan()), { remote: [SOFIA, ERIK] });
const board = (remoteForSecretItems: 'never' | 'protected'): Scene =>
  inSession(boardPlan({ settings: { remoteForSecretItems }, remoteGranted: [SOFIA, ERIK] }), { remote: [SOFIA, ERIK] });
const rights = (scene: Scene, who: PersonId, device = 'tablet') =>
  placeOf(scene.meeting, who, device, trackClosing(undefined, scene.facts))?.rights;
const place = (scene: Scene, who: PersonId) =>
  placeOf(scene.meeting, who, 'tablet', trackClosing(undefined, scene.facts));

describe('what a person may do in the video room', () => {
  it('nobody has a place before check-in has opened, nor after the meeting', () => {
    expect(place(given(councilPlan()), SOFIA)).toBeNull();
    const before = checkedIn(councilPlan(), { remote: [SOFIA] });
    expect(place(before, SOFIA)).toEqual({ room: openRoom(before.meeting.plan.meeting), rights: PICTURE });
    expect(place(council().recorded({ type: 'MeetingClosed' }), SOFIA)).toBeNull();
  });

  it('pictures are always on, sound only with the floor, and it ends with the floor', () => {
    const speaks = floorGiven(council(), SOFIA);
    expect(rights(speaks, SOFIA)).toEqual(HEARD);
    expect(rights(speaks, ERIK)).toEqual(PICTURE);
    expect(rights(floorGiven(speaks, ERIK), SOFIA)).toEqual(PICTURE);
    expect(
      rights(speaks.recorded({ type: 'SpeechEnded', request: speaks.meeting.floor.speaking?.request as never }), SOFIA),
    ).toEqual(PICTURE);
  });

  it('the one who leads is always heard and seen', () => {
    expect(rights(council(), CHAIR)).toEqual(HEARD);
    const handedOver = council().recorded({ type: 'ChairHandedOver', from: CHAIR, to: person('Carl Bergendal') });
    expect(rights(handedOver, CHAIR)?.microphone).toBe(false);
    expect(rights(handedOver, person('Carl Bergendal'))?.microphone).toBe(true);
  });

  it('EXT-03 who is asked outside who it is sees and hears the one who asks, in a room for the two', () => {
    const visitor = person('Patrik Holm');
    const secretary = person('Åsa Lindvall');
    const waiting = council().after(
      { type: 'checkIn', person: visitor, mode: 'remote', identified: 'bankId' },
      visitor,
    );
    expect(place(waiting, visitor)).toBeNull();
    const talk = waiting.after({ type: 'beginIdentityCheck', person: visitor }, secretary);
    expect(place(talk, visitor)).toEqual(place(talk, secretary));
    expect(rights(talk, visitor)).toEqual(HEARD);
    expect(place(talk, visitor)?.room).not.toBe(place(talk, SOFIA)?.room);
    const over = talk.after({ type: 'endIdentityCheck', person: visitor, proofs: [] }, secretary);
    expect(place(over, visitor)).toBeNull();
    expect(place(over, secretary)?.room).toBe(openRoom(over.meeting.plan.meeting));
  });

  it('the one called in the roll call is heard until the answer', () => {
    const seat = council().meeting.plan.seats.find((one) => one.holder === SOFIA)?.id;
    if (seat === undefined) throw new Error('Sofia Elmgren has a seat.');
    const called = council().recorded({ type: 'RollCallStarted', order: [seat] }, { type: 'NameCalled', seat });
    expect(rights(called, SOFIA)).toEqual(HEARD);
    expect(rights(called, ERIK)).toEqual(PICTURE);
    expect(rights(called.recorded({ type: 'NameAnswered', seat, answer: 'yes' }), SOFIA)).toEqual(PICTURE);
  });

  it('in a break nobody is seen or heard, and all are back when it ends', () => {
    const pause = floorGiven(council(), SOFIA).recorded({ type: 'MeetingAdjourned', cause: 'rest' });
    for (const who of [SOFIA, ERIK, CHAIR]) expect(rights(pause, who)).toEqual(NOTHING);
    expect(rights(pause, HALL, 'room')).toEqual(NOTHING);
    expect(rights(pause.recorded({ type: 'MeetingRecalled' }), ERIK)).toEqual(PICTURE);
  });

  it('one in conflict of interest is out of the room of a board while the item lasts (KL 6:30)', () => {
    const item = board('protected').meeting.agenda.order.at(1) ?? itemId(0);
    const opened = board('protected').recorded({ type: 'ItemOpened', item, present: 11, required: 6 });
    const inConflict = opened.recorded({ type: 'ConflictDeclared', item, person: SOFIA });
    expect(place(inConflict, SOFIA)).toBeNull();
    expect(rights(inConflict, ERIK)).toEqual(PICTURE);
    expect(rights(inConflict.recorded({ type: 'ItemClosed', item, outcome: 'decided' }), SOFIA)).toEqual(PICTURE);
  });

  it('behind closed doors only the eligible are in the room, which is another one each time', () => {
    const item = board('protected').meeting.agenda.order.at(1) ?? itemId(0);
    const closed = board('protected').recorded(
      { type: 'ItemOpened', item, present: 11, required: 6 },
      { type: 'DoorsClosed', item },
      { type: 'RoomDeclared', item, person: SOFIA },
    );
    const { meeting } = closed.meeting.plan;
    const closing = trackClosing(undefined, closed.facts);
    expect(place(closed, SOFIA)).toEqual({ room: closedRoom(meeting, item, closing?.seq ?? 0), rights: PICTURE });
    expect(place(closed, ERIK)).toEqual({ room: openRoom(meeting), rights: NOTHING });
    expect(place(closed.recorded({ type: 'ConflictDeclared', item, person: SOFIA }), SOFIA)).toBeNull();
    const again = closed.recorded({ type: 'DoorsOpened', item }, { type: 'DoorsClosed', item });
    expect(place(again, SOFIA)?.room).not.toEqual(place(closed, SOFIA)?.room);
    const opened = again.recorded({ type: 'DoorsOpened', item });
    expect(place(opened, ERIK)).toEqual({ room: openRoom(meeting), rights: NOTHING });
    expect(rights(opened.recorded({ type: 'ItemClosed', item, outcome: 'decided' }), ERIK)).toEqual(PICTURE);
  });

  it('nobody at a distance hears a closed item in a body that never allows it', () => {
    const item = board('never').meeting.agenda.order.at(1) ?? itemId(0);
    const closed = board('never').recorded(
      { type: 'ItemOpened', item, present: 11, required: 6 },
      { type: 'DoorsClosed', item },
      { type: 'RoomDeclared', item, person: SOFIA },
    );
    expect(rights(closed, SOFIA)).toEqual(NOTHING);
  });

  it('technicians see nothing of a closed item', () => {
    const technician = person('Jesper Holm');
    const item = board('protected').meeting.agenda.order.at(1) ?? itemId(0);
    const closed = board('protected').recorded(
      { type: 'ItemOpened', item, present: 11, required: 6 },
      { type: 'DoorsClosed', item },
    );
    expect(rights(closed, technician)).toEqual(NOTHING);
  });

  it('one who has left, or never came, has no place', () => {
    expect(place(council().recorded({ type: 'CheckedOut', person: SOFIA, cause: 'left' }), SOFIA)).toBeNull();
    expect(place(council(), 'nobody' as PersonId)).toBeNull();
  });

  it('a permission withdrawn puts the person out', () => {
    expect(place(council().recorded({ type: 'RemoteWithdrawn', person: SOFIA, reason: 'Önskan' }), SOFIA)).toBeNull();
  });

  it('a screen of the hall is hidden and only receives; its cameras only send', () => {
    expect(rights(council(), HALL, 'display')).toEqual({ ...NOTHING, subscribe: true, hidden: true });
    expect(rights(council(), HALL, 'rostrum')).toEqual({ ...NOTHING, camera: true, microphone: true });
  });
});
