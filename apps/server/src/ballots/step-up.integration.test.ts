import { fullName, type PersonId } from '@klubba/meeting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BankIdSimulator, startBankIdSimulator } from '../identity/simulators/bankid-simulator.ts';
import {
  type IdentityServer,
  identityFolder,
  portForKlubba,
  startIdentityServer,
} from '../identity/testing/identity-server.ts';
import { TestBrowser } from '../identity/testing/test-browser.ts';
import { BallotHall } from './testing/hall.ts';
import { Voter } from './testing/voter.ts';

const LONG_MS = 120_000;
/** BankID is asked no oftener. */
const COLLECT_AFTER_MS = 2_100;

const person = (name: string): PersonId => name as PersonId;
const CANDIDATES = ['p-gunilla-hedman', 'p-louise-ryden'].map(person).toSorted();
const HOLDERS = ['p-carl-bergendal', 'p-lena-torstensson', 'p-daniel-hallen'].map(person);
const voting = person('p-carl-bergendal');

const folder = identityFolder();
let later = 0;
const now = (): number => Date.now() + later;
let bankId: BankIdSimulator;
let klubba: IdentityServer;
let hall: BallotHall;

beforeAll(async () => {
  bankId = await startBankIdSimulator(now);
  const { url, client } = bankId;
  const way = {
    kind: 'bankId',
    url,
    certificateFile: folder.write('bankid.crt', client.certificate),
    keyFile: folder.write('bankid.key', client.key),
    authorityFile: folder.write('authority.crt', client.authority),
  };
  klubba = await startIdentityServer(await portForKlubba(), folder, [way], now);
  hall = new BallotHall(klubba.server);
}, LONG_MS);
afterAll(async () => {
  await klubba.stop();
  await bankId.stop();
  folder.remove();
});

describe('a closed ballot for which identity is verified again', () => {
  it(
    'IDA-10 lets nobody onto the list before the surer login, whoever is in the hall already, and everybody after it',
    async () => {
      await hall.demandVote(CANDIDATES);
      await hall.keyHolders(HOLDERS);
      await hall.press({ type: 'openClosedBallot', means: 'sealed' });
      const { id, item } = await hall.ballot();
      const demanded = await fetch(`${klubba.url}/api/meetings/${hall.meeting}/assurance`, {
        method: 'PUT',
        headers: { cookie: await hall.cookieOf(hall.secretary), 'content-type': 'application/json' },
        body: JSON.stringify({ scope: 'item', item, act: 'vote', assurance: 'substantial' }),
      });
      expect(demanded.status).toBe(204);

      const voter = new Voter(klubba.url, hall.meeting, id, voting, await hall.cookieOf(voting));
      await expect.poll(async () => (await voter.board()).blindKey !== undefined, { timeout: 10_000 }).toBe(true);
      expect(await voter.register()).toMatchObject({
        status: 403,
        body: { rule: 'IDA-STEP-UP', detail: { act: 'vote', demanded: 'substantial' } },
      });
      expect((await hall.ballot()).registered).toEqual([]);

      const surer = new Voter(klubba.url, hall.meeting, id, voting, await loggedInAgain(voting));
      expect((await surer.register()).status).toBe(204);
      expect((await hall.ballot()).registered).toEqual([voting]);
    },
    LONG_MS,
  );
});

/** From the demo's link, which is weak, to BankID in the same browser. */
async function loggedInAgain(who: PersonId): Promise<string> {
  const known = (await hall.now()).plan.people.find(({ id }) => id === who);
  if (known === undefined) throw new Error(`Nobody is ${who}`);
  const inBankId = { personalNumber: '198504120000', givenName: known.givenName, surname: known.familyName };
  await klubba.identities.link({ scheme: 'personalNumber', value: inBankId.personalNumber }, who);
  const browser = new TestBrowser();
  await browser.follow(klubba.demoLink(fullName(known)));
  await browser.post(`${klubba.url}/api/login/app/bankId`, { next: `/m/${hall.meeting}` });
  bankId.approve(inBankId);
  later += COLLECT_AFTER_MS;
  expect(await (await browser.get(`${klubba.url}/api/login/app/bankId`)).json()).toMatchObject({ state: 'done' });
  return `klubba=${browser.cookie(klubba.url, 'klubba') ?? ''}`;
}
