import type { MeetingId, PersonId } from '@klubba/meeting';
import { checkedIn, councilPlan, given, inSession, person, type Scene } from '@klubba/meeting/testing';
import { describe, expect, it } from 'vitest';
import { conduct } from './conductor.ts';
import type { Conductor } from './conductor-contract.ts';
import { fakeRooms } from './fake-rooms.ts';
import { closedRoom, identityOf, openRoom, trialRoom } from './names.ts';
import { floorGiven } from './testing/floor-given.ts';
import { trackClosing } from './track-closing.ts';
import type { VideoRooms } from './video-room.ts';

const SOFIA = person('Sofia Elmgren');
const ERIK = person('Erik Lövgren');
const plan = councilPlan({ settings: { remoteForSecretItems: 'protected' } });
const ROOM = openRoom(plan.meeting);
const session = (): Scene => inSession(plan, { remote: [SOFIA, ERIK] });
const scene = (one: Scene) => ({ meeting: one.meeting, closing: trackClosing(undefined, one.facts) });

function house(around: (rooms: ReturnType<typeof fakeRooms>) => VideoRooms = (rooms) => rooms) {
  const rooms = fakeRooms();
  const failures: unknown[] = [];
  const conductor = conduct({ rooms: around(rooms), onFailure: (error) => failures.push(error) });
  const come = async (who: PersonId, device = 'tablet'): Promise<'in' | 'no such room' | 'no pass'> => {
    const pass = await conductor.pass({ meeting: plan.meeting, person: who, device, session: `session-${who}` });
    return pass === undefined ? 'no pass' : rooms.join(pass.token);
  };
  const inside = (who: PersonId, device = 'tablet') => rooms.rooms.get(ROOM)?.get(identityOf(who, device));
  return { rooms, conductor, come, inside, failures };
}

const stopped = (conductor: Conductor): void => conductor.stop();

