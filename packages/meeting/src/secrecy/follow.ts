import type { ItemId, PersonId } from '../ids.ts';
import { shutOut } from '../law/dist-6-closed-items.ts';
import { alwaysClosed } from '../law/off-2-board-doors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';

/** Doors and externals follow the item: nothing stays closed, and nobody stays in, because somebody forgot. */
export function followSecrecy(
  before: Meeting,
  after: Meeting,
  event: MeetingEvent,
  _context: Context,
): readonly MeetingEvent[] {
  switch (event.type) {
    case 'ItemOpened': {
      const item = after.agenda.items[event.item];
      return item && alwaysClosed(after, item) && after.secrecy.closedFor === undefined
        ? [{ type: 'DoorsClosed', item: event.item }]
        : [];
    }
    case 'DoorsClosed':
      return shutOut(after).flatMap((person) => leaveForItem(after, person));
    case 'ItemClosed':
      return endOf(after, event.item);
    case 'ItemWithdrawn':
      return before.agenda.current === event.item ? endOf(after, event.item) : [];
    case 'MeetingClosed':
      return [...openedAgain(after.secrecy.closedFor), ...endExternals(after)];
    default:
      return [];
  }
}

function endOf(meeting: Meeting, item: ItemId): readonly MeetingEvent[] {
  return [...(meeting.secrecy.closedFor === item ? openedAgain(item) : []), ...endExternals(meeting, item)];
}

function openedAgain(item: ItemId | undefined): readonly MeetingEvent[] {
  return item === undefined ? [] : [{ type: 'DoorsOpened', item }];
}

/** Heard, and out for good: the same link opens nothing any more (EXT-04). */
function endExternals(meeting: Meeting, item?: ItemId): readonly MeetingEvent[] {
  return Object.entries(meeting.secrecy.externals).flatMap(([person, external]): readonly MeetingEvent[] => {
    const over = external.state === 'admitted' && (item === undefined || external.item === item);
    return over ? [{ type: 'ExternalEnded', item: external.item, person: person as PersonId }] : [];
  });
}

/** Out of the closed item at a distance (DIST-6): the seat waits, and is the person's again after it. */
function leaveForItem(meeting: Meeting, person: PersonId): readonly MeetingEvent[] {
  const seat = meeting.plan.seats.find((s) => meeting.attendance.serving[s.id]?.person === person);
  return seat ? [{ type: 'SeatLeft', seat: seat.id, person, cause: 'secretItem', barredToday: false }] : [];
}
