import { chairConfirms } from '../law/dist-2-remote-presence.ts';
import type { MeetingPlan } from '../plan.ts';
import type { Fact, Meeting } from '../types.ts';
import { currentNumber, seatById } from './seats.ts';
import { isLinked } from './linked.ts';
import { evolveLink, lossBegun, lossOver } from './link-state.ts';
import { evolveRollCall, initialRollCall } from './roll-call-state.ts';
import { begin, changeMode, end, endAll, type Moment } from './stretches.ts';
import type { AttendanceEvent, AttendanceState, Presence, SteppedAside } from './types.ts';

export function initialAttendance(_plan: MeetingPlan): AttendanceState {
  return {
    checkInOpen: false,
    present: {},
    serving: {},
    stretches: [],
    barredToday: {},
    steppedAside: {},
    linkLog: [],
    rollCall: initialRollCall(),
  };
}

export function evolveAttendance(state: AttendanceState, fact: Fact, meeting: Meeting): AttendanceState {
  const { event } = fact;
  const moment: Moment = { at: fact.at, atItem: currentNumber(meeting) };
  switch (event.type) {
    case 'CheckInOpened':
      return { ...state, checkInOpen: true };
    case 'CheckedIn':
      return enter(state, event.presence, moment, meeting);
    case 'Admitted':
    case 'ExternalAdmitted':
      return admit(state, event.person, moment);
    case 'IdentityDoubted':
      return sendOut(state, event.person, moment);
    case 'EntryRefused':
      return { ...state, present: omit(state.present, event.person) };
    case 'CheckedOut':
      return leave(state, event.person, event.cause, moment);
    case 'ExternalEnded':
      return leave(state, event.person, 'left', moment);
    case 'NotedAbsent':
      return noteAbsent(state, event, moment);
    case 'SeatTaken':
      return takeSeat(state, event, moment, meeting);
    case 'SeatLeft':
      return leaveSeat(state, event, moment, meeting);
    case 'RollCallStarted':
    case 'NameCalled':
    case 'NameAnswered':
    case 'RollCallEnded':
    case 'DeclaredQuorate':
      return { ...state, rollCall: evolveRollCall(state.rollCall, event, fact.at) };
    case 'LinkChanged':
    case 'LinkApproved':
      return evolveLink(state, event, moment);
    case 'ModeChanged':
      return moveTo(state, event, moment, meeting);
    case 'MeetingClosed':
      return {
        ...state,
        checkInOpen: false,
        stretches: endAll(state.stretches, fact.at),
        linkLog: lossOver(state.linkLog, undefined, moment),
      };
    default:
      return state;
  }
}

type EventOf<Type extends AttendanceEvent['type']> = Extract<AttendanceEvent, { readonly type: Type }>;

/** The same person from another device takes over the same place: `since`, service and stretch go on. */
function enter(state: AttendanceState, presence: Presence, moment: Moment, meeting: Meeting): AttendanceState {
  const before = state.present[presence.person];
  const present = {
    ...state.present,
    [presence.person]: before?.admitted ? { ...presence, since: before.since } : presence,
  };
  if (!presence.admitted) return { ...state, present };
  const stretches = before?.admitted
    ? changeMode(state.stretches, presence.person, presence.mode, moment)
    : resumeStretch(state, presence, moment);
  return { ...state, present, stretches, linkLog: logArrival(state.linkLog, before, presence, moment, meeting) };
}

/** In the hall, a loss is over; on another device it begins, until that link is measured. */
function logArrival(
  log: AttendanceState['linkLog'],
  before: Presence | undefined,
  presence: Presence,
  moment: Moment,
  meeting: Meeting,
): AttendanceState['linkLog'] {
  if (presence.fulfilled) return lossOver(log, presence.person, moment);
  const wasUp = before?.admitted === true && before.fulfilled && isLinked(meeting.plan, before);
  return wasUp ? lossBegun(log, presence.person, moment) : log;
}

/** One who comes back to a seat that was kept (during a break) goes on serving it. */
function resumeStretch(state: AttendanceState, presence: Presence, moment: Moment): AttendanceState['stretches'] {
  const kept = Object.entries(state.serving).find(([, service]) => service.person === presence.person);
  if (!kept) return begin(state.stretches, { person: presence.person, capacity: 'other', mode: presence.mode }, moment);
  return changeMode(state.stretches, presence.person, presence.mode, moment);
}

function admit(state: AttendanceState, person: Presence['person'], moment: Moment): AttendanceState {
  const presence = state.present[person];
  if (!presence || presence.admitted) return state;
  return {
    ...state,
    present: { ...state.present, [person]: { ...presence, admitted: true } },
    stretches: begin(state.stretches, { person, capacity: 'other', mode: presence.mode }, moment),
  };
}

