import type { MeetingId } from '@klubba/meeting';
import pg from 'pg';
import type { Journal, JournalFact } from './journal.ts';

/** Writes under way at once. While they are, what comes from other meetings gathers and shares the next commit. */
const WRITES_AT_ONCE = 2;
const UNIQUE_VIOLATION = '23505';

/** One statement is one transaction. Of each meeting all facts or none, and only right after the last one there. */
const APPEND = `
  insert into facts (meeting, seq, at, actor, command, part, event, prev, hash)
  select f.meeting, f.seq, f.at, f.actor, f.command, f.part, f.event, decode(f.prev, 'hex'), decode(f.hash, 'hex')
  from unnest($1::text[], $2::int[], $3::bigint[], $4::text[], $5::text[], $6::smallint[], $7::jsonb[], $8::text[],
    $9::text[], $10::int[]) as f (meeting, seq, at, actor, command, part, event, prev, hash, after)
  where coalesce((select max(seq) from facts where meeting = f.meeting), 0) = f.after
  returning meeting`;

type Append = {
  readonly meeting: MeetingId;
  readonly facts: readonly JournalFact[];
  readonly settle: (answer: 'appended' | 'conflict') => void;
  readonly fail: (error: unknown) => void;
};

/**
 * Appends of several meetings share a transaction when they come while others are being written: a commit costs the disk
 * and the database the same for one meeting as for twenty. Nobody waits for company: alone, an append is written at once.
 * What keeps one meeting's facts out keeps nobody else's out.
 */
export function groupCommit(pool: pg.Pool): Pick<Journal, 'append'> {
  let waiting: Append[] = [];
  let underWay = 0;
  /** Meetings that are being written: what more comes for them must see it done. */
  const busy = new Set<MeetingId>();
  const writeNext = (): void => {
    const group = underWay < WRITES_AT_ONCE ? firstOfEach(waiting, busy) : [];
    if (group.length === 0) return;
    waiting = waiting.filter((append) => !group.includes(append));
    underWay += 1;
    for (const { meeting } of group) busy.add(meeting);
    void write(pool, group).then(() => {
      underWay -= 1;
      for (const { meeting } of group) busy.delete(meeting);
      writeNext();
    });
  };
  return {
    append(meeting, facts) {
      if (facts.length === 0) return Promise.resolve('appended');
      return new Promise((settle, fail) => {
        waiting.push({ meeting, facts, settle, fail });
        // What comes in the same breath goes together.
        queueMicrotask(writeNext);
      });
    },
  };
}

/** One of each meeting, in the order of their names: two servers with the same meetings never wait for each other crosswise. */
function firstOfEach(appends: readonly Append[], busy: ReadonlySet<MeetingId>): readonly Append[] {
  const first = new Map<MeetingId, Append>();
  for (const append of appends)
    if (!busy.has(append.meeting) && !first.has(append.meeting)) first.set(append.meeting, append);
  return [...first.values()].toSorted((a, b) => (a.meeting < b.meeting ? -1 : 1));
}

/** Settles each of the group; never rejects. */
async function write(pool: pg.Pool, group: readonly Append[]): Promise<void> {
  try {
    const { rows } = await pool.query<{ meeting: MeetingId }>({ name: 'append', text: APPEND, values: columns(group) });
    const written = new Set(rows.map((row) => row.meeting));
    for (const { meeting, settle } of group) settle(written.has(meeting) ? 'appended' : 'conflict');
  } catch (error) {
    // The database says no to all for the sake of one: then each is asked for by itself.
    if (error instanceof pg.DatabaseError && group.length > 1)
      await Promise.all(group.map((append) => write(pool, [append])));
    else if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION)
      for (const { settle } of group) settle('conflict');
    else for (const { fail } of group) fail(error);
  }
}

function columns(group: readonly Append[]): unknown[] {
  const rows = group.flatMap(({ meeting, facts }) => {
    const after = (facts[0]?.seq ?? 1) - 1;
    return facts.map((fact) => ({ ...fact, meeting, after }));
  });
  return [
    rows.map((row) => row.meeting),
    rows.map((row) => row.seq),
    rows.map((row) => row.at),
    rows.map((row) => row.actor),
    rows.map((row) => row.command),
    rows.map((row) => row.part),
    rows.map((row) => JSON.stringify(row.event)),
    rows.map((row) => row.prev),
    rows.map((row) => row.hash),
    rows.map((row) => row.after),
  ];
}
