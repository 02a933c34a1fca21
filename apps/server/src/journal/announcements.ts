import type { MeetingId } from '@klubba/meeting';
import type pg from 'pg';
import { listenTo } from '../database/ear.ts';
import type { JournalHead } from './journal.ts';

const CHANNEL = 'klubba_facts';
/** A fact that comes alone is told at once; in a rush one word serves for all that came meanwhile. Each costs the database a commit. */
const TELL_EVERY_MS = 10;
/** A server that dies between commit and word of it leaves the others unaware for at most this long. */
const LOOK_EVERY_MS = 1_500;

export type AnnouncementsOptions = {
  readonly pool: pg.Pool;
  readonly databaseUrl: string;
  readonly heads: () => Promise<readonly JournalHead[]>;
  readonly onTrouble: (error: unknown) => void;
};

/**
 * Tells the other servers that a meeting has grown: NOTIFY with (meeting, seq) and nothing else. Sent after the commit
 * and not within it, because a transaction that notifies takes a lock over the whole database and commits would queue
 * up behind each other's disk writes. What is lost thereby is found by looking, every `LOOK_EVERY_MS`.
 */
export function announcements(options: AnnouncementsOptions) {
  const { pool, onTrouble } = options;
  const listeners = new Set<(head: JournalHead) => void>();
  const untold = new Map<MeetingId, number>();
  let telling = false;
  let ear: { close(): Promise<void> } | undefined;

  const emit = (head: JournalHead): void => {
    for (const listener of listeners) listener(head);
  };

  const tellAll = async (): Promise<void> => {
    telling = true;
    while (untold.size > 0) {
      const heads = [...untold].map(([meeting, seq]) => `${seq} ${meeting}`);
      untold.clear();
      await pool
        .query({
          name: 'tell',
          text: `select pg_notify('${CHANNEL}', head) from unnest($1::text[]) as head`,
          values: [heads],
        })
        .catch(onTrouble);
      await new Promise((resolve) => setTimeout(resolve, TELL_EVERY_MS));
    }
    telling = false;
  };

  return {
    tell({ meeting, seq }: JournalHead): void {
      untold.set(meeting, seq);
      if (!telling) void tellAll();
    },
    follow(listener: (head: JournalHead) => void): () => void {
      listeners.add(listener);
      ear ??= listen(options, emit);
      return () => listeners.delete(listener);
    },
    async close(): Promise<void> {
      listeners.clear();
      await ear?.close();
    },
  };
}

/** Listens, and looks after each new connection and now and then. */
function listen({ databaseUrl, heads, onTrouble }: AnnouncementsOptions, emit: (head: JournalHead) => void) {
  let closed = false;
  const look = async (): Promise<void> => {
    for (const head of await heads()) if (!closed) emit(head);
  };
  const ear = listenTo({
    databaseUrl,
    channel: CHANNEL,
    heard: (payload) => {
      const head = readHead(payload);
      if (head) emit(head);
    },
    onListening: look,
    onTrouble,
  });
  const looking = setInterval(() => void look().catch(onTrouble), LOOK_EVERY_MS);
  looking.unref();
  return {
    async close(): Promise<void> {
      closed = true;
      clearInterval(looking);
      await ear.close();
    },
  };
}

function readHead(payload: string): JournalHead | undefined {
  const [seq, meeting] = [Number.parseInt(payload, 10), payload.slice(payload.indexOf(' ') + 1)];
  return Number.isSafeInteger(seq) && meeting !== '' ? { seq, meeting: meeting as MeetingId } : undefined;
}
