import type { ItemId, PersonId, SeatId } from '../ids.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { isLinked } from './linked.ts';
import { inConflict, seatById } from './seats.ts';
import { ownSeat, returnFrom } from './seat-changes.ts';

/** Seats follow from presence and conflicts: nobody has to press anything to sit down, step aside or come back. */
export function followAttendance(
  before: Meeting,
  after: Meeting,
  event: MeetingEvent,
  _context: Context,
): readonly MeetingEvent[] {
  switch (event.type) {
    case 'CheckedIn':
      return ownSeat(after, event.presence.person);
    case 'Admitted':
    case 'LinkChanged':
    case 'LinkApproved':
    case 'ModeChanged':
      return ownSeat(after, event.person);
    case 'NameAnswered':
      return event.answer === 'yes' ? answered(after, event.seat) : [];
    case 'ItemOpened':
      return [...inConflict(after, event.item)].flatMap((person) => stepAside(after, event.item, person));
    case 'ConflictDeclared':
      return stepAside(after, event.item, event.person);
    case 'ConflictDecided':
      return event.inConflict ? stepAside(after, event.item, event.person) : backAgain(after, event.item, event.person);
    case 'ConflictWithdrawn':
      return backAgain(after, event.item, event.person);
    case 'ItemClosed':
      return returnFrom(after, event.item);
    case 'DoorsOpened':
      return returnFrom(after, event.item, (aside) => aside.cause === 'secretItem');
    case 'ItemWithdrawn':
      return before.agenda.current === event.item ? returnFrom(after, event.item) : [];
    default:
      return [];
  }
}

/** The chair called the name, and saw and heard the answer: one at a distance is thereby confirmed. */
function answered(meeting: Meeting, seat: SeatId): readonly MeetingEvent[] {
  const person = meeting.attendance.serving[seat]?.person ?? seatById(meeting, seat)?.holder;
  const presence = person === undefined ? undefined : meeting.attendance.present[person];
  if (person === undefined || !presence) return [];
  const confirm = presence.awaitingApproval === true && presence.fulfilled && isLinked(meeting.plan, presence);
  return confirm ? [{ type: 'LinkApproved', person }] : ownSeat(meeting, person);
}

/** Out of the item, and not barred from the next (KL 5:20, 6:30). */
function stepAside(meeting: Meeting, item: ItemId, person: PersonId): readonly MeetingEvent[] {
  if (meeting.agenda.current !== item) return [];
  const seat = meeting.plan.seats.find((s) => meeting.attendance.serving[s.id]?.person === person);
  return seat ? [{ type: 'SeatLeft', seat: seat.id, person, cause: 'conflict', barredToday: false }] : [];
}

/** The body found no conflict, or it was taken back: the seat is the person's again at once. */
function backAgain(meeting: Meeting, item: ItemId, person: PersonId): readonly MeetingEvent[] {
  if (inConflict(meeting, item).has(person)) return [];
  return returnFrom(meeting, item, (aside) => aside.person === person && aside.cause === 'conflict');
}
