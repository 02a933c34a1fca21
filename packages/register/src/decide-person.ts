import { type LocalDate, ok, type PersonId, refused } from '@klubba/meeting';
import type { Decided } from './decide.ts';
import { knownParty, knownPerson } from './known.ts';
import type { Register, RegisterCommand, RegisterEvent, Span } from './types.ts';

type PersonCommand = Extract<
  RegisterCommand,
  { type: 'addPerson' | 'changePerson' | 'erasePerson' | 'makeAdministrator' | 'withdrawAdministrator' }
>;

export function decidePerson(register: Register, command: PersonCommand): Decided {
  switch (command.type) {
    case 'addPerson':
    case 'changePerson':
      return decideFields(register, command);
    case 'erasePerson':
      return decideErasure(register, command.person, command.on);
    case 'makeAdministrator': {
      const known = knownPerson(register, command.person);
      if (!known.ok) return known;
      return ok(
        register.administrators.has(command.person) ? [] : [{ type: 'AdministratorMade', person: command.person }],
      );
    }
    case 'withdrawAdministrator':
      if (!register.administrators.has(command.person)) return ok([]);
      // Somebody must be able to let the next one in.
      if (register.administrators.size === 1) return refused({ rule: 'REG-LAST-ADMIN' });
      return ok([{ type: 'AdministratorWithdrawn', person: command.person }]);
  }
}

function decideFields(
  register: Register,
  command: Extract<PersonCommand, { type: 'addPerson' | 'changePerson' }>,
): Decided {
  const { type, ...fields } = command;
  if (type === 'addPerson' && register.people.has(fields.person))
    return refused({ rule: 'REG-EXISTS', detail: { name: fields.person } });
  if (type === 'changePerson') {
    const known = knownPerson(register, fields.person);
    if (!known.ok) return known;
  }
  if (fields.name.givenName.trim() === '' && fields.name.familyName.trim() === '') return refused({ rule: 'REG-NAME' });
  const party = knownParty(register, fields.party);
  if (!party.ok) return party;
  const event: RegisterEvent =
    type === 'addPerson' ? { type: 'PersonAdded', ...fields } : { type: 'PersonChanged', ...fields };
  return ok([event]);
}

/**
 * Contact always goes. The name of one who has held an office stays, as the minutes do; any other goes too (DAT-07).
 * Refused as long as the person is in office: they must still be called.
 */
function decideErasure(register: Register, person: PersonId, on: LocalDate): Decided {
  const known = knownPerson(register, person);
  if (!known.ok) return known;
  if (register.administrators.has(person)) return refused({ rule: 'REG-IN-OFFICE', detail: { where: 'none' } });
  let heldOffice = false;
  for (const body of register.bodies.values()) {
    const terms: readonly (Span & { readonly person: PersonId })[] = [
      ...body.mandates,
      ...body.substitutes,
      ...body.duties,
    ];
    const own = terms.filter((one) => one.person === person);
    heldOffice ||= own.length > 0;
    if (own.some((one) => one.to === undefined || one.to >= on))
      return refused({ rule: 'REG-IN-OFFICE', detail: { where: body.shapes.at(-1)?.name ?? 'none' } });
  }
  return ok([{ type: 'PersonErased', person, keptName: heldOffice }]);
}
