import type { MeetingId, PersonId } from '@klubba/meeting';
import type { NoticeDispatch } from '@klubba/protocol';
import type pg from 'pg';

export type DispatchEntry = NoticeDispatch & {
  readonly meeting: MeetingId;
  /** SHA-256 of the notice that was sent. */
  readonly digest: string;
  readonly by: PersonId;
  /** What the mail server answered. */
  readonly answer: string;
};

/** Proof of what was sent. Rows are added and read, never changed. */
export type DispatchLog = {
  readonly add: (entry: DispatchEntry) => Promise<void>;
  /** In the order they were sent. */
  readonly of: (meeting: MeetingId) => Promise<readonly NoticeDispatch[]>;
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
    async addresses(people) {
      const { rows } = await pool.query<{ id: PersonId; email: string }>(
        `select id, email from people where id = any($1) and coalesce(email, '') <> ''`,
        [people],
      );
      return new Map(rows.map(({ id, email }) => [id, email]));
    },
  };
}
