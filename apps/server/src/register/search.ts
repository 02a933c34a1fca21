import type { BodyId, LocalDate, PersonId } from '@klubba/meeting';
import { holdsOn, type Register, type RegisterPerson, shapeOn } from '@klubba/register';

const swedish = new Intl.Collator('sv');

/** What somebody may mean who writes it so: å ä ö are letters of their own, é and ü are how e and u are spelled. */
function plainWord(text: string): string {
  return Array.from(text.toLowerCase().normalize('NFC'), plainLetter).join('');
}

function plainLetter(letter: string): string {
  if ('åäö'.includes(letter)) return letter;
  if (letter === 'æ') return 'ä';
  return letter === 'ø' ? 'ö' : letter.normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** As names sound: Carlsson and Karlson, Kristina and Christina, Wikström and Vikstrom are found by each other. */
function soundsLike(text: string): string {
  return text
    .replaceAll(/[åä]/g, 'a')
    .replaceAll('ö', 'o')
    .replaceAll('w', 'v')
    .replaceAll('z', 's')
    .replaceAll('ph', 'f')
    .replaceAll('th', 't')
    .replaceAll(/ch|ck|qu|[cq]/g, 'k')
    .replaceAll(/(.)\1+/g, '$1');
}

const wordsOf = (text: string): readonly string[] => text.split(/[\s,;-]+/).filter((word) => word !== '');

type Entry = {
  readonly person: RegisterPerson;
  readonly sorted: string;
  readonly words: readonly string[];
  readonly sounds: readonly string[];
};

/** Everybody, in Swedish order of family and given name, and where they have a place on a day. */
export type PeopleIndex = {
  find(words: string): readonly RegisterPerson[];
  bodiesOf(person: PersonId): readonly string[];
};

/** Entries of people who have not changed are used again. */
export function peopleIndexes(): (register: Register, day: LocalDate) => PeopleIndex {
  const entries = new WeakMap<RegisterPerson, Entry>();
  let order: readonly Entry[] = [];
  let made: { readonly seq: number; readonly day: LocalDate; readonly index: PeopleIndex } | undefined;
  const entryOf = (person: RegisterPerson): Entry => {
    const known = entries.get(person);
    if (known !== undefined) return known;
    const entry = newEntry(person);
    entries.set(person, entry);
    return entry;
  };
  return (register, day) => {
    if (made?.seq === register.seq && made.day === day) return made.index;
    const known = new Set(register.people.values());
    const kept = order.filter((entry) => known.has(entry.person));
    const keptPeople = new Set(kept.map((entry) => entry.person));
    const more = [...known].filter((person) => !keptPeople.has(person)).map(entryOf);
    order = more.length === 0 ? kept : [...kept, ...more].sort((a, b) => swedish.compare(a.sorted, b.sorted));
    const bodies = bodiesByPerson(register, day);
    const index = { find: finder(order), bodiesOf: (person: PersonId) => bodies.get(person) ?? [] };
    made = { seq: register.seq, day, index };
    return index;
  };
}

function newEntry(person: RegisterPerson): Entry {
  const { name, contact, isProtected, title = '' } = person;
  const whole = name === null ? '' : `${name.givenName} ${name.familyName}`;
  // By the address of one with protected identity nobody finds them.
  const address = isProtected ? '' : (contact.email ?? '');
  const words = [...wordsOf(plainWord(`${whole} ${title}`)), ...(address === '' ? [] : [address.toLowerCase()])];
  return {
    person,
    sorted: name === null ? '' : `${name.familyName} ${name.givenName}`,
    words,
    sounds: words.map(soundsLike),
  };
}

/** Every word must begin a word of theirs; those spelled as asked come before those who sound alike. */
function finder(order: readonly Entry[]): PeopleIndex['find'] {
  return (asked) => {
    const plain = wordsOf(plainWord(asked));
    if (plain.length === 0) return order.map((entry) => entry.person);
    const sounding = plain.map(soundsLike);
    const spelled: RegisterPerson[] = [];
    const alike: RegisterPerson[] = [];
    for (const { person, words, sounds } of order) {
      if (plain.every((word) => words.some((one) => one.startsWith(word)))) spelled.push(person);
      else if (sounding.every((word) => sounds.some((one) => one.startsWith(word)))) alike.push(person);
    }
    return [...spelled, ...alike];
  };
}

function bodiesByPerson(register: Register, day: LocalDate): ReadonlyMap<PersonId, readonly string[]> {
  const found = new Map<PersonId, string[]>();
  for (const body of register.bodies.values()) {
    const name = shapeOn(body, day)?.name;
    if (name === undefined) continue;
    const here = new Set(
      [...body.mandates, ...body.substitutes, ...body.duties].flatMap((one) => (holdsOn(one, day) ? [one.person] : [])),
    );
    for (const person of here) found.set(person, [...(found.get(person) ?? []), name]);
  }
  return found;
}

/** Bodies whose name has all these words, in Swedish order. */
export function findBodies(register: Register, words: string, day: LocalDate): readonly BodyId[] {
  const sounding = wordsOf(plainWord(words)).map(soundsLike);
  return [...register.bodies.values()]
    .flatMap((body) => {
      const name = shapeOn(body, day)?.name;
      if (name === undefined) return [];
      const sounds = wordsOf(plainWord(name)).map(soundsLike);
      return sounding.every((word) => sounds.some((one) => one.includes(word))) ? [{ id: body.id, name }] : [];
    })
    .toSorted((a, b) => swedish.compare(a.name, b.name))
    .map((one) => one.id);
}
