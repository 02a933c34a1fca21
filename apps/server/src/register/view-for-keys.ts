import type { PersonId } from '@klubba/meeting';
import type { BodyView } from '@klubba/protocol';
import type { Register } from '@klubba/register';

/** A body as another system is told of it: those with protected identity are left out, as if their places were vacant. */
export function bodyForKeys(register: Register, view: BodyView): BodyView {
  const isTold = (person: string): boolean => register.people.get(person as PersonId)?.isProtected !== true;
  const told = <T extends { readonly person: PersonId }>(list: readonly T[]): readonly T[] =>
    list.filter(({ person }) => isTold(person));
  return {
    ...view,
    seats: view.seats.map(({ holder, ...seat }) =>
      holder === undefined || !isTold(holder) ? seat : { ...seat, holder },
    ),
    substitutes: view.substitutes.map((list) => ({ ...list, persons: list.persons.filter(isTold) })),
    duties: told(view.duties),
    mandates: told(view.mandates),
    places: told(view.places),
    names: Object.fromEntries(Object.entries(view.names).filter(([id]) => isTold(id))),
  };
}
