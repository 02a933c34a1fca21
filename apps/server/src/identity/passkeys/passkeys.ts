import type { PersonId } from '@klubba/meeting';
import type pg from 'pg';
import type { Assurance } from '@klubba/protocol';

export type Passkey = {
  /** The credential's id, as the browser writes it. */
  readonly id: string;
  readonly person: PersonId;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly assurance: Assurance;
  readonly device: string;
  readonly addedAt: number;
};

export type Passkeys = {
  /** False: this key is already somebody's. */
  add(passkey: Omit<Passkey, 'addedAt'>): Promise<boolean>;
  find(id: string): Promise<Passkey | undefined>;
  list(person: PersonId): Promise<readonly Passkey[]>;
  used(id: string, counter: number): Promise<void>;
  remove(id: string, person: PersonId): Promise<boolean>;
  removeAll(person: PersonId): Promise<void>;
};

const COLUMNS = 'id, person, public_key, counter, assurance, device, added_at';
type Row = {
  id: string;
  person: PersonId;
  public_key: Buffer;
  counter: string;
  assurance: Assurance;
  device: string;
  added_at: string;
};

export function openPasskeys(pool: pg.Pool, now: () => number = Date.now): Passkeys {
  return {
    async add({ id, person, publicKey, counter, assurance, device }) {
      const { rowCount } = await pool.query(
        `insert into passkeys (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [id, person, Buffer.from(publicKey), counter, assurance, device.slice(0, 200), now()],
      );
      return rowCount === 1;
    },
    async find(id) {
      const { rows } = await pool.query<Row>(`select ${COLUMNS} from passkeys where id = $1`, [id]);
      return rows.map(asPasskey)[0];
    },
    async list(person) {
      const { rows } = await pool.query<Row>(`select ${COLUMNS} from passkeys where person = $1 order by added_at`, [
        person,
      ]);
      return rows.map(asPasskey);
    },
    async used(id, counter) {
      await pool.query('update passkeys set counter = $2, used_at = $3 where id = $1', [id, counter, now()]);
    },
    async remove(id, person) {
      const { rowCount } = await pool.query('delete from passkeys where id = $1 and person = $2', [id, person]);
      return rowCount === 1;
    },
    async removeAll(person) {
      await pool.query('delete from passkeys where person = $1', [person]);
    },
  };
}

function asPasskey({ public_key, counter, added_at, ...row }: Row): Passkey {
  return { ...row, publicKey: new Uint8Array(public_key), counter: Number(counter), addedAt: Number(added_at) };
}
