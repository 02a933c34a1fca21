import { createHmac } from 'node:crypto';
import type { PersonId } from '@klubba/meeting';
import type pg from 'pg';
import type { Subject } from './provider.ts';

/** Which person a provider means. Nothing here can be turned back into a personal number without the server's key. */
export type Identities = {
  find(subject: Subject): Promise<PersonId | undefined>;
  /** The one person with this address in the register, if there is just one. */
  findByEmail(email: string): Promise<PersonId | undefined>;
  /** False: the subject already belongs to somebody else, and stays theirs. */
  link(subject: Subject, person: PersonId): Promise<boolean>;
  unlink(subject: Subject): Promise<void>;
};

export function openIdentities(pool: pg.Pool, key: Uint8Array, now: () => number = Date.now): Identities {
  // A personal number has so few values that a plain hash would be as good as the number itself.
  const hashOf = ({ scheme, value }: Subject): Buffer =>
    createHmac('sha256', key)
      .update(JSON.stringify([scheme, value]))
      .digest();
  const find = async (subject: Subject): Promise<PersonId | undefined> => {
    const { rows } = await pool.query<{ person: PersonId }>(
      'select person from person_identities where subject_hash = $1',
      [hashOf(subject)],
    );
    return rows[0]?.person;
  };
  return {
    find,
    async findByEmail(email) {
      const { rows } = await pool.query<{ id: PersonId }>(
        'select id from people where lower(email) = lower($1) limit 2',
        [email],
      );
      return rows.length === 1 ? rows[0]?.id : undefined;
    },
    async link(subject, person) {
      await pool.query(
        `insert into person_identities (subject_hash, person, added_at) values ($1, $2, $3)
         on conflict (subject_hash) do nothing`,
        [hashOf(subject), person, now()],
      );
      return (await find(subject)) === person;
    },
    async unlink(subject) {
      await pool.query('delete from person_identities where subject_hash = $1', [hashOf(subject)]);
    },
  };
}
