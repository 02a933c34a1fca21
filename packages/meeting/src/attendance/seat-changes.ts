import type { ItemId, PersonId } from '../ids.ts';
import { nar5 } from '../law/dist-2-remote-presence.ts';
import { substitutionRule } from '../law/ers-1-council-order.ts';
import { ers2 } from '../law/ers-2-no-swap.ts';
import { ers3, placesMayChange } from '../law/ers-3-member-returns.ts';
import { barredFromServing, ers4, leavingBars } from '../law/ers-4-barred-today.ts';
import { conflictMayStepAside } from '../law/jav-3-contested.ts';
import { mtgAbsent, mtgSeat } from '../law/mtg-attendance.ts';
import { mtgSession, sessionState } from '../law/mtg-session.ts';
import type { Refusal } from '../law/rule.ts';
import type { Seat } from '../plan.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Meeting, MeetingEvent } from '../types.ts';
import { isCheckedIn, isPresent } from './presence.ts';
import { inConflict, personName, seatById, seatOf, servingSeatOf } from './seats.ts';
import { nextSubstitute, substitutesFor } from './substitutes.ts';
import type { AttendanceCommand, SteppedAside } from './types.ts';

type Command<Type extends AttendanceCommand['type']> = Extract<AttendanceCommand, { readonly type: Type }>;
type Decided = Result<readonly MeetingEvent[]>;

/** The substitute in turn takes the seat; one whom the link has taken away is noted absent in the same act (SUB-01). */
export function callSubstitute(meeting: Meeting, command: Command<'callSubstitute'>): Decided {
  const seat = seatById(meeting, command.seat);
  if (!seat) return refused({ rule: mtgSeat.id, detail: { why: 'unknown' } });
  if (!meeting.attendance.checkInOpen)
    return refused({ rule: mtgSession.id, detail: { state: sessionState(meeting) } });
  const vacated = vacate(meeting, seat);
  if (!vacated.ok) return vacated;
  const unfit = whyNotSubstitute(meeting, seat, command.substitute);
  if (unfit) return refused(unfit);
  return ok([...vacated.value, seatTaken(meeting, seat, command.substitute)]);
}

/** What has to happen before somebody else can sit down: nothing if the seat is free, else the one who serves must be hindered. */
function vacate(meeting: Meeting, seat: Seat): Decided {
  const service = meeting.attendance.serving[seat.id];
  if (!service) return ok([]);
  const { person } = service;
  if (conflictMayStepAside(meeting, person))
    return ok([{ type: 'SeatLeft', seat: seat.id, person, cause: 'conflict', barredToday: false }]);
  if (!isPresent(meeting, person)) {
    const cause = 'connectionLost' as const;
    return ok([
      { type: 'SeatLeft', seat: seat.id, person, cause, barredToday: leavingBars(meeting, cause) },
      { type: 'NotedAbsent', person, cause },
    ]);
  }
  const rule = service.person === seat.holder ? mtgSeat.id : ers2.id;
  return refused({ rule, detail: { why: 'served', person: personName(meeting, person) } });
}

function whyNotSubstitute(meeting: Meeting, seat: Seat, substitute: PersonId): Refusal | null {
  const person = personName(meeting, substitute);
  if (!isCheckedIn(meeting, substitute)) return { rule: mtgAbsent.id, detail: { person } };
  if (servingSeatOf(meeting, substitute)) return { rule: mtgSeat.id, detail: { why: 'serves', person } };
  if (barredFromServing(meeting, substitute)) return { rule: ers4.id, detail: { person } };
  const order = substitutionRule(meeting.plan.body.kind).id;
  if (!substitutesFor(meeting.plan, seat).includes(substitute))
    return { rule: order, detail: { why: 'notListed', person } };
  if (inConflict(meeting, meeting.agenda.current).has(substitute))
    return { rule: order, detail: { why: 'conflict', person } };
  if (!isPresent(meeting, substitute)) return { rule: nar5.id, detail: { person } };
  const next = nextSubstitute(meeting, seat.id);
  if (next === undefined || next === substitute) return null;
  return { rule: order, detail: { why: 'next', person, next: personName(meeting, next) } };
}

