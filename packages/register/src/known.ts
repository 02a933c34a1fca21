import { type BodyId, type LocalDate, ok, type PartyId, type PersonId, type Result, refused } from '@klubba/meeting';
import type { RegisterRefusal } from './rules.ts';
import { isSpan } from './spans.ts';
import { shapeOn } from './standing.ts';
import type { BodyShape, Register, RegisterBody, RegisterPerson, Span } from './types.ts';

export type Refused<T> = Result<T, RegisterRefusal>;

export function knownPerson(register: Register, id: PersonId): Refused<RegisterPerson> {
  const person = register.people.get(id);
  if (person === undefined) return refused({ rule: 'REG-UNKNOWN', detail: { what: 'person', id } });
  return person.erasedAt === undefined ? ok(person) : refused({ rule: 'REG-ERASED' });
}

/** The body as it is on the first of the days meant. */
export function knownBody(
  register: Register,
  id: BodyId,
  span: Span,
): Refused<{ readonly body: RegisterBody; readonly shape: BodyShape }> {
  if (!isSpan(span)) return refused({ rule: 'REG-DATES', detail: { from: span.from, to: span.to ?? 'none' } });
  const body = register.bodies.get(id);
  const shape = shapeOn(body, span.from);
  if (body === undefined || shape === undefined)
    return refused({ rule: 'REG-UNKNOWN', detail: { what: body === undefined ? 'body' : 'bodyThen', id } });
  return ok({ body, shape });
}

export function knownParty(register: Register, id: PartyId | undefined): Refused<undefined> {
  return id === undefined || register.parties.has(id)
    ? ok(undefined)
    : refused({ rule: 'REG-UNKNOWN', detail: { what: 'party', id } });
}

/** As people are called in words and lists; empty when the name has been erased. */
export function nameOf(register: Register, id: PersonId): string {
  const name = register.people.get(id)?.name;
  return name === null || name === undefined ? '' : `${name.givenName} ${name.familyName}`.trim();
}

/** Where somebody already has a seat or a place as substitute in the body during those days. */
export function placeDuring(
  body: RegisterBody,
  person: PersonId,
  span: Span,
): { readonly kind: 'member' | 'substitute'; readonly number: number; readonly to?: LocalDate } | undefined {
  const meets = (one: Span & { readonly person: PersonId }): boolean =>
    one.person === person &&
    (span.to === undefined || one.from <= span.to) &&
    (one.to === undefined || span.from <= one.to);
  const mandate = body.mandates.find(meets);
  if (mandate !== undefined) return { kind: 'member', number: mandate.seat, ...toOf(mandate) };
  const place = body.substitutes.find(meets);
  return place === undefined ? undefined : { kind: 'substitute', number: place.order, ...toOf(place) };
}

function toOf({ to }: Span): { readonly to?: LocalDate } {
  return to === undefined ? {} : { to };
}
