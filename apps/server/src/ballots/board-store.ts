import { type GroupName, newBoard, newElectionUuid } from '@klubba/ballot';
import { nodeRandom } from '@klubba/ballot/node';
import type { BallotId, MeetingId, PersonId } from '@klubba/meeting';
import type pg from 'pg';
import { newBlindKey } from './blind-key.ts';

export type BoardRow = {
  readonly ballot: BallotId;
  readonly meeting: MeetingId;
  readonly uuid: string;
  /** Of its key holders' keys, and so of its credentials and ballots. */
  readonly group: GroupName;
  /** Of registration: the meeting's, as soon as the keeper has seen it. */
  readonly round: number;
  readonly blindKey: Buffer | null;
  readonly list: readonly string[];
  readonly seconds: number;
  readonly height: number;
  readonly head: string | null;
  readonly election: string | null;
  readonly tally: string | null;
};

/** One event of a board: the archive's bytes to append, and its record where the server needs it again. */
export type BoardEventRow = {
  readonly height: number;
  readonly type: string;
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly record?: string;
  readonly recordHash?: string;
  readonly owner?: number;
};

export type RecordRow = {
  readonly height: number;
  readonly hash: string;
  readonly record: string;
  readonly owner: number | null;
};

export type BoardStore = ReturnType<typeof boardStore>;

const COLUMNS = `ballot, meeting, uuid, group_name as "group", round, blind_key as "blindKey", list, seconds::int as seconds, height, head, election, tally`;

/** The boards in PostgreSQL. What is appended to one board is appended one after another, whichever server does it. */
export function boardStore(pool: pg.Pool) {
  return {
    async find(ballot: BallotId): Promise<BoardRow | undefined> {
      const { rows } = await pool.query<BoardRow>(`select ${COLUMNS} from ballots where ballot = $1`, [ballot]);
      return rows[0];
    },
    async open(meeting: MeetingId, ballot: BallotId, group: GroupName, openedAt: number): Promise<void> {
      await pool.query(
        `insert into ballots (ballot, meeting, uuid, group_name, blind_key, seconds) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing`,
        [ballot, meeting, newElectionUuid(nodeRandom), group, await newBlindKey(), Math.floor(openedAt / 1000)],
      );
    },
    /**
     * Registration begins anew: another name and another key, so that nobody's new credential resembles the one before and nothing
     * that was signed holds any more.
     */
    async beginAnew(ballot: BallotId, round: number): Promise<void> {
      await pool.query(
        `update ballots set round = $2, uuid = $3, blind_key = $4, list = '{}' where ballot = $1 and round < $2 and height < 0`,
        [ballot, round, newElectionUuid(nodeRandom), await newBlindKey()],
      );
    },
    /** The number that this voter had signed first in this round: another is refused, the same is signed again. */
    async register({ ballot, round }: BoardRow, person: PersonId, blinded: Buffer): Promise<Buffer | undefined> {
      await pool.query(
        'insert into ballot_registrations (ballot, round, person, blinded) values ($1, $2, $3, $4) on conflict do nothing',
        [ballot, round, person, blinded],
      );
      const { rows } = await pool.query<{ blinded: Buffer }>(
        'select blinded from ballot_registrations where ballot = $1 and round = $2 and person = $3',
        [ballot, round, person],
      );
      return rows[0]?.blinded;
    },
    /** Everything that is done to a board goes through here, one after another. */
    async locked<T>(ballot: BallotId, work: (row: BoardRow, client: pg.PoolClient) => Promise<T>): Promise<T> {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const { rows } = await client.query<BoardRow>(`select ${COLUMNS} from ballots where ballot = $1 for update`, [
          ballot,
        ]);
        const [row] = rows;
        if (row === undefined) throw new Error(`No board ${ballot}`);
        const done = await work(row, client);
        await client.query('commit');
        return done;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      } finally {
        client.release();
      }
    },
    async append(client: pg.PoolClient, ballot: BallotId, event: BoardEventRow): Promise<void> {
      await client.query(
        `insert into ballot_events (ballot, height, type, hash, bytes, record, record_hash, owner)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ballot,
          event.height,
          event.type,
          event.hash,
          Buffer.from(event.bytes),
          event.record ?? null,
          event.recordHash ?? null,
          event.owner ?? null,
        ],
      );
      await client.query('update ballots set height = $2, head = $3 where ballot = $1', [
        ballot,
        event.height,
        event.hash,
      ]);
    },
    /** Records of one kind, above a height. */
    async records(
      from: Pick<pg.Pool, 'query'>,
      ballot: BallotId,
      type: string,
      above: number,
    ): Promise<readonly RecordRow[]> {
      const { rows } = await from.query<RecordRow>(
        'select height, hash, record, owner from ballot_events where ballot = $1 and type = $2 and height > $3 order by height',
        [ballot, type, above],
      );
      return rows;
    },
    async archive(row: BoardRow): Promise<Buffer> {
      const { rows } = await pool.query<{ bytes: Buffer }>(
        'select bytes from ballot_events where ballot = $1 order by height',
        [row.ballot],
      );
      return Buffer.concat([newBoard(row.seconds).bytes, ...rows.map(({ bytes }) => bytes)]);
    },
    async spoil(ballot: BallotId, recordHash: string): Promise<void> {
      await pool.query('insert into spoiled_ballots (ballot, record_hash) values ($1, $2) on conflict do nothing', [
        ballot,
        recordHash,
      ]);
    },
    pool,
  };
}
