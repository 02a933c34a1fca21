import type { PersonId } from '@klubba/meeting';
import { councilPlan, inSession, person, type Scene } from '@klubba/meeting/testing';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Livekit } from '../processes/livekit.ts';
import { conduct } from './conductor.ts';
import { enter, startTestLivekit } from './testing/livekit-guest.ts';
import { livekitRooms } from './livekit-rooms.ts';
import { breakOf, type BreakRoomKind, identityOf } from './names.ts';
import { trackClosing } from './track-closing.ts';
import type { Guest } from './video-room.contract.ts';
import type { RoomName } from './video-room.ts';

let livekit: Livekit;
beforeAll(async () => {
  livekit = await startTestLivekit();
}, 300_000);
afterAll(() => livekit.stop());

const WITHIN = { timeout: 3_000, interval: 20 };
const SOFIA = person('Sofia Elmgren');
const SECRETARY = person('Åsa Lindvall');
const TECHNICIAN = person('Jesper Holm');
const plan = councilPlan();
const evening = inSession(plan, { remote: [SOFIA] });
const partyOf = (who: PersonId) => plan.people.find(({ id }) => id === who)?.party;
const members = plan.seats.flatMap(({ holder }) =>
  holder !== undefined && evening.meeting.attendance.present[holder] !== undefined ? [holder] : [],
);
const friend = members.find((who) => who !== SOFIA && partyOf(who) === partyOf(SOFIA)) ?? SOFIA;
const other = members.find((who) => partyOf(who) !== partyOf(SOFIA)) ?? SOFIA;
const broken = evening.recorded({ type: 'MeetingAdjourned', cause: 'groupMeeting' });
const scene = (one: Scene) => ({ meeting: one.meeting, closing: trackClosing(undefined, one.facts) });

function server() {
  const rooms = livekitRooms({ url: livekit.url, key: livekit.key, secret: livekit.secret });
  const conductor = conduct({ rooms, onFailure: (error) => expect.fail(String(error)) });
  onTestFinished(() => conductor.stop());
  const come = async (who: PersonId, room: 'meeting' | BreakRoomKind, device = 'tab-b') => {
    const pass = await conductor.pass({ meeting: plan.meeting, person: who, device, session: `of-${who}`, room });
    return pass === undefined ? ('no pass' as const) : enter(pass.url, pass.token);
  };
  const guest = async (who: PersonId, room: 'meeting' | BreakRoomKind, device?: string): Promise<Guest> => {
    const came = await come(who, room, device);
    if (typeof came === 'string') throw new Error(`${who} did not come in: ${came}`);
    onTestFinished(() => came.leave());
    return came;
  };
  const breakRooms = async (): Promise<readonly RoomName[]> =>
    (await rooms.names()).filter((room) => breakOf(room) !== undefined);
  return { rooms, conductor, come, guest, breakRooms };
}

describe('a party’s room at a real video server', () => {
  it('is heard by the party alone, beside the place in the meeting; at the recall everybody is out and the room is gone', async () => {
    const { conductor, come, guest, breakRooms } = server();
    await conductor.carryOut(scene(broken));
    const inMeeting = await guest(SOFIA, 'meeting', 'tab');
    const [sofia, friendly, across] = [
      await guest(SOFIA, 'group'),
      await guest(friend, 'group'),
      await guest(other, 'group'),
    ];
    expect(await sofia.publish('microphone')).toBe('published');
    await expect.poll(() => friendly.sees(identityOf(SOFIA, 'tab-b')), WITHIN).toEqual(['microphone']);
    expect(across.sees(identityOf(SOFIA, 'tab-b'))).toEqual([]);
    expect(await come(SECRETARY, 'group')).toBe('no pass');
    expect(await come(TECHNICIAN, 'group')).toBe('no pass');
    expect(await inMeeting.publish('microphone')).toBe('refused');
    expect(await breakRooms()).toHaveLength(2);

    await conductor.carryOut(scene(broken.recorded({ type: 'MeetingRecalled' })));
    await expect.poll(() => [sofia, friendly, across].filter((one) => one.isIn()), WITHIN).toEqual([]);
    await expect.poll(breakRooms, WITHIN).toEqual([]);
    expect(inMeeting.isIn()).toBe(true);
    expect(await come(SOFIA, 'group')).toBe('no pass');
  }, 60_000);

  it('puts out one of another party who comes by a forged pass, and is closed by a server that was away at the recall', async () => {
    const { rooms, conductor, guest, breakRooms } = server();
    await conductor.carryOut(scene(broken));
    const sofia = await guest(SOFIA, 'group');
    const [room] = await breakRooms();
    if (room === undefined) throw new Error('The room is open.');
    const rights = { camera: true, microphone: true, subscribe: true, hidden: false };
    const forged = await rooms.token({ room, identity: identityOf(other, 'x'), name: '', rights, ttlSeconds: 60 });
    const intruder = await enter(rooms.clientUrl, forged);
    if (intruder === 'refused') throw new Error('The video server knows nothing of parties.');
    await conductor.sweep();
    await expect.poll(() => intruder.isIn(), WITHIN).toBe(false);
    expect(sofia.isIn()).toBe(true);
    conductor.stop();

    const restarted = server();
    await restarted.conductor.carryOut(scene(broken.recorded({ type: 'MeetingRecalled' })));
    await expect.poll(() => sofia.isIn(), WITHIN).toBe(false);
    await expect.poll(breakRooms, WITHIN).toEqual([]);
  }, 60_000);
});
