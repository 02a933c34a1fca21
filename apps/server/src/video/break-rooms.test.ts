import type { MeetingPlan, PersonId } from '@klubba/meeting';
import {
  boardPlan,
  councilPlan,
  given,
  inSession,
  itemId,
  person,
  type Scene,
  withItem,
} from '@klubba/meeting/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { breakPlaceOf, breakRoomRefusal, isOfPastBreak } from './break-rooms.ts';
import { conduct } from './conductor.ts';
import { fakeRooms } from './fake-rooms.ts';
import { breakOf, type BreakRoomKind, breakRoom, closedRoom, groupRoom, identityOf, openRoom } from './names.ts';
import { trackClosing } from './track-closing.ts';
import type { RoomName } from './video-room.ts';

const SOFIA = person('Sofia Elmgren');
const BIRGITTA = person('Birgitta Nordin');
const SECRETARY = person('Åsa Lindvall');
const TECHNICIAN = person('Jesper Holm');
const CHAIR = person('Marie Sandell');
const HALL = 'hall' as PersonId;
const base = councilPlan();
const plan: MeetingPlan = { ...base, duties: [...base.duties, { person: HALL, duty: 'hallDevice' }] };
const partyOf = (who: PersonId) => plan.people.find(({ id }) => id === who)?.party;
const evening = inSession(plan, { remote: [SOFIA, BIRGITTA] });
const broken = (scene: Scene, cause: 'groupMeeting' | 'rest' = 'groupMeeting'): Scene =>
  scene.recorded({ type: 'MeetingAdjourned', cause });
const recalled = (scene: Scene): Scene => scene.recorded({ type: 'MeetingRecalled' });
const refusal = ({ meeting }: Scene, who: PersonId, kind: BreakRoomKind) => breakRoomRefusal(meeting, who, kind);
const scene = (one: Scene) => ({ meeting: one.meeting, closing: trackClosing(undefined, one.facts) });

/** Of the same party as Sofia, and of another. */
const inside = Object.keys(evening.meeting.attendance.present) as PersonId[];
const serving = new Set(plan.seats.map(({ holder }) => holder));
const friend = inside.find((who) => serving.has(who) && who !== SOFIA && partyOf(who) === partyOf(SOFIA)) ?? SOFIA;
const other = inside.find((who) => serving.has(who) && partyOf(who) !== partyOf(SOFIA)) ?? SOFIA;

