import { randomUUID } from 'node:crypto';
import type { MeetingId, PersonId } from '@klubba/meeting';
import type pg from 'pg';

const TELL_EVERY_MS = 1_000;

/** Whom the servers hear: so that one whose page is at another server is not taken for lost here. */
export type HeardElsewhere = {
  note(meeting: MeetingId, person: PersonId): void;
  /** Whether another server has heard this person within so many ms, by the database's clock. */
  within(meeting: MeetingId, person: PersonId, ms: number): Promise<boolean>;
  stop(): void;
};

export function heardElsewhere(pool: pg.Pool, onTrouble: (error: unknown) => void): HeardElsewhere {
  const server = randomUUID();
  const heard = new Map<string, readonly [MeetingId, PersonId]>();
  const tell = (): void => {
    if (heard.size === 0) return;
    const pairs = [...heard.values()];
    heard.clear();
    pool
      .query({
        name: 'heard',
        text: `insert into heard (meeting, person, server, at)
          select meeting, person, $3, clock_timestamp() from unnest($1::text[], $2::text[]) as h (meeting, person)
          on conflict (meeting, person, server) do update set at = excluded.at`,
        values: [pairs.map(([meeting]) => meeting), pairs.map(([, person]) => person), server],
      })
      .catch(onTrouble);
  };
  const timer = setInterval(tell, TELL_EVERY_MS);
  return {
    note(meeting, person) {
      heard.set(`${meeting} ${person}`, [meeting, person]);
    },
    async within(meeting, person, ms) {
      const { rowCount } = await pool.query(
        "select from heard where meeting = $1 and person = $2 and server <> $3 and at > clock_timestamp() - $4 * interval '1 ms'",
        [meeting, person, server, ms + TELL_EVERY_MS],
      );
      return (rowCount ?? 0) > 0;
    },
    stop: () => clearInterval(timer),
  };
}
