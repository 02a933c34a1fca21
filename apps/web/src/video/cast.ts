import type { Meeting, PersonId, Presence } from '@klubba/meeting';
import type { Guest } from './view.ts';

/** Who is to be seen where, from the meeting and those who have a picture. */
export type Cast = {
  /** In the large picture: who has the floor, is called, or leads. */
  readonly speaker: Shown | undefined;
  /** The floor, a call, or nobody: then the leader is shown without the words "now speaking". */
  readonly speaks: boolean;
  readonly room: Shown;
  /** Everybody else at a distance, the presidium first, then in the order of the seats. */
  readonly others: readonly Shown[];
};

export type Shown = {
  readonly person: PersonId | undefined;
  /** The device whose picture it is; absent: no picture arrives or is sent. */
  readonly guest: Guest | undefined;
  readonly presence: Presence | undefined;
  /** This page's own person: the picture is the own camera's, not one that arrives. */
  readonly own?: boolean;
};

const CAMERA_OF_HALL = new Set(['room', 'rostrum']);

/** `me` is left out of the others: the own picture has a place of its own. */
export function castOf(meeting: Meeting, guests: readonly Guest[], me: PersonId | undefined): Cast {
  const called = calledNow(meeting);
  const speaking = meeting.floor.speaking?.to === undefined ? meeting.floor.speaking?.person : undefined;
  const person = speaking ?? called ?? meeting.agenda.leader ?? dutyHolder(meeting, 'chair');
  const speaker = person === undefined ? undefined : speakerOf(meeting, guests, person, person === me);
  const room: Shown = {
    person: undefined,
    guest: hallCamera(guests, 'room') ?? hallCamera(guests, 'rostrum'),
    presence: undefined,
  };
  const others = Object.values(meeting.attendance.present)
    .filter((one) => one.admitted && one.person !== person && one.person !== me)
    .map((presence): Shown => ({ person: presence.person, guest: guestOf(guests, presence.person), presence }))
    .filter((one) => one.presence?.mode === 'remote' || one.guest?.camera !== undefined)
    .toSorted((a, b) => rank(meeting, a) - rank(meeting, b));
  return { speaker, speaks: (speaking ?? called) !== undefined, room, others };
}

/** A speaker in the hall is seen by the rostrum's camera; without one by an own camera, else by the room's. */
function speakerOf(meeting: Meeting, guests: readonly Guest[], person: PersonId, isMe: boolean): Shown {
  const presence = meeting.attendance.present[person];
  const own = guestOf(guests, person);
  const speaks = meeting.floor.speaking?.person === person;
  if (presence?.mode !== 'room') return { person, guest: own, presence, own: isMe };
  const rostrum = speaks ? hallCamera(guests, 'rostrum') : undefined;
  return { person, guest: rostrum ?? (own?.camera ? own : undefined) ?? hallCamera(guests, 'room'), presence };
}

/** Called in the roll call or in a vote by roll call, and not yet answered: put in picture at once. */
function calledNow(meeting: Meeting): PersonId | undefined {
  const { rollCall, serving } = meeting.attendance;
  if (
    rollCall.state === 'running' &&
    rollCall.called !== undefined &&
    rollCall.answers[rollCall.called] === undefined
  ) {
    return serving[rollCall.called]?.person ?? meeting.plan.seats.find((seat) => seat.id === rollCall.called)?.holder;
  }
  const vote =
    meeting.decisions.openVote === undefined ? undefined : meeting.decisions.votes[meeting.decisions.openVote];
  if (vote?.state !== 'open' || vote.method !== 'rollCall' || vote.called === undefined) return undefined;
  return vote.cast[vote.called] === undefined ? vote.called : undefined;
}

/** A person with two devices is shown by the one with a camera that came last. */
function guestOf(guests: readonly Guest[], person: PersonId): Guest | undefined {
  const own = guests.filter((one) => one.person === person).toSorted((a, b) => b.joinedAt - a.joinedAt);
  return own.find((one) => one.camera !== undefined) ?? own[0];
}

function hallCamera(guests: readonly Guest[], device: 'room' | 'rostrum'): Guest | undefined {
  return guests.find((one) => one.device === device && one.camera !== undefined);
}

export function hallHears(guests: readonly Guest[]): boolean {
  return guests.some((one) => CAMERA_OF_HALL.has(one.device) && one.microphone !== undefined);
}

function dutyHolder(meeting: Meeting, duty: Meeting['plan']['duties'][number]['duty']): PersonId | undefined {
  return meeting.plan.duties.find((one) => one.duty === duty)?.person;
}

const PRESIDIUM = ['chair', 'viceChair', 'secondViceChair', 'secretary'] as const;

function rank(meeting: Meeting, { person }: Shown): number {
  const duty = PRESIDIUM.findIndex((one) =>
    meeting.plan.duties.some((held) => held.duty === one && held.person === person),
  );
  if (duty >= 0) return duty;
  const seat =
    meeting.plan.seats.find((one) => one.holder === person) ??
    meeting.plan.seats.find((one) => meeting.attendance.serving[one.id]?.person === person);
  return PRESIDIUM.length + (seat?.number ?? Number.MAX_SAFE_INTEGER / 2);
}

/** The own microphone is likely to be opened soon: in the queue, or at a moment when everybody answers. */
export function isHeardSoon(meeting: Meeting, me: PersonId): boolean {
  if (meeting.adjournment.current !== undefined) return false;
  if (meeting.floor.queue.some((one) => one.person === me)) return true;
  const { rollCall } = meeting.attendance;
  if (rollCall.state === 'running') return true;
  const stage = meeting.agenda.current === undefined ? undefined : meeting.agenda.items[meeting.agenda.current]?.stage;
  return stage === 'deciding';
}