describe('who may be in a room of a break', () => {
  it('BREAK-ROOM-NO-BREAK: a party’s room is there in a break for group meetings alone, the other in every break', () => {
    for (const one of [
      given(plan),
      evening,
      recalled(broken(evening)),
      broken(evening).recorded({ type: 'MeetingClosed' }),
    ]) {
      expect(refusal(one, SOFIA, 'group')).toBe('BREAK-ROOM-NO-BREAK');
      expect(refusal(one, SOFIA, 'break')).toBe('BREAK-ROOM-NO-BREAK');
    }
    expect(refusal(broken(evening, 'rest'), SOFIA, 'group')).toBe('BREAK-ROOM-NO-BREAK');
    expect(refusal(broken(evening, 'rest'), SOFIA, 'break')).toBeUndefined();
    expect(refusal(broken(evening), SOFIA, 'group')).toBeUndefined();
  });

  it('BREAK-ROOM-NOT-GROUP: nobody comes into a party’s room by duty, from outside, or from another party (CHT-03)', () => {
    const { meeting } = broken(evening);
    for (const who of [SECRETARY, TECHNICIAN, HALL, 'stranger' as PersonId])
      expect(breakRoomRefusal(meeting, who, 'group')).toBe('BREAK-ROOM-NOT-GROUP');
    expect(breakPlaceOf(meeting, friend, 'group')).toEqual(breakPlaceOf(meeting, SOFIA, 'group'));
    expect(breakPlaceOf(meeting, other, 'group')?.room).not.toBe(breakPlaceOf(meeting, SOFIA, 'group')?.room);
    for (const { id, party } of plan.people) {
      const place = breakPlaceOf(meeting, id, 'group');
      if (place !== null)
        expect(place.room).toBe(
          groupRoom(plan.meeting, party ?? ('' as never), meeting.adjournment.current?.from ?? 0),
        );
    }
  });

  it('BREAK-ROOM-NOT-GROUP: one without a party, who has left, is doubted, or whose leave to be at a distance is withdrawn', () => {
    const lone: MeetingPlan = {
      ...plan,
      people: plan.people.map((one) =>
        one.id === SOFIA ? { id: one.id, givenName: one.givenName, familyName: one.familyName } : one,
      ),
    };
    expect(refusal(broken(inSession(lone, { remote: [SOFIA] })), SOFIA, 'group')).toBe('BREAK-ROOM-NOT-GROUP');
    const gone = broken(evening).recorded({ type: 'CheckedOut', person: SOFIA, cause: 'left' });
    const doubted = broken(evening).recorded({ type: 'IdentityDoubted', person: SOFIA, by: SECRETARY });
    for (const one of [gone, doubted]) {
      expect(refusal(one, SOFIA, 'group')).toBe('BREAK-ROOM-NOT-GROUP');
      expect(refusal(one, SOFIA, 'break')).toBe('VIDEO-NO-PLACE');
    }
  });

  it('VIDEO-NO-PLACE: the room across parties is for the elected: no secretary, technician, screen of the hall or others (CHT-04)', () => {
    const one = broken(evening, 'rest');
    for (const who of [SOFIA, CHAIR]) expect(refusal(one, who, 'break')).toBeUndefined();
    for (const who of [SECRETARY, TECHNICIAN, HALL, 'stranger' as PersonId])
      expect(refusal(one, who, 'break')).toBe('VIDEO-NO-PLACE');
    expect(new Set([SOFIA, CHAIR].map((who) => breakPlaceOf(one.meeting, who, 'break')?.room)).size).toBe(1);
  });

  it('is no way round what bars the meeting’s own room: conflict of interest, and a closed item one is not let into', () => {
    const conflict = evening.recorded({ type: 'ConflictDeclared', item: itemId(118), person: SOFIA });
    const inItem = broken(withItem(conflict, 118));
    expect([refusal(inItem, SOFIA, 'group'), refusal(inItem, SOFIA, 'break')]).toEqual([
      'BREAK-ROOM-NOT-GROUP',
      'VIDEO-NO-PLACE',
    ]);
    expect(refusal(inItem, friend, 'group')).toBeUndefined();
    const board = inSession(boardPlan({ settings: { remoteForSecretItems: 'never' }, remoteGranted: [SOFIA] }), {
      remote: [SOFIA],
    });
    const behindDoors = broken(withItem(board, 89));
    expect([refusal(behindDoors, SOFIA, 'group'), refusal(behindDoors, SOFIA, 'break')]).toEqual([
      'BREAK-ROOM-NOT-GROUP',
      'VIDEO-NO-PLACE',
    ]);
  });

  it('lets each choose what to show and say, in rooms that no other break has', () => {
    const first = broken(evening);
    const second = broken(recalled(first));
    const rights = { camera: true, microphone: true, subscribe: true, hidden: false };
    expect(breakPlaceOf(first.meeting, SOFIA, 'group')?.rights).toEqual(rights);
    const rooms = [first, second].flatMap(({ meeting }) => [
      breakPlaceOf(meeting, SOFIA, 'group')?.room,
      breakPlaceOf(meeting, SOFIA, 'break')?.room,
    ]);
    expect(new Set(rooms).size).toBe(4);
    const [group] = rooms as [RoomName];
    expect([isOfPastBreak(first.meeting, group), isOfPastBreak(second.meeting, group)]).toEqual([false, true]);
  });

  it('takes the names of rooms apart again, and no other room for one of a break', () => {
    expect(breakOf(groupRoom(plan.meeting, 'S' as never, 17))).toEqual({ kind: 'group', from: 17 });
    expect(breakOf(breakRoom(plan.meeting, 18))).toEqual({ kind: 'break', from: 18 });
    expect([openRoom(plan.meeting), closedRoom(plan.meeting, itemId(118), 3)].map(breakOf)).toEqual([
      undefined,
      undefined,
    ]);
  });
});

