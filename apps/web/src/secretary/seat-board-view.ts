import { type Meeting, type PersonId, personName, personWithParty, type Seat } from '@klubba/meeting';
import type { Translate } from '../app/text.tsx';
import type { BoardParty, BoardSeat } from '../ui/index.ts';

/** What stands out at a seat; `undefined` is an ordinary seat, in its place. */
type SeatMark = BoardSeat['mark'];

/** How one seat is now, before any words. */
type SeatNow = {
  readonly seat: Seat;
  /** Who serves it, else whose it is; absent: vacant. */
  readonly person?: PersonId;
  readonly inPlaceOf?: PersonId;
  readonly is: 'vacant' | 'away' | 'waiting' | 'aside' | 'room' | 'remote' | 'weak' | 'lost' | 'approval' | 'speaking';
};

/** Every seat in the body's order. */
export function seatsNow(meeting: Meeting): readonly SeatNow[] {
  return meeting.plan.seats.toSorted((a, b) => a.number - b.number).map((seat) => seatNow(meeting, seat));
}

export function seatNow(meeting: Meeting, seat: Seat): SeatNow {
  const service = meeting.attendance.serving[seat.id];
  const person = service?.person ?? seat.holder;
  if (person === undefined) return { seat, is: 'vacant' };
  const instead = service?.inPlaceOf === undefined ? {} : { inPlaceOf: service.inPlaceOf };
  return { seat, person, ...instead, is: stateOf(meeting, person, service !== undefined, seat) };
}

function stateOf(meeting: Meeting, person: PersonId, serves: boolean, seat: Seat): SeatNow['is'] {
  const presence = meeting.attendance.present[person];
  if (presence === undefined) return 'away';
  if (meeting.attendance.steppedAside[seat.id]?.person === person) return 'aside';
  if (presence.mode === 'remote') {
    if (presence.lost !== undefined) return 'lost';
    if (presence.awaitingApproval === true) return 'approval';
    if (!presence.fulfilled) return 'waiting';
  }
  if (meeting.floor.speaking?.person === person) return 'speaking';
  const open = meeting.agenda.phase === 'open' && meeting.attendance.rollCall.state === 'done';
  if (open && !serves) return 'waiting';
  if (presence.mode === 'room') return 'room';
  const weak = presence.conditions !== undefined && !Object.values(presence.conditions).every(Boolean);
  return weak ? 'weak' : 'remote';
}

const MARK: Partial<Readonly<Record<SeatNow['is'], NonNullable<SeatMark>>>> = {
  lost: 'lost',
  approval: 'weak',
  weak: 'weak',
  speaking: 'speaking',
};

/** The board: seats by party in the body's order, seats without a party last. `now` is the server's, for how long a link has been down. */
export function attendanceBoard(meeting: Meeting, t: Translate): readonly BoardParty[] {
  const seats = seatsNow(meeting);
  const { parties } = meeting.plan;
  const named = parties.map((party) => ({
    party: party.name,
    seats: seats.filter(({ seat }) => seat.party === party.id),
  }));
  const without = seats.filter(({ seat }) => seat.party === undefined);
  return [...named, { party: t('secretary.board.noParty'), seats: without }]
    .filter((group) => group.seats.length > 0)
    .map((group) => ({
      party: group.party,
      count: String(group.seats.length),
      seats: group.seats.map((one) => boardSeat(meeting, one, t)),
    }));
}

function boardSeat(meeting: Meeting, { seat, person, inPlaceOf, is }: SeatNow, t: Translate): BoardSeat {
  return {
    id: seat.id,
    number: seat.number,
    name: person === undefined ? t('secretary.seat.vacant') : personName(meeting, person),
    note: inPlaceOf === undefined ? undefined : t('secretary.seat.for', { name: personName(meeting, inPlaceOf) }),
    state: t(`secretary.seat.${is}`),
    mark: MARK[is],
  };
}

/** Elected members whose seat somebody else serves, or nobody: "Kent Rosén (S)". */
export function absentMembers(meeting: Meeting): readonly PersonId[] {
  return meeting.plan.seats.flatMap((seat) => {
    const { holder } = seat;
    if (holder === undefined) return [];
    const served = meeting.attendance.serving[seat.id]?.person;
    if (served === holder) return [];
    return served === undefined && meeting.attendance.present[holder] !== undefined ? [] : [holder];
  });
}

type Counts = { readonly room: number; readonly remote: number; readonly lost: number };

/** Of the seats: where those who serve are. Before the opening: where those who hold them are. */
export function boardCounts(meeting: Meeting): Counts {
  const states = seatsNow(meeting).map((one) => one.is);
  const count = (...wanted: readonly SeatNow['is'][]) => states.filter((is) => wanted.includes(is)).length;
  const speaker = seatsNow(meeting).find((one) => one.is === 'speaking')?.person;
  const speaksFrom = speaker === undefined ? undefined : meeting.attendance.present[speaker]?.mode;
  return {
    room: count('room') + (speaksFrom === 'room' ? 1 : 0),
    remote: count('remote', 'weak') + (speaksFrom === 'remote' ? 1 : 0),
    lost: count('lost', 'approval'),
  };
}

/** Everybody who is there and holds no seat and stands on no list, to be read out: officials, auditors, presenters, the public's parties. */
export function othersPresent(meeting: Meeting): readonly {
  readonly person: PersonId;
  readonly name: string;
  readonly as: string | undefined;
  readonly remote: boolean;
}[] {
  const { plan, attendance } = meeting;
  const elected = new Set([
    ...plan.seats.flatMap((seat) => seat.holder ?? []),
    ...plan.substitutes.flatMap((list) => list.persons),
  ]);
  return Object.values(attendance.present)
    .filter((one) => one.admitted && !elected.has(one.person))
    .map((one) => ({
      person: one.person,
      name: personWithParty(plan, one.person),
      as: plan.people.find((p) => p.id === one.person)?.title,
      remote: one.mode === 'remote',
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'));
}
