import { isElected, personName } from '../attendance/seats.ts';
import { mtgCalled } from '../law/mtg-notice.ts';
import { mtgSession } from '../law/mtg-session.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import type { Meeting, MeetingEvent } from '../types.ts';
import type { NoticeCommand } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;

export function decideNotice(meeting: Meeting, command: NoticeCommand): Decided {
  if (meeting.agenda.phase === 'closed') return refused({ rule: mtgSession.id, detail: { state: 'closed' } });
  switch (command.type) {
    case 'answerNotice':
      return answer(meeting, command);
    case 'readNotice':
      return meeting.notice.read[command.person] === undefined
        ? ok([{ type: 'NoticeRead', person: command.person }])
        : ok([]);
    case 'sendNotice': {
      const { type: _command, ...sent } = command;
      return ok([{ type: 'NoticeSent', ...sent }]);
    }
    default:
      return unreachable(command);
  }
}

/** One who will be in the room, or not at all, needs no place at a distance: it falls free for the next in the queue. */
function answer(meeting: Meeting, command: Extract<NoticeCommand, { type: 'answerNotice' }>): Decided {
  const { person } = command;
  if (!isElected(meeting, person))
    return refused({ rule: mtgCalled.id, detail: { person: personName(meeting, person) } });
  const { notice, remote } = meeting;
  if (notice.answers[person]?.answer === command.answer) return ok([]);
  const permission = remote.permissions[person];
  const gaveUp =
    permission?.appliedAt !== undefined && permission.state !== 'denied' && permission.state !== 'withdrawn';
  const { type: _command, ...answered } = command;
  return ok([
    { type: 'NoticeAnswered', ...answered },
    ...(gaveUp ? [{ type: 'RemoteWithdrawn', person, reason: '' } as const] : []),
  ]);
}
