import type { DocumentId, ItemId, MeetingId, PersonId, VoteId } from '@klubba/meeting';
import { type AssuranceStanding, isEnough } from '@klubba/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestClient } from '../testing/test-client.ts';
import { type BankIdSimulator, startBankIdSimulator } from './simulators/bankid-simulator.ts';
import { type IdentityServer, identityFolder, portForKlubba, startIdentityServer } from './testing/identity-server.ts';
import { TestBrowser } from './testing/test-browser.ts';

const folder = identityFolder();
const sofia = { personalNumber: '198504120000', givenName: 'Sofia', surname: 'Elmgren' };
let later = 0;
const now = (): number => Date.now() + later;
let bankId: BankIdSimulator;
let klubba: IdentityServer;
let meeting: MeetingId;
let closedItem: ItemId;
let person: PersonId;
let times = 0;
const SECRET = 'Markköp-hemligt-7391';
const PAPER = 'd-behind-doors' as DocumentId;

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
  person = klubba.person('Sofia Elmgren');
  await klubba.identities.link({ scheme: 'personalNumber', value: sofia.personalNumber }, person);
});
afterAll(async () => {
  await klubba.stop();
  await bankId.stop();
  folder.remove();
});

/** A meeting of the council with Sofia, whose check-in is open. */
beforeEach(async () => {
  const council = klubba.server.demo.find(({ plan }) => plan.seats.some(({ holder }) => holder === person))!.plan;
  times += 1;
  meeting = `sure-${times}` as MeetingId;
  const matter = council.items.find(({ kind }) => kind === 'matter')!;
  closedItem = matter.id;
  const items = council.items.map((one) =>
    one.id === closedItem ? { ...one, doors: 'closed' as const, documents: [{ id: PAPER, title: SECRET }] } : one,
  );
  await klubba.server.meetings.plan({ ...council, meeting, items });
  await klubba.server.meetings.bySystem(meeting, { type: 'openCheckIn' });
});

const byDemoLink = async (name: string): Promise<TestBrowser> => {
  const browser = new TestBrowser();
  await browser.follow(klubba.demoLink(name));
  return browser;
};
const holderOf = (duty: 'secretary' | 'chair'): string => {
  const { plan } = klubba.server.demo.find((one) => one.plan.seats.some(({ holder }) => holder === person))!;
  const id = plan.duties.find((one) => one.duty === duty)?.person;
  const { givenName, familyName } = plan.people.find((one) => one.id === id)!;
  return `${givenName} ${familyName}`;
};
const secretaryName = (): string => holderOf('secretary');
/** The demo's lawyer administers. */
const ADMINISTRATOR = 'Nadja Ekvall';
const chairName = (): string => holderOf('chair');
const address = (): string => `${klubba.url}/api/meetings/${meeting}/assurance`;
async function demand(demanded: object, name = secretaryName()): Promise<Response> {
  const browser = await byDemoLink(name);
  return fetch(address(), {
    method: 'PUT',
    headers: { cookie: cookieOf(browser), 'content-type': 'application/json' },
    body: JSON.stringify(demanded),
  });
}
const cookieOf = (browser: TestBrowser): string => `klubba=${browser.cookie(klubba.url, 'klubba') ?? ''}`;
/** Logs in again with BankID, in the same browser, from where the person stands. */
async function stepUp(browser: TestBrowser): Promise<unknown> {
  await browser.post(`${klubba.url}/api/login/app/bankId`, { next: `/m/${meeting}` });
  bankId.approve(sofia);
  later += 2_100;
  return (await browser.get(`${klubba.url}/api/login/app/bankId`)).json();
}
const textOf = async (browser: TestBrowser, what: string): Promise<string> =>
  (await browser.get(`${klubba.url}/api/meetings/${meeting}/${what}`)).text();
const standing = async (browser: TestBrowser): Promise<AssuranceStanding> =>
  (await (await browser.get(address())).json()) as AssuranceStanding;
const join = (browser: TestBrowser): Promise<TestClient> =>
  TestClient.join(klubba.url, meeting, { cookie: cookieOf(browser) });
const checkIn = () => ({ type: 'checkIn', person, mode: 'room', identified: 'bankId' }) as const;

