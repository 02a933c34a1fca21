import type { PersonId } from '@klubba/meeting';
import type { NoticeDispatch } from '@klubba/protocol';
import { emptyRegister, type Register, type RegisterPerson } from '@klubba/register';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shownDispatches } from './shown-dispatches.ts';

type Known = { readonly id: PersonId; readonly isProtected: boolean };

const registerOf = (known: readonly Known[]): Register => ({
  ...emptyRegister,
  people: new Map(
    known.map(({ id, isProtected }): [PersonId, RegisterPerson] => [
      id,
      { id, isProtected, name: { givenName: 'Zoë', familyName: 'Öqvist' }, contact: { email: addressOf(id) } },
    ]),
  ),
});
const addressOf = (id: PersonId): string => `<${id}@hemlig.example>`;
const letterTo = ({ id }: Known): NoticeDispatch => ({
  person: id,
  version: 1,
  kind: 'notice',
  address: addressOf(id),
  at: 0,
  result: 'sent',
});
const people = fc.uniqueArray(fc.record({ id: fc.uuid().map((id) => id as PersonId), isProtected: fc.boolean() }), {
  selector: ({ id }) => id,
  maxLength: 12,
});

it('the log of letters never holds where one with protected identity is reached, and all else of it', () => {
  fc.assert(
    fc.property(people, (known) => {
      const letters = known.map(letterTo);
      const shown = shownDispatches(registerOf(known), letters);
      for (const one of known) expect(JSON.stringify(shown).includes(addressOf(one.id))).toBe(!one.isProtected);
      expect(shown.map(({ address: _, ...rest }) => rest)).toEqual(letters.map(({ address: _, ...rest }) => rest));
    }),
  );
});
