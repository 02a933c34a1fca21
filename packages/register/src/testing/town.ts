import type { BodyId, PartyId, PersonId } from '@klubba/meeting';
import { decideRegister } from '../decide.ts';
import { emptyRegister, evolveRegister } from '../evolve.ts';
import type { RegisterRefusal } from '../rules.ts';
import type { BodyShape, Register, RegisterActor, RegisterCommand } from '../types.ts';

export const council = 'kf' as BodyId;
export const board = 'sn' as BodyId;
export const committee = 'iu' as BodyId;
export const drafting = 'fb' as BodyId;
export const s = 'S' as PartyId;
export const c = 'C' as PartyId;
export const person = (name: string): PersonId => `p-${name.toLowerCase()}` as PersonId;

export const FIRST_DAY = '2022-10-15';
export const LAST_DAY = '2026-10-14';

/** The register after the commands, and what stood in the way of the last one. */
export type Town = {
  readonly register: Register;
  readonly refusal: RegisterRefusal | undefined;
  after(...commands: readonly RegisterCommand[]): Town;
};

export function townOf(register: Register = emptyRegister, actor: RegisterActor = 'system'): Town {
  const next = (before: Register, refusal: RegisterRefusal | undefined): Town => ({
    register: before,
    refusal,
    after(...commands) {
      let now = before;
      let last: RegisterRefusal | undefined;
      for (const command of commands) {
        const decided = decideRegister(now, command, { actor, byDirectory: false });
        last = decided.ok ? undefined : decided.refusal;
        if (decided.ok)
          now = evolveRegister(
            now,
            decided.value.map((event, index) => ({ seq: now.seq + 1 + index, at: 0, actor, event })),
          );
      }
      return next(now, last);
    },
  });
  return next(register, undefined);
}

export function addPerson(
  name: string,
  more: Partial<Extract<RegisterCommand, { type: 'addPerson' }>> = {},
): RegisterCommand {
  return {
    type: 'addPerson',
    person: person(name),
    name: { givenName: name, familyName: 'Ek' },
    contact: { email: `${name.toLowerCase()}@example.se`, phone: '070-174 06 10' },
    isProtected: false,
    ...more,
  };
}

export function addBody(body: BodyId, shape: Partial<BodyShape> & Pick<BodyShape, 'name' | 'kind'>): RegisterCommand {
  return { type: 'addBody', body, seatsTotal: 5, from: FIRST_DAY, ...shape };
}

export function giveSeat(
  body: BodyId,
  seat: number,
  name: string,
  more: Partial<Extract<RegisterCommand, { type: 'giveSeat' }>> = {},
): RegisterCommand {
  return {
    type: 'giveSeat',
    body,
    seat,
    person: person(name),
    party: s,
    basis: 'election',
    from: FIRST_DAY,
    to: LAST_DAY,
    ...more,
  };
}

export function substitute(body: BodyId, order: number, name: string, from = FIRST_DAY): RegisterCommand {
  return { type: 'addSubstitute', body, order, person: person(name), party: s, from, to: LAST_DAY };
}

export function remote(
  body: BodyId,
  by: BodyId,
  more: Partial<Extract<RegisterCommand, { type: 'registerRule' }>> = {},
): RegisterCommand {
  return {
    type: 'registerRule',
    body,
    rule: 'remoteAllowed',
    value: true,
    wording: 'Ledamöter får delta på distans.',
    clause: '31 §',
    decision: { by, date: '2023-04-24', section: '47' },
    from: '2023-05-01',
    ...more,
  };
}

export const NAMES = ['Anna', 'Bo', 'Cia', 'Dan', 'Eva', 'Fia', 'Gun', 'Hans'] as const;

/** A council of 21, a board of 5, its committee, a drafting committee of the council's; eight people, nobody in office. */
export const town: Town = townOf().after(
  { type: 'nameMunicipality', name: 'Exempelköpings kommun' },
  { type: 'keepParty', party: { id: s, short: 'S', name: 'Socialdemokraterna' } },
  { type: 'keepParty', party: { id: c, short: 'C', name: 'Centerpartiet' } },
  addBody(council, { name: 'Kommunfullmäktige', kind: 'council', seatsTotal: 21 }),
  addBody(board, { name: 'Socialnämnden', kind: 'board', parent: council }),
  addBody(committee, { name: 'Individutskottet', kind: 'committee', parent: board, seatsTotal: 3 }),
  addBody(drafting, { name: 'Demokratiberedningen', kind: 'draftingCommittee', parent: council, seatsTotal: 3 }),
  ...NAMES.map((name) => addPerson(name, { party: s })),
);
