import { createHash, randomBytes } from 'node:crypto';
import type { Identification, MeetingId, PersonId } from '@klubba/meeting';
import type pg from 'pg';
import type { Assurance } from '@klubba/protocol';
import type { Role } from './provider.ts';
import type { Sealing } from './sealing.ts';

/** How a person proved who they are; the rest of `Identification` is not a way to log in. */
export type LoginMethod = Exclude<Identification, 'secretaryInRoom' | 'withheld'>;

export type Session = {
  readonly id: string;
  readonly person: PersonId;
  readonly method: LoginMethod;
  /** Which of the installation's providers vouched; `demo`, `passkey` and `hearing` are our own. */
  readonly provider: string;
  readonly assurance: Assurance;
  readonly roles: readonly Role[];
  /** Set for one heard in a single item: good for that meeting and nothing else. */
  readonly onlyMeeting: MeetingId | undefined;
  readonly device: string;
  readonly createdAt: number;
  /** When the person showed who they are; 0: nobody has said. */
  readonly authenticatedAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
};

export type SessionWish = Pick<Session, 'person' | 'method' | 'device'> &
  Partial<Pick<Session, 'provider' | 'assurance' | 'roles' | 'onlyMeeting' | 'authenticatedAt'>> & {
    /** What the provider is asked with later; sealed in the table. */
    readonly renewal?: string;
  };

export type Sessions = {
  /** `token` goes into the person's cookie and is kept nowhere else. */
  create(wish: SessionWish): Promise<{ readonly token: string; readonly session: Session }>;
  /** The session of a token, if it is valid now. */
  find(token: string): Promise<Session | undefined>;
  list(person: PersonId): Promise<readonly Session[]>;
  /** Ends a session of this person. False: there is none. */
  revoke(id: string, person: PersonId): Promise<boolean>;
  /** Ends all of a person's, or those for one meeting; except one, if named. Returns how many. */
  revokeAll(person: PersonId, which?: { readonly onlyMeeting?: MeetingId; readonly except?: string }): Promise<number>;
  /** Ends everybody's, except one; returns how many. */
  revokeEverybodys(except: string): Promise<number>;
  /**
   * These are in use by an open page. A session in a meeting that is going on is not ended by the clock: it lasts at
   * least `MEETING_MARGIN_MS` more, up to twice its time.
   */
  inUse(ids: readonly string[], inMeeting: readonly string[]): Promise<void>;
  /** Which of these have ended, by whomever and on whichever server. */
  ended(ids: readonly string[]): Promise<readonly string[]>;
  /** Called for each session that somebody ends: at once on this server, and by `hearEnds` on the others. */
  onEnd(listener: (id: string) => void): void;
  /** Looks for what other servers have ended since a little while ago, and tells it here. */
  hearEnds(): Promise<void>;
  /** Takes sessions whose provider has not been asked for a while; no other server gets the same ones. */
  dueForCheck(everyMs: number): Promise<readonly DueSession[]>;
  /** The provider's answer: the next secret, and the roles if it told them. */
  checked(id: string, renewal: string, roles: readonly Role[] | undefined): Promise<void>;
};

export type DueSession = Pick<Session, 'id' | 'person' | 'provider'> & { readonly renewal: string };

export type SessionLimits = {
  /** After a login. */
  readonly lifetimeMs: number;
  /** Without a request or an open page. */
  readonly idleMs: number;
};

/** How long before its end a session warns, and how much longer than now one in a running meeting lasts. */
export const MEETING_MARGIN_MS = 30 * 60_000;
const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const DEVICE_LENGTH_MAX = 200;
/** How exactly "last seen" is known; a write for every request would be waste. */
const SEEN_EVERY_MS = 60_000;
const DUE_AT_ONCE = 100;
/** Clocks of servers differ, and one may have been busy. */
const ENDS_HEARD_FOR_MS = 60_000;

const COLUMNS =
  'id, person, method, provider, assurance, roles, only_meeting, device, created_at, authenticated_at, last_seen_at, expires_at';
const VALID = 'revoked_at is null and expires_at > $2 and last_seen_at > $3';
type Row = {
  id: string;
  person: PersonId;
  method: LoginMethod;
  provider: string;
  assurance: Assurance;
  roles: Role[];
  only_meeting: MeetingId | null;
  device: string;
  created_at: string;
  authenticated_at: string;
  last_seen_at: string;
  expires_at: string;
};

