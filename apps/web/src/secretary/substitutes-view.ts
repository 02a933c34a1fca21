import {
  decide,
  type Meeting,
  type MeetingCommand,
  nextSubstitute,
  type PersonId,
  type Seat,
  substitutesFor,
} from '@klubba/meeting';
import { seatNow } from './seat-board-view.ts';

/** A seat that somebody could be called to, and who is next in turn for it. */
export type Turn = {
  readonly seat: Seat;
  /** Who serves it or holds it, and is not there. */
  readonly away?: PersonId;
  readonly substitute: PersonId;
  readonly command: Extract<MeetingCommand, { readonly type: 'callSubstitute' }>;
};

/** Empty seats with the substitute the law puts next, where calling in is lawful now for `actor` at `at`. Each substitute stands once. */
export function turns(meeting: Meeting, actor: PersonId, at: number): readonly Turn[] {
  const taken = new Set<PersonId>();
  return meeting.plan.seats.flatMap((seat) => {
    const substitute = nextSubstitute(meeting, seat.id);
    if (substitute === undefined || taken.has(substitute)) return [];
    const command = { type: 'callSubstitute', seat: seat.id, substitute } as const;
    if (!decide(meeting, command, { at, actor, id: 'turn' }).ok) return [];
    taken.add(substitute);
    const away = seatNow(meeting, seat).person;
    return [{ seat, substitute, command, ...(away === undefined ? {} : { away }) }];
  });
}

/** Whoever is first in turn for some seat, there and not yet called: one for each list, for the secretary to have ready. */
export function nextOfEachList(meeting: Meeting): readonly PersonId[] {
  const firsts = meeting.plan.substitutes.flatMap((list) => {
    const seat = meeting.plan.seats.find((one) => substitutesFor(meeting.plan, one)[0] === list.persons[0]);
    const next = seat && nextSubstitute(meeting, seat.id);
    return next === undefined ? [] : [next];
  });
  return [...new Set(firsts)];
}
