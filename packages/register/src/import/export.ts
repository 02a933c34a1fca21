import { nameOf } from '../known.ts';
import type { Register, RegisterBody, RegisterPerson, Span } from '../types.ts';
import { csvText } from './csv.ts';
import { HEADINGS, kindWord, type Role, roleWord } from './rows.ts';

/** The register as a file that reads in again as it is. Contact of those with protected identity is left out. */
export function exportCsv(register: Register): string {
  const named = new Set<string>();
  const places = [...register.bodies.values()].flatMap((body) =>
    placesOf(body).flatMap(({ role, number, one }) => {
      const person = register.people.get(one.person);
      if (person === undefined || person.name === null) return [];
      named.add(person.id);
      return [[...bodyCells(register, body), roleWord(role), number, ...personCells(register, person, one)]];
    }),
  );
  const others = [...register.people.values()].flatMap((person) =>
    named.has(person.id) || person.name === null
      ? []
      : [['', '', '', '', '', '', ...personCells(register, person, undefined)]],
  );
  return csvText([HEADINGS, ...places, ...others]);
}

type Placed = Span & { readonly person: RegisterPerson['id']; readonly party?: string; readonly constituency?: string };

function placesOf(
  body: RegisterBody,
): readonly { readonly role: Role; readonly number: string; readonly one: Placed }[] {
  return [
    ...body.mandates.map((one) => ({ role: 'member' as const, number: String(one.seat), one })),
    ...body.substitutes.map((one) => ({ role: 'substitute' as const, number: String(one.order), one })),
    ...body.duties.map((one) => ({ role: one.duty, number: '', one })),
  ];
}

function bodyCells(register: Register, body: RegisterBody): readonly string[] {
  const shape = body.shapes.at(-1);
  if (shape === undefined) return ['', '', '', ''];
  const parent = shape.parent === undefined ? undefined : register.bodies.get(shape.parent)?.shapes.at(-1);
  return [shape.name, kindWord(shape.kind), parent?.name ?? '', String(shape.seatsTotal)];
}

function personCells(register: Register, person: RegisterPerson, place: Placed | undefined): readonly string[] {
  const { id, name, contact, title = '', isProtected } = person;
  const party = register.parties.get((place?.party ?? person.party ?? '') as never);
  const shown = isProtected ? {} : contact;
  return [
    name?.givenName ?? nameOf(register, id),
    name?.familyName ?? '',
    shown.email ?? '',
    shown.phone ?? '',
    title,
    party?.short ?? '',
    place?.constituency ?? '',
    place?.from ?? '',
    place?.to ?? '',
    isProtected ? 'ja' : 'nej',
  ];
}
