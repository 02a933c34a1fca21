import {
  audienceOf,
  identityTalkOf,
  inConflict,
  isCouncil,
  type ItemId,
  leaderOf,
  type Meeting,
  type PersonId,
  type Presence,
} from '@klubba/meeting';
import { closedRoom, openRoom, talkRoom } from './names.ts';
import { NOTHING, type Rights, type RoomName } from './video-room.ts';

/** Where a person belongs now and what the person may do there; `null`: nowhere. */
export type Place = { readonly room: RoomName; readonly rights: Rights } | null;

/** The doors as the journal closed them: the item, and the seq of the fact. */
export type Closing = { readonly item: ItemId; readonly seq: number };

/** Those who talk outside the meeting see and hear each other, and nobody else. */
export const TALKING: Rights = { camera: true, microphone: true, subscribe: true, hidden: false };

/**
 * The one answer to "who may be seen and heard": asked for a token, for each fact, and when somebody turns up at the video server.
 * Pictures are always on; sound follows the floor, the roll call, the acclamation.
 */
export function placeOf(meeting: Meeting, person: PersonId, device: string, closing?: Closing): Place {
  if (meeting.agenda.phase === 'planned' || meeting.agenda.phase === 'closed') return null;
  const talk = identityTalkOf(meeting, person);
  if (talk !== undefined) return { room: talkRoom(meeting.plan.meeting, talk), rights: TALKING };
  const room =
    closing === undefined
      ? openRoom(meeting.plan.meeting)
      : closedRoom(meeting.plan.meeting, closing.item, closing.seq);
  if (isHallDevice(meeting, person)) return { room, rights: ofHallDevice(meeting, device) };
  const presence = meeting.attendance.present[person];
  if (presence === undefined || !mayTakePart(meeting, presence)) return null;
  if (inConflictNow(meeting, person)) return placeInConflict(meeting, closing);
  if (isShutOut(meeting, person)) return { room: openRoom(meeting.plan.meeting), rights: NOTHING };
  return { room, rights: ofPerson(meeting, presence) };
}

/** Taking part where the meeting is now: let in, and neither in conflict of interest over what is dealt with nor shut out of it. */
export function isInside(meeting: Meeting, person: PersonId): boolean {
  const presence = meeting.attendance.present[person];
  if (presence === undefined || !mayTakePart(meeting, presence)) return false;
  return !inConflictNow(meeting, person) && !isShutOut(meeting, person);
}

function isHallDevice(meeting: Meeting, person: PersonId): boolean {
  return hasDuty(meeting, person, 'hallDevice');
}

export function hasDuty(
  meeting: Meeting,
  person: PersonId,
  ...wanted: readonly Meeting['plan']['duties'][number]['duty'][]
): boolean {
  return meeting.plan.duties.some((one) => one.person === person && wanted.includes(one.duty));
}

/** A screen of the hall only receives, seen by nobody. The hall's cameras carry the hall's own sound. */
function ofHallDevice(meeting: Meeting, device: string): Rights {
  if (device === 'display') return { ...NOTHING, subscribe: !isAdjourned(meeting), hidden: true };
  return isAdjourned(meeting) ? NOTHING : { camera: true, microphone: true, subscribe: false, hidden: false };
}

function mayTakePart(meeting: Meeting, presence: Presence): boolean {
  if (!presence.admitted) return false;
  const permission = meeting.remote.permissions[presence.person]?.state;
  if (presence.mode === 'remote' && (permission === 'withdrawn' || permission === 'denied')) return false;
  if (!hasDuty(meeting, presence.person, 'external')) return true;
  const heard = meeting.secrecy.externals[presence.person];
  return heard?.state === 'admitted' && heard.item === meeting.agenda.current;
}

function inConflictNow(meeting: Meeting, person: PersonId): boolean {
  return inConflict(meeting, meeting.agenda.current).has(person);
}

/** One in conflict of interest leaves the room of a board (KL 6:30); in a council the body may let the person watch as the public does (KL 5:47). */
function placeInConflict(meeting: Meeting, closing: Closing | undefined): Place {
  const { kind, settings } = meeting.plan.body;
  if (closing !== undefined || !isCouncil(kind) || !settings.conflictInCouncilMayWatch.value) return null;
  return { room: openRoom(meeting.plan.meeting), rights: { ...NOTHING, subscribe: !isAdjourned(meeting) } };
}

/**
 * Of a closed item one hears nothing unless the same rule that shows its facts clears one. A council's doors are shut for the
 * deliberation alone, and its decision is taken in the open (KL 5:42); a board's closed item is closed from first to last (KL 6:25).
 */
function isShutOut(meeting: Meeting, person: PersonId): boolean {
  const { current, items } = meeting.agenda;
  const { closedFor } = meeting.secrecy;
  if (current === undefined || (closedFor === undefined && isCouncil(meeting.plan.body.kind))) return false;
  const audience = audienceOf(meeting, person);
  if ('barredFrom' in audience) return audience.barredFrom.includes(current);
  // One to be heard has been let into just this item; a technician sees nothing of it.
  return audience.kind === 'support' && (closedFor !== undefined || items[current]?.doors !== 'open');
}

function ofPerson(meeting: Meeting, presence: Presence): Rights {
  if (isAdjourned(meeting)) return NOTHING;
  const leads = presence.person === leaderOf(meeting);
  const presidium = hasDuty(meeting, presence.person, 'chair', 'viceChair', 'secondViceChair', 'secretary');
  const camera = presence.mode === 'remote' || leads || presidium;
  return { camera, microphone: leads || isHeard(meeting, presence), subscribe: true, hidden: false };
}

/** Those in the hall are heard by the hall's own microphones, so that one voice does not come twice; where the hall has none, the floor opens theirs too. */
function isHeard(meeting: Meeting, presence: Presence): boolean {
  const { person } = presence;
  if (meeting.floor.speaking?.person === person && meeting.floor.speaking.to === undefined) return true;
  if (meeting.floor.commonMicrophones && serves(meeting, person)) return presence.mode === 'remote';
  return presence.mode === 'remote' && isCalled(meeting, person);
}

function serves(meeting: Meeting, person: PersonId): boolean {
  return Object.values(meeting.attendance.serving).some((one) => one.person === person);
}

/** In the roll call, or in a vote by roll call. */
function isCalled(meeting: Meeting, person: PersonId): boolean {
  const { rollCall, serving } = meeting.attendance;
  if (
    rollCall.state === 'running' &&
    rollCall.called !== undefined &&
    rollCall.answers[rollCall.called] === undefined
  ) {
    const seat = meeting.plan.seats.find((one) => one.id === rollCall.called);
    if ((serving[rollCall.called]?.person ?? seat?.holder) === person) return true;
  }
  const { openVote, votes } = meeting.decisions;
  const vote = openVote === undefined ? undefined : votes[openVote];
  return (
    vote?.state === 'open' && vote.method === 'rollCall' && vote.called === person && vote.cast[person] === undefined
  );
}

function isAdjourned(meeting: Meeting): boolean {
  return meeting.adjournment.current !== undefined;
}
