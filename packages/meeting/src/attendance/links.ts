import { linkFulfils } from '../law/dist-2-remote-presence.ts';
import { remoteGate } from '../law/dist-1-remote-permission.ts';
import { mtgAbsent, mtgLink } from '../law/mtg-attendance.ts';
import { mtgSession } from '../law/mtg-session.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Meeting, MeetingEvent } from '../types.ts';
import { isLinked } from './linked.ts';
import { personName } from './seats.ts';
import type { AttendanceCommand, LinkConditions, Presence } from './types.ts';

type Command<Type extends AttendanceCommand['type']> = Extract<AttendanceCommand, { readonly type: Type }>;
type Decided = Result<readonly MeetingEvent[]>;

/** A measured link. Only a change is a fact: the same report again says nothing. */
export function reportLink(meeting: Meeting, command: Command<'reportLink'>): Decided {
  const presence = meeting.attendance.present[command.person];
  if (!presence?.admitted || !isLinked(meeting.plan, presence) || meeting.agenda.phase === 'closed') return ok([]);
  const { body, date } = meeting.plan;
  const { person, conditions, cause } = command;
  const fulfilled = linkFulfils(body, date, conditions, cause);
  const same =
    presence.fulfilled === fulfilled &&
    sameConditions(presence.conditions, conditions) &&
    (fulfilled || cause === undefined || presence.lost?.cause === cause);
  if (same) return ok([]);
  const awaiting = fulfilled && awaitsApproval(meeting, presence);
  return ok([
    {
      type: 'LinkChanged',
      person,
      conditions,
      fulfilled,
      ...(cause && { cause }),
      ...(awaiting && { awaitingApproval: true }),
    },
  ]);
}

/** After a loss where the body's rule is to stop (ADJ-07), and before the chair has made sure who it is. */
function awaitsApproval(meeting: Meeting, presence: Presence): boolean {
  const stopped =
    meeting.plan.body.settings.degradedLinkStops.value &&
    presence.lost !== undefined &&
    meeting.agenda.phase === 'open';
  return stopped || presence.awaitingApproval === true;
}

const CONDITIONS: readonly (keyof LinkConditions)[] = [
  'seesHearsPresidium',
  'seesSpeaker',
  'seesRoom',
  'seesHearsOthers',
  'isSeenAndHeard',
];

function sameConditions(a: LinkConditions | undefined, b: LinkConditions): boolean {
  return a !== undefined && CONDITIONS.every((condition) => a[condition] === b[condition]);
}

export function approveLink(meeting: Meeting, command: Command<'approveLink'>): Decided {
  const presence = meeting.attendance.present[command.person];
  const detail = { person: personName(meeting, command.person) };
  if (!presence) return refused({ rule: mtgAbsent.id, detail });
  if (!presence.awaitingApproval || !presence.fulfilled) return refused({ rule: mtgLink.id, detail });
  return ok([{ type: 'LinkApproved', person: command.person }]);
}

export function changeMode(meeting: Meeting, command: Command<'changeMode'>): Decided {
  const { person, mode } = command;
  const presence = meeting.attendance.present[person];
  if (!presence) return refused({ rule: mtgAbsent.id, detail: { person: personName(meeting, person) } });
  if (meeting.agenda.phase === 'closed') return refused({ rule: mtgSession.id, detail: { state: 'closed' } });
  if (presence.mode === mode) return ok([]);
  const barrier = mode === 'remote' ? remoteGate(meeting, person, presence.room) : null;
  return barrier ? refused(barrier) : ok([{ type: 'ModeChanged', person, mode }]);
}
