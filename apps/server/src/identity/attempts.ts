import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import type { Sealing } from './sealing.ts';

/** A login on its way. `kept` is what its provider wanted remembered. */
export type Attempt = { readonly provider: string; readonly kept: unknown };

export type Attempts = {
  /** `token` goes into a cookie of the browser that began; no other browser can end what this one began. */
  begin(attempt: Attempt, lifetimeMs: number): Promise<string>;
  find(token: string, provider: string): Promise<unknown>;
  keep(token: string, kept: unknown): Promise<void>;
  /** Takes it away: of two answers to one attempt the second finds nothing. */
  take(token: string, provider: string): Promise<unknown>;
  /** True for one caller at a time and no more often than `everyMs`, however many servers and pages ask. */
  mayLook(token: string, everyMs: number): Promise<boolean>;
};

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function openAttempts(pool: pg.Pool, sealing: Sealing, now: () => number = Date.now): Attempts {
  const read = (rows: readonly { readonly kept: Buffer }[]): unknown => {
    const text = rows[0] === undefined ? undefined : sealing.open(rows[0].kept);
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  };
  return {
    async begin({ provider, kept }, lifetimeMs) {
      const token = randomBytes(32).toString('base64url');
      const at = now();
      await pool.query('delete from login_attempts where expires_at < $1', [at]);
      await pool.query('insert into login_attempts (token_hash, provider, kept, expires_at) values ($1, $2, $3, $4)', [
        hashOf(token),
        provider,
        sealing.seal(JSON.stringify(kept)),
        at + lifetimeMs,
      ]);
      return token;
    },
    async find(token, provider) {
      if (!TOKEN.test(token)) return undefined;
      const { rows } = await pool.query<{ kept: Buffer }>(
        'select kept from login_attempts where token_hash = $1 and provider = $2 and expires_at > $3',
        [hashOf(token), provider, now()],
      );
      return read(rows);
    },
    async keep(token, kept) {
      await pool.query('update login_attempts set kept = $2 where token_hash = $1', [
        hashOf(token),
        sealing.seal(JSON.stringify(kept)),
      ]);
    },
    async take(token, provider) {
      if (!TOKEN.test(token)) return undefined;
      const { rows } = await pool.query<{ kept: Buffer }>(
        'delete from login_attempts where token_hash = $1 and provider = $2 and expires_at > $3 returning kept',
        [hashOf(token), provider, now()],
      );
      return read(rows);
    },
    async mayLook(token, everyMs) {
      const at = now();
      const { rowCount } = await pool.query(
        'update login_attempts set looked_at = $2 where token_hash = $1 and looked_at <= $3',
        [hashOf(token), at, at - everyMs],
      );
      return rowCount === 1;
    },
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
