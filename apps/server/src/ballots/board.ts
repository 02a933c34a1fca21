import { createHash } from 'node:crypto';
import {
  appendBallot,
  appendClosing,
  appendDecryption,
  type Appended,
  appendResult,
  appendSetup,
  appendTally,
  type BoardState,
  type Element,
  type ElectionParameters,
  encodeElection,
  encodeTally,
  findSharedNonce,
  jointKeyOf,
  openTally,
  parseElection,
  parseTally,
  tallyBallots,
  type TrusteeGroup,
  verifyBallot,
  type VerifiedBallot,
  type VerifiedDecryption,
  verifyDecryption,
  votingRegister,
} from '@klubba/ballot';
import { nodeEngine } from '@klubba/ballot/node';
import type { BallotCount, BallotId, ClosedBallot, MeetingPlan } from '@klubba/meeting';
import { personWithParty } from '@klubba/meeting';
import type pg from 'pg';
import type { BoardRow, BoardStore } from './board-store.ts';
import { keptGroup } from './kept-group.ts';

export type CastOutcome =
  | { readonly kind: 'recorded'; readonly hash: string; readonly height: number }
  | { readonly kind: 'refused'; readonly rule: string };
export type ShareOutcome = 'taken' | 'known' | 'wrong';

/** In the language of the record. */
const SOMEBODY_ELSE = 'Någon annan';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const stateOf = ({ seconds, head, height }: BoardRow): BoardState => ({
  seconds,
  head: head === null ? undefined : { hash: head, height },
});

/** What a running server remembers of one board, so that each ballot is verified once. The database is the truth. */
class Polling {
  readonly parameters: ElectionParameters;
  readonly register: ReturnType<typeof votingRegister>;
  readonly cast: VerifiedBallot[] = [];
  height = -1;

  constructor(row: BoardRow, credentials: readonly Element[]) {
    const parsed = parseElection(Buffer.from(row.election ?? ''), nodeEngine(), row.list.length);
    if (!parsed.ok) throw new Error(`The board ${row.ballot} has no sound election: ${parsed.failure.rule}`);
    this.parameters = parsed.value;
    this.register = votingRegister(
      this.parameters,
      credentials.map((credential) => ({ credential, weight: 1 })),
    );
  }
}

/** The public board of each ballot: everything is verified before it is written, and what is written stays. */
export class Boards {
  readonly #store: BoardStore;
  readonly #pollings = new Map<BallotId, Polling>();

  constructor(store: BoardStore) {
    this.#store = store;
  }

  /** A credential as it may stand in the list: the one spelling of an element of the subgroup. */
  isCredential(row: BoardRow, text: string): boolean {
    const group = keptGroup(row.group);
    const { element, canonical, inRange } = group.read(text);
    return element !== undefined && canonical && inRange && group.isMember(element) && !group.isIdentity(element);
  }

