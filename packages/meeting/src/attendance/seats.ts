import type { ItemId, PersonId, SeatId } from '../ids.ts';
import type { MeetingPlan, Seat } from '../plan.ts';
import type { Meeting } from '../types.ts';

/** Given and family name; the id for one whom the plan does not know. */
export function personName(meeting: { readonly plan: MeetingPlan }, person: PersonId): string {
  const known = meeting.plan.people.find((p) => p.id === person);
  return known ? `${known.givenName} ${known.familyName}` : person;
}

/** The seat this person was elected to. */
export function seatOf(meeting: { readonly plan: MeetingPlan }, person: PersonId): Seat | undefined {
  return meeting.plan.seats.find((seat) => seat.holder === person);
}

export function seatById(meeting: { readonly plan: MeetingPlan }, seat: SeatId): Seat | undefined {
  return meeting.plan.seats.find((s) => s.id === seat);
}

/** The seat this person serves now, as member or as substitute. */
export function servingSeatOf(meeting: Meeting, person: PersonId): Seat | undefined {
  return meeting.plan.seats.find((seat) => meeting.attendance.serving[seat.id]?.person === person);
}

/** Member or listed substitute of this body. */
export function isElected(meeting: { readonly plan: MeetingPlan }, person: PersonId): boolean {
  return (
    seatOf(meeting, person) !== undefined || meeting.plan.substitutes.some((list) => list.persons.includes(person))
  );
}

/** Persons who may not take part in the item: own declaration, or the body's decision (KL 5:47, 6:28–30). */
export function inConflict(meeting: Meeting, item: ItemId | undefined): ReadonlySet<PersonId> {
  const conflicts = item === undefined ? undefined : meeting.conflicts.byItem[item];
  if (!conflicts) return NOBODY;
  return new Set(conflicts.filter((c) => c.state === 'declared' || c.state === 'established').map((c) => c.person));
}

const NOBODY: ReadonlySet<PersonId> = new Set();

/** § of the item open now, for the minutes. */
export function currentNumber(meeting: Meeting): number | undefined {
  const current = meeting.agenda.current;
  return current === undefined ? undefined : meeting.agenda.items[current]?.number;
}
