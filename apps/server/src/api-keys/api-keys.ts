import { createHash, randomBytes } from 'node:crypto';
import { type LocalDate, ok, refused, type Result } from '@klubba/meeting';
import type { ApiKeyView } from '@klubba/protocol';
import {
  type ApiKey,
  type ApiKeyId,
  type ApiKeyScope,
  type ApiKeyWish,
  decideKeyMade,
  decideKeyRevoked,
  isKeyActor,
  nameOf,
  type Register,
  type RegisterActor,
  type RegisterRefusal,
} from '@klubba/register';
import type pg from 'pg';
import { localDate } from '../demo/calendar.ts';
import { tokenBuckets } from '../http/token-bucket.ts';
import type { Registry } from '../register/registry.ts';
import { firstLink, openUses, type Uses } from './uses.ts';

/** The beginning of every secret, so that one that has been laid where it should not be is found by those who look for such. */
const MARK = 'klubba_';
const SECRET = /^klubba_[A-Za-z0-9_-]{43}$/;
/** Long enough to be no word that somebody searches for. */
const LIKE_SECRET = /klubba_[\w-]{20}/;
const SECRET_BYTES = 32;
/** One system that fetches the whole register by pages gets it at once; then two a second. */
const REQUESTS_BURST = 120;
const REQUESTS_PER_SECOND = 2;
/** Secrets that open nothing, per address. */
const WRONG_BURST = 10;
const WRONG_PER_SECOND = 0.1;

/** Another system whose key has been looked at: what it may be let do. */
export type OpenKey = { readonly id: ApiKeyId; readonly scopes: readonly ApiKeyScope[] };

/** `KEY-ENDED`: revoked, or its last day has been; the bearer of the right secret is told, nobody else. */
export type KeyRefusal =
  | { readonly rule: 'KEY-UNKNOWN' | 'HTTP-TOO-FREQUENT' }
  | { readonly rule: 'KEY-ENDED'; readonly key: ApiKeyId };

/** Keys by which the municipality's other systems read and write here. */
export type ApiKeys = Pick<Uses, 'record'> & {
  readonly uses: Omit<Uses, 'record'>;
  /** The secret is told here and never again. */
  make(
    wish: Omit<ApiKeyWish, 'key'>,
    by: RegisterActor,
  ): Promise<Result<{ readonly key: ApiKeyId; readonly secret: string }, RegisterRefusal>>;
  revoke(key: ApiKeyId, by: RegisterActor): Promise<Result<number, RegisterRefusal>>;
  /** Newest first. */
  list(): Promise<readonly ApiKeyView[]>;
  /** Which key a secret opens. Asked at every request, so that a revoked one ends at once, on every server. */
  open(secret: string, address: string): Promise<Result<OpenKey, KeyRefusal>>;
};

export function openApiKeys(pool: pg.Pool, registry: Registry, now: () => number): ApiKeys {
  const { record, ...uses } = openUses(pool, now);
  const wrong = tokenBuckets(WRONG_BURST, WRONG_PER_SECOND);
  const today = (): LocalDate => localDate(now());

  const idOf = async (secret: string): Promise<ApiKeyId | undefined> => {
    if (!SECRET.test(secret)) return undefined;
    const { rows } = await pool.query<{ id: ApiKeyId }>({
      name: 'api-key',
      text: 'select id from api_keys where secret_hash = $1',
      values: [hashOf(secret)],
    });
    return rows[0]?.id;
  };

  /** One statement, so that of many requests on many servers none is counted twice or not at all. */
  const mayAsk = async (key: ApiKeyId): Promise<boolean> => {
    const { rowCount } = await pool.query({
      name: 'api-key-allowance',
      text: `update api_keys set allowance = filled - 1, allowance_at = greatest(allowance_at, $2)
             from (select id as of, least($3::float8, allowance + greatest(0, $2 - allowance_at) / 1000.0 * $4::float8) as filled
                   from api_keys where id = $1 for update) as bucket
             where id = of and filled >= 1`,
      values: [key, now(), REQUESTS_BURST, REQUESTS_PER_SECOND],
    });
    return rowCount === 1;
  };

  return {
    record,
    uses,
    async make(wish, by) {
      const key = randomBytes(12).toString('hex') as ApiKeyId;
      const secret = MARK + randomBytes(SECRET_BYTES).toString('base64url');
      // First what it is known by: a key that is not in the register opens nothing.
      await pool.query(`insert into api_keys (id, secret_hash, last_hash) values ($1, $2, decode($3, 'hex'))`, [
        key,
        hashOf(secret),
        firstLink(key),
      ]);
      const written = await registry.write(`key-made-${key}`, by, (register) =>
        decideKeyMade(register, { ...wish, key }, today()),
      );
      if (written.ok) return ok({ key, secret });
      await pool.query('delete from api_keys where id = $1', [key]);
      return written;
    },
    revoke(key, by) {
      return registry.write(`key-revoked-${key}`, by, (register) => decideKeyRevoked(register, key));
    },
    async list() {
      const register = await registry.now();
      const { rows } = await pool.query<{ id: ApiKeyId; uses: number; last_used_at: string | null }>(
        'select id, uses, last_used_at from api_keys',
      );
      const known = new Map(rows.map((row) => [row.id, row]));
      return [...register.apiKeys.values()]
        .map((key): ApiKeyView => {
          const { uses: used = 0, last_used_at: last = null } = known.get(key.id) ?? {};
          return {
            ...asView(register, key, today()),
            uses: used,
            ...(last === null ? {} : { lastUsedAt: Number(last) }),
          };
        })
        .toReversed();
    },
    async open(secret, address) {
      const id = await idOf(secret);
      const key = id === undefined ? undefined : (await registry.now()).apiKeys.get(id);
      if (key === undefined) {
        if (!wrong.take(address)) return refused({ rule: 'HTTP-TOO-FREQUENT' });
        await registry.note('system', { type: 'AttemptRefused', act: 'apiKey', rule: 'KEY-UNKNOWN' });
        return refused({ rule: 'KEY-UNKNOWN' });
      }
      if (!(await mayAsk(key.id))) return refused({ rule: 'HTTP-TOO-FREQUENT' });
      if (stateOf(key, today()) !== 'holds') return refused({ rule: 'KEY-ENDED', key: key.id });
      return ok({ id: key.id, scopes: key.scopes });
    },
  };
}

/** Whether an address has something like the secret of a key in it. */
export function hasKeyIn(address: string): boolean {
  return LIKE_SECRET.test(address);
}

function stateOf({ revokedAt, until }: ApiKey, today: LocalDate): ApiKeyView['state'] {
  if (revokedAt !== undefined) return 'revoked';
  return today <= until ? 'holds' : 'expired';
}

function asView(register: Register, key: ApiKey, today: LocalDate): Omit<ApiKeyView, 'uses' | 'lastUsedAt'> {
  const { id, name, scopes, until, madeBy, madeAt, revokedAt } = key;
  return {
    key: id,
    name,
    scopes,
    until,
    state: stateOf(key, today),
    madeAt,
    madeByName: madeBy === 'system' || isKeyActor(madeBy) ? '' : nameOf(register, madeBy),
    ...(revokedAt === undefined ? {} : { revokedAt }),
  };
}

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
