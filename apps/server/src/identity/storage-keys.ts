import { randomBytes } from 'node:crypto';
import type { PersonId } from '@klubba/meeting';
import type pg from 'pg';
import type { Sealing } from './sealing.ts';

const KEY_BYTES = 32;

/** Each person's key to what their own browsers keep. The servers have the keys and never what is sealed with them. */
export type StorageKeys = {
  /** 256 bits in base64url, made when first asked for. */
  of(person: PersonId): Promise<string>;
};

export function openStorageKeys(pool: pg.Pool, { seal, open }: Sealing): StorageKeys {
  return {
    async of(person) {
      const made = randomBytes(KEY_BYTES).toString('base64url');
      await pool.query('insert into storage_keys (person, sealed) values ($1, $2) on conflict do nothing', [
        person,
        seal(made),
      ]);
      const { rows } = await pool.query<{ sealed: Buffer }>('select sealed from storage_keys where person = $1', [
        person,
      ]);
      const [row] = rows;
      if (row === undefined) throw new Error('No storage key although it was just made');
      const key = open(row.sealed);
      // Sealed anew at each use, so that an exchanged secret loses nobody's; one that nothing opens any more is lost.
      const { rowCount } = await pool.query('update storage_keys set sealed = $2 where person = $1 and sealed = $3', [
        person,
        seal(key ?? made),
        row.sealed,
      ]);
      return key ?? (rowCount === 1 ? made : this.of(person));
    },
  };
}
