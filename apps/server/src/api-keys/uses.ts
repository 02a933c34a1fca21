import type { ApiKeyUse, ApiKeyUses } from '@klubba/protocol';
import { factHash, genesisHash, type Hash } from '@klubba/record';
import { type ApiKeyId, keyActor } from '@klubba/register';
import type pg from 'pg';

export type Use = {
  /** Method and path, without the query: what somebody searched for is nobody's business here. */
  readonly act: string;
  readonly address: string;
  /** The rule by which it was refused; left out: it was let through. */
  readonly refusedBy?: string;
};

/** What has been done with each key, as a chain of its own: nothing of it can be edited without that being seen. */
export type Uses = {
  /** Returns when it is on disk: nothing is given to a key before its use is on record. */
  record(key: ApiKeyId, use: Use): Promise<void>;
  /** Newest first. */
  of(key: ApiKeyId, before?: number): Promise<ApiKeyUses>;
  /** Every use of every key in the order of time, a thousand at a time: years of them need no memory. */
  all(): AsyncIterable<readonly (ApiKeyUse & { readonly key: ApiKeyId })[]>;
};

const ACT_LENGTH_MAX = 300;
const PAGE = 50;
const BATCH = 1_000;
const COLUMNS = `key, number, at, act, address, refused_by, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash`;

type Row = {
  readonly key: ApiKeyId;
  readonly number: number;
  readonly at: string;
  readonly act: string;
  readonly address: string;
  readonly refused_by: string | null;
  readonly prev: Hash;
  readonly hash: Hash;
};

/** What a key's first use is chained to. */
export function firstLink(key: ApiKeyId): Hash {
  return genesisHash(keyActor(key));
}

export function openUses(pool: pg.Pool, now: () => number): Uses {
  const inTurn = turns();
  return {
    record: (key, use) => inTurn(key, () => append(pool, key, use, now())),
    async of(key, before) {
      // One more than is shown: the oldest shown is held to the one before it.
      const { rows } = await pool.query<Row>(
        `select ${COLUMNS} from api_key_uses where key = $1 and ($2::int is null or number < $2)
         order by number desc limit ${PAGE + 1}`,
        [key, before ?? null],
      );
      const shown = rows.slice(0, PAGE);
      const damaged = shown.filter((row, index) => !isWhole(row, rows[index + 1])).map((row) => row.number);
      const oldest = shown.at(-1);
      return {
        uses: shown.map(asUse),
        ...(rows.length > PAGE && oldest !== undefined ? { next: oldest.number } : {}),
        ...(damaged.length === 0 ? {} : { damagedAt: Math.min(...damaged) }),
      };
    },
    async *all() {
      let last: readonly [at: string, key: string, number: number] = ['-1', '', 0];
      for (;;) {
        const { rows } = await pool.query<Row>(
          `select ${COLUMNS} from api_key_uses where (at, key, number) > ($1, $2, $3) order by at, key, number limit ${BATCH}`,
          [...last],
        );
        const end = rows.at(-1);
        if (end === undefined) return;
        yield rows.map((row) => ({ key: row.key, ...asUse(row) }));
        last = [end.at, end.key, end.number];
      }
    },
  };
}

async function append(
  pool: pg.Pool,
  key: ApiKeyId,
  { act, address, refusedBy = null }: Omit<Use, 'refusedBy'> & { readonly refusedBy?: string | null },
  at: number,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ uses: number; last_hash: Hash }>(
      `select uses, encode(last_hash, 'hex') as last_hash from api_keys where id = $1 for update`,
      [key],
    );
    const [head] = rows;
    if (head === undefined) throw new Error('A key that was just found');
    const use = { number: head.uses + 1, at, act: act.slice(0, ACT_LENGTH_MAX), address, refusedBy };
    const hash = linkOf(key, head.last_hash, use);
    await client.query(
      `insert into api_key_uses (key, number, at, act, address, refused_by, prev, hash)
       values ($1, $2, $3, $4, $5, $6, decode($7, 'hex'), decode($8, 'hex'))`,
      [key, use.number, use.at, use.act, address, refusedBy, head.last_hash, hash],
    );
    await client.query(
      `update api_keys set uses = $2, last_used_at = $3, last_hash = decode($4, 'hex') where id = $1`,
      [key, use.number, use.at, hash],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** One at a time for each key, before a connection is asked for: a system in a hurry waits for itself, and never keeps a meeting waiting. */
function turns(): (key: ApiKeyId, act: () => Promise<void>) => Promise<void> {
  const last = new Map<ApiKeyId, Promise<void>>();
  return (key, act) => {
    const done = (last.get(key) ?? Promise.resolve()).then(act);
    const settled = done.catch(() => undefined);
    last.set(key, settled);
    void settled.then(() => last.get(key) === settled && last.delete(key));
    return done;
  };
}

type Link = Pick<Row, 'number' | 'act' | 'address'> & { readonly at: number; readonly refusedBy: string | null };

function linkOf(key: ApiKeyId, prev: Hash, { number, at, act, address, refusedBy }: Link): Hash {
  return factHash(prev, { seq: number, at, actor: keyActor(key), event: { act, address, refusedBy } });
}

function isWhole(row: Row, before: Row | undefined): boolean {
  const { key, number, prev, refused_by: refusedBy } = row;
  const isNext = number === (before?.number ?? 0) + 1 && prev === (before?.hash ?? firstLink(key));
  return isNext && linkOf(key, prev, { ...row, at: Number(row.at), refusedBy }) === row.hash;
}

function asUse({ number, at, act, address, refused_by: refusedBy }: Row): ApiKeyUse {
  return { number, at: Number(at), act, address, ...(refusedBy === null ? {} : { refusedBy }) };
}
