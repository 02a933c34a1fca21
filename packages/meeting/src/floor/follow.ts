import type { PersonId } from '../ids.ts';
import { isPresent } from '../selectors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import type { FloorEvent } from './types.ts';

/** The floor ends with the one who has it, and with the moment: nobody is on air unseen, in a break, in a vote, or in the next item. */
export function followFloor(
  before: Meeting,
  after: Meeting,
  event: MeetingEvent,
  _context: Context,
): readonly FloorEvent[] {
  const { queue } = after.floor;
  const { speaking } = before.floor;
  const ended: readonly FloorEvent[] =
    speaking && silences(after, event, speaking.person) ? [{ type: 'SpeechEnded', request: speaking.request }] : [];
  const gone = leaver(event);
  const withdrawn = queue
    .filter((r) => r.person === gone)
    .map((r): FloorEvent => ({ type: 'FloorRequestWithdrawn', request: r.id }));
  return [...ended, ...withdrawn];
}

function silences(after: Meeting, event: MeetingEvent, speaker: PersonId): boolean {
  switch (event.type) {
    case 'DebateClosed':
    case 'ItemClosed':
    case 'ItemWithdrawn':
    case 'MeetingAdjourned':
    case 'MeetingClosed':
    case 'QuestionPut':
    case 'VoteOpened':
      return true;
    case 'LinkChanged':
    case 'CheckedOut':
    case 'NotedAbsent':
    case 'SeatLeft':
      return event.person === speaker && !isPresent(after, speaker);
    case 'ConflictDeclared':
      return event.person === speaker && event.item === after.agenda.current;
    case 'ConflictDecided':
      return event.person === speaker && event.inConflict && event.item === after.agenda.current;
    case 'ExternalEnded':
      return event.person === speaker;
    default:
      return false;
  }
}

/** A short loss keeps the place in the queue; one who is out of the meeting or the item gives it up. */
function leaver(event: MeetingEvent): PersonId | undefined {
  switch (event.type) {
    case 'CheckedOut':
    case 'NotedAbsent':
    case 'ConflictDeclared':
      return event.person;
    case 'ConflictDecided':
      return event.inConflict ? event.person : undefined;
    default:
      return undefined;
  }
}
