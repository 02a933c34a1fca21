import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClosedBallot, PersonId } from '@klubba/meeting';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { type Processes, startProcesses } from '../processes/index.ts';
import { openServer, type Server } from '../server.ts';
import type { AttackedOrder, AttackedStart } from './testing/attacked-server.ts';
import {
  byWindow,
  type Guesses,
  inMemory,
  inOrder,
  nearest,
  rightOnes,
  tellApart,
  type Traces,
} from './testing/attacks.ts';
import { BallotHall } from './testing/hall.ts';
import type { KeyHolder } from './testing/key-holder.ts';
import { sha256, Voter } from './testing/voter.ts';
import { type Tapped, WireTap } from './testing/wire-tap.ts';

const LONG_MS = 240_000;
const VOTERS = 41;
/** Guessing alone has one right; more than seven happen once in a hundred thousand times. */
const BY_CHANCE = 7;
/** With five ballots for each name, eight are right by chance; more than twenty happen as seldom. */
const BY_CHANCE_OF_FIVE = 20;
/** Of forty told apart in two ways; more happen once in ten thousand times. */
const TOLD_BY_CHANCE = 31;
const person = (name: string): PersonId => name as PersonId;
const CANDIDATES = ['p-gunilla-hedman', 'p-louise-ryden'].map(person).toSorted();
const HOLDERS = ['p-carl-bergendal', 'p-lena-torstensson', 'p-daniel-hallen'].map(person);

let folder: string;
let processes: Processes;
let server: Server;
let attacked: ChildProcess;
let tap: WireTap;
let hall: BallotHall;
let holders: readonly KeyHolder[];
let ballot: ClosedBallot;
let voters: readonly Voter[];
let traces: Traces;
/** Whose each group of traces is: what the attacker wants to know. */
let owners: readonly PersonId[];
const seenOnTheWire: { readonly choice: number; readonly tapped: Tapped }[] = [];

/** Nobody enters and votes in the same order, nor in that of the alphabet. */
const shuffled = <T>(all: readonly T[], salt: string, key: (one: T) => string): readonly T[] =>
  all.toSorted((a, b) => (sha256(salt + key(a)) < sha256(salt + key(b)) ? -1 : 1));

async function order(asked: AttackedOrder): Promise<void> {
  const done = once(attacked, 'message');
  attacked.send(asked);
  await done;
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'klubba-attack-'));
  processes = await startDatabase();
  const { databaseUrl } = processes;
  server = await openServer({ config: readConfig({}), port: 0, databaseUrl, video: undefined, log: openLog('silent') });
  const start: AttackedStart = { databaseUrl, logFile: path.join(folder, 'server.log') };
  attacked = fork(fileURLToPath(new URL('testing/attacked-server.ts', import.meta.url)), [JSON.stringify(start)]);
  const [url] = (await once(attacked, 'message')) as [string];
  tap = await WireTap.open(Number(new URL(url).port));
  hall = new BallotHall(server);
  await hall.demandVote(CANDIDATES);
  holders = await hall.keyHolders(HOLDERS);
  await hall.press({ type: 'openClosedBallot', means: 'sealed' });
  ballot = await hall.ballot();
}, LONG_MS);

afterAll(async () => {
  if (!isStopped) {
    await stopServers();
    await processes.stop();
  }
  rmSync(folder, { recursive: true });
});

async function vote(): Promise<void> {
  voters = await Promise.all(
    hall.members.map(async (one) => new Voter(tap.url, hall.meeting, ballot.id, one, await hall.cookieOf(one))),
  );
  await expect.poll(async () => (await voters[0]?.board())?.blindKey !== undefined, { timeout: 10_000 }).toBe(true);
  for (const voter of shuffled(voters, 'enter', (one) => one.person)) expect((await voter.register()).status).toBe(204);
  await hall.press({ type: 'closeRegistration' });
  await hall.until(({ elections }) => elections.ballots[ballot.id]?.list?.lines === VOTERS);
  await hall.press({ type: 'approveVotingList' });
  await expect.poll(async () => (await voters[0]?.board())?.election !== undefined, { timeout: 10_000 }).toBe(true);
  for (const [index, voter] of shuffled(voters, 'vote', (one) => one.person).entries()) {
    const choice = index % 2;
    const made = await voter.make({ blank: false, answers: [choice] });
    const tapped = await tap.during(() => voter.castMade(made));
    if (index > 0) seenOnTheWire.push({ choice, tapped });
    await voter.sayVoted();
  }
  await voters[3]?.cast({ blank: true });
  // Memory is looked into while most can be in it: before anything is forgotten.
  await order({ snapshot: path.join(folder, 'voting.heapsnapshot') });
  await hall.press({ type: 'closeClosedBallot' });
  await hall.reaches('ended');
  await hall.until(({ elections }) => elections.ballots[ballot.id]?.voted.length === VOTERS);
  for (const { person: one } of voters)
    await hall.press({ type: 'checkInclusion', ballot: ballot.id, person: one, found: true }, one);
  await hall.press({ type: 'startCount' });
  await expect.poll(async () => (await voters[1]?.board())?.tally !== undefined, { timeout: 20_000 }).toBe(true);
  const board = await voters[1]?.board();
  if (board === undefined) throw new Error('No board');
  for (const holder of holders.slice(0, 2)) await holder.share(`ballots/${ballot.id}/share`, board);
  ballot = await hall.reaches('counted');
  const known = shuffled(voters, 'traces', (one) => one.credential);
  owners = known.map((one) => one.person);
  const marks = (one: Voter): readonly string[] => [
    one.credential,
    ...one.sent.map(sha256),
    ...one.receipts.map(({ hash }) => hash),
  ];
  traces = { persons: [...hall.members], groups: known.map(marks) };
}