describe('IDA-03 a surer login where it is demanded', () => {
  it('refuses check-in by rule, and takes it after logging in again with BankID, back at the same place', async () => {
    expect((await demand({ scope: 'meeting', act: 'checkIn', assurance: 'substantial' })).status).toBe(204);
    const browser = await byDemoLink('Sofia Elmgren');
    expect(await standing(browser)).toMatchObject({ held: 'low', short: ['checkIn'] });
    const before = await join(browser);
    expect(await before.command(checkIn())).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'IDA-STEP-UP', detail: { act: 'checkIn', demanded: 'substantial' } },
    });
    expect(await stepUp(browser)).toEqual({ state: 'done', next: `/m/${meeting}` });
    expect((await before.closed).reason).toBe('sessionEnded');
    expect(await standing(browser)).toMatchObject({ held: 'substantial', short: [] });
    const after = await join(browser);
    expect(await after.command(checkIn())).toMatchObject({ kind: 'done' });
    after.close();
  });

  it('does not stop the secretary from noting one who is in the room, where eyes are the check', async () => {
    await demand({ scope: 'meeting', act: 'checkIn', assurance: 'high' });
    const desk = await join(await byDemoLink(secretaryName()));
    expect(await desk.command({ ...checkIn(), identified: 'secretaryInRoom' })).toMatchObject({ kind: 'done' });
    desk.close();
  });

  it('IDA-10 is asked again before a vote and before the room is declared for a closed item', async () => {
    await demand({ scope: 'meeting', act: 'vote', assurance: 'high' });
    await demand({ scope: 'meeting', act: 'closedItem', assurance: 'substantial' });
    const sofias = await byDemoLink('Sofia Elmgren');
    const client = await join(sofias);
    expect(await client.command({ type: 'castVote', vote: 'v-1' as VoteId, choice: 'yes' })).toMatchObject({
      refusal: { rule: 'IDA-STEP-UP', detail: { act: 'vote', demanded: 'high' } },
    });
    expect(await client.command({ type: 'declareRoom', person })).toMatchObject({
      refusal: { rule: 'IDA-STEP-UP', detail: { act: 'closedItem' } },
    });
    client.close();
  });

  it('holds for one item alone, and never makes less of what the meeting demands', async () => {
    await demand({ scope: 'item', item: closedItem, act: 'vote', assurance: 'high' });
    const sofias = await byDemoLink('Sofia Elmgren');
    expect((await standing(sofias)).short).toEqual([]);
    await demand({ scope: 'meeting', act: 'vote', assurance: 'substantial' });
    await demand({ scope: 'item', item: closedItem, act: 'vote', assurance: 'low' });
    expect((await standing(sofias)).short).toEqual(['vote']);
  });

  it('shows a weak login nothing of a closed item, and everything again after stepping up', async () => {
    const sofias = await byDemoLink('Sofia Elmgren');
    const client = await join(sofias);
    // The canary: without a demand each of these does hold the secret, so that its absence below says something.
    expect(client.bytes).toContain(SECRET);
    expect(await textOf(sofias, 'agenda')).toContain(SECRET);
    const seen = client.bytes.length;
    await demand({ scope: 'meeting', act: 'closedItem', assurance: 'substantial' });
    await client.until(() => client.bytes.slice(seen).includes('"audienceChanged"'));
    await client.until(() => client.bytes.slice(seen).includes('"type":"snapshot"'));
    expect(client.bytes.slice(seen)).not.toContain(SECRET);
    client.close();
    const anew = await join(sofias);
    expect(anew.bytes).not.toContain(SECRET);
    anew.close();
    expect(await textOf(sofias, 'agenda')).not.toContain(SECRET);
    expect(await textOf(sofias, `documents/${PAPER}`)).toContain('IDA-STEP-UP');
    await stepUp(sofias);
    const after = await join(sofias);
    expect(after.bytes).toContain(SECRET);
    after.close();
    expect(await textOf(sofias, 'agenda')).toContain(SECRET);
    expect(await textOf(sofias, `documents/${PAPER}`)).not.toContain('IDA-STEP-UP');
  });

  it('shows it again at once when the demand is taken back', async () => {
    await demand({ scope: 'meeting', act: 'closedItem', assurance: 'substantial' });
    const client = await join(await byDemoLink('Sofia Elmgren'));
    expect(client.bytes).not.toContain(SECRET);
    await demand({ scope: 'meeting', act: 'closedItem', assurance: 'low' });
    await client.until(() => client.bytes.includes(SECRET));
    client.close();
  });

  it('keeps the record and the minutes of closed items from a weak login of the desk', async () => {
    const desk = await byDemoLink(secretaryName());
    expect(await textOf(desk, 'record')).toContain(SECRET);
    await demand({ scope: 'meeting', act: 'closedItem', assurance: 'substantial' });
    for (const what of ['record', 'minutes.json', 'minutes.html', 'minutes.pdf'])
      expect(await textOf(desk, what)).toContain('IDA-STEP-UP');
  });

  it('holds in every meeting of the body when an administrator says so', async () => {
    const { plan } = klubba.server.demo.find((one) => one.plan.seats.some(({ holder }) => holder === person))!;
    const bodyWide = async (name: string, assurance: string): Promise<number> => {
      const answer = await fetch(`${klubba.url}/api/register/bodies/${plan.body.id}/assurance`, {
        method: 'PUT',
        headers: { cookie: cookieOf(await byDemoLink(name)), 'content-type': 'application/json' },
        body: JSON.stringify({ act: 'closedItem', assurance }),
      });
      return answer.status;
    };
    expect(await bodyWide(secretaryName(), 'substantial')).toBe(403);
    expect(await bodyWide(ADMINISTRATOR, 'substantial')).toBe(204);
    const sofias = await byDemoLink('Sofia Elmgren');
    expect((await standing(sofias)).short).toEqual(['closedItem']);
    expect(await textOf(sofias, 'agenda')).not.toContain(SECRET);
    await demand({ scope: 'meeting', act: 'closedItem', assurance: 'low' });
    expect(await textOf(sofias, 'agenda')).not.toContain(SECRET);
    expect(await bodyWide(ADMINISTRATOR, 'low')).toBe(204);
    expect(await textOf(sofias, 'agenda')).toContain(SECRET);
  });

  it('is set by the desk, for the whole body by an administrator, and by nobody else', async () => {
    const wish = { scope: 'meeting', act: 'vote', assurance: 'high' } as const;
    expect(await (await demand(wish, 'Sofia Elmgren')).json()).toEqual({ rule: 'IDA-SETTING' });
    expect((await demand({ ...wish, scope: 'item' })).status).toBe(400);
    expect(await (await demand({ ...wish, scope: 'body' }, chairName())).json()).toEqual({ rule: 'REG-ADMIN' });
  });

  it('knows which is the surer', () => {
    expect(isEnough('substantial', 'high')).toBe(false);
    expect(isEnough('high', 'substantial')).toBe(true);
  });
});
