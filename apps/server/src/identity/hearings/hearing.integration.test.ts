import { type ItemId, type MeetingId, type MeetingPlan, type PersonId, unplanned } from '@klubba/meeting';
import { CLOSE, type NewHearing } from '@klubba/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TestClient } from '../../testing/test-client.ts';
import { type IdentityServer, identityFolder, portForKlubba, startIdentityServer } from '../testing/identity-server.ts';
import { TestBrowser } from '../testing/test-browser.ts';
import { WRONG_CODES_MAX } from './hearings.ts';

const folder = identityFolder();
const mona = 'p-mona-heard' as PersonId;

let klubba: IdentityServer;
let meeting: MeetingId;
let item: ItemId;
let otherItem: ItemId;
let secretary: TestBrowser;
let times = 0;

beforeAll(async () => {
  klubba = await startIdentityServer(await portForKlubba(), folder, []);
  await klubba.query('insert into people (id, given_name, family_name) values ($1, $2, $3)', [mona, 'Mona', 'Heard']);
});
afterAll(async () => {
  await klubba.stop();
  folder.remove();
});

/** A board's meeting to which one outsider is called, in one item. */
beforeEach(async () => {
  const board = klubba.server.demo[1]!.plan;
  times += 1;
  meeting = `hearing-${times}` as MeetingId;
  const [first, second] = board.items.filter((one) => one.kind === 'matter');
  [item, otherItem] = [first!.id, second!.id];
  const plan: MeetingPlan = {
    ...board,
    meeting,
    people: [...board.people, { id: mona, givenName: 'Mona', familyName: 'Heard' }],
    duties: [...board.duties, { person: mona, duty: 'external' }],
    items: board.items.map((one) => (one.id === item ? { ...one, externals: [mona] } : one)),
  };
  const planned = await klubba.server.meetings.plan(plan);
  if (planned.kind !== 'done') throw new Error('The meeting was not planned');
  const desk = plan.duties.find(({ duty }) => duty === 'secretary')?.person;
  const name = plan.people.find(({ id }) => id === desk)!;
  secretary = new TestBrowser();
  await secretary.follow(klubba.demoLink(`${name.givenName} ${name.familyName}`));
});

const hearings = (): string => `${klubba.url}/api/meetings/${meeting}/hearings`;
const make = async (): Promise<NewHearing & { readonly token: string }> => {
  const made = (await (await secretary.post(hearings(), { person: mona, item })).json()) as NewHearing;
  return { ...made, token: made.link.split('#')[1] ?? '' };
};
/** The server takes thirty tries from one address in a rush, and all of these come from one: few of them are used up by each test. */
const enter = (browser: TestBrowser, token: string, code: string): Promise<Response> =>
  browser.post(`${klubba.url}/api/login/hearing`, { token, code });
const ruleOf = async (answer: Response): Promise<unknown> => ((await answer.json()) as { rule?: string }).rule;
const window = async (browser: TestBrowser, token: string): Promise<unknown> =>
  (await browser.post(`${klubba.url}/api/login/hearing/window`, { token })).json();
const heard = async (): Promise<TestBrowser> => {
  const { token, code } = await make();
  const browser = new TestBrowser();
  expect((await enter(browser, token, code)).status).toBe(200);
  return browser;
};
const cookieOf = (browser: TestBrowser): string => `klubba=${browser.cookie(klubba.url, 'klubba') ?? ''}`;

