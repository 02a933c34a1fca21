import { chairConfirms } from '../law/dist-2-remote-presence.ts';
import { remoteGate } from '../law/dist-1-remote-permission.ts';
import { mtgAbsent, mtgCheckIn, mtgDevice, mtgLeaveCause, mtgLobby } from '../law/mtg-attendance.ts';
import { sessionState } from '../law/mtg-session.ts';
import { leavingBars } from '../law/ers-4-barred-today.ts';
import { mtgExternal } from '../law/mtg-externals.ts';
import type { PersonId } from '../ids.ts';
import { isKnownByFace } from '../lobby/talks.ts';
import type { Refusal } from '../law/rule.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { isLinked } from './linked.ts';
import { inConflict, isElected, personName, seatOf, servingSeatOf } from './seats.ts';
import type { AttendanceCommand, LeaveCause, Presence } from './types.ts';

type Command<Type extends AttendanceCommand['type']> = Extract<AttendanceCommand, { readonly type: Type }>;
type Decided = Result<readonly MeetingEvent[]>;

export function openCheckIn(meeting: Meeting): Decided {
  if (meeting.attendance.checkInOpen) return ok([]);
  if (meeting.agenda.phase !== 'planned') return refused({ rule: mtgCheckIn.id });
  return ok([{ type: 'CheckInOpened' }]);
}

/** A second check-in is the same person from another device: it takes over the same place. */
export function checkIn(meeting: Meeting, command: Command<'checkIn'>, context: Context): Decided {
  const { person, mode } = command;
  if (!meeting.attendance.checkInOpen) return refused({ rule: mtgCheckIn.id });
  if (meeting.plan.duties.some((d) => d.person === person && d.duty === 'hallDevice'))
    return refused({ rule: mtgDevice.id });
  if (meeting.secrecy.externals[person]?.state === 'ended')
    return refused({ rule: mtgExternal.id, detail: { why: 'ended' } });
  const barrier = mode === 'remote' ? remoteGate(meeting, person, command.room) : null;
  if (barrier) return refused(barrier);
  return ok([{ type: 'CheckedIn', presence: arrival(meeting, command, context) }]);
}

function arrival(meeting: Meeting, command: Command<'checkIn'>, context: Context): Presence {
  const { type: _, ...arrived } = command;
  const before = meeting.attendance.present[command.person];
  const admitted = before?.admitted === true || admittedAtOnce(meeting, command.person);
  const room: Presence = { ...arrived, since: context.at, admitted, fulfilled: true };
  if (command.mode === 'room') return room;
  const awaiting = chairConfirms(meeting.plan) || before?.awaitingApproval === true;
  return {
    ...room,
    fulfilled: false,
    ...(before?.lost && { lost: before.lost }),
    ...(awaiting && { awaitingApproval: true }),
  };
}

/** Members, substitutes and people with a duty walk in. A presenter at a distance waits for the own item, an external always. */
function admittedAtOnce(meeting: Meeting, person: PersonId): boolean {
  if (meeting.lobby.doubted[person] !== undefined) return false;
  if (isElected(meeting, person)) return true;
  const duties = meeting.plan.duties.filter((d) => d.person === person).map((d) => d.duty);
  return duties.some((duty) => duty !== 'external' && duty !== 'presenter');
}

export function admit(meeting: Meeting, command: Command<'admit'>): Decided {
  const { person } = command;
  const presence = meeting.attendance.present[person];
  if (!presence) return refused({ rule: mtgAbsent.id, detail: { person: personName(meeting, person) } });
  if (presence.admitted) return ok([]);
  if (!meeting.plan.people.some((p) => p.id === person))
    return refused({ rule: mtgLobby.id, detail: { why: 'stranger' } });
  if (meeting.plan.duties.some((d) => d.person === person && d.duty === 'external'))
    return refused({ rule: mtgLobby.id, detail: { why: 'external' } });
  if (meeting.lobby.doubted[person] !== undefined && !isKnownByFace(meeting, person))
    return refused({ rule: mtgLobby.id, detail: { why: 'doubted' } });
  const called = meeting.plan.items.filter((item) => item.presenter === person);
  if (called.length > 0 && !called.some((item) => item.id === meeting.agenda.current)) {
    return refused({ rule: mtgLobby.id, detail: { why: 'item', items: called.map((item) => `§ ${item.number}`) } });
  }
  return ok([{ type: 'Admitted', person }]);
}

export function refuseEntry(meeting: Meeting, command: Command<'refuseEntry'>): Decided {
  const presence = meeting.attendance.present[command.person];
  if (!presence || presence.admitted)
    return refused({ rule: mtgAbsent.id, detail: { person: personName(meeting, command.person) } });
  return ok([{ type: 'EntryRefused', person: command.person }]);
}

/** Going for good. In a break the seat is kept until the check: one who is back by then has interrupted nothing. */
export function checkOut(meeting: Meeting, command: Command<'checkOut'>): Decided {
  const { person, cause } = command;
  if (!meeting.attendance.present[person])
    return refused({ rule: mtgAbsent.id, detail: { person: personName(meeting, person) } });
  const untrue = causeGate(meeting, person, cause);
  if (untrue) return refused(untrue);
  const seat = servingSeatOf(meeting, person);
  const state = sessionState(meeting);
  if (!seat || state === 'adjourned' || state === 'checking' || state === 'closed')
    return ok([{ type: 'CheckedOut', person, cause }]);
  return ok([
    { type: 'SeatLeft', seat: seat.id, person, cause, barredToday: leavingBars(meeting, cause) },
    { type: 'CheckedOut', person, cause },
  ]);
}

/** The chair's note that somebody is not present (ADJ-05). */
export function noteAbsent(meeting: Meeting, command: Command<'noteAbsent'>): Decided {
  const { person, cause } = command;
  const seat = servingSeatOf(meeting, person);
  if (!seat && !meeting.attendance.present[person] && !seatOf(meeting, person)) {
    return refused({ rule: mtgAbsent.id, detail: { person: personName(meeting, person) } });
  }
  if (meeting.agenda.phase === 'closed') return refused({ rule: mtgCheckIn.id });
  const untrue = causeGate(meeting, person, cause);
  if (untrue) return refused(untrue);
  return ok([
    ...(seat
      ? [{ type: 'SeatLeft' as const, seat: seat.id, person, cause, barredToday: leavingBars(meeting, cause) }]
      : []),
    { type: 'NotedAbsent', person, cause },
  ]);
}

/** A cause that lifts the bar of KL 5:20 has to be true: in conflict in the open item, or at a distance in a closed one. */
function causeGate(meeting: Meeting, person: PersonId, cause: LeaveCause): Refusal | null {
  const presence = meeting.attendance.present[person];
  const untrue: Refusal = { rule: mtgLeaveCause.id };
  switch (cause) {
    case 'conflict':
      return inConflict(meeting, meeting.agenda.current).has(person) ? null : untrue;
    case 'secretItem':
      return meeting.secrecy.closedFor !== undefined && presence !== undefined && isLinked(meeting.plan, presence)
        ? null
        : untrue;
    case 'memberReturned':
    case 'meetingClosed':
      return untrue;
    case 'left':
    case 'connectionLost':
    case 'otherHindrance':
    case 'notedAbsent':
      return null;
  }
}
