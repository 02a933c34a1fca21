import { execFileSync } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Choice, verifyArchive } from '@klubba/ballot';
import { nodeEngine } from '@klubba/ballot/node';
import type { BallotId, ClosedBallot, PersonId } from '@klubba/meeting';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { openServer, type Server } from '../server.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { receiptText } from './receipts.ts';
import { BallotHall } from './testing/hall.ts';
import type { KeyHolder } from './testing/key-holder.ts';
import { sha256, type Voter } from './testing/voter.ts';

const LONG_MS = 180_000;
/** The member whose own tablet does not work. */
const AT_BOOTH = 7;
const person = (name: string): PersonId => name as PersonId;
const CANDIDATES = ['p-gunilla-hedman', 'p-louise-ryden'].map(person).toSorted();
const HOLDERS = ['p-carl-bergendal', 'p-lena-torstensson', 'p-daniel-hallen'].map(person);
const forCandidate = (index: number): Choice => ({ blank: false, answers: [index] });

let database: TestDatabase;
let server: Server;
let logFolder: string;
let hall: BallotHall;
let holders: readonly KeyHolder[];
let ballot: ClosedBallot;
let voters: readonly Voter[];

beforeAll(async () => {
  database = await startTestDatabase();
  logFolder = mkdtempSync(path.join(tmpdir(), 'klubba-ballot-log-'));
  server = await openServer({
    config: readConfig({}),
    port: 0,
    databaseUrl: database.url,
    video: undefined,
    log: openLog('trace', path.join(logFolder, 'server.log')),
    councilCopies: ['dropped'],
  });
  hall = new BallotHall(server);
}, LONG_MS);
afterAll(async () => {
  await server.stop();
  await database.stop();
  rmSync(logFolder, { recursive: true });
});

