import { createHash, randomBytes } from 'node:crypto';
import type { Identification, PersonId } from '@klubba/meeting';
import type pg from 'pg';

/** How a person proved who they are; the rest of `Identification` is not a way to log in. */
export type LoginMethod = Exclude<Identification, 'secretaryInRoom' | 'withheld'>;

export type Session = {
  readonly id: string;
  readonly person: PersonId;
  readonly method: LoginMethod;
  readonly device: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
};

export type Sessions = {
  /** `token` goes into the person's cookie and is kept nowhere else. */
  create(wish: {
    readonly person: PersonId;
    readonly method: LoginMethod;
    readonly device: string;
  }): Promise<{ readonly token: string; readonly session: Session }>;
  /** The session of a token, if it is valid now. */
  find(token: string): Promise<Session | undefined>;
  list(person: PersonId): Promise<readonly Session[]>;
  /** Ends a session of this person. False: there is none. */
  revoke(id: string, person: PersonId): Promise<boolean>;
  /** Which of these have ended, by whomever and on whichever server. */
  ended(ids: readonly string[]): Promise<readonly string[]>;
  /** Called for each session that is ended on this server. */
  onEnd(listener: (id: string) => void): void;
};

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const DEVICE_LENGTH_MAX = 200;
/** How exactly "last seen" is known; a write for every request would be waste. */
const SEEN_EVERY_MS = 60_000;

const COLUMNS = 'id, person, method, device, created_at, last_seen_at, expires_at';
type Row = {
  id: string;
  person: PersonId;
  method: LoginMethod;
  device: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
};

/** Sessions in a table of token hashes: whoever reads the table can log in as nobody. */
export function openSessions(pool: pg.Pool, lifetimeMs: number, now: () => number = Date.now): Sessions {
  const listeners = new Set<(id: string) => void>();
  return {
    async create({ person, method, device }) {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const at = now();
      const { rows } = await pool.query<Row>(
        `insert into sessions (id, token_hash, person, method, device, created_at, last_seen_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $6, $7) returning ${COLUMNS}`,
        [
          randomBytes(12).toString('hex'),
          hashOf(token),
          person,
          method,
          device.slice(0, DEVICE_LENGTH_MAX),
          at,
          at + lifetimeMs,
        ],
      );
      const [row] = rows;
      if (row === undefined) throw new Error('The session was not kept');
      return { token, session: asSession(row) };
    },
    async find(token) {
      if (!TOKEN.test(token)) return undefined;
      const at = now();
      const { rows } = await pool.query<Row>({
        name: 'session',
        text: `select ${COLUMNS} from sessions where token_hash = $1 and revoked_at is null and expires_at > $2`,
        values: [hashOf(token), at],
      });
      const [row] = rows;
      if (row === undefined) return undefined;
      const session = asSession(row);
      if (at - session.lastSeenAt > SEEN_EVERY_MS)
        await pool.query('update sessions set last_seen_at = $2 where id = $1', [session.id, at]);
      return session;
    },
    async list(person) {
      const { rows } = await pool.query<Row>(
        `select ${COLUMNS} from sessions where person = $1 and revoked_at is null and expires_at > $2 order by created_at`,
        [person, now()],
      );
      return rows.map(asSession);
    },
    async revoke(id, person) {
      const { rowCount } = await pool.query(
        'update sessions set revoked_at = $3 where id = $1 and person = $2 and revoked_at is null',
        [id, person, now()],
      );
      if (rowCount === 0) return false;
      for (const listener of listeners) listener(id);
      return true;
    },
    async ended(ids) {
      const { rows } = await pool.query<{ id: string }>({
        name: 'ended-sessions',
        text: 'select id from sessions where id = any($1) and (revoked_at is not null or expires_at <= $2)',
        values: [ids, now()],
      });
      return rows.map((row) => row.id);
    },
    onEnd(listener) {
      listeners.add(listener);
    },
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function asSession(row: Row): Session {
  const { id, person, method, device } = row;
  return {
    id,
    person,
    method,
    device,
    createdAt: Number(row.created_at),
    lastSeenAt: Number(row.last_seen_at),
    expiresAt: Number(row.expires_at),
  };
}
