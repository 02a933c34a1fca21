import { quorum } from '../attendance/quorum.ts';
import { isCheckedIn, isPresent } from '../attendance/presence.ts';
import { personName } from '../attendance/seats.ts';
import type { PersonId } from '../ids.ts';
import { nar5 } from '../law/dist-2-remote-presence.ts';
import { mtgAdjourned, mtgCheck } from '../law/mtg-adjournment.ts';
import { mtgAbsent } from '../law/mtg-attendance.ts';
import { mtgSession, sessionState } from '../law/mtg-session.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import type { AdjournmentCommand } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;

export function decideAdjournment(meeting: Meeting, command: AdjournmentCommand, context: Context): Decided {
  const state = sessionState(meeting);
  if (state === 'notOpen' || state === 'closed') return refused({ rule: mtgSession.id, detail: { state } });
  switch (command.type) {
    case 'adjourn':
      return adjourn(meeting, command, context);
    case 'extendAdjournment':
      if (!meeting.adjournment.current) return refused({ rule: mtgAdjourned.id, detail: { why: 'not' } });
      if (command.until <= context.at) return refused({ rule: mtgAdjourned.id, detail: { why: 'past' } });
      return ok([{ type: 'AdjournmentExtended', until: command.until }]);
    case 'recall':
      return meeting.adjournment.current
        ? ok([{ type: 'MeetingRecalled' }])
        : refused({ rule: mtgAdjourned.id, detail: { why: 'not' } });
    case 'confirmPresence':
      return confirm(meeting, command.person);
    case 'completeCheck':
      return completeCheck(meeting);
    default:
      return unreachable(command);
  }
}

/** From any point of an open meeting: the chair's measure needs no quorum, and stops sound and picture for all. */
function adjourn(
  meeting: Meeting,
  command: Extract<AdjournmentCommand, { type: 'adjourn' }>,
  context: Context,
): Decided {
  if (meeting.adjournment.current) return refused({ rule: mtgAdjourned.id, detail: { why: 'already' } });
  const { type: _, until, ...why } = command;
  if (until !== undefined && until <= context.at) return refused({ rule: mtgAdjourned.id, detail: { why: 'past' } });
  return ok([{ type: 'MeetingAdjourned', ...why, ...(until !== undefined && { until }) }]);
}

function confirm(meeting: Meeting, person: PersonId): Decided {
  const { check, ready } = meeting.adjournment;
  const confirmed = check?.confirmed ?? ready;
  const detail = { person: personName(meeting, person) };
  if (!confirmed) return refused({ rule: mtgAdjourned.id, detail: { why: 'not' } });
  if (confirmed.includes(person)) return ok([]);
  if (!isCheckedIn(meeting, person)) return refused({ rule: mtgAbsent.id, detail });
  if (!isPresent(meeting, person)) return refused({ rule: nar5.id, detail });
  return ok([{ type: 'PresenceConfirmed', person }]);
}

/** Serving persons who have neither been seen in place nor noted absent. */
export function missingFromCheck(meeting: Meeting): readonly PersonId[] {
  const confirmed = meeting.adjournment.check?.confirmed ?? meeting.adjournment.ready;
  return meeting.plan.seats.flatMap((seat) => {
    const person = meeting.attendance.serving[seat.id]?.person;
    return person !== undefined && !confirmed?.includes(person) ? [person] : [];
  });
}

/** The check may end below the number: then the body is not quorate, which every decision meets at its own gate. */
function completeCheck(meeting: Meeting): Decided {
  if (!meeting.adjournment.check) return refused({ rule: mtgAdjourned.id, detail: { why: 'noCheck' } });
  const missing = missingFromCheck(meeting);
  if (missing.length > 0) {
    return refused({
      rule: mtgCheck.id,
      detail: { missing: missing.length, persons: missing.map((p) => personName(meeting, p)) },
    });
  }
  const { present, required } = quorum(meeting);
  return ok([{ type: 'PresenceCheckCompleted', present, required }]);
}