describe('scenario 9: one without an e-identification is heard', () => {
  it('EXT-03 comes in by link and code, each given its own way, and is known as nothing more', async () => {
    const { token, code, link } = await make();
    expect(new URL(link).search + new URL(link).pathname).toBe('/h');
    expect(code).toMatch(/^\d{6}$/);
    const browser = new TestBrowser();
    expect(await window(browser, token)).toMatchObject({
      state: 'open',
      help: { phone: expect.any(String) as string },
    });
    expect(JSON.stringify(await window(browser, token))).not.toMatch(/Mona|matter/);
    expect((await enter(browser, token, code)).status).toBe(200);
    const me = (await (await browser.get(`${klubba.url}/api/me`)).json()) as object;
    expect(me).toMatchObject({ name: 'Mona Heard', method: 'oneTimeLink', onlyMeeting: meeting });
    expect(await window(browser, token)).toMatchObject({ state: 'yours' });
  });

  it('opens by the code that the desk gives when the person is about to come in, and no other then', async () => {
    const { token, code, hearing } = await make();
    const given = (await (await secretary.post(`${hearings()}/${hearing.id}/code`, {})).json()) as { code: string };
    expect(given).toMatchObject({ code: expect.stringMatching(/^\d{6}$/) as string });
    if (given.code !== code) expect(await ruleOf(await enter(new TestBrowser(), token, code))).toBe('HRG-CODE');
    expect((await enter(new TestBrowser(), token, given.code)).status).toBe(200);
    expect((await secretary.post(`${hearings()}/${hearing.id}/code`, {})).status).toBe(404);
  });

  it('EXT-04 the link is dead after use: for another person, and for the same one on another device', async () => {
    const { token, code } = await make();
    await enter(new TestBrowser(), token, code);
    const other = new TestBrowser();
    expect(await ruleOf(await enter(other, token, code))).toBe('HRG-USED');
    expect(await window(other, token)).toMatchObject({ state: 'used' });
  });

  it('EXT-04 of two who use it at the same moment one gets in', async () => {
    const { token, code } = await make();
    const answers = await Promise.all([1, 2, 3].map(() => enter(new TestBrowser(), token, code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('EXT-04 link, session and page die at once when the secretary ends the hearing', async () => {
    const { token, code, hearing } = await make();
    const browser = new TestBrowser();
    await enter(browser, token, code);
    const page = await TestClient.join(klubba.url, meeting, { cookie: cookieOf(browser) });
    const ended = await fetch(`${hearings()}/${hearing.id}`, {
      method: 'DELETE',
      headers: { cookie: cookieOf(secretary) },
    });
    expect(ended.status).toBe(204);
    expect((await page.closed).code).toBe(CLOSE.sessionEnded);
    expect((await browser.get(`${klubba.url}/api/me`)).status).toBe(401);
    for (const again of [browser, new TestBrowser()]) {
      expect(await ruleOf(await enter(again, token, code))).toBe('HRG-ENDED');
      expect(await window(again, token)).toMatchObject({ state: 'ended' });
    }
  });

  it('a new link kills the one before it, and whoever is in by it', async () => {
    const first = await make();
    const browser = new TestBrowser();
    await enter(browser, first.token, first.code);
    await make();
    expect((await browser.get(`${klubba.url}/api/me`)).status).toBe(401);
    expect(await ruleOf(await enter(new TestBrowser(), first.token, first.code))).toBe('HRG-ENDED');
  });

  it('a code can be guessed a few times only; then the link is dead, also for the right one', async () => {
    const { token, code } = await make();
    const wrong = code === '000000' ? '111111' : '000000';
    for (let n = 1; n < WRONG_CODES_MAX; n += 1)
      expect(await ruleOf(await enter(new TestBrowser(), token, wrong))).toBe('HRG-CODE');
    expect(await ruleOf(await enter(new TestBrowser(), token, wrong))).toBe('HRG-ENDED');
    expect(await ruleOf(await enter(new TestBrowser(), token, code))).toBe('HRG-ENDED');
  });

  it('a made-up link leads nowhere', async () => {
    expect(await ruleOf(await enter(new TestBrowser(), 'A'.repeat(43), '123456'))).toBe('HRG-UNKNOWN');
    expect((await enter(new TestBrowser(), 'short', '123456')).status).toBe(400);
  });
});

describe('EXT-05 one who is heard', () => {
  it('gets no list of meetings or logins, no minutes, no record, no document that the public does not get, and no other meeting', async () => {
    const browser = await heard();
    for (const path of ['/api/meetings', '/api/sessions'])
      expect(await ruleOf(await browser.get(klubba.url + path))).toBe('SES-ONLY-MEETING');
    for (const path of ['record', 'minutes.html', 'hearings'])
      expect(await ruleOf(await browser.get(`${klubba.url}/api/meetings/${meeting}/${path}`))).toBe('SES-ONLY-MEETING');
    const other = new TestClient(klubba.url, { cookie: cookieOf(browser) });
    await other.opened();
    other.send({ type: 'hello', protocol: 1, meeting: klubba.server.demo[0]!.plan.meeting });
    expect((await other.closed).reason).toBe('noSuchMeeting');
    const video = await browser.post(`${klubba.url}/api/meetings/${klubba.server.demo[0]!.plan.meeting}/video`, {
      device: 'own',
    });
    expect(await video.json()).toEqual({ rule: 'SES-ONLY-MEETING' });
  });

  it('sees of the meeting what the public sees, and the own call', async () => {
    const page = await TestClient.join(klubba.url, meeting, { cookie: cookieOf(await heard()) });
    const board = klubba.server.demo[1]!.plan;
    const secret = board.items.find((one) => one.doors === 'secret');
    if (secret !== undefined) expect(page.bytes).not.toContain(secret.title);
    expect(page.meeting).not.toEqual(unplanned);
    expect(page.meeting.plan?.items.find(({ id }) => id === item)?.externals).toEqual([mona]);
    page.close();
  });
});

describe('a link can be made', () => {
  it('by the desk of the meeting alone, never by a member', async () => {
    const board = klubba.server.demo[1]!.plan;
    const member = board.seats
      .map((seat) => seat.holder)
      .find((holder) => holder !== undefined && !board.duties.some(({ person }) => person === holder));
    const name = board.people.find(({ id }) => id === member)!;
    const browser = new TestBrowser();
    await browser.follow(klubba.demoLink(`${name.givenName} ${name.familyName}`));
    expect(await ruleOf(await browser.post(hearings(), { person: mona, item }))).toBe('HRG-NOT-YOURS');
    expect(await ruleOf(await new TestBrowser().post(hearings(), { person: mona, item }))).toBe('SES-NONE');
  });

  it('for one who is called to just that item', async () => {
    expect(await ruleOf(await secretary.post(hearings(), { person: mona, item: otherItem }))).toBe('HRG-NOT-CALLED');
    const member = klubba.server.demo[1]!.plan.seats[0]!.holder;
    expect(await ruleOf(await secretary.post(hearings(), { person: member, item }))).toBe('HRG-NOT-CALLED');
  });
});

it('nothing that opens a link lies in the database, and its state is told to the desk', async () => {
  const { token, code } = await make();
  const rows = JSON.stringify(await klubba.query('select * from hearings'));
  expect(rows).not.toContain(token);
  expect(rows).not.toMatch(new RegExp(`"${code}"`));
  const list = (await (await secretary.get(hearings())).json()) as { hearings: { state: string }[] };
  expect(list.hearings.map(({ state }) => state)).toEqual(['open']);
});
