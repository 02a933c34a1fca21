import { randomBytes } from 'node:crypto';
import type pg from 'pg';

/** A secret that all servers on this database share, made by whichever asks first. */
export async function sharedKey(
  pool: pg.Pool,
  name: 'record' | 'demo-links' | 'identity' | 'ballot-receipts' | 'set-up',
  make: () => Uint8Array = () => randomBytes(32),
): Promise<Uint8Array> {
  await pool.query('insert into server_keys (name, secret) values ($1, $2) on conflict do nothing', [
    name,
    Buffer.from(make()),
  ]);
  const { rows } = await pool.query<{ secret: Buffer }>('select secret from server_keys where name = $1', [name]);
  const [row] = rows;
  if (row === undefined) throw new Error(`No key ${name} although it was just made`);
  return new Uint8Array(row.secret);
}
