import type { ItemId, MeetingId, PersonId } from '@klubba/meeting';
import type { ChatCause, ChatModerator } from '@klubba/protocol';
import type pg from 'pg';
import type { GroupRoom } from './law.ts';

/** Newest messages that are shown of a channel. */
const SHOWN_MAX = 300;
/** Messages one person may send: within a short while, and within a longer one. By the database, so that all servers count alike. */
const SHORTLY = { ms: 10_000, messages: 5 } as const;
const LONGER = { ms: 600_000, messages: 60 } as const;

export type StoredMessage = {
  readonly id: number;
  readonly item: ItemId | null;
  readonly writer: PersonId;
  readonly sent: string;
  readonly at: number;
  readonly text: string | null;
  readonly removedAs: ChatModerator | null;
  readonly cause: ChatCause | null;
};

export type NewMessage = {
  readonly meeting: MeetingId;
  readonly room: GroupRoom | undefined;
  readonly item: ItemId | undefined;
  readonly writer: PersonId;
  readonly sent: string;
  readonly text: string;
};

export type Removal = { readonly by: PersonId; readonly as: ChatModerator; readonly cause: ChatCause };

/** Messages while their meeting is open. What is deleted here is nowhere else. */
export type ChatStore = {
  list(meeting: MeetingId, room: GroupRoom | undefined): Promise<readonly StoredMessage[]>;
  /** `again`: it was kept already. `tooOften`: not kept. */
  add(message: NewMessage): Promise<'kept' | 'again' | 'tooOften'>;
  /** Takes back what was sent in the moment in which its channel closed. */
  takeBack(meeting: MeetingId, writer: PersonId, sent: string): Promise<void>;
  /** Empties a message of the meeting's channel. Undefined: there is none, or it was removed before. */
  remove(meeting: MeetingId, id: number, removal: Removal): Promise<StoredMessage | undefined>;
  accept(meeting: MeetingId, person: PersonId): Promise<void>;
  hasAccepted(meeting: MeetingId, person: PersonId): Promise<boolean>;
  /** Deletes what the parties wrote in other breaks than this one; undefined: in all. True: there was something. */
  endBreaks(meeting: MeetingId, but: number | undefined): Promise<boolean>;
  /** Deletes all of a meeting. */
  forget(meeting: MeetingId): Promise<boolean>;
  /** Those of which there is something. */
  meetings(): Promise<readonly MeetingId[]>;
};

const FIELDS = 'id::float8 as id, item, writer, sent, at::float8 as at, text, removed_as as "removedAs", cause';

export function openChatStore(pool: pg.Pool, now: () => number): ChatStore {
  return {
    async list(meeting, room) {
      const { rows } = await pool.query<StoredMessage>(
        `select * from (
           select ${FIELDS} from chat_messages
           where meeting = $1 and party is not distinct from $2 and break_from is not distinct from $3
           order by id desc limit ${SHOWN_MAX}) as newest order by id`,
        [meeting, room?.party ?? null, room?.breakFrom ?? null],
      );
      return rows;
    },
    add: (message) => addOne(pool, message, now()),
    async takeBack(meeting, writer, sent) {
      await pool.query('delete from chat_messages where meeting = $1 and writer = $2 and sent = $3', [
        meeting,
        writer,
        sent,
      ]);
    },
    async remove(meeting, id, { by, as, cause }) {
      const { rows } = await pool.query<StoredMessage>(
        `update chat_messages set text = null, removed_by = $3, removed_as = $4, cause = $5
         where meeting = $1 and id = $2 and party is null and text is not null returning ${FIELDS}`,
        [meeting, id, by, as, cause],
      );
      return rows[0];
    },
    async accept(meeting, person) {
      await pool.query('insert into chat_notices (meeting, person) values ($1, $2) on conflict do nothing', [
        meeting,
        person,
      ]);
    },
    async hasAccepted(meeting, person) {
      const { rowCount } = await pool.query('select from chat_notices where meeting = $1 and person = $2', [
        meeting,
        person,
      ]);
      return rowCount === 1;
    },
    async endBreaks(meeting, but) {
      const { rowCount } = await pool.query(
        'delete from chat_messages where meeting = $1 and party is not null and break_from is distinct from $2',
        [meeting, but ?? null],
      );
      return (rowCount ?? 0) > 0;
    },
    async forget(meeting) {
      const { rowCount } = await pool.query('delete from chat_messages where meeting = $1', [meeting]);
      await pool.query('delete from chat_notices where meeting = $1', [meeting]);
      return (rowCount ?? 0) > 0;
    },
    async meetings() {
      const { rows } = await pool.query<{ meeting: MeetingId }>(
        'select meeting from chat_messages union select meeting from chat_notices',
      );
      return rows.map(({ meeting }) => meeting);
    },
  };
}

async function addOne(
  pool: pg.Pool,
  { meeting, room, item, writer, sent, text }: NewMessage,
  at: number,
): Promise<'kept' | 'again' | 'tooOften'> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // One writer's messages are counted one at a time, on whichever server they come.
    await client.query("select pg_advisory_xact_lock(hashtextextended('chat ' || $1 || ' ' || $2, 0))", [
      meeting,
      writer,
    ]);
    const { rows } = await client.query<{ again: boolean; shortly: number; longer: number }>(
      `select coalesce(bool_or(sent = $3), false) as again,
              count(*) filter (where at > $4)::int as shortly, count(*) filter (where at > $5)::int as longer
       from chat_messages where meeting = $1 and writer = $2`,
      [meeting, writer, sent, at - SHORTLY.ms, at - LONGER.ms],
    );
    const [{ again, shortly, longer } = { again: false, shortly: 0, longer: 0 }] = rows;
    const isTooMany = shortly >= SHORTLY.messages || longer >= LONGER.messages;
    if (!again && !isTooMany)
      await client.query(
        `insert into chat_messages (meeting, party, break_from, item, writer, sent, at, text)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [meeting, room?.party ?? null, room?.breakFrom ?? null, item ?? null, writer, sent, at, text],
      );
    await client.query('commit');
    return again ? 'again' : isTooMany ? 'tooOften' : 'kept';
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}
