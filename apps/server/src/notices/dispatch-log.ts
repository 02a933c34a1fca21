import type { MeetingId, PersonId } from '@klubba/meeting';
import type { NoticeDispatch } from '@klubba/protocol';
import type pg from 'pg';

export type DispatchEntry = NoticeDispatch & {
  readonly meeting: MeetingId;
  /** SHA-256 of the notice that was sent. */
  readonly digest: string;
  /** `system`: by the clock. */
  readonly by: PersonId | 'system';
  /** What the mail server answered. */
  readonly answer: string;
};

/** Proof of what was sent. Rows are added and read, never changed. */
export type DispatchLog = {
  readonly add: (entry: DispatchEntry) => Promise<void>;
  /** In the order they were sent. */
  readonly of: (meeting: MeetingId) => Promise<readonly NoticeDispatch[]>;
  /** Whom the clock need not remind again: each got a letter, has no address, or was tried in vain `TRIES_MAX` times. */
  readonly reminded: (meeting: MeetingId) => Promise<readonly PersonId[]>;
  /** Does this on one server at a time for each meeting; undefined: another one is at it. Given back also when a server dies. */
  readonly alone: <T>(meeting: MeetingId, what: () => Promise<T>) => Promise<T | undefined>;
  /** E-mail addresses of those who have one. */
  readonly addresses: (people: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, string>>;
};

type Row = {
  person: PersonId;
  version: number;
  kind: NoticeDispatch['kind'];
  address: string | null;
  sent_at: string;
  result: NoticeDispatch['result'];
};

/** How often a letter that did not go out is tried by the clock. */
const TRIES_MAX = 3;

export function openDispatchLog(pool: pg.Pool): DispatchLog {
  return {
    async add(one) {
      await pool.query(
        `insert into notice_dispatches (meeting, version, kind, digest, person, address, sent_by, sent_at, result, answer)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
        [
          one.meeting,
          one.version,
          one.kind,
          one.digest,
          one.person,
          one.address,
          one.by,
          one.at,
          one.result,
          one.answer,
        ],
      );
    },
    async of(meeting) {
      const { rows } = await pool.query<Row>(
        'select person, version, kind, address, sent_at, result from notice_dispatches where meeting = $1 order by id',
        [meeting],
      );
      return rows.map(({ person, version, kind, address, sent_at: at, result }) => ({
        person,
        version,
        kind,
        address,
        at: Number(at),
        result,
      }));
    },
    async reminded(meeting) {
      const { rows } = await pool.query<{ person: PersonId }>(
        `select person from notice_dispatches where meeting = $1 and kind = 'reminder' and sent_by = 'system'
         group by person having bool_or(result <> 'failed') or count(*) >= $2`,
        [meeting, TRIES_MAX],
      );
      return rows.map(({ person }) => person);
    },
    async alone(meeting, what) {
      const client = await pool.connect();
      try {
        const lock = `notice ${meeting}`;
        const { rows } = await client.query<{ mine: boolean }>(
          'select pg_try_advisory_lock(hashtextextended($1, 0)) as mine',
          [lock],
        );
        if (rows[0]?.mine !== true) return undefined;
        try {
          return await what();
        } finally {
          await client.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lock]);
        }
      } finally {
        client.release();
      }
    },
    async addresses(people) {
      const { rows } = await pool.query<{ id: PersonId; email: string }>(
        `select id, email from people where id = any($1) and coalesce(email, '') <> ''`,
        [people],
      );
      return new Map(rows.map(({ id, email }) => [id, email]));
    },
  };
}
