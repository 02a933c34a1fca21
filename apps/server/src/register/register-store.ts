import { setImmediate } from 'node:timers/promises';
import { factHash, genesisHash, type Hash, type RecordedFact } from '@klubba/record';
import type { RegisterActor, RegisterEvent, RegisterFact } from '@klubba/register';
import pg from 'pg';
import { keyRing, type LockedEvent, partsErased, type PersonKey } from './locked-events.ts';

/** Names the chain, as a meeting's id names a meeting's. */
export const CHAIN = 'the register';
/** Some milliseconds' worth. */
const SLICE_FACTS = 100;
const UNIQUE_VIOLATION = '23505';

export type StoredFact = RegisterFact & { readonly command: string };

export type StoreHead = {
  readonly seq: number;
  readonly hash: Hash;
  /** The first fact that is not what was written; `undefined`: the chain is whole. */
  readonly damagedAt: number | undefined;
};

/** Where the register's facts lie. */
export type RegisterStore = {
  head(): StoreHead;
  /** The chain as it lies in the table, what can be erased still locked: for others to check. */
  recorded(): Promise<readonly RecordedFact[]>;
  /** What has come since it was last asked, in order, its chain checked on the way. */
  readNew(): Promise<readonly StoredFact[]>;
  /** All of them or none, right after the last one read; `conflict`: somebody was before. */
  append(
    command: string,
    actor: RegisterActor,
    at: number,
    events: readonly RegisterEvent[],
    onChained?: (facts: number) => void,
  ): Promise<readonly StoredFact[] | 'conflict'>;
};

const READ = `
  select seq, at, actor, command, event, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash
  from register_facts where seq > $1 order by seq`;

const APPEND = `
  insert into register_facts (seq, at, actor, command, part, event, prev, hash)
  select f.seq, $1, $2, $3, f.part, f.event, decode(f.prev, 'hex'), decode(f.hash, 'hex')
  from unnest($4::int[], $5::int[], $6::jsonb[], $7::text[], $8::text[]) as f (seq, part, event, prev, hash)
  where coalesce((select max(seq) from register_facts), 0) = $9`;

/** Those who can log in are known to identity by the same names. */
const KEEP_PEOPLE = `
  insert into people (id, given_name, family_name, party, phone, email)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
  on conflict (id) do update set given_name = excluded.given_name, family_name = excluded.family_name,
    party = excluded.party, phone = excluded.phone, email = excluded.email`;

type Row = {
  readonly seq: number;
  readonly at: string;
  readonly actor: RegisterActor;
  readonly command: string;
  readonly event: LockedEvent;
  readonly prev: Hash;
  readonly hash: Hash;
};

