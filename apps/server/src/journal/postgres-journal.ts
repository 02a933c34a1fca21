import type pg from 'pg';
import type { Journal, JournalFact, JournalHead } from './journal.ts';
import { announcements } from './announcements.ts';
import { groupCommit } from './group-commit.ts';

/** As many as one answer of the database may comfortably hold. */
const READ_AT_ONCE = 2_000;

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
  const { append } = groupCommit(pool);
  return {
    async append(meeting, facts) {
      const answer = await append(meeting, facts);
      const last = facts.at(-1);
      if (answer === 'appended' && last !== undefined) announced.tell({ meeting, seq: last.seq });
      return answer;
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
