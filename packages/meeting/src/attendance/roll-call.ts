import { sessionGate } from '../law/mtg-session.ts';
import { mtgRollCall } from '../law/mtg-attendance.ts';
import { nar5 } from '../law/dist-2-remote-presence.ts';
import type { PersonId, SeatId } from '../ids.ts';
import type { Duty, Seat } from '../plan.ts';
import { ok, type Result, refused } from '../result.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { quorum, quorumGate } from './quorum.ts';
import { personName, seatById, servingSeatOf } from './seats.ts';
import type { AttendanceCommand } from './types.ts';

type Command<Type extends AttendanceCommand['type']> = Extract<AttendanceCommand, { readonly type: Type }>;
type Decided = Result<readonly MeetingEvent[]>;

const swedish = new Intl.Collator('sv');
const PRESIDIUM_LAST: readonly Duty[] = ['secondViceChair', 'viceChair', 'chair'];

/** Every seat that somebody holds or serves: in the body's order, then the presidium, and last the one who leads (algorithm C). */
export function rollCallOrder(meeting: Meeting): readonly SeatId[] {
  const { plan, attendance } = meeting;
  const last = lastCalled(meeting);
  const called = plan.seats.filter((seat) => seat.holder !== undefined || attendance.serving[seat.id] !== undefined);
  const inOrder =
    plan.body.settings.rollCallOrder.value === 'alphabetical'
      ? alphabetical(meeting, called)
      : called.toSorted((a, b) => a.number - b.number);
  const rank = (seat: Seat) => last.get(attendance.serving[seat.id]?.person ?? seat.holder) ?? 0;
  return inOrder.toSorted((a, b) => rank(a) - rank(b)).map((seat) => seat.id);
}

/** The presidium by rank, and above it the one who leads now. */
function lastCalled(meeting: Meeting): ReadonlyMap<PersonId | undefined, number> {
  const ranked = [...PRESIDIUM_LAST.map((duty) => dutyHolder(meeting, duty)), meeting.agenda.leader];
  return new Map(ranked.flatMap((person, index) => (person === undefined ? [] : [[person, index + 1]])));
}

function alphabetical(meeting: Meeting, seats: readonly Seat[]): readonly Seat[] {
  const names = new Map(meeting.plan.people.map((p) => [p.id, `${p.familyName} ${p.givenName}`]));
  const nameOf = (seat: Seat): string => {
    const person = meeting.attendance.serving[seat.id]?.person ?? seat.holder;
    return (person !== undefined && names.get(person)) || '';
  };
  return seats.toSorted((a, b) => swedish.compare(nameOf(a), nameOf(b)));
}

function dutyHolder(meeting: Meeting, duty: Duty): PersonId | undefined {
  return meeting.plan.duties.find((d) => d.duty === duty)?.person;
}

/** The next name: those not called yet, then once more those who did not answer. */
export function nextToCall(meeting: Meeting): SeatId | undefined {
  const { order, answers, recalled, called } = meeting.attendance.rollCall;
  const waiting = order.filter((seat) => seat !== called);
  return (
    waiting.find((seat) => answers[seat] === undefined) ??
    waiting.find((seat) => answers[seat] === 'noAnswer' && !recalled.includes(seat))
  );
}

export function startRollCall(meeting: Meeting): Decided {
  const closed = sessionGate(meeting);
  if (closed) return refused(closed);
  if (meeting.attendance.rollCall.state === 'running')
    return refused({ rule: mtgRollCall.id, detail: { why: 'running' } });
  return ok([{ type: 'RollCallStarted', order: rollCallOrder(meeting) }]);
}

export function callName(meeting: Meeting, command: Command<'callName'>): Decided {
  const { rollCall } = meeting.attendance;
  if (rollCall.state !== 'running') return refused({ rule: mtgRollCall.id, detail: { why: 'notRunning' } });
  if (!rollCall.order.includes(command.seat)) return refused({ rule: mtgRollCall.id, detail: { why: 'notInOrder' } });
  return ok([{ type: 'NameCalled', seat: command.seat }]);
}

export function answerRollCall(meeting: Meeting, command: Command<'answerRollCall'>, context: Context): Decided {
  const { rollCall, serving } = meeting.attendance;
  const { seat, answer } = command;
  if (rollCall.state !== 'running') return refused({ rule: mtgRollCall.id, detail: { why: 'notRunning' } });
  if (!rollCall.order.includes(seat)) return refused({ rule: mtgRollCall.id, detail: { why: 'notInOrder' } });
  const person = serving[seat]?.person ?? seatById(meeting, seat)?.holder;
  if (context.actor === person && rollCall.called !== seat)
    return refused({ rule: mtgRollCall.id, detail: { why: 'notYourTurn' } });
  if (answer === 'noAnswer') return ok([{ type: 'NameAnswered', seat, answer }]);
  const presence = person === undefined ? undefined : meeting.attendance.present[person];
  if (person === undefined || !presence?.admitted) {
    return refused({
      rule: mtgRollCall.id,
      detail: { why: 'notCheckedIn', ...(person && { person: personName(meeting, person) }) },
    });
  }
  if (!presence.fulfilled) return refused({ rule: nar5.id, detail: { person: personName(meeting, person) } });
  return ok([{ type: 'NameAnswered', seat, answer }]);
}

/** Whoever did not answer is not present: the seat is free, and nobody is barred by it, for the service had not begun (KL 5:19). */
export function endRollCall(meeting: Meeting): Decided {
  const { rollCall, serving } = meeting.attendance;
  if (rollCall.state !== 'running') return refused({ rule: mtgRollCall.id, detail: { why: 'notRunning' } });
  const left = rollCall.order.filter((seat) => rollCall.answers[seat] === undefined);
  if (left.length > 0) return refused({ rule: mtgRollCall.id, detail: { why: 'left', left: left.length } });
  const silent = rollCall.order.flatMap((seat): readonly MeetingEvent[] => {
    const person = serving[seat]?.person;
    if (person === undefined || rollCall.answers[seat] === 'yes') return [];
    return [
      { type: 'SeatLeft', seat, person, cause: 'notedAbsent', barredToday: false },
      { type: 'NotedAbsent', person, cause: 'notedAbsent' },
    ];
  });
  return ok([{ type: 'RollCallEnded' }, ...silent]);
}

export function declareQuorate(meeting: Meeting): Decided {
  const closed = sessionGate(meeting);
  if (closed) return refused(closed);
  if (meeting.attendance.rollCall.state === 'running')
    return refused({ rule: mtgRollCall.id, detail: { why: 'running' } });
  const short = quorumGate(meeting, 'question');
  if (short) return refused(short);
  const { present, required } = quorum(meeting);
  return ok([{ type: 'DeclaredQuorate', present, required }]);
}

/** Whose own device may answer: the one called, on the seat this person serves or holds. */
export function answersFor(meeting: Meeting, person: PersonId, seat: SeatId): boolean {
  const serving = meeting.attendance.serving[seat]?.person;
  return serving === undefined
    ? seatById(meeting, seat)?.holder === person
    : servingSeatOf(meeting, person)?.id === seat;
}
