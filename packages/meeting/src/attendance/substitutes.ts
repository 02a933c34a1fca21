import type { PersonId, SeatId } from '../ids.ts';
import type { MeetingPlan, Seat, SubstituteList } from '../plan.ts';
import type { Meeting } from '../types.ts';
import { isPresent } from './presence.ts';
import { inConflict, seatById } from './seats.ts';

/** The whole order for a seat: own list, in the council the one of the own constituency first, then the lists of its chain (KL 5:18, 5:21, 6:16; LPV 22 §). */
export function substitutesFor(plan: MeetingPlan, seat: Seat): readonly PersonId[] {
  const own = plan.substitutes.find((list) => coversExactly(list, seat)) ?? plan.substitutes.find((list) => covers(list, seat));
  if (!own) return [];
  const chained = (own.chain ?? []).flatMap((next) => plan.substitutes.filter((list) => list !== own && covers(list, next)).flatMap((list) => list.persons));
  return [...new Set([...own.persons, ...chained])];
}

type Place = { readonly party?: string; readonly constituency?: string };

function coversExactly(list: SubstituteList, place: Place): boolean {
  return list.party === place.party && list.constituency === place.constituency;
}

/** A list without a party or constituency is for every seat. */
function covers(list: SubstituteList, place: Place): boolean {
  const party = list.party === undefined || list.party === place.party;
  return party && (list.constituency === undefined || place.constituency === undefined || list.constituency === place.constituency);
}

/** Who is next in turn for the seat among those who can serve now; undefined when nobody can. Persons who are not present are passed over. */
export function nextSubstitute(meeting: Meeting, seat: SeatId): PersonId | undefined {
  const place = seatById(meeting, seat);
  if (!place) return undefined;
  const busy = new Set(Object.values(meeting.attendance.serving).map((service) => service.person));
  const away = inConflict(meeting, meeting.agenda.current);
  return substitutesFor(meeting.plan, place).find(
    (person) => !busy.has(person) && !away.has(person) && isPresent(meeting, person) && meeting.attendance.barredToday[person] === undefined,
  );
}
