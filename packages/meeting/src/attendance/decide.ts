import { type Result, unreachable } from '../result.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { admit, checkIn, checkOut, noteAbsent, openCheckIn, refuseEntry } from './check-in.ts';
import { approveLink, changeMode, reportLink } from './links.ts';
import { answerRollCall, callName, declareQuorate, endRollCall, startRollCall } from './roll-call.ts';
import { callSubstitute, resumeSeat } from './seat-changes.ts';
import type { AttendanceCommand } from './types.ts';

export function decideAttendance(
  meeting: Meeting,
  command: AttendanceCommand,
  context: Context,
): Result<readonly MeetingEvent[]> {
  switch (command.type) {
    case 'openCheckIn':
      return openCheckIn(meeting);
    case 'checkIn':
      return checkIn(meeting, command, context);
    case 'admit':
      return admit(meeting, command);
    case 'refuseEntry':
      return refuseEntry(meeting, command);
    case 'checkOut':
      return checkOut(meeting, command);
    case 'noteAbsent':
      return noteAbsent(meeting, command);
    case 'startRollCall':
      return startRollCall(meeting);
    case 'callName':
      return callName(meeting, command);
    case 'answerRollCall':
      return answerRollCall(meeting, command, context);
    case 'endRollCall':
      return endRollCall(meeting);
    case 'declareQuorate':
      return declareQuorate(meeting);
    case 'callSubstitute':
      return callSubstitute(meeting, command);
    case 'resumeSeat':
      return resumeSeat(meeting, command);
    case 'reportLink':
      return reportLink(meeting, command);
    case 'approveLink':
      return approveLink(meeting, command);
    case 'changeMode':
      return changeMode(meeting, command);
    default:
      return unreachable(command);
  }
}
