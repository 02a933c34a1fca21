import type { PersonId } from '@klubba/meeting';
import type { Register, RegisterPerson } from '../types.ts';
import { plain, type Row } from './rows.ts';

/** Whom a row means: somebody known, somebody new, or one of several who cannot be told apart. */
export type Meant = RegisterPerson | 'new' | 'ambiguous';

export type PeopleOfFile = { meant(row: Row): Meant; learn(person: RegisterPerson): void };

/** By address first; else by name, and party where names are shared. One with another address is a namesake. */
export function peopleOfFile(register: Register): PeopleOfFile {
  const byEmail = new Map<string, PersonId>();
  const byName = new Map<string, Set<PersonId>>();
  const learn = ({ id, name, contact }: RegisterPerson): void => {
    if (contact.email !== undefined) byEmail.set(plain(contact.email), id);
    if (name === null) return;
    const key = plain(`${name.givenName} ${name.familyName}`);
    byName.set(key, (byName.get(key) ?? new Set()).add(id));
  };
  for (const person of register.people.values()) learn(person);
  const known = (id: PersonId): readonly RegisterPerson[] => {
    const person = register.people.get(id);
    return person === undefined || person.erasedAt !== undefined ? [] : [person];
  };
  return {
    learn,
    meant(row) {
      const email = plain(row.email);
      const byAddress = email === '' ? undefined : byEmail.get(email);
      if (byAddress !== undefined) return known(byAddress)[0] ?? 'new';
      const namesakes = [...(byName.get(plain(`${row.givenName} ${row.familyName}`)) ?? [])]
        .flatMap(known)
        .filter((one) => email === '' || one.contact.email === undefined);
      if (namesakes.length <= 1) return namesakes[0] ?? 'new';
      // Namesakes are told apart by party, and by who of them is in that body already.
      const tellers: readonly ((one: RegisterPerson) => boolean)[] = [
        (one) => row.party !== '' && plain(one.party ?? '') === plain(row.party),
        (one) => isIn(register, row.body, one.id),
      ];
      for (const tells of tellers) {
        const [only, ...others] = namesakes.filter(tells);
        if (only !== undefined && others.length === 0) return only;
      }
      return 'ambiguous';
    },
  };
}

function isIn(register: Register, name: string, person: PersonId): boolean {
  for (const { shapes, mandates, substitutes, duties } of register.bodies.values())
    if (plain(shapes.at(-1)?.name ?? '') === plain(name))
      return [...mandates, ...substitutes, ...duties].some((one) => one.person === person);
  return false;
}
