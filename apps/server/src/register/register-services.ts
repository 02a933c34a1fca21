import type { PersonalData } from '@klubba/protocol';
import type { Register, RegisterPerson } from '@klubba/register';
import type pg from 'pg';
import type { Logger } from 'pino';
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

/**
 * Opens the register even when somebody has reached into the database: meetings are still to be held, and a server that does
 * not start would help whoever did it. It is written in the log at every start, once in the audit, and stands on every page of the
 * administration.
 */
export async function openRegisterServices(
  pool: pg.Pool,
  now: () => number,
  log: Pick<Logger, 'error'>,
): Promise<RegisterServices> {
  const noted = async (fact: number): Promise<void> => {
    const isNoted = registry.facts().some(({ event }) => event.type === 'ChainFoundBroken' && event.fact === fact);
    if (!isNoted) await registry.note('system', { type: 'ChainFoundBroken', fact });
  };
  let isOpen = false;
  const registry = await openRegistry(pool, now, (fact) => {
    log.error(
      { fact },
      'the register is not what was written from this fact on; its database has been changed by hand',
    );
    // Found while it runs: noted in its turn, after the reading that found it.
    if (isOpen) noted(fact).catch((error: unknown) => log.error({ err: error }, 'trouble'));
  });
  isOpen = true;
  const { damagedAt } = registry.head();
  if (damagedAt !== undefined) await noted(damagedAt);
  return {
    registry,
    now,
    setUp: setUpCode(await sharedKey(pool, 'set-up')),
    personalData: (register, person) => personalDataOf(pool, register, registry.facts(), person),
  };
}
