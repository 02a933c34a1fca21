import type { PersonalData } from '@klubba/protocol';
import type { Register, RegisterPerson } from '@klubba/register';
import type pg from 'pg';
import { sharedKey } from '../identity/keys.ts';
import { personalDataOf } from './personal-data.ts';
import { openRegistry, type Registry } from './registry.ts';
import { type SetUpCode, setUpCode } from './set-up-code.ts';

/** What routes need of the register. */
export type RegisterServices = {
  readonly registry: Registry;
  readonly setUp: SetUpCode;
  readonly personalData: (register: Register, person: RegisterPerson) => Promise<PersonalData>;
  readonly now: () => number;
};

export async function openRegisterServices(pool: pg.Pool, now: () => number): Promise<RegisterServices> {
  const registry = await openRegistry(pool, now);
  return {
    registry,
    now,
    setUp: setUpCode(await sharedKey(pool, 'set-up')),
    personalData: (register, person) => personalDataOf(pool, register, registry.facts(), person),
  };
}
