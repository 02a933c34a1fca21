import { ok, refused } from '@klubba/meeting';
import type { Decided } from './decide.ts';
import { knownBody, knownParty, knownPerson, nameOf, placeDuring } from './known.ts';
import { dayBefore, overlaps } from './spans.ts';
import type { Register, RegisterBody, RegisterCommand, RegisterEvent } from './types.ts';

type SeatCommand = Extract<RegisterCommand, { type: 'giveSeat' | 'endMandate' }>;

export function decideSeat(register: Register, command: SeatCommand): Decided {
  return command.type === 'giveSeat' ? giveSeat(register, command) : endMandate(register, command);
}

/** A substitute who becomes a member, as successor or by election, leaves the substitutes on that day. */
function giveSeat(register: Register, command: Extract<SeatCommand, { type: 'giveSeat' }>): Decided {
  const { type: _, ...event } = command;
  const { seat, person, from } = event;
  const known = knownBody(register, event.body, event);
  if (!known.ok) return known;
  const holder = knownPerson(register, person);
  if (!holder.ok) return holder;
  const party = knownParty(register, event.party);
  if (!party.ok) return party;
  const { body, shape } = known.value;
  if (seat < 1 || seat > shape.seatsTotal)
    return refused({ rule: 'REG-SEAT-NUMBER', detail: { seat: String(seat), seats: String(shape.seatsTotal) } });
  const taken = body.mandates.find((one) => one.seat === seat && overlaps(one, event));
  if (taken !== undefined)
    return refused({
      rule: 'REG-SEAT-TAKEN',
      detail: { seat: String(seat), person: nameOf(register, taken.person), from: taken.from, to: taken.to ?? 'none' },
    });
  const other = placeDuring(body, person, event);
  if (other === undefined) return ok([{ type: 'SeatGiven', ...event }]);
  if (other.kind === 'member' || !isLeavingSubstitutes(body, command))
    return refused({
      rule: 'REG-ONE-PLACE',
      detail: {
        person: nameOf(register, person),
        kind: other.kind,
        number: String(other.number),
        to: other.to ?? 'none',
      },
    });
  const left: RegisterEvent = {
    type: 'SubstituteEnded',
    body: body.id,
    person,
    to: dayBefore(from),
    why: 'replaced',
  };
  return ok([left, { type: 'SeatGiven', ...event }]);
}

function isLeavingSubstitutes(
  body: RegisterBody,
  { person, from }: Extract<SeatCommand, { type: 'giveSeat' }>,
): boolean {
  return body.mandates.every((one) => one.person !== person || (one.to !== undefined && one.to < from));
}

function endMandate(register: Register, command: Extract<SeatCommand, { type: 'endMandate' }>): Decided {
  const { type: _, ...event } = command;
  const known = knownBody(register, event.body, { from: event.to });
  if (!known.ok) return known;
  const { body } = known.value;
  const held = body.mandates.find(
    (one) =>
      one.seat === event.seat &&
      one.person === event.person &&
      one.from <= event.to &&
      (one.to === undefined || one.to >= event.to),
  );
  if (held === undefined)
    return refused({ rule: 'REG-NOT-HELD', detail: { person: nameOf(register, event.person), on: event.to } });
  // Who leaves the seat leaves the presidium: it is chosen among the members (KL 5:11, 6:21).
  const duties = body.duties.filter(
    ({ person, duty, from, to }) =>
      person === event.person &&
      (duty === 'chair' || duty === 'viceChair' || duty === 'secondViceChair') &&
      from <= event.to &&
      (to === undefined || to > event.to),
  );
  return ok([
    { type: 'MandateEnded', ...event },
    ...duties.map(
      ({ person, duty }): RegisterEvent => ({ type: 'DutyEnded', body: body.id, person, duty, to: event.to }),
    ),
  ]);
}
