import { createHmac, randomBytes, randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import type { ItemId, MeetingId, PersonId } from '@klubba/meeting';
import type pg from 'pg';

/** One person's way to be heard in one item, without an e-identification (EXT-03). */
export type Hearing = {
  readonly id: string;
  readonly meeting: MeetingId;
  readonly item: ItemId;
  readonly person: PersonId;
  /** `open`: the link waits for its code. `used`: somebody is in by it, and nobody else comes in. `ended`: it is dead. */
  readonly state: 'open' | 'used' | 'ended';
  readonly madeAt: number;
};

/** To be said within minutes: `until` is when it is worth nothing any more. */
export type HearingCode = { readonly code: string; readonly until: number };
export type NewHearing = HearingCode & { readonly hearing: Hearing; readonly token: string };

export type Hearings = {
  /** A new link and code. What this person had for this meeting is dead from now on. */
  make(wish: Pick<Hearing, 'meeting' | 'item' | 'person'>, by: PersonId): Promise<NewHearing>;
  /** Another code for a link that waits, when the one before it has not been used in time. That one is dead. */
  newCode(meeting: MeetingId, id: string): Promise<HearingCode | undefined>;
  list(meeting: MeetingId): Promise<readonly Hearing[]>;
  find(token: string): Promise<Hearing | undefined>;
  /** The right code uses the link up. After too many wrong ones it is dead. */
  use(token: string, code: string): Promise<Hearing | 'used' | 'ended' | 'wrongCode' | 'oldCode' | undefined>;
  /** The hearing is over: the link is dead for ever. Returns whose. */
  end(meeting: MeetingId, which: { readonly id?: string; readonly person?: PersonId }): Promise<readonly PersonId[]>;
};

/** Told by telephone, so digits; guessed only through the link, which is long, and a few times. */
const CODE_DIGITS = 6;
const CODE_HASH_BYTES = 32;
const stretched = promisify(scrypt);
export const WRONG_CODES_MAX = 5;
/** A code given by another way lives no longer (ASVS V6.5.5); the link it belongs to may. */
export const CODE_MS = 10 * 60_000;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

const COLUMNS = 'id, meeting, item, person, made_at, used_at, ended_at';
type Row = {
  id: string;
  meeting: MeetingId;
  item: ItemId;
  person: PersonId;
  made_at: string;
  used_at: string | null;
  ended_at: string | null;
};

export function openHearings(pool: pg.Pool, key: Uint8Array, now: () => number = Date.now): Hearings {
  const hash = (use: string, value: string): Buffer =>
    createHmac('sha256', key).update(`hearing ${use} ${value}`).digest();
  // Six digits are few: each guess at what lies in the database is to cost something, key or not.
  const codeHash = async (id: string, code: string): Promise<Buffer> =>
    (await stretched(code, hash('salt', id), CODE_HASH_BYTES)) as Buffer;
  const one = async (sql: string, values: readonly unknown[]): Promise<Hearing | undefined> => {
    const { rows } = await pool.query<Row>(sql, [...values]);
    return rows.map(asHearing)[0];
  };
  const end: Hearings['end'] = async (meeting, { id, person }) => {
    const { rows } = await pool.query<{ person: PersonId }>(
      `update hearings set ended_at = $2 where meeting = $1 and ended_at is null
         and ($3::text is null or id = $3) and ($4::text is null or person = $4) returning person`,
      [meeting, now(), id ?? null, person ?? null],
    );
    return rows.map((row) => row.person);
  };
  const find = (token: string): Promise<Hearing | undefined> =>
    TOKEN.test(token)
      ? one(`select ${COLUMNS} from hearings where token_hash = $1`, [hash('token', token)])
      : Promise.resolve(undefined);
  const freshCode = async (id: string): Promise<HearingCode & { readonly hash: Buffer }> => {
    const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
    return { code, until: now() + CODE_MS, hash: await codeHash(id, code) };
  };
  return {
    async make({ meeting, item, person }, by) {
      await end(meeting, { person });
      const id = randomBytes(9).toString('hex');
      const token = randomBytes(32).toString('base64url');
      const { code, until, hash: codeHashed } = await freshCode(id);
      const hearing = await one(
        `insert into hearings (id, meeting, item, person, token_hash, code_hash, code_until, made_by, made_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`,
        [id, meeting, item, person, hash('token', token), codeHashed, until, by, now()],
      );
      if (hearing === undefined) throw new Error('The hearing was not kept');
      return { hearing, token, code, until };
    },
    async newCode(meeting, id) {
      const { code, until, hash: codeHashed } = await freshCode(id);
      const { rowCount } = await pool.query(
        `update hearings set code_hash = $3, code_until = $4
         where id = $1 and meeting = $2 and used_at is null and ended_at is null`,
        [id, meeting, codeHashed, until],
      );
      return rowCount === 1 ? { code, until } : undefined;
    },
    async list(meeting) {
      const { rows } = await pool.query<Row>(`select ${COLUMNS} from hearings where meeting = $1 order by made_at`, [
        meeting,
      ]);
      return rows.map(asHearing);
    },
    find,
    async use(token, code) {
      const hearing = await find(token);
      if (hearing === undefined) return undefined;
      if (hearing.state !== 'open') return hearing.state;
      // One statement each: of two who try at the same moment one gets in, and no guess goes uncounted.
      const used = await one(
        `update hearings set used_at = $3 where id = $1 and code_hash = $2 and code_until >= $3
           and used_at is null and ended_at is null returning ${COLUMNS}`,
        [hearing.id, await codeHash(hearing.id, code), now()],
      );
      if (used !== undefined) return used;
      // Whatever was typed: that it was right once is told to nobody.
      const { rows: old } = await pool.query(
        'select 1 from hearings where id = $1 and code_until < $2 and used_at is null and ended_at is null',
        [hearing.id, now()],
      );
      if (old.length > 0) return 'oldCode';
      const after = await one(
        `update hearings set wrong_codes = wrong_codes + 1,
           ended_at = case when wrong_codes + 1 >= $2 then $3::bigint else ended_at end
         where id = $1 and used_at is null returning ${COLUMNS}`,
        [hearing.id, WRONG_CODES_MAX, now()],
      );
      if (after === undefined) return 'used';
      return after.state === 'ended' ? 'ended' : 'wrongCode';
    },
    end,
  };
}

function asHearing({ id, meeting, item, person, made_at, used_at, ended_at }: Row): Hearing {
  const state = ended_at !== null ? 'ended' : used_at !== null ? 'used' : 'open';
  return { id, meeting, item, person, state, madeAt: Number(made_at) };
}