const groupOf = (mark: string): number => traces.groups.findIndex((marks) => marks.includes(mark));

async function asked<T extends pg.QueryResultRow>(
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: processes.databaseUrl });
  await client.connect();
  try {
    return (await client.query<T>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Every table, row by row as the database keeps them, each a buffer: what stands in one row stands together. */
async function rowsOfAllTables(): Promise<readonly Buffer[]> {
  const tables = await asked<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const all = await Promise.all(
    tables.map(({ name }) => asked<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t`)),
  );
  return all.flat().map(({ row }) => Buffer.from(row));
}

/** The files of a folder and of those in it. */
function filesIn(of: string): readonly Buffer[] {
  return readdirSync(of, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(of, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => readFileSync(file));
}

/** The database's files when it has stopped, which is what a cold backup holds; the write-ahead log apart. */
async function laidDown(): Promise<{ readonly files: readonly Buffer[]; readonly wal: readonly Buffer[] }> {
  await processes.stop();
  const folderOf = path.join(folder, 'data', 'postgres');
  const wal = path.join(folderOf, 'pg_wal');
  const others = readdirSync(folderOf, { withFileTypes: true }).filter(
    (one) => one.isDirectory() && one.name !== 'pg_wal',
  );
  return { files: others.flatMap(({ name }) => filesIn(path.join(folderOf, name))), wal: filesIn(wal) };
}

const startDatabase = (): Promise<Processes> =>
  startProcesses({ dataDir: path.join(folder, 'data'), livekit: { kind: 'none' } });

let isStopped = false;

/** Both servers go, and nobody holds the database any more. */
async function stopServers(): Promise<void> {
  isStopped = true;
  tap.stop();
  const gone = once(attacked, 'exit');
  attacked.disconnect();
  await gone;
  await server.stop();
}

/** Facts and ballots in the order in which they were written, by the numbers of the database's own transactions. */
async function writtenInOrder(): Promise<Parameters<typeof byWindow>[0]> {
  const rows = await asked<{ told: PersonId[] | null; hash: string | null }>(
    `select told, hash from (
       select xmin::text::bigint as tx, event->'persons' as told, null as hash from facts
         where event->>'type' = 'VotesMarked' and event->>'ballot' = $1
       union all
       select xmin::text::bigint, null, hash from ballot_events where type = 'Ballot' and ballot = $1
     ) written order by tx`,
    [ballot.id],
  );
  const first = new Set<number>();
  return rows.flatMap(({ told, hash }): Parameters<typeof byWindow>[0] => {
    if (told !== null) return [{ told }];
    const group = groupOf(hash ?? '');
    const isFirst = !first.has(group);
    first.add(group);
    return isFirst ? [{ cast: group }] : [];
  });
}

const expectNobody = (guesses: Guesses, bound = BY_CHANCE): void =>
  expect(rightOnes(guesses, owners)).toBeLessThanOrEqual(bound);
const expectAll = (guesses: Guesses): void => expect(rightOnes(guesses, owners)).toBeGreaterThan(VOTERS - 5);
const planted = (): readonly (readonly [string, string])[] =>
  owners.map((owner, index) => [owner, traces.groups[index]?.at(-1) ?? '']);

/** As a row or a line of a log would have it. */
const plantedLines = (): readonly Buffer[] =>
  planted().map(([owner, mark]) => Buffer.from(`${JSON.stringify({ person: owner, recorded: mark })}\n`));

describe('an election of 41, attacked with everything that the server keeps', () => {
  it(
    'is held: entered in one order, voted in another, one votes twice',
    async () => {
      await vote();
      expect(traces.groups).toHaveLength(VOTERS);
      expect(ballot.result).toMatchObject({ blank: 1 });
    },
    LONG_MS,
  );

  it(
    'the database’s rows tie nobody to a ballot; rows that did are found',
    async () => {
      expectNobody(nearest(await rowsOfAllTables(), traces));
      expectAll(nearest([...(await rowsOfAllTables()), ...plantedLines()], traces));
    },
    LONG_MS,
  );

  it(
    'the order in which the database wrote facts and ballots leaves five ballots for each name',
    async () => {
      const steps = await writtenInOrder();
      const told = steps.flatMap((step) => ('told' in step ? [step.told] : []));
      expect(told.flat()).toHaveLength(VOTERS);
      expect(Math.min(...told.map((persons) => persons.length))).toBeGreaterThanOrEqual(5);
      expectNobody(byWindow(steps, VOTERS), BY_CHANCE_OF_FIVE);
      const oneByOne = owners.flatMap((owner, index) => [{ cast: index }, { told: [owner] }]);
      expectAll(byWindow(oneByOne, VOTERS));
    },
    LONG_MS,
  );

  it('the order of entering tells neither the list’s order nor that of the ballots', async () => {
    const facts = (await server.meetings.find(hall.meeting))?.live.facts() ?? [];
    const entered = facts.flatMap(({ event }) => (event.type === 'VoterRegistered' ? [event.person] : []));
    const answer = await fetch(`${server.url}/api/meetings/${hall.meeting}/ballots/${ballot.id}/list`);
    const { credentials } = (await answer.json()) as { readonly credentials: readonly string[] };
    const cast = (await writtenInOrder()).flatMap((step) => ('cast' in step ? [step.cast] : []));
    for (const order_ of [credentials.map(groupOf), cast])
      for (const persons of [entered, entered.toReversed()]) expectNobody(inOrder(persons, order_, VOTERS));
    expectAll(inOrder(owners, [...owners.keys()], VOTERS));
  });

  it('the log at its most talkative names no ballot; one that did is found', () => {
    const log = readFileSync(path.join(folder, 'server.log'));
    expectNobody(nearest([log], traces));
    expectAll(nearest([Buffer.concat([log, ...plantedLines()])], traces));
  });

  it(
    'the server’s memory ties nobody to a ballot, neither while votes come in nor afterwards; planted, all are found',
    async () => {
      expectNobody(inMemory(readFileSync(path.join(folder, 'voting.heapsnapshot'), 'utf8'), traces));
      const file = path.join(folder, 'later.heapsnapshot');
      await order({ snapshot: file });
      expectNobody(inMemory(readFileSync(file, 'utf8'), traces));
      await order({ plant: planted() });
      await order({ snapshot: file });
      expectAll(inMemory(readFileSync(file, 'utf8'), traces));
    },
    LONG_MS,
  );

  it('on the wire neither size nor time tells a choice; a longer ballot for one of them would', () => {
    const choices = seenOnTheWire.map(({ choice }) => choice);
    const told = (figure: (one: Tapped) => number): number =>
      tellApart(
        seenOnTheWire.map(({ tapped }) => figure(tapped)),
        choices,
      );
    expect(seenOnTheWire).toHaveLength(VOTERS - 1);
    expect(told(({ sent }) => sent)).toBeLessThanOrEqual(TOLD_BY_CHANCE);
    expect(told(({ received }) => received)).toBeLessThanOrEqual(TOLD_BY_CHANCE);
    expect(told(({ from, until }) => until - from)).toBeLessThanOrEqual(TOLD_BY_CHANCE);
    const longer = seenOnTheWire.map(({ tapped, choice }) => tapped.sent + 200 * choice);
    expect(tellApart(longer, choices)).toBeGreaterThan(VOTERS - 5);
  });

  it(
    'neither a backup nor the write-ahead log lays a person beside a ballot; planted, both are found',
    async () => {
      await stopServers();
      const { files, wal } = await laidDown();
      expectNobody(nearest(wal, traces), BY_CHANCE_OF_FIVE);
      expectNobody(nearest(files, traces), BY_CHANCE_OF_FIVE);
      processes = await startDatabase();
      await asked('create table canary (person text, mark text)');
      for (const pair of planted()) await asked('insert into canary values ($1, $2)', pair);
      const after = await laidDown();
      expectAll(nearest(after.files, traces));
      expectAll(nearest(after.wal, traces));
    },
    LONG_MS,
  );
});
