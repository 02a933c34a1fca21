import { personName } from '../attendance/seats.ts';
import { isLinked } from '../attendance/linked.ts';
import { quorumGate } from '../attendance/quorum.ts';
import { isCouncil } from '../body.ts';
import type { PersonId } from '../ids.ts';
import { isKnownByFace } from '../lobby/talks.ts';
import { mtgAbsent } from '../law/mtg-attendance.ts';
import { mtgDoors } from '../law/mtg-doors.ts';
import { mtgExternal } from '../law/mtg-externals.ts';
import { sessionGate } from '../law/mtg-session.ts';
import { deliberating, off1 } from '../law/off-1-council-doors.ts';
import { alwaysClosed, off2 } from '../law/off-2-board-doors.ts';
import { closedItemRule, dist6, hearsItem } from '../law/dist-6-closed-items.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import type { Meeting, MeetingEvent } from '../types.ts';
import type { SecrecyCommand } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;

export function decideSecrecy(meeting: Meeting, command: SecrecyCommand): Decided {
  switch (command.type) {
    case 'closeDoors':
      return closeDoors(meeting);
    case 'openDoors':
      return openDoors(meeting);
    case 'declareRoom':
      return declareRoom(meeting, command.person);
    case 'admitExternal':
      return admitExternal(meeting, command.person);
    case 'endExternal':
      return endExternal(meeting, command.person);
    default:
      return unreachable(command);
  }
}

/** In a council this notes its decision, made in the open: so there must be a quorum, and deliberation left to close. */
function closeDoors(meeting: Meeting): Decided {
  const item = meeting.agenda.current;
  const closed = sessionGate(meeting);
  if (closed) return refused(closed);
  if (item === undefined) return refused({ rule: mtgDoors.id });
  if (meeting.secrecy.closedFor === item) return ok([]);
  if (isCouncil(meeting.plan.body.kind)) {
    if (!deliberating(meeting)) return refused({ rule: off1.id, detail: { why: 'stage' } });
    const short = quorumGate(meeting, 'question');
    if (short) return refused(short);
  }
  return ok([{ type: 'DoorsClosed', item }]);
}

function openDoors(meeting: Meeting): Decided {
  const item = meeting.secrecy.closedFor;
  const closed = sessionGate(meeting);
  if (closed) return refused(closed);
  if (item === undefined) return ok([]);
  const known = meeting.agenda.items[item];
  if (known && meeting.agenda.current === item && alwaysClosed(meeting, known))
    return refused({ rule: off2.id, detail: { number: known.number } });
  return ok([{ type: 'DoorsOpened', item }]);
}

/** Alone, headset, door closed: the person's own word, for the open item only. */
function declareRoom(meeting: Meeting, person: PersonId): Decided {
  const item = meeting.secrecy.closedFor ?? meeting.agenda.current;
  const presence = meeting.attendance.present[person];
  if (!presence?.admitted) return refused({ rule: mtgAbsent.id, detail: { person: personName(meeting, person) } });
  if (item === undefined) return refused({ rule: mtgDoors.id });
  if (isLinked(meeting.plan, presence) && closedItemRule(meeting, item) === 'never')
    return refused({ rule: dist6.id, detail: { why: 'never' } });
  if (meeting.secrecy.declarations[item]?.[person] !== undefined) return ok([]);
  return ok([{ type: 'RoomDeclared', item, person }]);
}

function admitExternal(meeting: Meeting, person: PersonId): Decided {
  const item = meeting.agenda.current;
  const detail = { person: personName(meeting, person) };
  const notNow = sessionGate(meeting);
  if (notNow) return refused(notNow);
  if (!meeting.plan.duties.some((d) => d.person === person && d.duty === 'external'))
    return refused({ rule: mtgExternal.id, detail: { why: 'notExternal', ...detail } });
  const known = meeting.secrecy.externals[person];
  if (known?.state === 'ended') return refused({ rule: mtgExternal.id, detail: { why: 'ended', ...detail } });
  if (known?.state === 'admitted') return ok([]);
  const presence = meeting.attendance.present[person];
  if (!presence) return refused({ rule: mtgAbsent.id, detail });
  // A link and its code can be passed on: only who talked with the person knows who came (EXT-03).
  if (presence.identified === 'oneTimeLink' && !isKnownByFace(meeting, person))
    return refused({ rule: mtgExternal.id, detail: { why: 'unchecked', ...detail } });
  const closed = item !== undefined && item === meeting.secrecy.closedFor ? closedItemRule(meeting, item) : 'protected';
  if (item !== undefined && closed !== 'protected' && !hearsItem(meeting, presence, item))
    return refused({ rule: dist6.id, detail: { why: closed } });
  const stage = item === undefined ? undefined : meeting.agenda.items[item]?.stage;
  if (stage === 'deciding' || stage === 'decided')
    return refused({ rule: mtgExternal.id, detail: { why: 'late', ...detail } });
  if (item === undefined || (known && known.item !== item)) {
    const number = known && meeting.agenda.items[known.item]?.number;
    return refused({
      rule: mtgExternal.id,
      detail: { why: 'item', ...detail, ...(number !== undefined && { number }) },
    });
  }
  return ok([{ type: 'ExternalAdmitted', item, person }]);
}

function endExternal(meeting: Meeting, person: PersonId): Decided {
  const known = meeting.secrecy.externals[person];
  if (known?.state === 'ended') return ok([]);
  if (known?.state !== 'admitted')
    return refused({ rule: mtgAbsent.id, detail: { person: personName(meeting, person) } });
  return ok([{ type: 'ExternalEnded', item: known.item, person }]);
}
