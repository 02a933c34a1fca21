import { randomBytes } from 'node:crypto';
import type pg from 'pg';

const SEALING = 'sealing-';

/**
 * The secrets that lock what passes by: the one of this name seals, and is made when there is none; the others open what they have
 * sealed until they are deleted.
 */
export async function sealingKeys(pool: pg.Pool, name: string): Promise<readonly Uint8Array[]> {
  const current = await keyNamed(pool, `${SEALING}${name}`, () => randomBytes(32));
  const { rows } = await pool.query<{ secret: Buffer }>(
    'select secret from server_keys where starts_with(name, $1) and name <> $2 order by name',
    [SEALING, `${SEALING}${name}`],
  );
  return [current, ...rows.map(({ secret }) => new Uint8Array(secret))];
}

/** A secret that all servers on this database share, made by whichever asks first. */
export async function sharedKey(
  pool: pg.Pool,
  name: 'record' | 'demo-links' | 'identity' | 'ballot-receipts' | 'set-up',
  make: () => Uint8Array = () => randomBytes(32),
): Promise<Uint8Array> {
  return keyNamed(pool, name, make);
}

async function keyNamed(pool: pg.Pool, name: string, make: () => Uint8Array): Promise<Uint8Array> {
  await pool.query('insert into server_keys (name, secret) values ($1, $2) on conflict do nothing', [
    name,
    Buffer.from(make()),
  ]);
  const { rows } = await pool.query<{ secret: Buffer }>('select secret from server_keys where name = $1', [name]);
  const [row] = rows;
  if (row === undefined) throw new Error(`No key ${name} although it was just made`);
  return new Uint8Array(row.secret);
}
