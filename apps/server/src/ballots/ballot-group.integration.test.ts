import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { GroupName } from '@klubba/ballot';
import type { ClosedBallot, PersonId } from '@klubba/meeting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { openServer, type Server } from '../server.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { BallotHall } from './testing/hall.ts';
import { KeyHolder } from './testing/key-holder.ts';
import type { Voter } from './testing/voter.ts';

const LONG_MS = 180_000;
const VERIFIER = fileURLToPath(new URL('../../../verify/src/cli.mjs', import.meta.url));
const person = (name: string): PersonId => name as PersonId;
const CANDIDATES = ['p-gunilla-hedman', 'p-louise-ryden'].map(person).toSorted();
const HOLDERS = ['p-carl-bergendal', 'p-lena-torstensson', 'p-daniel-hallen'].map(person);
/** In hexadecimal, as the ballot protocol writes a point of Ed25519; elements of BELENIOS-2048 are decimal and longer. */
const POINT = /^[0-9a-f]{64}$/;
const RSA_3072_HEX = (3072 / 8) * 2;

let database: TestDatabase;
let server: Server;
let hall: BallotHall;
let holders: readonly KeyHolder[];
let voters: readonly Voter[];
let ballot: ClosedBallot;
let folder: string;

const start = (group: GroupName, port = 0): Promise<Server> =>
  openServer({
    config: readConfig({ BALLOT_GROUP: group }),
    port,
    databaseUrl: database.url,
    video: undefined,
    log: openLog('silent'),
    councilCopies: ['begun', 'later'],
  });

/** The same address with another setting; whoever had it open goes on. */
async function restart(group: GroupName): Promise<void> {
  const { port } = server;
  await server.stop();
  server = await start(group, port);
  hall = new BallotHall(server);
}

/** What the program that anybody may run says of a file. */
function verify(name: string, bytes: Uint8Array): Promise<{ readonly exit: number; readonly out: string }> {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return new Promise((resolve) => {
    execFile(process.execPath, [VERIFIER, file], (fault, out) =>
      resolve({ exit: fault === null ? 0 : Number(fault.code), out }),
    );
  });
}

/** Key holders of another meeting, appointed and no further. */
async function appointed(copy: string): Promise<readonly KeyHolder[]> {
  const other = new BallotHall(server, copy);
  await other.press({ type: 'appointKeyHolders', persons: HOLDERS }, other.secretary);
  return Promise.all(HOLDERS.map(async (one) => new KeyHolder(server.url, other.meeting, await other.cookieOf(one))));
}

const allTake = async (of: readonly KeyHolder[], step: 'certificate' | 'polynomial' | 'key'): Promise<void> => {
  for (const holder of of) expect(await holder.step(step)).toBe(204);
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'klubba-group-'));
  database = await startTestDatabase();
  server = await start('Ed25519');
  hall = new BallotHall(server);
}, LONG_MS);
afterAll(async () => {
  await server.stop();
  await database.stop();
  rmSync(folder, { recursive: true });
});