export function openRegisterStore(pool: pg.Pool): RegisterStore {
  const ring = keyRing();
  let head: StoreHead = { seq: 0, hash: genesisHash(CHAIN), damagedAt: undefined };

  const isWhole = ({ seq, at, actor, event, prev, hash }: Row): boolean =>
    seq === head.seq + 1 && prev === head.hash && factHash(head.hash, { seq, at: Number(at), actor, event }) === hash;

  return {
    head: () => head,
    async recorded() {
      const { rows } = await pool.query<Row>({ name: 'read-register', text: READ, values: [0] });
      return rows.map(({ seq, at, actor, event }) => ({ seq, at: Number(at), actor, event }));
    },
    async readNew() {
      const { rows } = await pool.query<Row>({ name: 'read-register', text: READ, values: [head.seq] });
      if (rows.length === 0) return [];
      const keys = await pool.query<PersonKey>('select person, part, key from register_keys');
      ring.know(keys.rows);
      const facts: StoredFact[] = [];
      for (const row of rows) {
        const damagedAt = head.damagedAt ?? (isWhole(row) ? undefined : row.seq);
        head = { seq: row.seq, hash: row.hash, damagedAt };
        const { seq, actor, command } = row;
        const event = ring.unlock(row.event);
        if (event.type === 'PersonErased') ring.forget(event.person, partsErased(event));
        facts.push({ seq, at: Number(row.at), actor, command, event });
      }
      return facts;
    },
    async append(command, actor, at, events, onChained) {
      const rows = await chained(head, actor, at, events, ring.lock, onChained);
      const newKeys = ring.takeNew();
      const client = await pool.connect();
      try {
        await client.query('begin');
        await keepKeys(client, newKeys);
        const added = await client.query(APPEND, [
          at,
          actor,
          command,
          rows.map((row) => row.seq),
          rows.map((_, part) => part),
          rows.map((row) => row.json),
          rows.map((row) => row.prev),
          rows.map((row) => row.hash),
          head.seq,
        ]);
        if (added.rowCount !== rows.length) {
          await client.query('rollback');
          ring.drop(newKeys);
          return 'conflict';
        }
        await keepPeople(client, events);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        ring.drop(newKeys);
        if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) return 'conflict';
        throw error;
      } finally {
        client.release();
      }
      const last = rows.at(-1);
      if (last !== undefined) head = { ...head, seq: last.seq, hash: last.hash };
      return rows.map(({ seq }, index) => {
        const event = events[index];
        if (event === undefined) throw new Error('As many facts as events');
        if (event.type === 'PersonErased') ring.forget(event.person, partsErased(event));
        return { seq, at, actor, command, event };
      });
    },
  };
}

/** Thousands of facts, as a file brings them, are locked and hashed a slice at a time: a meeting's messages pass in between. */
async function chained(
  head: StoreHead,
  actor: RegisterActor,
  at: number,
  events: readonly RegisterEvent[],
  lock: (event: RegisterEvent) => LockedEvent,
  onChained: ((facts: number) => void) | undefined,
) {
  let { seq, hash } = head;
  const rows = [];
  for (const [index, open] of events.entries()) {
    if (index > 0 && index % SLICE_FACTS === 0) {
      onChained?.(index);
      await setImmediate();
    }
    const event = lock(open);
    const prev = hash;
    seq += 1;
    hash = factHash(prev, { seq, at, actor, event });
    rows.push({ seq, event, prev, hash, json: JSON.stringify(event) });
  }
  return rows;
}

async function keepKeys(client: pg.PoolClient, keys: readonly PersonKey[]): Promise<void> {
  if (keys.length === 0) return;
  await client.query(
    'insert into register_keys (person, part, key) select * from unnest($1::text[], $2::text[], $3::bytea[])',
    [keys.map((one) => one.person), keys.map((one) => one.part), keys.map((one) => one.key)],
  );
}

async function keepPeople(client: pg.PoolClient, events: readonly RegisterEvent[]): Promise<void> {
  // The last word about each: one statement may not touch a row twice.
  const people = new Map(
    events.flatMap((event) =>
      event.type === 'PersonAdded' || event.type === 'PersonChanged' ? [[event.person, event] as const] : [],
    ),
  );
  const kept = [...people.values()];
  if (kept.length > 0)
    await client.query(KEEP_PEOPLE, [
      kept.map((one) => one.person),
      kept.map((one) => one.name?.givenName ?? ''),
      kept.map((one) => one.name?.familyName ?? ''),
      kept.map((one) => one.party ?? null),
      kept.map((one) => (one.isProtected ? null : (one.contact?.phone ?? null))),
      kept.map((one) => one.contact?.email ?? null),
    ]);
  for (const event of events)
    if (event.type === 'PersonErased') {
      await client.query('delete from register_keys where person = $1 and part = any($2)', [
        event.person,
        partsErased(event),
      ]);
      await client.query('delete from person_identities where person = $1', [event.person]);
      await client.query('delete from storage_keys where person = $1', [event.person]);
      await client.query(
        `update people set phone = null, email = null,
           given_name = case when $2 then given_name else '' end, family_name = case when $2 then family_name else '' end
         where id = $1`,
        [event.person, event.keptName],
      );
    }
}