describe('the conductor of the video rooms', () => {
  it('opens a room when check-in opens, and lets in whom the meeting has let in', async () => {
    const { conductor, come, rooms } = house();
    await conductor.carryOut(scene(given(plan)));
    expect([...rooms.rooms.keys()]).toEqual([]);
    expect(await come(SOFIA)).toBe('no pass');
    await conductor.carryOut(scene(checkedIn(plan, { remote: [SOFIA] })));
    expect(await come(SOFIA)).toBe('in');
    expect(await come('stranger' as PersonId)).toBe('no pass');
    stopped(conductor);
  });

  it('gives the microphone with the floor and takes it, with what it published, when the floor goes on', async () => {
    const { conductor, come, rooms } = house();
    const evening = session();
    await conductor.carryOut(scene(evening));
    await come(SOFIA);
    await come(ERIK, 'phone');
    const speaks = floorGiven(evening, SOFIA);
    await conductor.carryOut(scene(speaks));
    expect(rooms.publish(ROOM, identityOf(SOFIA, 'tablet'), 'microphone')).toBe('published');
    await conductor.carryOut(scene(floorGiven(speaks, ERIK)));
    expect(rooms.rooms.get(ROOM)?.get(identityOf(SOFIA, 'tablet'))?.publishes.has('microphone')).toBe(false);
    expect(rooms.publish(ROOM, identityOf(SOFIA, 'tablet'), 'microphone')).toBe('insufficient permissions');
    expect(rooms.publish(ROOM, identityOf(ERIK, 'phone'), 'microphone')).toBe('published');
    stopped(conductor);
  });

  it('never lets an older picture of the meeting undo a newer fact', async () => {
    const waiting: (() => void)[] = [];
    const { conductor, come, inside } = house((rooms) => ({
      ...rooms,
      async permit(room, identity, rights) {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return rooms.permit(room, identity, rights);
      },
    }));
    const evening = session();
    await conductor.carryOut(scene(evening));
    await come(SOFIA);
    const speaks = floorGiven(evening, SOFIA);
    const given_ = conductor.carryOut(scene(speaks));
    const taken = conductor.carryOut(scene(floorGiven(speaks, ERIK)));
    const late = conductor.carryOut(scene(speaks));
    while (waiting.length > 0) {
      waiting.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all([given_, taken, late]);
    expect(inside(SOFIA)?.rights.microphone).toBe(false);
    stopped(conductor);
  });

  it('puts out one who leaves', async () => {
    const { conductor, come, inside } = house();
    const evening = session();
    await conductor.carryOut(scene(evening));
    await come(SOFIA);
    await conductor.carryOut(scene(evening.recorded({ type: 'CheckedOut', person: SOFIA, cause: 'left' })));
    expect(inside(SOFIA)).toBeUndefined();
    expect(await come(SOFIA)).toBe('no pass');
    stopped(conductor);
  });

  it('asks again when somebody turns up with an old token', async () => {
    const { conductor, rooms, inside } = house();
    const evening = floorGiven(session(), SOFIA);
    await conductor.carryOut(scene(evening));
    const pass = await conductor.pass({ meeting: plan.meeting, person: SOFIA, device: 'tablet', session: 's' });
    await conductor.carryOut(scene(floorGiven(evening, ERIK)));
    rooms.join(pass?.token ?? '');
    expect(inside(SOFIA)?.rights.microphone).toBe(true);
    const { body, authorization } = rooms.sign({ kind: 'joined', room: ROOM, identity: identityOf(SOFIA, 'tablet') });
    expect(await conductor.hear(body, authorization)).toBe(true);
    expect(inside(SOFIA)?.rights.microphone).toBe(false);
    expect(await conductor.hear(body, 'forged')).toBe(false);
    stopped(conductor);
  });

  it('moves the eligible to a room of their own when the doors are closed, and everybody back afterwards', async () => {
    const { conductor, come, rooms, inside } = house();
    const evening = session();
    const item = evening.meeting.agenda.order.at(-2);
    if (item === undefined) throw new Error('The plan has items.');
    await conductor.carryOut(scene(evening));
    await come(SOFIA);
    await come(ERIK);
    const closed = evening.recorded(
      { type: 'ItemOpened', item, present: 41, required: 21 },
      { type: 'DoorsClosed', item },
      { type: 'RoomDeclared', item, person: SOFIA },
    );
    await conductor.carryOut(scene(closed));
    const own = closedRoom(plan.meeting, item, trackClosing(undefined, closed.facts)?.seq ?? 0);
    expect([...rooms.rooms.keys()].toSorted()).toEqual([ROOM, own].toSorted());
    expect(inside(SOFIA)).toBeUndefined();
    expect(inside(ERIK)?.rights.subscribe).toBe(false);
    await come(SOFIA);
    expect([...(rooms.rooms.get(own)?.keys() ?? [])]).toEqual([identityOf(SOFIA, 'tablet')]);
    await conductor.carryOut(scene(closed.recorded({ type: 'DoorsOpened', item })));
    expect([...rooms.rooms.keys()]).toEqual([ROOM]);
    expect(inside(ERIK)?.rights.subscribe).toBe(true);
    stopped(conductor);
  });

  it('makes everything good after the video server was restarted, and after this server was', async () => {
    const { conductor, come, rooms } = house();
    const evening = session();
    await conductor.carryOut(scene(evening));
    rooms.crash();
    await conductor.sweep();
    expect(await come(SOFIA)).toBe('in');
    const speaks = floorGiven(evening, SOFIA);
    const successor = conduct({ rooms, onFailure: (error) => expect.fail(String(error)) });
    await successor.carryOut(scene(speaks));
    await successor.sweep();
    expect(rooms.rooms.get(ROOM)?.get(identityOf(SOFIA, 'tablet'))?.rights.microphone).toBe(true);
    stopped(conductor);
    stopped(successor);
  });

  it('puts out the devices of a session that was ended, and no other', async () => {
    const { conductor, come, inside } = house();
    await conductor.carryOut(scene(session()));
    await come(SOFIA);
    await come(ERIK);
    await conductor.endSession(`session-${SOFIA}`);
    expect(inside(SOFIA)).toBeUndefined();
    expect(inside(ERIK)).toBeDefined();
    stopped(conductor);
  });

  it('goes on with the next fact when the video server does not answer', async () => {
    let up = true;
    const { conductor, come, inside, failures } = house((rooms) => ({
      ...rooms,
      permit: (room, identity, rights) =>
        up ? rooms.permit(room, identity, rights) : Promise.reject(new Error('down')),
    }));
    const evening = session();
    await conductor.carryOut(scene(evening));
    await come(SOFIA);
    up = false;
    await conductor.carryOut(scene(floorGiven(evening, SOFIA)));
    expect(failures).toHaveLength(1);
    up = true;
    await conductor.sweep();
    expect(inside(SOFIA)?.rights.microphone).toBe(true);
    stopped(conductor);
  });

  it('gives a room to try the connection in, before check-in too, to those who have a part in the meeting', async () => {
    const { conductor, rooms } = house();
    await conductor.carryOut(scene(given(plan)));
    const pass = await conductor.trial({ meeting: plan.meeting, person: SOFIA });
    expect(rooms.join(pass?.token ?? '')).toBe('in');
    expect([...rooms.rooms.keys()]).toEqual([trialRoom(plan.meeting, SOFIA)]);
    expect(await conductor.trial({ meeting: plan.meeting, person: 'stranger' as PersonId })).toBeUndefined();
    expect(await conductor.trial({ meeting: 'another' as MeetingId, person: SOFIA })).toBeUndefined();
    stopped(conductor);
  });
});