describe('a closed ballot of 128 bits (ASVS V11.2.3)', () => {
  it(
    'is in Ed25519 from its key holders on, and its list is signed with a key of 3072 bits',
    async () => {
      await hall.demandVote(CANDIDATES);
      holders = await hall.keyHolders(HOLDERS);
      expect((await holders[0]?.view())?.group).toBe('Ed25519');
      await hall.press({ type: 'openClosedBallot', means: 'sealed' });
      ballot = await hall.ballot();
      voters = (await hall.voters(ballot.id)).slice(0, 5);
      await expect.poll(async () => (await voters[0]?.board())?.blindKey?.n.length).toBe(RSA_3072_HEX);
      expect((await voters[0]?.board())?.group).toBe('Ed25519');
      for (const voter of voters.slice(0, 3)) expect((await voter.register()).status).toBe(204);
      expect(voters[0]?.credential).toMatch(POINT);
    },
    LONG_MS,
  );

  it(
    'stays so when the setting is changed in the middle, and so do keys that others had begun; new ones are as it says',
    async () => {
      const begun = await appointed('begun');
      await allTake(begun, 'certificate');
      await restart('BELENIOS-2048');
      await allTake(begun, 'polynomial');
      await allTake(begun, 'key');
      expect(await begun[0]?.view()).toMatchObject({ group: 'Ed25519', fingerprint: expect.any(String) });
      const later = await appointed('later');
      expect((await later[0]?.view())?.group).toBe('BELENIOS-2048');
      expect((await voters[3]?.board())?.group).toBe('Ed25519');
      for (const voter of voters.slice(3)) expect((await voter.register()).status).toBe(204);
      // A server keeps credentials in memory alone until the list is drawn: a tablet sends its own until it stands there.
      for (const voter of voters.slice(0, 3))
        expect((await voter.post('credentials', voter.registration)).status).toBe(204);
      expect(voters[4]?.credential).toMatch(POINT);
      await hall.press({ type: 'closeRegistration' });
      expect((await hall.reaches('listed')).list?.lines).toBe(voters.length);
    },
    LONG_MS,
  );

  it(
    'takes each vote, and none that was tampered with',
    async () => {
      await hall.press({ type: 'approveVotingList' });
      await expect.poll(async () => (await voters[0]?.board())?.election, { timeout: 10_000 }).toContain('"Ed25519"');
      for (const [index, voter] of voters.entries())
        await voter.cast(index === 4 ? { blank: true } : { blank: false, answers: [index < 3 ? 0 : 1] });
      const [voter] = voters;
      const made = Buffer.from((await voter?.make({ blank: false, answers: [1] }))?.bytes ?? []).toString();
      const forged = made.replace(/("response":")(\d)/, (_, before, digit) => `${before}${(Number(digit) % 9) + 1}`);
      expect(forged).not.toBe(made);
      expect(await voter?.send(forged)).toMatchObject({ status: 422, body: { rule: 'BALLOT-REFUSED' } });
    },
    LONG_MS,
  );

  it(
    'is counted by two key holders',
    async () => {
      await hall.press({ type: 'closeClosedBallot' });
      expect((await hall.reaches('ended')).end?.cast).toBe(voters.length);
      await hall.until(({ elections }) => elections.ballots[ballot.id]?.voted.length === voters.length);
      for (const voter of voters) {
        const found = await voter.findsItsBallot();
        expect(found).toBe(true);
        await hall.press({ type: 'checkInclusion', ballot: ballot.id, person: voter.person, found }, voter.person);
      }
      await hall.press({ type: 'startCount' });
      await expect.poll(async () => (await voters[0]?.board())?.tally, { timeout: 20_000 }).toBeDefined();
      const board = await voters[0]?.board();
      if (board === undefined) throw new Error('No board');
      const to = `ballots/${ballot.id}/share`;
      expect(await holders[0]?.share(to, board, true)).toBe(422);
      expect(await holders[1]?.share(to, board)).toBe(204);
      expect(await holders[2]?.share(to, board)).toBe(204);
      const [a = hall.chair, b = hall.chair] = CANDIDATES;
      expect((await hall.reaches('counted')).result).toEqual({ votes: { [a]: 3, [b]: 1 }, blank: 1, invalid: 0 });
    },
    LONG_MS,
  );

  it(
    'leaves a file that the verifier finds sound, and no longer when one digit of one proof is another',
    async () => {
      const archive = await voters[0]?.archive();
      if (archive === undefined) throw new Error('No archive');
      const sound = await verify('sound.bel', archive);
      expect(sound.out).toContain('Fullständigt och oförvanskat');
      expect(sound.exit).toBe(0);
      const at = Buffer.from(archive).indexOf('"response":"') + '"response":"'.length;
      const tampered = Buffer.from(archive);
      tampered.writeUInt8(tampered.readUInt8(at) === 0x31 ? 0x32 : 0x31, at);
      expect((await verify('tampered.bel', tampered)).exit).toBeGreaterThan(0);
    },
    LONG_MS,
  );
});