/** `forConflictIn` when the seat is empty only for the open item: the substitute steps down with it. */
function seatTaken(meeting: Meeting, seat: Seat, substitute: PersonId): MeetingEvent {
  const { current } = meeting.agenda;
  const serving = meeting.attendance.serving[seat.id]?.person;
  const aside = meeting.attendance.steppedAside[seat.id];
  const forItem =
    current !== undefined &&
    (aside?.item === current || (serving !== undefined && conflictMayStepAside(meeting, serving)));
  const inPlaceOf = seat.holder;
  return {
    type: 'SeatTaken',
    seat: seat.id,
    person: substitute,
    ...(inPlaceOf && { inPlaceOf }),
    ...(forItem && { forConflictIn: current }),
  };
}

/** The member comes (back) to the own seat; a serving substitute gives way between items (ERS-3). */
export function resumeSeat(meeting: Meeting, command: Command<'resumeSeat'>): Decided {
  const seat = seatById(meeting, command.seat);
  const member = seat?.holder;
  if (!seat || member === undefined) return refused({ rule: mtgSeat.id, detail: { why: 'unknown' } });
  const person = personName(meeting, member);
  if (!meeting.attendance.checkInOpen)
    return refused({ rule: mtgSession.id, detail: { state: sessionState(meeting) } });
  const serving = meeting.attendance.serving[seat.id]?.person;
  if (serving === member) return ok([]);
  if (!isCheckedIn(meeting, member)) return refused({ rule: mtgAbsent.id, detail: { person } });
  if (servingSeatOf(meeting, member)) return refused({ rule: mtgSeat.id, detail: { why: 'serves', person } });
  if (!isPresent(meeting, member)) return refused({ rule: nar5.id, detail: { person } });
  if (barredFromServing(meeting, member)) return refused({ rule: ers4.id, detail: { person } });
  if (inConflict(meeting, meeting.agenda.current).has(member))
    return refused({ rule: ers3.id, detail: { why: 'conflict', person } });
  if (serving === undefined) return ok([{ type: 'SeatTaken', seat: seat.id, person: member }]);
  if (!placesMayChange(meeting)) return refused({ rule: ers3.id, detail: { why: 'item', person } });
  return ok([
    { type: 'SeatLeft', seat: seat.id, person: serving, cause: 'memberReturned', barredToday: false },
    { type: 'SeatTaken', seat: seat.id, person: member },
  ]);
}

/** A member who has become present takes the own seat by itself when nobody serves it (KL 5:19). */
export function ownSeat(meeting: Meeting, person: PersonId): readonly MeetingEvent[] {
  const seat = seatOf(meeting, person);
  const { attendance, agenda } = meeting;
  if (!seat || agenda.phase === 'closed' || attendance.serving[seat.id] || servingSeatOf(meeting, person)) return [];
  const aside = Object.values(attendance.steppedAside).some((a) => a.person === person);
  const hindered =
    aside || attendance.barredToday[person] !== undefined || inConflict(meeting, agenda.current).has(person);
  return hindered || !isPresent(meeting, person) ? [] : [{ type: 'SeatTaken', seat: seat.id, person }];
}

/** When the item is over, those who stepped aside in it have their seats back and their substitutes step down (ERS-5). */
export function returnFrom(
  meeting: Meeting,
  item: ItemId,
  returns: (aside: SteppedAside) => boolean = () => true,
): readonly MeetingEvent[] {
  return Object.entries(meeting.attendance.steppedAside).flatMap(([id, aside]): readonly MeetingEvent[] => {
    const seat = meeting.plan.seats.find((s) => s.id === id);
    if (!seat || aside.item !== item || !isCheckedIn(meeting, aside.person) || !returns(aside)) return [];
    const standIn = meeting.attendance.serving[seat.id];
    const stepsDown: readonly MeetingEvent[] = standIn
      ? [{ type: 'SeatLeft', seat: seat.id, person: standIn.person, cause: 'memberReturned', barredToday: false }]
      : [];
    return [
      ...stepsDown,
      {
        type: 'SeatTaken',
        seat: seat.id,
        person: aside.person,
        ...(aside.inPlaceOf && { inPlaceOf: aside.inPlaceOf }),
      },
    ];
  });
}
