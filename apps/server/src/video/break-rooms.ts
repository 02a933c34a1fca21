import { isElected, type Meeting, type PersonId } from '@klubba/meeting';
import { groupRoomOf } from '../chat/law.ts';
import { breakOf, breakRoom, type BreakRoomKind, groupRoom } from './names.ts';
import { isInside, type Place, TALKING } from './rights.ts';
import type { RoomName } from './video-room.ts';

/** Why a room of a break is closed to somebody now. The words are `refusal.<rule>` in `@klubba/i18n`. */
export type BreakRoomRule =
  /** CHT-03, CHT-04: only in a break; a party's, only in one for group meetings. */
  | 'BREAK-ROOM-NO-BREAK'
  /** CHT-03: has no party, was not elected, or is not in the meeting now. */
  | 'BREAK-ROOM-NOT-GROUP'
  /** CHT-04: was not elected, or is not in the meeting now. */
  | 'VIDEO-NO-PLACE';

/** The room of this break that this person may go to now, if there is none of the rules in the way. */
type Answer = { readonly room: RoomName } | { readonly rule: BreakRoomRule };

/** Undefined: this person may be in the room now. Nobody ever may be in another party's, whatever the duty. */
export function breakRoomRefusal(meeting: Meeting, person: PersonId, kind: BreakRoomKind): BreakRoomRule | undefined {
  const answer = roomOf(meeting, person, kind);
  return 'rule' in answer ? answer.rule : undefined;
}

/** As `placeOf`, in the rooms of a break. What is shown and said there is each person's own choice. */
export function breakPlaceOf(meeting: Meeting, person: PersonId, kind: BreakRoomKind): Place {
  const answer = roomOf(meeting, person, kind);
  return 'rule' in answer ? null : { room: answer.room, rights: TALKING };
}

/** A room of the break that goes on. */
export function isOfBreakNow(meeting: Meeting, room: RoomName): boolean {
  const start = breakStart(meeting);
  return start !== undefined && breakOf(room)?.from === start;
}

/** A room of a break that has ended. One of a break that this server has not heard of yet is neither. */
export function isOfPastBreak({ agenda, adjournment }: Meeting, room: RoomName): boolean {
  const from = breakOf(room)?.from;
  return from !== undefined && (agenda.phase === 'closed' || adjournment.past.some((one) => one.from === from));
}

/** When the break that goes on began. */
export function breakStart({ agenda, adjournment }: Meeting): number | undefined {
  return agenda.phase === 'planned' || agenda.phase === 'closed' ? undefined : adjournment.current?.from;
}

function roomOf(meeting: Meeting, person: PersonId, kind: BreakRoomKind): Answer {
  const from = breakStart(meeting);
  const isFor = kind === 'break' || meeting.adjournment.current?.cause === 'groupMeeting';
  if (from === undefined || !isFor) return { rule: 'BREAK-ROOM-NO-BREAK' };
  const { meeting: id } = meeting.plan;
  if (kind === 'break') return takesPart(meeting, person) ? { room: breakRoom(id, from) } : { rule: 'VIDEO-NO-PLACE' };
  const party = groupRoomOf(meeting, person)?.party;
  return party === undefined || !isInside(meeting, person)
    ? { rule: 'BREAK-ROOM-NOT-GROUP' }
    : { room: groupRoom(id, party, from) };
}

/** The elected alone talk in a break: no secretary, technician or screen of the hall, nobody called from outside. */
function takesPart(meeting: Meeting, person: PersonId): boolean {
  return isElected(meeting, person) && isInside(meeting, person);
}
