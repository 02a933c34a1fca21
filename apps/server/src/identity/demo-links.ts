import { createHmac, timingSafeEqual } from 'node:crypto';
import type { PersonId } from '@klubba/meeting';

/**
 * One login link a person, for demo mode alone: it stays the same as long as the database does, and opens again in any browser,
 * so that an evening can be played from a printed list. There is no such link unless demo mode is on.
 */
export type DemoLinks = { tokenOf(person: PersonId): string; personOf(token: string): PersonId | undefined };

const SEAL_LENGTH = 22;

export function demoLinks(key: Uint8Array): DemoLinks {
  const seal = (person: string): string =>
    createHmac('sha256', key).update(`demo link ${person}`).digest('base64url').slice(0, SEAL_LENGTH);
  return {
    tokenOf: (person) => Buffer.from(person).toString('base64url') + seal(person),
    personOf(token) {
      const given = token.slice(-SEAL_LENGTH);
      const person = Buffer.from(token.slice(0, -SEAL_LENGTH), 'base64url').toString();
      const expected = seal(person);
      const isOurs = given.length === expected.length && timingSafeEqual(Buffer.from(given), Buffer.from(expected));
      return isOurs ? (person as PersonId) : undefined;
    },
  };
}
