import type { ClosedBallot, PersonId } from '@klubba/meeting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { openServer, type Server } from '../server.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { BallotHall } from './testing/hall.ts';
import { Voter } from './testing/voter.ts';

const LONG_MS = 180_000;
const VOTERS = 41;
/** The member whose own tablet does not work. */
const AT_BOOTH = 7;
const person = (name: string): PersonId => name as PersonId;
const CANDIDATES = ['p-gunilla-hedman', 'p-louise-ryden'].map(person).toSorted();
const HOLDERS = ['p-carl-bergendal', 'p-lena-torstensson', 'p-daniel-hallen'].map(person);

let database: TestDatabase;
let one: Server;
let two: Server;
let hall: BallotHall;
let ballot: ClosedBallot;
let voters: readonly Voter[];

const start = (): Promise<Server> =>
  openServer({ config: readConfig({}), port: 0, databaseUrl: database.url, video: undefined, log: openLog('silent') });

/** Half of them reach one server, half the other. */
const at = (index: number): Server => (index % 2 === 0 ? one : two);

beforeAll(async () => {
  database = await startTestDatabase();
  one = await start();
  two = await start();
  hall = new BallotHall(one);
  await hall.demandVote(CANDIDATES);
  await hall.keyHolders(HOLDERS);
  await hall.press({ type: 'openClosedBallot', means: 'sealed' });
  ballot = await hall.ballot();
  voters = await Promise.all(
    hall.members.map(
      async (member, index) => new Voter(at(index).url, hall.meeting, ballot.id, member, await hall.cookieOf(member)),
    ),
  );
}, LONG_MS);
afterAll(async () => {
  await two.stop();
  await database.stop();
});

describe('a closed ballot on two servers', () => {
  it(
    'has one booth: the other server says whose it is, instead of letting nobody in',
    async () => {
      await expect.poll(async () => (await voters[1]?.board())?.blindKey !== undefined, { timeout: 10_000 }).toBe(true);
      const lame = hall.members[AT_BOOTH] ?? hall.chair;
      const elsewhere = await hall.boothFor(ballot.id, lame, two);
      expect(await hall.atBoothDoor(ballot.id, hall.secretary, { person: lame })).toBe('204');
      const refused = { status: 421, body: { rule: 'BALLOT-BOOTH-ELSEWHERE' } };
      expect(await elsewhere.register()).toMatchObject(refused);
      expect(await elsewhere.post('booth', { person: lame }, true, 'PUT')).toMatchObject({ status: 403 });
      const booth = await hall.boothFor(ballot.id, lame);
      expect((await booth.register()).status).toBe(204);
      voters = voters.with(AT_BOOTH, booth);
    },
    LONG_MS,
  );

  it(
    'is one ballot: everybody is on the list and in the urn, whichever server they reach',
    async () => {
      for (const [index, voter] of voters.entries())
        if (index !== AT_BOOTH) expect((await voter.register()).status).toBe(204);
      await hall.press({ type: 'closeRegistration' });
      await hall.until(({ elections }) => elections.ballots[ballot.id]?.list?.lines === VOTERS);
      await hall.press({ type: 'approveVotingList' });
      for (const server of [0, 1])
        await expect
          .poll(async () => (await voters[server]?.board())?.election !== undefined, { timeout: 10_000 })
          .toBe(true);
      for (const [index, voter] of voters.entries()) {
        await voter.cast({ blank: false, answers: [index % 2] });
        await voter.sayVoted();
      }
      expect((await voters[0]?.board())?.cast).toBe(VOTERS);
      expect((await voters[1]?.board())?.cast).toBe(VOTERS);
    },
    LONG_MS,
  );

  it(
    'tells five at a time who has voted while it is open, and all when it is closed, each server those it heard of',
    async () => {
      const open = (await hall.ballot()).voted.length;
      expect(open % 5).toBe(0);
      await hall.press({ type: 'closeClosedBallot' });
      const ended = await hall.reaches('ended');
      expect(ended.end?.cast).toBe(VOTERS);
      await hall.until(({ elections }) => elections.ballots[ballot.id]?.voted.length === VOTERS);
    },
    LONG_MS,
  );

  it(
    'loses no booth with the server that kept it: the other takes it over',
    async () => {
      const { meeting, secretary } = hall;
      const cookie = await hall.cookieOf(secretary);
      const look = (): Promise<Response> =>
        fetch(`${two.url}/api/meetings/${meeting}/ballots/${ballot.id}/booth`, { headers: { cookie } });
      expect((await look()).status).toBe(421);
      await one.stop();
      expect((await look()).status).toBe(200);
    },
    LONG_MS,
  );
});
