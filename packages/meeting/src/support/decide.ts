import { personName } from '../attendance/seats.ts';
import { mtgHelp } from '../law/mtg-support.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import type { Meeting, MeetingEvent } from '../types.ts';
import type { SupportCommand } from './types.ts';

/** Help never waits for the meeting's state: a lost member has to reach somebody before, during and between (ADJ-08). */
export function decideSupport(meeting: Meeting, command: SupportCommand): Result<readonly MeetingEvent[]> {
  const { person } = command;
  const waiting = meeting.support.requests.find((r) => r.person === person && r.answeredBy === undefined);
  switch (command.type) {
    case 'askForHelp':
      return waiting?.text === command.text ? ok([]) : ok([{ type: 'HelpAsked', person, text: command.text }]);
    case 'answerHelp':
      return waiting
        ? ok([{ type: 'HelpAnswered', person }])
        : refused({ rule: mtgHelp.id, detail: { person: personName(meeting, person) } });
    default:
      return unreachable(command);
  }
}
