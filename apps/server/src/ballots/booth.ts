import type { BallotId, PersonId } from '@klubba/meeting';
import type pg from 'pg';

/** Of our advisory locks: those of booths. */
const LOCKS = 5_541;

/**
 * Who is at the hall's own tablet now, let in by the desk: one at a time, and in memory alone. In the journal, or in any table, it would
 * stand beside the ballot that was recorded in that moment; a server that starts again is told anew. So of several servers one keeps
 * a ballot's booth: the first that is asked, for as long as it lives. That it does is a lock that the database holds in memory
 * and writes nowhere (ADR 10).
 */
export class Booth {
  readonly #inside = new Map<BallotId, PersonId>();
  readonly #kept = new Set<BallotId>();
  readonly #pool: Pick<pg.Pool, 'connect'>;
  #connection: Promise<pg.PoolClient> | undefined;

  constructor(pool: Pick<pg.Pool, 'connect'>) {
    this.#pool = pool;
  }

  /** This server keeps the booth of that ballot; no other does, or can before this one has ended. */
  async isHere(ballot: BallotId): Promise<boolean> {
    if (this.#kept.has(ballot)) return true;
    const connection = await this.#connected();
    const { rows } = await connection.query<{ held: boolean }>(
      'select pg_try_advisory_lock($1, hashtext($2)) as held',
      [LOCKS, ballot],
    );
    const held = rows[0]?.held === true;
    if (held) this.#kept.add(ballot);
    return held;
  }

  admit(ballot: BallotId, person: PersonId): void {
    this.#inside.set(ballot, person);
  }

  inside(ballot: BallotId): PersonId | undefined {
    return this.#inside.get(ballot);
  }

  leave(ballot: BallotId): void {
    this.#inside.delete(ballot);
  }

  /** The ballot is over. */
  async end(ballot: BallotId): Promise<void> {
    this.leave(ballot);
    if (!this.#kept.delete(ballot)) return;
    const connection = await this.#connected();
    await connection.query('select pg_advisory_unlock($1, hashtext($2))', [LOCKS, ballot]);
  }

  /** Gives its connection back, and with it every lock. */
  async close(): Promise<void> {
    const connection = await this.#connection?.catch(() => undefined);
    this.#forget();
    connection?.release(true);
  }

  /** One connection of its own, since the locks end with it. */
  #connected(): Promise<pg.PoolClient> {
    this.#connection ??= this.#pool.connect().then(
      (connection) => {
        connection.on('error', () => this.#lost(connection));
        return connection;
      },
      (error: unknown) => {
        this.#connection = undefined;
        throw error;
      },
    );
    return this.#connection;
  }

  #lost(connection: pg.PoolClient): void {
    this.#forget();
    connection.release(true);
  }

  #forget(): void {
    this.#connection = undefined;
    this.#kept.clear();
    this.#inside.clear();
  }
}
