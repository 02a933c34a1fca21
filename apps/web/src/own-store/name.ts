import type { PersonId } from '@klubba/meeting';

/** Where this person's things lie in the browser's storage. */
export const placeOf = (person: PersonId): string => `klubba-own/${person}/`;

/** Something lies there, whatever it is: for that no key is needed. */
export function isKept(storage: Pick<Storage, 'getItem'>, person: PersonId, name: string): boolean {
  try {
    return storage.getItem(placeOf(person) + name) !== null;
  } catch {
    return false;
  }
}
