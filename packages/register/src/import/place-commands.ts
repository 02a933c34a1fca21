import type { BodyId, PartyId, PersonId, Result } from '@klubba/meeting';
import { holdsOn, overlaps } from '../spans.ts';
import { listKey, PRESIDIUM } from '../standing.ts';
import type { BodyShape, RegisterBody, RegisterCommand, Span, StandingDuty } from '../types.ts';
import type { Role, RowProblem } from './rows.ts';

/** A row's place in a body, once it is known who and where. */
export type Place = Span & {
  readonly body: RegisterBody;
  readonly shape: BodyShape;
  readonly person: PersonId;
  readonly party?: PartyId;
  readonly constituency?: string;
  readonly role: Role;
  readonly number: number | undefined;
};

type Commands = Result<readonly RegisterCommand[], RowProblem>;

/** What must be registered so that the place is as the row has it: nothing when it is so already. */
export function placeCommands(place: Place): Commands {
  switch (place.role) {
    case 'member':
      return seatCommands(place);
    case 'substitute':
      return { ok: true, value: substituteCommands(place) };
    default:
      return dutyCommands(place, place.role);
  }
}

function seatCommands(place: Place): Commands {
  const { body, shape, person, number } = place;
  const held = body.mandates.find(
    (one) => one.person === person && (number === undefined || one.seat === number) && one.from === place.from,
  );
  if (held !== undefined) return { ok: true, value: endCommands(held, place, endSeat(body.id, held.seat, person)) };
  const seat = number ?? freeSeat(body, shape, place);
  if (seat === undefined)
    return { ok: false, refusal: { rule: 'REG-ROW-FULL', detail: { seats: String(shape.seatsTotal) } } };
  return { ok: true, value: [{ type: 'giveSeat', body: body.id, seat, basis: 'election', ...fieldsOf(place) }] };
}

function substituteCommands(place: Place): readonly RegisterCommand[] {
  const { body, person, number } = place;
  const held = body.substitutes.find((one) => one.person === person && one.from === place.from);
  if (held !== undefined)
    return endCommands(held, place, (to) => ({ type: 'endSubstitute', body: body.id, person, to, why: 'termEnded' }));
  const key = listKey(place.party, place.constituency);
  const taken = body.substitutes.filter((one) => listKey(one.party, one.constituency) === key && overlaps(one, place));
  const order = number ?? Math.max(0, ...taken.map((one) => one.order)) + 1;
  return [{ type: 'addSubstitute', body: body.id, order, ...fieldsOf(place) }];
}

/** One of the presidium has a seat as well; a row that names the office alone gives it. */
function dutyCommands(place: Place, duty: StandingDuty): Commands {
  const { body, person, from, to } = place;
  const isPresidium = (PRESIDIUM as readonly string[]).includes(duty);
  const seated = body.mandates.find((one) => one.person === person && holdsOn(one, from));
  const seat = isPresidium && seated === undefined ? seatCommands(place) : undefined;
  if (seat !== undefined && !seat.ok) return seat;
  const held = body.duties.find((one) => one.person === person && one.duty === duty && one.from === from);
  const own: readonly RegisterCommand[] =
    held === undefined
      ? [{ type: 'giveDuty', body: body.id, person, duty, from, ...(to === undefined ? {} : { to }) }]
      : endCommands(held, place, (day) => ({ type: 'endDuty', body: body.id, person, duty, to: day }));
  return { ok: true, value: [...(seat?.value ?? []), ...own] };
}

function endSeat(body: BodyId, seat: number, person: PersonId) {
  return (to: string): RegisterCommand => ({ type: 'endMandate', body, seat, person, to, why: 'termEnded' });
}

/** A file may end what is registered, never lengthen it: that takes a new decision. */
function endCommands(held: Span, place: Span, end: (to: string) => RegisterCommand): readonly RegisterCommand[] {
  return place.to !== undefined && (held.to === undefined || place.to < held.to) ? [end(place.to)] : [];
}

function freeSeat(body: RegisterBody, { seatsTotal }: BodyShape, span: Span): number | undefined {
  const taken = new Set(body.mandates.filter((one) => overlaps(one, span)).map((one) => one.seat));
  for (let seat = 1; seat <= seatsTotal; seat += 1) if (!taken.has(seat)) return seat;
  return undefined;
}

function fieldsOf({ person, party, constituency, from, to }: Place) {
  return {
    person,
    from,
    ...(party === undefined ? {} : { party }),
    ...(constituency === undefined ? {} : { constituency }),
    ...(to === undefined ? {} : { to }),
  };
}