/** Back to the lobby: still there, and no more in the meeting than anybody in the street. */
function sendOut(state: AttendanceState, person: Presence['person'], moment: Moment): AttendanceState {
  const presence = state.present[person];
  if (!presence) return state;
  // Whoever comes back at a distance is measured anew before counting: what was measured before says nothing.
  const { conditions: _measured, ...unmeasured } = presence;
  return {
    ...state,
    present: { ...state.present, [person]: { ...unmeasured, admitted: false, fulfilled: presence.mode === 'room' } },
    stretches: end(state.stretches, person, moment, 'notedAbsent'),
    steppedAside: asideWithout(state, person),
  };
}

function leave(
  state: AttendanceState,
  person: Presence['person'],
  cause: EventOf<'CheckedOut'>['cause'],
  moment: Moment,
): AttendanceState {
  const keepsSeat = Object.values(state.serving).some((service) => service.person === person);
  return {
    ...state,
    present: omit(state.present, person),
    linkLog: lossOver(state.linkLog, person, moment),
    stretches: keepsSeat ? state.stretches : end(state.stretches, person, moment, cause),
    steppedAside: asideWithout(state, person),
  };
}

/** One at a distance may still be connected and is only not counted; an empty chair in the hall is nobody. */
function noteAbsent(state: AttendanceState, event: EventOf<'NotedAbsent'>, moment: Moment): AttendanceState {
  const { person, cause } = event;
  if (state.present[person]?.mode === 'remote') return state;
  return { ...state, present: omit(state.present, person), stretches: end(state.stretches, person, moment, cause) };
}

function takeSeat(
  state: AttendanceState,
  event: EventOf<'SeatTaken'>,
  moment: Moment,
  meeting: Meeting,
): AttendanceState {
  const { type: _, seat, ...service } = event;
  const capacity =
    seatById(meeting, seat)?.holder === event.person ? ('member' as const) : ('servingSubstitute' as const);
  const mode = state.present[event.person]?.mode ?? 'room';
  const { person, inPlaceOf } = service;
  return {
    ...state,
    serving: { ...state.serving, [seat]: { ...service, since: moment.at } },
    barredToday: omit(state.barredToday, person),
    // Taken for more than the item, the seat is no longer kept for the one who stepped aside from it.
    steppedAside: event.forConflictIn ? asideWithout(state, person) : omit(asideWithout(state, person), seat),
    stretches: begin(state.stretches, { person, capacity, mode, seat, ...(inPlaceOf && { inPlaceOf }) }, moment),
  };
}

/** Nobody waits for a seat any more who has one, or has gone. */
function asideWithout(state: AttendanceState, person: Presence['person']): AttendanceState['steppedAside'] {
  return Object.fromEntries(Object.entries(state.steppedAside).filter(([, aside]) => aside.person !== person));
}

function leaveSeat(
  state: AttendanceState,
  event: EventOf<'SeatLeft'>,
  moment: Moment,
  meeting: Meeting,
): AttendanceState {
  const { seat, person, cause } = event;
  const service = state.serving[seat];
  const item = meeting.agenda.current;
  const ended = end(state.stretches, person, moment, cause);
  const presence = state.present[person];
  // Whoever is not told which item is open knows of an own seat only that it was left for some item.
  const aside = cause === 'conflict' || cause === 'secretItem';
  const away: SteppedAside | undefined =
    aside && item !== undefined
      ? { person, item, cause, ...(service?.inPlaceOf && { inPlaceOf: service.inPlaceOf }) }
      : undefined;
  return {
    ...state,
    serving: omit(state.serving, seat),
    barredToday: event.barredToday ? { ...state.barredToday, [person]: moment.at } : state.barredToday,
    steppedAside: away ? { ...state.steppedAside, [seat]: away } : state.steppedAside,
    stretches:
      presence?.admitted && !aside ? begin(ended, { person, capacity: 'other', mode: presence.mode }, moment) : ended,
  };
}

function moveTo(
  state: AttendanceState,
  event: EventOf<'ModeChanged'>,
  moment: Moment,
  meeting: Meeting,
): AttendanceState {
  const presence = state.present[event.person];
  if (!presence) return state;
  const { lost: _lost, awaitingApproval: _awaiting, conditions: _conditions, ...kept } = presence;
  const linked = event.mode === 'remote';
  const moved: Presence = {
    ...kept,
    mode: event.mode,
    fulfilled: !linked,
    ...(linked && chairConfirms(meeting.plan) && { awaitingApproval: true }),
  };
  return {
    ...state,
    present: { ...state.present, [event.person]: moved },
    linkLog: linked ? state.linkLog : lossOver(state.linkLog, event.person, moment),
    stretches: changeMode(state.stretches, event.person, event.mode, moment),
  };
}

function omit<Key extends string, Value>(record: Readonly<Record<Key, Value>>, key: Key): Readonly<Record<Key, Value>> {
  if (!(key in record)) return record;
  const { [key]: _, ...rest } = record;
  return rest as Record<Key, Value>;
}