function house() {
  const rooms = fakeRooms();
  const server = () => {
    const conductor = conduct({ rooms, onFailure: (error) => expect.fail(String(error)) });
    onTestFinished(() => conductor.stop());
    const come = async (who: PersonId, room: 'meeting' | BreakRoomKind, device = 'tab-b') => {
      const pass = await conductor.pass({ meeting: plan.meeting, person: who, device, session: `of-${who}`, room });
      return pass === undefined ? 'no pass' : rooms.join(pass.token);
    };
    return { conductor, come };
  };
  const names = () => [...rooms.rooms.keys()].filter((room) => breakOf(room) !== undefined);
  const there = (kind: BreakRoomKind) =>
    [...rooms.rooms].flatMap(([room, people]) => (breakOf(room)?.kind === kind ? [...people.keys()] : []));
  return { rooms, server, names, there };
}

describe('the rooms of a break at the video server', () => {
  it('are opened on demand, beside the place in the meeting, and closed with everybody in them at the recall', async () => {
    const { rooms, server, names, there } = house();
    const { conductor, come } = server();
    const one = broken(evening);
    await conductor.carryOut(scene(one));
    expect(names()).toEqual([]);
    expect(await come(SOFIA, 'meeting', 'tab')).toBe('in');
    expect([await come(SOFIA, 'group'), await come(friend, 'group'), await come(other, 'break')]).toEqual([
      'in',
      'in',
      'in',
    ]);
    expect([await come(SECRETARY, 'group'), await come(TECHNICIAN, 'break')]).toEqual(['no pass', 'no pass']);
    expect(there('group')).toEqual([identityOf(SOFIA, 'tab-b'), identityOf(friend, 'tab-b')]);
    expect(rooms.publish(names()[0] ?? ('' as RoomName), identityOf(SOFIA, 'tab-b'), 'microphone')).toBe('published');
    await conductor.carryOut(scene(recalled(one)));
    expect(names()).toEqual([]);
    expect([...(rooms.rooms.get(openRoom(plan.meeting))?.keys() ?? [])]).toEqual([identityOf(SOFIA, 'tab')]);
    expect(await come(SOFIA, 'group')).toBe('no pass');
  });

  it('put out at once one who leaves the meeting, is no longer of the party, or whose session ended; the others stay', async () => {
    const { server, there } = house();
    const { conductor, come } = server();
    const one = broken(evening);
    await conductor.carryOut(scene(one));
    for (const who of [SOFIA, friend]) await come(who, 'group');
    const gone = one.recorded({ type: 'CheckedOut', person: SOFIA, cause: 'left' });
    await conductor.carryOut(scene(gone));
    expect(there('group')).toEqual([identityOf(friend, 'tab-b')]);
    await conductor.endSession(`of-${friend}`);
    expect(there('group')).toEqual([]);
    await come(friend, 'group');
    const party = partyOf(other);
    const people = plan.people.map((each) => (each.id === friend && party ? { ...each, party } : each));
    await conductor.carryOut({ meeting: { ...gone.meeting, seq: gone.meeting.seq + 1, plan: { ...plan, people } } });
    expect(there('group')).toEqual([]);
  });

  it('put out one who turns up without the right to be there, by the video server’s word and by a look', async () => {
    const { rooms, server, there } = house();
    const { conductor, come } = server();
    const one = broken(evening);
    await conductor.carryOut(scene(one));
    await come(SOFIA, 'group');
    const [room] = [...rooms.rooms.keys()].filter((each) => breakOf(each)?.kind === 'group');
    if (room === undefined) throw new Error('The room is open.');
    const intrude = async (who: PersonId) => {
      const rights = { camera: true, microphone: true, subscribe: true, hidden: false };
      rooms.join(await rooms.token({ room, identity: identityOf(who, 'x'), name: '', rights, ttlSeconds: 60 }));
    };
    await intrude(other);
    const { body, authorization } = rooms.sign({ kind: 'joined', room, identity: identityOf(other, 'x') });
    expect(await conductor.hear(body, authorization)).toBe(true);
    expect(there('group')).toEqual([identityOf(SOFIA, 'tab-b')]);
    await intrude(SECRETARY);
    await conductor.sweep();
    expect(there('group')).toEqual([identityOf(SOFIA, 'tab-b')]);
  });

  it('are found again by a server that is started in the middle of a break, and closed by one that is started after it', async () => {
    const { server, names, there } = house();
    const first = server();
    const one = broken(evening);
    await first.conductor.carryOut(scene(one));
    await first.come(SOFIA, 'group');
    await first.come(friend, 'group');
    first.conductor.stop();

    const second = server();
    const left = one.recorded({ type: 'CheckedOut', person: SOFIA, cause: 'left' });
    await second.conductor.carryOut(scene(left));
    await second.conductor.sweep();
    expect(there('group')).toEqual([identityOf(friend, 'tab-b')]);
    // By whose login somebody came in is known to a server that did not let them in.
    await second.come(other, 'break');
    await second.conductor.endSession(`of-${friend}`);
    expect([there('group'), there('break')]).toEqual([[], [identityOf(other, 'tab-b')]]);
    second.conductor.stop();

    const third = server();
    await third.conductor.carryOut(scene(recalled(left)));
    expect(names()).toEqual([]);
  });

  it('are kept right by two servers: whichever gave the pass, both put out and close, and neither closes what it has not heard of', async () => {
    const { rooms, server, names, there } = house();
    const [a, b] = [server(), server()];
    await Promise.all([a, b].map(({ conductor }) => conductor.carryOut(scene(evening))));
    const one = broken(evening);
    await a.conductor.carryOut(scene(one));
    await a.come(SOFIA, 'group');
    // B has not heard of the break yet.
    await b.conductor.sweep();
    expect(there('group')).toEqual([identityOf(SOFIA, 'tab-b')]);
    await b.conductor.carryOut(scene(one));
    await b.come(other, 'break');
    const left = one.recorded({ type: 'CheckedOut', person: SOFIA, cause: 'left' });
    await b.conductor.sweep();
    await b.conductor.carryOut(scene(left));
    expect(there('group')).toEqual([]);
    await a.conductor.carryOut(scene(recalled(left)));
    expect(names()).toEqual([]);
    expect([...rooms.rooms.keys()]).toEqual([openRoom(plan.meeting)]);
  });

  it('leave no open room behind when the break ends while one is being opened', async () => {
    const { rooms, names } = house();
    const held: (() => void)[] = [];
    const slow = conduct({
      rooms: {
        ...rooms,
        async open(room, seconds) {
          if (breakOf(room) !== undefined) await new Promise<void>((resolve) => held.push(resolve));
          await rooms.open(room, seconds);
        },
      },
      onFailure: (error) => expect.fail(String(error)),
    });
    onTestFinished(() => slow.stop());
    const one = broken(evening);
    await slow.carryOut(scene(one));
    const wish = { meeting: plan.meeting, person: SOFIA, device: 'tab-b', session: 's', room: 'group' as const };
    const pass = slow.pass(wish);
    await slow.carryOut(scene(recalled(one)));
    for (const go of held) go();
    expect(await pass).toBeUndefined();
    expect(names()).toEqual([]);
  });
});