  /** Adds credentials of this round of registration to the list, which is sorted; its lines and its hash. */
  async list(
    { ballot, uuid }: BoardRow,
    credentials: Iterable<string>,
  ): Promise<{ readonly lines: number; readonly hash: string }> {
    return this.#store.locked(ballot, async (row, client) => {
      const isPast = row.height >= 0 || row.uuid !== uuid;
      const list = isPast ? [...row.list] : [...new Set([...row.list, ...credentials])].toSorted();
      await client.query('update ballots set list = $2 where ballot = $1', [ballot, list]);
      return { lines: list.length, hash: sha256(JSON.stringify(list)) };
    });
  }

  /** The first event: question, keys, list. From here nobody's credential can be signed any more. */
  async setUp(
    plan: MeetingPlan,
    closed: ClosedBallot,
    trustees: readonly TrusteeGroup[],
    title: string,
  ): Promise<void> {
    await this.#store.locked(closed.id, async (row, client) => {
      if (row.height >= 0) return;
      const group = keptGroup(row.group);
      const publicKey = jointKeyOf(group, trustees);
      if (publicKey === undefined) throw new Error('Assembled trustees have a key');
      const record = encodeElection(group, {
        description: `${plan.body.name} ${plan.date}`,
        name: title,
        group: group.name,
        publicKey,
        questions: [
          {
            question: title,
            answers: [
              ...closed.candidates.map((person) => personWithParty(plan, person)),
              ...(closed.others === true ? [SOMEBODY_ELSE] : []),
            ],
            blank: true,
            min: 1,
            max: closed.places,
          },
        ],
        uuid: row.uuid,
        administrator: plan.municipality,
        credentialAuthority: plan.body.name,
      });
      const credentials = this.#elements(row).map((credential) => ({ credential, weight: 1 }));
      const setup = appendSetup(stateOf(row), group, record, trustees, credentials);
      await this.#append(client, closed.id, 'Setup', setup);
      await client.query('update ballots set election = $2, blind_key = null where ballot = $1', [
        closed.id,
        Buffer.from(record).toString(),
      ]);
    });
  }

  /** Verified on arrival; the same ballot again is the same receipt, also when new ones are taken no more. */
  async cast({ id: ballot, once, state }: ClosedBallot, text: string): Promise<CastOutcome> {
    const recordHash = sha256(text);
    return this.#store.locked(ballot, async (row, client): Promise<CastOutcome> => {
      const { rows: known } = await client.query<{ hash: string; height: number }>(
        `select hash, height from ballot_events where ballot = $1 and type = 'Ballot' and record_hash = $2`,
        [ballot, recordHash],
      );
      if (known[0] !== undefined) return { kind: 'recorded', ...known[0] };
      if (state !== 'voting' || row.height < 0 || (await this.#isClosed(client, ballot)))
        return { kind: 'refused', rule: 'BALLOT-CLOSED' };
      const { rows: spoiled } = await client.query(
        'select 1 from spoiled_ballots where ballot = $1 and record_hash = $2',
        [ballot, recordHash],
      );
      if (spoiled.length > 0) return { kind: 'refused', rule: 'BALLOT-SPOILED' };
      const polling = await this.#polling(row, client);
      const verified = verifyBallot(polling.parameters, polling.register, Buffer.from(text));
      if (!verified.ok) return { kind: 'refused', rule: verified.failure.rule };
      const before = polling.cast.some(({ credential }) => credential === verified.value.credential);
      if (once === true && before) return { kind: 'refused', rule: 'BALLOT-ONCE' };
      const shared = findSharedNonce(polling.cast, verified.value);
      if (shared !== undefined) return { kind: 'refused', rule: shared.rule };
      const { hash, height } = await this.#append(
        client,
        ballot,
        'Ballot',
        appendBallot(stateOf(row), verified.value.bytes),
        {
          record: text,
          recordHash,
        },
      );
      return { kind: 'recorded', hash, height };
    });
  }

  async voters(row: BoardRow): Promise<number> {
    if (row.election === null) return 0;
    const polling = await this.#polling(row, this.#store.pool);
    return new Set(polling.cast.map(({ credential }) => credential)).size;
  }

  /** Nothing can be added any more. */
  async close(ballot: BallotId): Promise<{ readonly head: string; readonly cast: number }> {
    return this.#store.locked(ballot, async (row, client) => {
      const { rows } = await client.query<{ hash: string }>(
        `select hash from ballot_events where ballot = $1 and type = 'EndBallots'`,
        [ballot],
      );
      const head =
        rows[0]?.hash ?? (await this.#append(client, ballot, 'EndBallots', appendClosing(stateOf(row)))).hash;
      const polling = await this.#polling(row, client);
      return { head, cast: new Set(polling.cast.map(({ credential }) => credential)).size };
    });
  }

  /** The encrypted sums: from here key holders can open them. */
  async tally(ballot: BallotId): Promise<void> {
    await this.#store.locked(ballot, async (row, client) => {
      if (row.tally !== null) return;
      const { parameters, cast } = await this.#polling(row, client);
      const { tally, counted, weight } = tallyBallots(parameters, cast);
      await this.#append(
        client,
        ballot,
        'EncryptedTally',
        appendTally(stateOf(row), parameters.group, tally, counted, weight),
      );
      await client.query('update ballots set tally = $2 where ballot = $1', [
        ballot,
        Buffer.from(encodeTally(parameters.group, tally)).toString(),
      ]);
    });
  }

  /** A wrong part is not written. `owner`: the key holder's number, from 1. */
  async share(ballot: BallotId, trustees: readonly TrusteeGroup[], owner: number, text: string): Promise<ShareOutcome> {
    return this.#store.locked(ballot, async (row, client): Promise<ShareOutcome> => {
      const { parameters } = await this.#polling(row, client);
      const given = await this.#store.records(client, ballot, 'PartialDecryption', -1);
      if (given.some((one) => one.owner === owner)) return 'known';
      const verified = this.#decryption(row, parameters, trustees, owner, text);
      if (verified === undefined) return 'wrong';
      await this.#append(
        client,
        ballot,
        'PartialDecryption',
        appendDecryption(stateOf(row), parameters.group, owner, verified.decryption),
        { record: text, recordHash: sha256(text), owner },
      );
      return 'taken';
    });
  }

  /** The figures, when enough key holders have given their part. */
  async result(
    closed: ClosedBallot,
    trustees: readonly TrusteeGroup[],
  ): Promise<{ readonly count: BallotCount; readonly head: string } | undefined> {
    return this.#store.locked(closed.id, async (row, client) => {
      const { parameters, cast } = await this.#polling(row, client);
      const tally = parseTally(parameters.group, row.tally ?? '');
      if (!tally.ok) return undefined;
      const given = await this.#store.records(client, closed.id, 'PartialDecryption', -1);
      const decryptions = given.flatMap(
        ({ owner, record }) => this.#decryption(row, parameters, trustees, owner ?? 0, record) ?? [],
      );
      const opened = openTally(parameters, trustees, tally.value, tallyBallots(parameters, cast).weight, decryptions);
      if (!opened.ok) return undefined;
      const { rows } = await client.query<{ hash: string }>(
        `select hash from ballot_events where ballot = $1 and type = 'Result'`,
        [closed.id],
      );
      const head =
        rows[0]?.hash ??
        (await this.#append(client, closed.id, 'Result', appendResult(stateOf(row), opened.value))).hash;
      const [blank = 0, ...figures] = opened.value[0] ?? [];
      const votes = Object.fromEntries(closed.candidates.map((person, index) => [person, figures[index] ?? 0]));
      const others = closed.others === true ? { others: figures[closed.candidates.length] ?? 0 } : {};
      return { count: { votes, ...others, blank, invalid: 0 }, head };
    });
  }

  parametersOf(row: BoardRow): ElectionParameters | undefined {
    const parsed = parseElection(Buffer.from(row.election ?? ''), nodeEngine());
    return parsed.ok ? parsed.value : undefined;
  }

  #decryption(
    { tally }: BoardRow,
    parameters: ElectionParameters,
    trustees: readonly TrusteeGroup[],
    owner: number,
    text: string,
  ): VerifiedDecryption | undefined {
    const read = parseTally(parameters.group, tally ?? '');
    if (!read.ok) return undefined;
    const verified = verifyDecryption(parameters, trustees, read.value, owner, text);
    return verified.ok ? verified.value : undefined;
  }

  async #isClosed(client: pg.PoolClient, ballot: BallotId): Promise<boolean> {
    const { rows } = await client.query(`select 1 from ballot_events where ballot = $1 and type = 'EndBallots'`, [
      ballot,
    ]);
    return rows.length > 0;
  }

  /** What this server remembers, with what it has not seen yet. */
  async #polling(row: BoardRow, from: Pick<pg.Pool, 'query'>): Promise<Polling> {
    const polling = this.#pollings.get(row.ballot) ?? new Polling(row, this.#elements(row));
    this.#pollings.set(row.ballot, polling);
    for (const { height, record } of await this.#store.records(from, row.ballot, 'Ballot', polling.height)) {
      if (height <= polling.height) continue;
      const verified = verifyBallot(polling.parameters, polling.register, Buffer.from(record));
      if (!verified.ok) throw new Error(`The board ${row.ballot} holds a ballot that breaks ${verified.failure.rule}`);
      polling.cast.push(verified.value);
      polling.height = height;
    }
    return polling;
  }

  #elements({ group, list }: BoardRow): readonly Element[] {
    return list.flatMap((text) => keptGroup(group).read(text).element ?? []);
  }

  async #append(
    client: pg.PoolClient,
    ballot: BallotId,
    type: string,
    { bytes, board }: Appended,
    more: { readonly record?: string; readonly recordHash?: string; readonly owner?: number } = {},
  ): Promise<{ readonly hash: string; readonly height: number }> {
    const { hash, height } = board.head;
    await this.#store.append(client, ballot, { height, type, hash, bytes, ...more });
    return { hash, height };
  }
}
