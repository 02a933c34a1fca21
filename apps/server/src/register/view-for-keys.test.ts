import type { BodyId, PartyId, PersonId } from '@klubba/meeting';
import { decideRegister, emptyRegister, growRegister, type Register, type RegisterCommand } from '@klubba/register';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bodyForKeys } from './view-for-keys.ts';
import { bodyView } from './views.ts';

const COUNCIL = 'b-council' as BodyId;
const PARTY = 's' as PartyId;
const BOARD = 'b-board' as BodyId;
const DAY = '2024-01-01';
const NAMES = ['Anna', 'Bo', 'Cia', 'Dan'] as const;
const SYSTEM = { actor: 'system', byDirectory: false } as const;
const idOf = (name: string): PersonId => `p-${name}` as PersonId;

/** A board where Anna and Bo hold seats, Cia is a substitute, and Dan its secretary. */
function registerWith(hidden: readonly string[]): Register {
  const commands: readonly RegisterCommand[] = [
    { type: 'nameMunicipality', name: 'Exempelköpings kommun' },
    { type: 'keepParty', party: { id: PARTY, short: 'S', name: 'Socialdemokraterna' } },
    { type: 'addBody', body: COUNCIL, name: 'Kommunfullmäktige', kind: 'council', seatsTotal: 21, from: '2022-10-15' },
    {
      type: 'addBody',
      body: BOARD,
      parent: COUNCIL,
      name: 'Socialnämnden',
      kind: 'board',
      seatsTotal: 5,
      from: '2022-10-15',
    },
    ...NAMES.map(
      (name): RegisterCommand => ({
        type: 'addPerson',
        person: idOf(name),
        name: { givenName: name, familyName: 'Zetterqvarn' },
        contact: {},
        party: PARTY,
        isProtected: hidden.includes(name),
      }),
    ),
    { type: 'giveSeat', body: BOARD, seat: 1, basis: 'election', person: idOf('Anna'), from: '2023-01-01' },
    { type: 'giveSeat', body: BOARD, seat: 2, basis: 'election', person: idOf('Bo'), from: '2023-01-01' },
    { type: 'addSubstitute', body: BOARD, person: idOf('Cia'), order: 1, party: PARTY, from: '2023-01-01' },
    { type: 'giveDuty', body: BOARD, person: idOf('Dan'), duty: 'secretary', from: '2023-01-01' },
  ];
  const growing = growRegister(emptyRegister);
  for (const command of commands) {
    const decided = decideRegister(growing.register(), command, SYSTEM);
    if (!decided.ok) throw new Error(`${command.type}: ${JSON.stringify(decided.refusal)}`);
    for (const event of decided.value) growing.add({ seq: growing.register().seq + 1, at: 0, actor: 'system', event });
  }
  return growing.register();
}

it('another system learns of a body nothing of one with protected identity, and of all others as before', () => {
  fc.assert(
    fc.property(fc.subarray([...NAMES]), (hidden) => {
      const register = registerWith(hidden);
      const whole = bodyView(register, BOARD, DAY);
      if (whole === undefined) return expect.unreachable();
      const told = JSON.stringify(bodyForKeys(register, whole));
      for (const name of NAMES.filter((one) => JSON.stringify(whole).includes(idOf(one)))) {
        expect([name, told.includes(idOf(name))]).toEqual([name, !hidden.includes(name)]);
        expect([name, told.includes(`${name} Zetterqvarn`)]).toEqual([name, !hidden.includes(name)]);
      }
      expect(Object.keys(JSON.parse(told))).toEqual(Object.keys(whole));
    }),
    { numRuns: 32 },
  );
});