describe('an election of 41 with three key holders', () => {
  it(
    'makes the keys before the ballot, and everybody registers without a name on the list',
    async () => {
      await hall.demandVote(CANDIDATES);
      expect(await hall.refusal({ type: 'openClosedBallot', means: 'sealed' })).toBe('MTG-BALLOT-KEYS');
      holders = await hall.keyHolders(HOLDERS);
      expect(await holders[0]?.step('key')).toBe(409);
      await hall.press({ type: 'openClosedBallot', means: 'sealed' });
      ballot = await hall.ballot();
      expect(ballot.electors).toHaveLength(41);
      await server.meetings.find(hall.meeting);
      voters = await hall.voters(ballot.id);
      await expect.poll(async () => (await voters[0]?.board())?.blindKey?.n.length).toBe(768);
      for (const voter of voters) expect((await voter.register()).status).toBe(204);
      const [secondTablet] = await hall.voters(ballot.id);
      expect(await secondTablet?.register()).toMatchObject({
        status: 409,
        body: { rule: 'BALLOT-REGISTERED-ELSEWHERE' },
      });
    },
    LONG_MS,
  );

  it(
    'replaces a tablet that is lost: everybody enters anew, and no line, name or signature is as it was',
    async () => {
      const [, lost] = voters;
      const before = await lost?.board();
      const old = voters.map(({ credential }) => credential);
      if (lost === undefined) throw new Error('Nobody votes');
      await hall.press({ type: 'replaceTablet', ballot: ballot.id, person: lost.person }, lost.person);
      await expect.poll(async () => (await lost.board()).round, { timeout: 10_000 }).toBe(1);
      const anew = await lost.board();
      expect(anew).toMatchObject({ registered: false, lines: 0 });
      expect(anew.uuid).not.toBe(before?.uuid);
      expect(anew.blindKey?.n).not.toBe(before?.blindKey?.n);
      const stale = await voters[0]?.post('credentials', voters[0].registration);
      expect(stale?.status).toBe(403);
      for (const voter of voters.filter((_, index) => index !== AT_BOOTH))
        expect((await voter.register()).status).toBe(204);
      expect(
        voters.filter((_, index) => index !== AT_BOOTH).filter(({ credential }) => old.includes(credential)),
      ).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'lets one after another vote on the tablet of the hall, when the desk has seen who it is',
    async () => {
      const [{ person: own }, { person: lame }] = [voters[1], voters[AT_BOOTH]] as [Voter, Voter];
      const booth = await hall.boothFor(ballot.id, lame);
      expect(await booth.register()).toMatchObject({ status: 403, body: { rule: 'BALLOT-NOT-YOURS' } });
      expect(await hall.atBoothDoor(ballot.id, own, { person: lame })).toBe('403 BALLOT-NOT-YOURS');
      expect(await hall.atBoothDoor(ballot.id, hall.secretary, { person: own })).toBe(
        '409 BALLOT-REGISTERED-ELSEWHERE',
      );
      expect(await hall.atBoothDoor(ballot.id, hall.secretary, { person: hall.secretary })).toBe(
        '409 BALLOT-BOOTH-HALL',
      );
      expect(await hall.atBoothDoor(ballot.id, hall.secretary, { person: lame })).toBe('204');
      const stranger = await hall.boothFor(ballot.id, own);
      expect(await stranger.register()).toMatchObject({ status: 403 });
      expect((await booth.register()).status).toBe(204);
      expect((await hall.ballot()).booth).toEqual([lame]);
      expect(await hall.atBoothDoor(ballot.id, hall.secretary, { person: own })).toBe(
        '409 BALLOT-REGISTERED-ELSEWHERE',
      );
      expect(await hall.atBoothDoor(ballot.id, hall.secretary)).toBe('204');
      voters = voters.with(AT_BOOTH, booth);
    },
    LONG_MS,
  );

  it(
    'takes no credential that was not signed, and closes the list with as many lines as voters',
    async () => {
      const stranger = await voters[1]?.post('credentials', {
        credential: voters[2]?.credential,
        signature: '00'.repeat(384),
      });
      expect(stranger?.status).toBe(403);
      await hall.press({ type: 'closeRegistration' });
      expect((await hall.reaches('listed')).list?.lines).toBe(41);
    },
    LONG_MS,
  );

  it(
    'records each ballot once, the last of each voter counts, and no figure is known',
    async () => {
      await hall.press({ type: 'approveVotingList' });
      await expect.poll(async () => (await voters[1]?.board())?.election !== undefined, { timeout: 10_000 }).toBe(true);
      for (const [index, voter] of voters.entries())
        await voter.cast(index === 40 ? { blank: true } : forCandidate(index < 20 ? 0 : 1));
      const [changed, tester] = voters;
      await changed?.cast({ blank: true });
      await changed?.cast(forCandidate(0));
      const first = changed?.sent[0] ?? '';
      const replay = await changed?.send(first);
      expect(replay).toMatchObject({ status: 200, body: { height: changed?.receipts[0]?.height } });
      const spoiled = await tester?.make(forCandidate(1));
      if (spoiled === undefined) throw new Error('No ballot');
      expect(await tester?.spoil(spoiled)).toMatchObject({ body: { holds: true, blank: false, answers: [1] } });
      expect(await tester?.send(Buffer.from(spoiled.bytes).toString())).toMatchObject({
        status: 409,
        body: { rule: 'BALLOT-SPOILED' },
      });
      const forged =
        tester?.sent[0]?.replace(/("response":")(\d)/, (_, before, digit) => `${before}${(Number(digit) % 9) + 1}`) ??
        '';
      expect((await tester?.send(forged))?.status).not.toBe(200);
      const board = await tester?.board();
      expect(board).toMatchObject({ cast: 41 });
      expect(board?.tally).toBeUndefined();
    },
    LONG_MS,
  );

  it('signs the receipt, so that a dropped ballot can be proven', async () => {
    const [, voter] = voters;
    const receipt = voter?.receipts[0];
    const key = createPublicKey({
      key: Buffer.from((await voter?.board())?.receiptKey ?? '', 'hex'),
      format: 'der',
      type: 'spki',
    });
    const text = receiptText(ballot.id, receipt?.hash ?? '', receipt?.height ?? 0);
    expect(verify(null, Buffer.from(text), key, Buffer.from(receipt?.signature ?? '', 'hex'))).toBe(true);
  });

  it(
    'closes, and every tablet finds its ballot before the count may begin',
    async () => {
      const [, late] = voters;
      const text = Buffer.from((await late?.make(forCandidate(1)))?.bytes ?? []).toString();
      await hall.press({ type: 'closeClosedBallot' });
      ballot = await hall.reaches('ended');
      await hall.until(({ elections }) => elections.ballots[ballot.id]?.voted.length === 41);
      expect(await late?.send(text)).toMatchObject({ status: 409, body: { rule: 'BALLOT-CLOSED' } });
      expect(ballot.end?.cast).toBe(41);
      expect(await hall.refusal({ type: 'startCount' })).toBe('MTG-BALLOT-MISSING');
      expect(await late?.findsItsBallot()).toBe(true);
      const booth = voters[AT_BOOTH];
      for (const voter of voters.filter((one) => one !== booth))
        await hall.press(
          { type: 'checkInclusion', ballot: ballot.id, person: voter.person, found: true },
          voter.person,
        );
      expect(await hall.refusal({ type: 'startCount' })).toBe('MTG-BALLOT-MISSING');
      const forOther = await booth?.post('booth/checked', { person: late?.person, found: false }, true);
      expect(forOther).toMatchObject({ status: 403, body: { rule: 'BALLOT-NOT-YOURS' } });
      expect((await booth?.post('booth/checked', { person: booth.person, found: true }, true))?.status).toBe(204);
      await hall.press({ type: 'startCount' });
    },
    LONG_MS,
  );

  it(
    'refuses a wrong part and names its holder; one holder is lost, and two are enough',
    async () => {
      const [, voter] = voters;
      await expect.poll(async () => (await voter?.board())?.tally !== undefined, { timeout: 20_000 }).toBe(true);
      const board = await voter?.board();
      if (board === undefined) throw new Error('No board');
      const to = `ballots/${ballot.id}/share`;
      expect(await holders[0]?.share(to, board, true)).toBe(422);
      expect((await hall.ballot()).wrongShares).toEqual([HOLDERS[0]]);
      expect(await holders[0]?.share(to, board)).toBe(204);
      expect((await hall.ballot()).state).toBe('counting');
      expect(await holders[2]?.share(to, board)).toBe(204);
      ballot = await hall.reaches('counted');
      const [a, b] = CANDIDATES;
      expect(ballot.result).toEqual({ votes: { [a ?? '']: 20, [b ?? '']: 20 }, blank: 1, invalid: 0 });
    },
    LONG_MS,
  );

  it('BES-5 equal votes: the lot, and the chair declares', async () => {
    const [a = hall.chair] = CANDIDATES;
    await hall.press(
      { type: 'drawBallotLot', persons: [a], witness: hall.secretary, manner: 'Två lappar i en urna' },
      hall.secretary,
    );
    await hall.press({ type: 'declareElected', item: ballot.item, persons: [a] });
    await hall.press({ type: 'closeItem' });
    expect((await hall.now()).elections.elected).toMatchObject([{ persons: [a], by: 'lot' }]);
  });

  it(
    'leaves an archive that our verifier and belenios-tool 2.0 find sound',
    async () => {
      const archive = (await voters[1]?.archive()) ?? new Uint8Array();
      const receipts = voters.flatMap((voter) => voter.receipts.map(({ hash }) => hash));
      expect(verifyArchive(archive, { engine: nodeEngine(), receipts })).toMatchObject({
        kind: 'sound-complete',
        summary: { registered: 41, cast: 43, voters: 41, head: ballot.resultHead, receipts: 43 },
      });
      const folder = mkdtempSync(path.join(tmpdir(), 'klubba-bel-'));
      const { uuid } = (await voters[1]?.board()) ?? { uuid: '' };
      writeFileSync(path.join(folder, `${uuid}.bel`), archive);
      expect(() =>
        execFileSync('belenios-tool', ['election', 'verify', '--dir', folder], { stdio: 'pipe' }),
      ).not.toThrow();
      rmSync(folder, { recursive: true });
    },
    LONG_MS,
  );

  it('shows it to the public when it is counted', async () => {
    const answer = await fetch(`${server.url}/api/meetings/${hall.meeting}/ballots/${ballot.id}/archive`);
    expect(answer.status).toBe(200);
    expect(sha256(Buffer.from(await answer.arrayBuffer()).toString('latin1'))).toHaveLength(64);
  });
});

/** Who logged in, and who holds a key of the election. */
const NO_SECRET = /"msg":"logged in"|"route":"\/api\/meetings\/:meeting\/keys"/;

describe('what everything kept on the server tells of who voted how', () => {
  it('nowhere does a person stand beside a credential, a ballot or its hash, nor who was refused in a ballot', async () => {
    const [member] = hall.members;
    if (member === undefined) throw new Error('The hall has members.');
    const refused = await fetch(`${server.url}/api/meetings/${hall.meeting}/ballots/none/voted`, {
      method: 'POST',
      headers: { cookie: await hall.cookieOf(member), origin: server.url },
    });
    expect(refused.ok).toBe(false);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const marks = voters.flatMap((voter) => [
      voter.credential,
      ...voter.sent.map(sha256),
      ...voter.receipts.map(({ hash }) => hash),
    ]);
    const named = (text: string): boolean => hall.members.some((member) => text.includes(member));
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select to_jsonb(t)::text as row from ${client.escapeIdentifier(name)} t`,
      );
      for (const { row } of rows) {
        const tied = named(row) && marks.some((mark) => row.includes(mark));
        expect(tied, `${name}: ${row.slice(0, 200)}`).toBe(false);
      }
    }
    await client.end();
    for (const file of readdirSync(logFolder)) {
      const log = readFileSync(path.join(logFolder, file), 'utf8');
      expect(marks.some((mark) => log.includes(mark))).toBe(false);
      expect(log.split('\n').filter((line) => named(line) && !NO_SECRET.test(line))).toEqual([]);
    }
  });

  it('the order in which ballots were recorded is not the order in which anybody registered, was listed or was ticked off', async () => {
    const facts = (await server.meetings.find(hall.meeting))?.live.facts() ?? [];
    const order = (type: string): readonly PersonId[] =>
      facts.flatMap(({ event }) => {
        if (event.type !== type) return [];
        if (event.type === 'VotesMarked') return [...event.persons];
        return event.type === 'VoterRegistered' ? [event.person] : [];
      });
    const ticks = facts.flatMap(({ event }) => (event.type === 'VotesMarked' ? [event.persons] : []));
    for (const persons of ticks) expect(persons).toEqual(persons.toSorted());
    expect(Math.min(...ticks.map((persons) => persons.length))).toBeGreaterThanOrEqual(1);
    expect(ticks.length).toBeLessThanOrEqual(41 / 5 + 1);
    // The attack: the i-th to be registered is the i-th line of the list.
    const list = (await (
      await fetch(`${server.url}/api/meetings/${hall.meeting}/ballots/${ballot.id}/list`)
    ).json()) as { credentials: string[] };
    const guessed = order('VoterRegistered').map((member, index) => ({ member, credential: list.credentials[index] }));
    const right = guessed.filter(
      ({ member, credential }) => voters.find((voter) => voter.person === member)?.credential === credential,
    );
    expect(right.length).toBeLessThanOrEqual(6);
    expect(list.credentials).toEqual(list.credentials.toSorted());
  });
});

describe('a server that drops a ballot', () => {
  it(
    'is caught before anything is counted',
    async () => {
      const other = new BallotHall(server, 'dropped');
      await other.demandVote(CANDIDATES);
      await other.keyHolders(HOLDERS);
      await other.press({ type: 'openClosedBallot', means: 'sealed' });
      const { id } = await other.ballot();
      const few = (await other.voters(id)).slice(0, 3);
      await expect.poll(async () => (await few[0]?.board())?.blindKey !== undefined, { timeout: 10_000 }).toBe(true);
      for (const voter of few) await voter.register();
      await other.press({ type: 'closeRegistration' });
      await other.reaches('listed');
      await other.press({ type: 'approveVotingList' });
      await expect.poll(async () => (await few[0]?.board())?.election !== undefined, { timeout: 10_000 }).toBe(true);
      for (const voter of few) await voter.cast(forCandidate(0));
      await drop(id);
      const restarted = await openServer({
        config: readConfig({}),
        port: 0,
        databaseUrl: database.url,
        video: undefined,
        log: openLog('silent'),
        councilCopies: ['dropped'],
      });
      const again = new BallotHall(restarted, 'dropped');
      await again.press({ type: 'closeClosedBallot' });
      expect((await again.reaches('ended')).end?.cast).toBe(2);
      const found = await Promise.all(few.map((voter) => voter.findsItsBallot()));
      expect(found.filter((one) => !one)).toHaveLength(1);
      for (const [index, voter] of few.entries())
        await again.press(
          { type: 'checkInclusion', ballot: id, person: voter.person, found: found[index] === true },
          voter.person,
        );
      expect(await again.refusal({ type: 'startCount', despite: true })).toBe('MTG-BALLOT-MISSING');
      await again.press({ type: 'annulClosedBallot', reason: 'En röst saknas.' });
      await restarted.stop();
    },
    LONG_MS,
  );
});

/** Somebody with all of the database takes the last ballot away, and leaves the chain whole. */
async function drop(ballot: BallotId): Promise<void> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('alter table ballot_events disable trigger ballots_are_never_edited');
  await client.query(
    'delete from ballot_events where ballot = $1 and height = (select height from ballots where ballot = $1)',
    [ballot],
  );
  await client.query('alter table ballot_events enable trigger ballots_are_never_edited');
  await client.query(
    `update ballots set (height, head) = (select height, hash from ballot_events where ballot = $1 order by height desc limit 1) where ballot = $1`,
    [ballot],
  );
  await client.end();
}