/** Sessions in a table of token hashes: whoever reads the table can log in as nobody. */
export function openSessions(
  pool: pg.Pool,
  { lifetimeMs, idleMs }: SessionLimits,
  sealing: Sealing,
  now: () => number = Date.now,
): Sessions {
  const listeners = new Set<(id: string) => void>();
  let told = new Set<string>();
  const tell = (rows: readonly { readonly id: string }[]): void => {
    for (const { id } of rows) {
      told.add(id);
      for (const listener of listeners) listener(id);
    }
  };
  return {
    async create(wish) {
      const { person, method, device, provider = 'demo', assurance = 'low', roles = [], onlyMeeting, renewal } = wish;
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      const at = now();
      const authenticatedAt = Math.min(wish.authenticatedAt ?? at, at);
      const { rows } = await pool.query<Row>(
        `insert into sessions
           (id, token_hash, person, method, provider, assurance, roles, only_meeting, device, created_at, last_seen_at,
            checked_at, expires_at, renewal, authenticated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $10, $11, $12, $13) returning ${COLUMNS}`,
        [
          randomBytes(12).toString('hex'),
          hashOf(token),
          person,
          method,
          provider,
          assurance,
          roles,
          onlyMeeting ?? null,
          device.slice(0, DEVICE_LENGTH_MAX),
          at,
          at + lifetimeMs,
          renewal === undefined ? null : sealing.seal(renewal),
          authenticatedAt,
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
        text: `select ${COLUMNS} from sessions where token_hash = $1 and ${VALID}`,
        values: [hashOf(token), at, at - idleMs],
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
        `select ${COLUMNS} from sessions where person = $1 and ${VALID} order by created_at`,
        [person, now(), now() - idleMs],
      );
      return rows.map(asSession);
    },
    async revoke(id, person) {
      const { rows } = await pool.query<{ id: string }>(
        'update sessions set revoked_at = $3 where id = $1 and person = $2 and revoked_at is null returning id',
        [id, person, now()],
      );
      tell(rows);
      return rows.length > 0;
    },
    async revokeAll(person, { onlyMeeting, except } = {}) {
      const { rows } = await pool.query<{ id: string }>(
        `update sessions set revoked_at = $2 where person = $1 and revoked_at is null
           and ($3::text is null or only_meeting = $3) and ($4::text is null or id <> $4) returning id`,
        [person, now(), onlyMeeting ?? null, except ?? null],
      );
      tell(rows);
      return rows.length;
    },
    async revokeEverybodys(except) {
      const { rows } = await pool.query<{ id: string }>(
        'update sessions set revoked_at = $1 where revoked_at is null and expires_at > $1 and id <> $2 returning id',
        [now(), except],
      );
      tell(rows);
      return rows.length;
    },
    async inUse(ids, inMeeting) {
      const at = now();
      await pool.query(
        `update sessions set last_seen_at = greatest(last_seen_at, $2), expires_at = case when id = any($3)
           then greatest(expires_at, least($2 + $4::bigint, created_at + 2 * $5::bigint)) else expires_at end
         where id = any($1) and revoked_at is null and expires_at > $2`,
        [ids, at, inMeeting, MEETING_MARGIN_MS, lifetimeMs],
      );
    },
    async ended(ids) {
      const { rows } = await pool.query<{ id: string }>({
        name: 'ended-sessions',
        text: `select id from sessions where id = any($1) and not (${VALID})`,
        values: [ids, now(), now() - idleMs],
      });
      return rows.map((row) => row.id);
    },
    onEnd(listener) {
      listeners.add(listener);
    },
    async hearEnds() {
      const { rows } = await pool.query<{ id: string }>({
        name: 'heard-ends',
        text: 'select id from sessions where revoked_at > $1',
        values: [now() - ENDS_HEARD_FOR_MS],
      });
      const before = told;
      told = new Set(rows.flatMap(({ id }) => (before.has(id) ? [id] : [])));
      tell(rows.filter(({ id }) => !before.has(id)));
    },
    async dueForCheck(everyMs) {
      const at = now();
      const { rows } = await pool.query<Pick<Row, 'id' | 'person' | 'provider'> & { renewal: Buffer }>(
        `update sessions set checked_at = $1 where id in (
           select id from sessions where renewal is not null and revoked_at is null and expires_at > $1
             and checked_at <= $2 order by checked_at limit ${DUE_AT_ONCE} for update skip locked)
         returning id, person, provider, renewal`,
        [at, at - everyMs],
      );
      return rows.map(({ renewal, ...row }) => ({ ...row, renewal: sealing.open(renewal) ?? '' }));
    },
    async checked(id, renewal, roles) {
      await pool.query('update sessions set renewal = $2, roles = coalesce($3, roles) where id = $1', [
        id,
        sealing.seal(renewal),
        roles ?? null,
      ]);
    },
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

function asSession(row: Row): Session {
  const { id, person, method, provider, assurance, roles, device } = row;
  return {
    id,
    person,
    method,
    provider,
    assurance,
    roles,
    onlyMeeting: row.only_meeting ?? undefined,
    device,
    createdAt: Number(row.created_at),
    authenticatedAt: Number(row.authenticated_at),
    lastSeenAt: Number(row.last_seen_at),
    expiresAt: Number(row.expires_at),
  };
}
