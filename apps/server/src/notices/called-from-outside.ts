import { fullName, type Item, type Meeting, type MeetingId, type Person, type PersonId } from '@klubba/meeting';
import type { PlanWish } from '@klubba/protocol';

/** Who is called from outside to be heard, and to which places of the agenda, counted from 0. */
export type Called = ReadonlyMap<Person, readonly number[]>;

/**
 * Those who are named in the wish, one person a name; who was called before is the same person as then, and an item that the wish
 * says nothing of keeps its own. Undefined: somebody has not both a given and a family name.
 */
export function calledFromOutside(wish: PlanWish, meeting: MeetingId, before?: Meeting): Called | undefined {
  const earlier = new Map(before?.plan.people.map((person) => [person.id, person]));
  const known = new Map(
    (before?.plan.duties ?? []).flatMap(({ person, duty }) => {
      const found = duty === 'external' ? earlier.get(person) : undefined;
      return found === undefined ? [] : [[fullName(found), found] as const];
    }),
  );
  const called = new Map<Person, number[]>();
  for (const [at, { id, heard }] of wish.items.entries()) {
    const was = id === undefined ? [] : (before?.agenda.items[id]?.externals ?? []);
    const names = heard ?? was.flatMap((person) => earlier.get(person) ?? []).map(fullName);
    for (const name of names.map((one) => one.trim().replaceAll(/\s+/gu, ' '))) {
      const person = known.get(name) ?? newPerson(name, meeting, known.size);
      if (person === undefined) return undefined;
      known.set(name, person);
      called.set(person, [...(called.get(person) ?? []), at]);
    }
  }
  return called;
}

/** The last word is the family name. */
function newPerson(name: string, meeting: MeetingId, number: number): Person | undefined {
  const words = name.split(' ');
  const familyName = words.pop() ?? '';
  const givenName = words.join(' ');
  return givenName === '' ? undefined : { id: `${meeting}-heard-${number + 1}` as PersonId, givenName, familyName };
}

export function heardIn(item: Item, at: number, called: Called): Item {
  const externals = [...called].flatMap(([{ id }, places]) => (places.includes(at) ? [id] : []));
  return externals.length === 0 ? item : { ...item, externals };
}
