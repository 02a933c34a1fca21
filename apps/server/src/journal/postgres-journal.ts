import type { MeetingId } from '@klubba/meeting';
import pg from 'pg';
import type { Journal, JournalFact, JournalHead } from './journal.ts';
import { announcements } from './announcements.ts';

/** As many as one answer of the database may comfortably hold. */
const READ_AT_ONCE = 2_000;
const UNIQUE_VIOLATION = '23505';

/** One statement is one transaction: all facts or none, and only right after the last one there. */
const APPEND = `
  insert into facts (meeting, seq, at, actor, command, part, event, prev, hash)
  select $1, f.seq, f.at, f.actor, f.command, f.part, f.event, decode(f.prev, 'hex'), decode(f.hash, 'hex')
  from unnest($2::int[], $3::bigint[], $4::text[], $5::text[], $6::smallint[], $7::jsonb[], $8::text[], $9::text[])
    as f (seq, at, actor, command, part, event, prev, hash)
  where coalesce((select max(seq) from facts where meeting = $1), 0) = $10`;

const READ = `
  select seq, at, actor, command, part, event, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash
  from facts where meeting = $1 and seq > $2 order by seq limit ${READ_AT_ONCE}`;

type Row = Omit<JournalFact, 'at'> & { readonly at: string };

/** The journal in PostgreSQL. `databaseUrl` is for the connection that listens, which is no pool's. */
export function postgresJournal(
  pool: pg.Pool,
  databaseUrl: string,
  onTrouble: (error: unknown) => void = () => undefined,
): Journal {
  const announced = announcements({ pool, databaseUrl, onTrouble, heads: () => heads(pool) });
  return {
    async append(meeting, facts) {
      const [first] = facts;
      if (first === undefined) return 'appended';
      try {
        const result = await pool.query({
          name: 'append',
          text: APPEND,
          values: appendValues(meeting, facts, first.seq),
        });
        if (result.rowCount !== facts.length) return 'conflict';
      } catch (error) {
        if (isUniqueViolation(error)) return 'conflict';
        throw error;
      }
      announced.tell({ meeting, seq: first.seq + facts.length - 1 });
      return 'appended';
    },
    async read(meeting, after) {
      const facts: JournalFact[] = [];
      for (;;) {
        const last = facts.at(-1)?.seq ?? after;
        const { rows } = await pool.query<Row>({ name: 'read', text: READ, values: [meeting, last] });
        for (const row of rows) facts.push({ ...row, at: Number(row.at) });
        if (rows.length < READ_AT_ONCE) return facts;
      }
    },
    heads: () => heads(pool),
    follow: (listener) => announced.follow(listener),
    close: () => announced.close(),
  };
}

function appendValues(meeting: MeetingId, facts: readonly JournalFact[], firstSeq: number): unknown[] {
  return [
    meeting,
    facts.map((fact) => fact.seq),
    facts.map((fact) => fact.at),
    facts.map((fact) => fact.actor),
    facts.map((fact) => fact.command),
    facts.map((fact) => fact.part),
    facts.map((fact) => JSON.stringify(fact.event)),
    facts.map((fact) => fact.prev),
    facts.map((fact) => fact.hash),
    firstSeq - 1,
  ];
}

/** Jumps from meeting to meeting through the index, so that it costs the same however long they are. */
const HEADS = `
  with recursive m (meeting) as (
    (select meeting from facts order by meeting limit 1)
    union all
    select (select f.meeting from facts f where f.meeting > m.meeting order by f.meeting limit 1) from m where m.meeting is not null
  )
  select meeting, (select max(seq) from facts f where f.meeting = m.meeting) as seq from m where meeting is not null`;

async function heads(pool: pg.Pool): Promise<readonly JournalHead[]> {
  const { rows } = await pool.query<JournalHead>({ name: 'heads', text: HEADS });
  return rows;
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION;
}
