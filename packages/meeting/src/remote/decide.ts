import { isElected, personName } from '../attendance/seats.ts';
import {
  mtgInRoom,
  mtgPermission,
  mtgRemoteCap,
  presidiumStaysInRoom,
  remoteGround,
} from '../law/dist-1-remote-permission.ts';
import { mtgSession } from '../law/mtg-session.ts';
import type { PersonId } from '../ids.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import type { Meeting, MeetingEvent } from '../types.ts';
import { remotePlaces } from './places.ts';
import type { RemoteCommand } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;

export function decideRemote(meeting: Meeting, command: RemoteCommand): Decided {
  if (meeting.agenda.phase === 'closed') return refused({ rule: mtgSession.id, detail: { state: 'closed' } });
  switch (command.type) {
    case 'applyRemote':
      return apply(meeting, command);
    case 'grantRemote':
      return grant(meeting, command);
    case 'denyRemote': {
      const { type: _command, ...denied } = command;
      return answerable(meeting, command.person) ?? ok([{ type: 'RemoteDenied', ...denied }]);
    }
    case 'testRemote':
      return tested(meeting, command);
    case 'agreeRemote': {
      const { type: _command, ...agreement } = command;
      return ok([{ type: 'RemoteAgreed', ...agreement }]);
    }
    case 'withdrawRemote':
      return withdraw(meeting, command);
    default:
      return unreachable(command);
  }
}

/** With all places taken the application stands in the queue (REM-05); the chair still decides each. */
function apply(meeting: Meeting, command: Extract<RemoteCommand, { type: 'applyRemote' }>): Decided {
  const { type: _command, ...application } = command;
  const { person } = command;
  const barrier = whyNot(meeting, person);
  if (barrier) return barrier;
  const state = meeting.remote.permissions[person]?.state;
  if (state === 'applied' || state === 'queued' || state === 'granted') return ok([]);
  return ok([{ type: 'RemoteApplied', ...application, queued: remotePlaces(meeting).left === 0 }]);
}

/** A new test of the equipment, before the chair has decided or after: the chair sees the last one (REM-12). */
function tested(meeting: Meeting, { person, test }: Extract<RemoteCommand, { type: 'testRemote' }>): Decided {
  return meeting.remote.permissions[person] === undefined
    ? refused({ rule: mtgPermission.id, detail: { person: personName(meeting, person) } })
    : ok([{ type: 'RemoteTested', person, test }]);
}

function grant(meeting: Meeting, command: Extract<RemoteCommand, { type: 'grantRemote' }>): Decided {
  const { type: _command, ...grant } = command;
  const { person } = command;
  if (meeting.remote.permissions[person]?.state === 'granted') return ok([]);
  const barrier = whyNot(meeting, person);
  if (barrier) return barrier;
  const { maximum, left } = remotePlaces(meeting);
  if (maximum !== null && left === 0) return refused({ rule: mtgRemoteCap.id, detail: { maximum } });
  return ok([{ type: 'RemoteGranted', ...grant }]);
}

/** One who takes part at a distance already is not thrown out by it: the permission ends with the connection or the chair's note of absence. */
function withdraw(meeting: Meeting, command: Extract<RemoteCommand, { type: 'withdrawRemote' }>): Decided {
  const { person, reason } = command;
  const state = meeting.remote.permissions[person]?.state;
  if (state === undefined || state === 'denied' || state === 'withdrawn')
    return refused({ rule: mtgPermission.id, detail: { person: personName(meeting, person) } });
  return ok([{ type: 'RemoteWithdrawn', person, reason }]);
}

function answerable(meeting: Meeting, person: PersonId): Decided | null {
  const state = meeting.remote.permissions[person]?.state;
  return state === 'applied' || state === 'queued'
    ? null
    : refused({ rule: mtgPermission.id, detail: { person: personName(meeting, person) } });
}

function whyNot(meeting: Meeting, person: PersonId): Decided | null {
  if (!isElected(meeting, person))
    return refused({ rule: mtgPermission.id, detail: { person: personName(meeting, person) } });
  const ground = remoteGround(meeting, person);
  if (ground) return refused(ground);
  return presidiumStaysInRoom(meeting, person) ? null : refused({ rule: mtgInRoom.id, detail: { duty: 'presidium' } });
}
