import type { Stretch } from '../attendance/types.ts';
import type { PersonId } from '../ids.ts';
import { personWithParty } from '../phrase.ts';
import type { Meeting } from '../types.ts';
import type { Attendee } from './shape.ts';

export type AttendanceList = {
  /** Members who served, in seat order. */
  readonly members: readonly Attendee[];
  /** Substitutes who served, and for whom (KL 5:66). */
  readonly servingSubstitutes: readonly Attendee[];
  readonly absent: readonly { readonly person: PersonId; readonly name: string; readonly seat: number }[];
  /** Substitutes who did not serve, officials, auditors and others. */
  readonly others: readonly Attendee[];
};

export function attendanceList(meeting: Meeting): AttendanceList {
  const { seats, people } = meeting.plan;
  const stretches = meeting.attendance.stretches;
  const served = new Set(stretches.filter((s) => s.capacity !== 'other').map((s) => s.person));
  const of = (capacity: Stretch['capacity'], person: PersonId) =>
    stretches.filter((s) => s.capacity === capacity && s.person === person);
  const members = seats.flatMap(({ holder, number }) => {
    if (holder === undefined) return [];
    const own = of('member', holder);
    return own.length === 0 ? [] : [attendee(meeting, holder, own, number)];
  });
  const substitutes = people.flatMap((person) => {
    const own = of('servingSubstitute', person.id);
    return own.length === 0 ? [] : [attendee(meeting, person.id, own)];
  });
  const others = people.flatMap((person) => {
    const own = served.has(person.id) ? [] : of('other', person.id);
    return own.length === 0 ? [] : [attendee(meeting, person.id, own)];
  });
  const absent = seats.flatMap((seat) => {
    if (seat.holder === undefined || of('member', seat.holder).length > 0) return [];
    return [{ person: seat.holder, name: personWithParty(meeting.plan, seat.holder), seat: seat.number }];
  });
  return { members, servingSubstitutes: substitutes, absent, others };
}

function attendee(meeting: Meeting, person: PersonId, own: readonly Stretch[], seat?: number): Attendee {
  const title = meeting.plan.people.find((p) => p.id === person)?.title;
  const inPlaceOf = [...new Set(own.flatMap((s) => s.inPlaceOf ?? []))].map((p) => personWithParty(meeting.plan, p));
  return {
    person,
    name: personWithParty(meeting.plan, person),
    inPlaceOf,
    stretches: own.map(stretch),
    ...(title === undefined ? {} : { title }),
    ...(seat === undefined ? {} : { seat }),
  };
}

function stretch({ mode, from, to, cause, atItem }: Stretch): Attendee['stretches'][number] {
  return {
    mode,
    from,
    ...(to === undefined ? {} : { to }),
    ...(cause === undefined ? {} : { cause }),
    ...(atItem === undefined ? {} : { atItem }),
  };
}
