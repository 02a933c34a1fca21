import type { ItemId, MeetingId, PartyId, PersonId, Talk } from '@klubba/meeting';
import type { Identity, RoomName } from './video-room.ts';

/** A party's own room in a break, or the one across parties. */
export type BreakRoomKind = 'group' | 'break';

/* `#` stands in no id of ours, so that a name can be taken apart again. */

/** The open part of a meeting. */
export function openRoom(meeting: MeetingId): RoomName {
  return meeting as string as RoomName;
}

/** A closed item has a room of its own; closed a second time it gets a second one (`closing` = seq of the fact that closed the doors). */
export function closedRoom(meeting: MeetingId, item: ItemId, closing: number): RoomName {
  return `${meeting}#closed#${item}#${closing}` as RoomName;
}

/** Where the desk asks one who waits who it is: a room for the two, a new one for each talk. */
export function talkRoom(meeting: MeetingId, { person, since }: Talk): RoomName {
  return `${meeting}#talk#${person}#${since}` as RoomName;
}

/** A room where one person tries the own connection before check-in, alone. */
export function trialRoom(meeting: MeetingId, person: PersonId): RoomName {
  return `${meeting}#trial#${person}` as RoomName;
}

/** Where a party meets in one break, and where people meet across parties (CHT-03, CHT-04); `from`: when that break began. */
export function groupRoom(meeting: MeetingId, party: PartyId, from: number): RoomName {
  return `${meeting}#group#${party}#${from}` as RoomName;
}

export function breakRoom(meeting: MeetingId, from: number): RoomName {
  return `${meeting}#break#${from}` as RoomName;
}

/** Which break a room is of; undefined: of none. */
export function breakOf(room: RoomName): { readonly kind: BreakRoomKind; readonly from: number } | undefined {
  const [, kind, ...rest] = room.split('#');
  return kind === 'group' || kind === 'break' ? { kind, from: Number(rest.at(-1)) } : undefined;
}

export function isTrial(room: RoomName): boolean {
  return room.split('#')[1] === 'trial';
}

export function meetingOf(room: RoomName): MeetingId {
  return (room.split('#')[0] ?? room) as MeetingId;
}

/** `device` tells one person's devices apart; letters, digits and `-` only. */
export function identityOf(person: PersonId, device: string): Identity {
  return `${person}#${device.replaceAll(/[^\w-]/g, '').slice(0, 24)}` as Identity;
}

export function personOf(identity: Identity): PersonId {
  return identity.slice(0, identity.lastIndexOf('#')) as PersonId;
}

export function deviceOf(identity: Identity): string {
  return identity.slice(identity.lastIndexOf('#') + 1);
}
