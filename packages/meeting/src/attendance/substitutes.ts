import type { ItemId, PersonId, SeatId } from '../ids.ts';
import { barredFromServing } from '../law/ers-4-barred-today.ts';
import type { MeetingPlan, Seat, SubstituteList } from '../plan.ts';
import type { Meeting } from '../types.ts';
import { isPresent } from './presence.ts';
import { inConflict, seatById, seatOf, servingSeatOf } from './seats.ts';

/** The whole order for a seat: own list, in the council the one of the own constituency first, then the lists of its chain (KL 5:18, 5:21, 6:16; LPV 22 §). */
export function substitutesFor(plan: MeetingPlan, seat: Seat): readonly PersonId[] {
  const own =
    plan.substitutes.find((list) => coversExactly(list, seat)) ?? plan.substitutes.find((list) => covers(list, seat));
  if (!own) return [];
  const chained = (own.chain ?? []).flatMap((next) =>
    plan.substitutes.filter((list) => covers(list, next)).flatMap((list) => list.persons),
  );
  return [...new Set([...own.persons, ...chained])];
}

type Place = { readonly party?: string; readonly constituency?: string };

function coversExactly(list: SubstituteList, place: Place): boolean {
  return list.party === place.party && list.constituency === place.constituency;
}

/** A list without a party or constituency is for every seat. */
function covers(list: SubstituteList, place: Place): boolean {
  const party = list.party === undefined || list.party === place.party;
  return (
    party &&
    (list.constituency === undefined || place.constituency === undefined || list.constituency === place.constituency)
  );
}

/** Who is next in turn for the seat among those who can serve now; undefined when nobody can. Persons who are not present are passed over. */
export function nextSubstitute(meeting: Meeting, seat: SeatId): PersonId | undefined {
  const place = seatById(meeting, seat);
  return place && firstFree(meeting, place, unavailable(meeting, meeting.agenda.current));
}

export type StandIn = { readonly seat: SeatId; readonly person: PersonId };

/** Who could serve for the item in the seats of these persons, each substitute once. */
export function standIns(meeting: Meeting, item: ItemId, away: readonly PersonId[]): readonly StandIn[] {
  const taken = new Set([...unavailable(meeting, item), ...away]);
  return away.flatMap((person) => {
    const seat = servingSeatOf(meeting, person) ?? seatOf(meeting, person);
    const next = seat && firstFree(meeting, seat, taken);
    if (!seat || next === undefined) return [];
    taken.add(next);
    return [{ seat: seat.id, person: next }];
  });
}

function unavailable(meeting: Meeting, item: ItemId | undefined): ReadonlySet<PersonId> {
  const serving = Object.values(meeting.attendance.serving).map((service) => service.person);
  return new Set([...serving, ...inConflict(meeting, item)]);
}

function firstFree(meeting: Meeting, seat: Seat, taken: ReadonlySet<PersonId>): PersonId | undefined {
  return substitutesFor(meeting.plan, seat).find(
    (person) => !taken.has(person) && isPresent(meeting, person) && !barredFromServing(meeting, person),
  );
}
