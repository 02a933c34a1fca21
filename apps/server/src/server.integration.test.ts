import type { MeetingId, PersonId } from '@klubba/meeting';
import { CLOSE, MESSAGE_BYTES_MAX, MESSAGES_BURST } from '@klubba/protocol';
import { verifyRecord } from '@klubba/record';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { openLog } from './log.ts';
import { openServer, type Server } from './server.ts';
import { startTestDatabase, type TestDatabase } from './testing/test-database.ts';
import { logIn, TestClient, type TestClientOptions } from './testing/test-client.ts';

let database: TestDatabase;
let one: Server;
let two: Server;
let council: MeetingId;
const open = (): Promise<Server> =>
  openServer({ config: readConfig({}), port: 0, databaseUrl: database.url, video: undefined, log: openLog('silent') });

beforeAll(async () => {
  database = await startTestDatabase();
  [one, two] = await Promise.all([open(), open()]);
  council = one.demo[0]!.plan.meeting;
});
afterAll(async () => {
  await Promise.all([one.stop(), two.stop()]);
  await database.stop();
});

const linkOf = (server: Server, name: string): string => {
  const found = server.demo
    .flatMap((evening) => evening.people)
    .find(({ person }) => `${person.givenName} ${person.familyName}` === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}`);
  return found.link;
};
const cookieOf = (name: string, server: Server = one): Promise<string> => logIn(linkOf(server, name));
const joinAs = async (name: string, server: Server = one, options: TestClientOptions = {}): Promise<TestClient> =>
  TestClient.join(server.url, council, { cookie: await cookieOf(name, server), ...options });
const get = (path: string, cookie?: string, server: Server = one): Promise<Response> =>
  fetch(server.url + path, { headers: cookie === undefined ? {} : { cookie }, redirect: 'manual' });

describe('an evening on two servers', () => {
  it('is one evening: the same facts in the same order for all, however many act at once', async () => {
    const secretary = await joinAs('Åsa Lindvall');
    expect(await secretary.command({ type: 'openCheckIn' })).toMatchObject({ kind: 'done' });
    const names = [
      'Marie Sandell',
      'Helena Ståhl',
      'Jonas Fridh',
      'Petter Boman',
      'Anders Wikström',
      'Gunilla Hedman',
      'Tomas Brännlund',
      'Ulrika Dahlin',
    ];
    const members = await Promise.all(names.map((name, index) => joinAs(name, index % 2 === 0 ? one : two)));
    const answers = await Promise.all(
      members.map((member) => {
        const welcome = member.messages.find((message) => message.type === 'welcome');
        const person = welcome?.type === 'welcome' && welcome.you ? welcome.you.person : ('' as PersonId);
        return member.command({ type: 'checkIn', person, mode: 'room', identified: 'bankId' });
      }),
    );
    expect(answers.map((answer) => answer.kind)).toEqual(names.map(() => 'done'));
    const head = Math.max(...answers.map((answer) => (answer.kind === 'done' ? answer.seq : 0)));
    await Promise.all([secretary, ...members].map((client) => client.until(() => client.seq >= head)));
    const presence = (client: TestClient): unknown =>
      client.meeting.plan === undefined ? undefined : Object.keys(client.meeting.attendance.present);
    for (const member of members) expect(presence(member)).toEqual(presence(secretary));
    const facts = (await one.meetings.find(council))?.live.facts();
    expect((await two.meetings.find(council))?.live.facts()).toEqual(facts);
    for (const client of [secretary, ...members]) client.close();
  });

  it('knows by the session how a person was identified, whatever the client says', async () => {
    const david = await joinAs('David Kihlberg');
    await david.command({
      type: 'checkIn',
      person: 'p-david-kihlberg' as PersonId,
      mode: 'room',
      identified: 'bankId',
    });
    const now = (await one.meetings.find(council))?.live.now();
    expect(now?.plan && now.attendance.present['p-david-kihlberg' as PersonId]?.identified).toBe('demoLink');
    david.close();
  });

  it('acknowledges the same press once, sent twice, on both servers', async () => {
    const [here, there] = [await joinAs('Johan Ekeroth'), await joinAs('Johan Ekeroth', two)];
    const checkIn = {
      type: 'checkIn',
      person: 'p-johan-ekeroth' as PersonId,
      mode: 'room',
      identified: 'device',
    } as const;
    const answers = await Promise.all([
      here.command(checkIn, 'press-ekeroth'),
      there.command(checkIn, 'press-ekeroth'),
    ]);
    expect(answers[0]).toEqual(answers[1]);
    expect(await here.command(checkIn, 'press-ekeroth')).toEqual(answers[0]);
    const facts = (await one.meetings.find(council))?.live.facts() ?? [];
    expect(
      facts.filter(({ event }) => event.type === 'CheckedIn' && event.presence.person === checkIn.person),
    ).toHaveLength(1);
    here.close();
    there.close();
  });

  it('gives one who was away what came since, and a fresh picture to other eyes', async () => {
    const cookie = await cookieOf('Daniel Hållén');
    const before = await TestClient.join(one.url, council, { cookie });
    before.cut();
    const other = await joinAs('Eva Tigerholm');
    const { audienceKey, seq } = before;
    await other.command({ type: 'checkIn', person: 'p-eva-tigerholm' as PersonId, mode: 'room', identified: 'device' });
    const back = await TestClient.join(two.url, council, { cookie, after: seq, audienceKey });
    await back.until(() => back.bytes.includes('p-eva-tigerholm'));
    expect(back.messages.map((message) => message.type)).not.toContain('snapshot');
    const asPublic = await TestClient.join(one.url, council, { asPublic: true, after: seq, audienceKey });
    expect(asPublic.messages.map((message) => message.type)).toContain('snapshot');
    for (const client of [other, back, asPublic]) client.close();
  });
});

describe('a hostile client', () => {
  it('is refused by name and troubles nobody', async () => {
    const witness = await joinAs('Louise Rydén');
    const hostile = await joinAs('Mats Öberg');
    const before = witness.seq;
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"type":"command"}',
      '{"type":"hello"}',
      JSON.stringify({ type: 'command', id: 'press-0001', command: { type: 'becomeKing' } }),
    ])
      hostile.sendRaw(text);
    hostile.sendRaw(Buffer.from([0xff, 0xfe]));
    await hostile.until(() => hostile.messages.filter((message) => message.type === 'rejected').length >= 8);
    expect(hostile.messages.flatMap((message) => (message.type === 'rejected' ? message.rule : []))).toEqual(
      Array.from({ length: 8 }, () => 'MSG-MALFORMED'),
    );
    expect(await hostile.command({ type: 'openMeeting' })).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'MTG-CHAIR' },
    });
    expect(
      await hostile.command({
        type: 'checkIn',
        person: 'p-karin-ahlqvist' as PersonId,
        mode: 'remote',
        identified: 'bankId',
      }),
    ).toMatchObject({ kind: 'refused' });
    expect(
      await hostile.command({
        type: 'reportLink',
        person: 'p-marie-sandell' as PersonId,
        conditions: {
          seesHearsPresidium: false,
          seesSpeaker: false,
          seesRoom: false,
          seesHearsOthers: false,
          isSeenAndHeard: false,
        },
      }),
    ).toMatchObject({
      kind: 'refused',
      refusal: { rule: 'MTG-SYSTEM' },
    });
    expect(witness.seq).toBe(before);
    hostile.close();
    witness.close();
  });

  it('is cut off when its message is too large', async () => {
    const hostile = await joinAs('Stefan Hjort');
    hostile.sendRaw('x'.repeat(MESSAGE_BYTES_MAX + 1));
    expect((await hostile.closed).code).toBe(1009);
  });

  it('is told that it sends too much, and cut off when it goes on', async () => {
    const hostile = await joinAs('Dan Säfström');
    for (let n = 0; n < MESSAGES_BURST + 200; n += 1) hostile.send({ type: 'ping', n });
    expect(await hostile.closed).toEqual({ code: CLOSE.tooFrequent, reason: 'tooFrequent' });
    expect(hostile.bytes).toContain('MSG-TOO-FREQUENT');
  });

  it('is told which of its commands was not taken when it was too fast', async () => {
    const hasty = await joinAs('Dan Säfström');
    for (let n = 0; n < MESSAGES_BURST; n += 1) hasty.send({ type: 'ping', n });
    const outcome = await hasty.command({ type: 'openCheckIn' }, 'press-in-haste');
    expect(outcome).toEqual({ kind: 'rejected', rule: 'MSG-TOO-FREQUENT' });
    hasty.close();
  });

  it('cannot take another’s press for its own', async () => {
    const [carl, jenny] = [await joinAs('Carl Bergendal'), await joinAs('Jenny Karlberg')];
    await carl.command(
      { type: 'checkIn', person: 'p-carl-bergendal' as PersonId, mode: 'room', identified: 'device' },
      'press-bergendal',
    );
    const stolen = {
      type: 'checkIn',
      person: 'p-carl-bergendal' as PersonId,
      mode: 'room',
      identified: 'device',
    } as const;
    expect(await jenny.command(stolen, 'press-bergendal')).toEqual({ kind: 'rejected', rule: 'MSG-REPLAYED' });
    carl.close();
    jenny.close();
  });

  it('can command nothing without a session, with a forged one, or from another site’s page', async () => {
    const anybody = await TestClient.join(one.url, council, { asPublic: true });
    expect(await anybody.command({ type: 'openMeeting' })).toEqual({ kind: 'rejected', rule: 'MSG-PUBLIC' });
    anybody.close();
    const forged = new TestClient(one.url, { cookie: `klubba=${'A'.repeat(43)}` });
    await forged.opened();
    forged.send({ type: 'hello', protocol: 1, meeting: council });
    expect((await forged.closed).reason).toBe('sessionEnded');
    const foreign = new TestClient(one.url, {
      cookie: await cookieOf('Marie Sandell'),
      origin: 'https://evil.example',
    });
    await expect(foreign.opened()).rejects.toThrow('403');
  });

  it('gets nothing of a meeting that is not there', async () => {
    const lost = new TestClient(one.url);
    await lost.opened();
    lost.send({ type: 'hello', protocol: 1, meeting: 'kf-1999' as MeetingId, asPublic: true });
    expect((await lost.closed).reason).toBe('noSuchMeeting');
  });
});

describe('a session', () => {
  it('is in an HttpOnly cookie of this site, and says who one is', async () => {
    const answer = await fetch(linkOf(one, 'Sofia Elmgren'), { redirect: 'manual' });
    const [cookie] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^klubba=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
    const me = await (await get('/api/me', cookie?.split(';')[0])).json();
    expect(me).toMatchObject({ person: 'p-sofia-elmgren', name: 'Sofia Elmgren', demo: true });
    expect((await get('/api/me')).status).toBe(401);
  });

  it('is refused to a link that was made up', async () => {
    expect((await get('/in/cC1tYXJpZS1zYW5kZWxsAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(403);
    expect((await get('/in/x')).status).toBe(403);
  });

  it('ends at once everywhere when it is revoked, also on the other server', async () => {
    const [old, current] = [await cookieOf('Helena Ståhl'), await cookieOf('Helena Ståhl')];
    const page = await TestClient.join(two.url, council, { cookie: old });
    const { sessions } = (await (await get('/api/sessions', current)).json()) as {
      sessions: { id: string; current: boolean }[];
    };
    const others = sessions.filter((session) => !session.current);
    expect(others.length).toBeGreaterThan(0);
    for (const session of others) {
      const ended = await fetch(`${one.url}/api/sessions/${session.id}`, {
        method: 'DELETE',
        headers: { cookie: current },
      });
      expect(ended.status).toBe(204);
    }
    expect((await page.closed).code).toBe(CLOSE.sessionEnded);
    expect(page.messages.at(-1)).toEqual({ type: 'revoked' });
    expect((await get('/api/me', old)).status).toBe(401);
    expect((await get('/api/me', current)).status).toBe(200);
  });

  it('of another cannot be ended, and nothing can be changed from another site’s page', async () => {
    const [mine, hers] = [await cookieOf('Ingrid Palm'), await cookieOf('Elin Backlund')];
    const { sessions } = (await (await get('/api/sessions', hers)).json()) as { sessions: { id: string }[] };
    const attempt = await fetch(`${one.url}/api/sessions/${sessions[0]?.id}`, {
      method: 'DELETE',
      headers: { cookie: mine },
    });
    expect(attempt.status).toBe(404);
    const foreign = await fetch(`${one.url}/api/logout`, {
      method: 'POST',
      headers: { cookie: hers, origin: 'https://evil.example' },
    });
    expect(await foreign.json()).toEqual({ rule: 'SES-OTHER-SITE' });
    expect((await get('/api/me', hers)).status).toBe(200);
  });
});

describe('what is fetched', () => {
  it('comes with a policy that allows nothing inline and nothing from elsewhere', async () => {
    const policy = (await get('/public')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
  });

  it('are my meetings, and nobody else’s', async () => {
    const { meetings } = (await (await get('/api/meetings', await cookieOf('Sofia Elmgren'))).json()) as {
      meetings: { meeting: string; capacity: string }[];
    };
    expect(meetings.map(({ capacity }) => capacity)).toEqual(['member', 'substitute']);
    expect((await get('/api/meetings')).status).toBe(401);
  });

  it('are documents that the audience sees, and no others', async () => {
    const plans = one.demo.map((evening) => evening.plan);
    const open = plans[0]?.items.flatMap((item) => item.documents)[0];
    const secret = plans[1]?.items.find((item) => item.doors === 'secret')?.documents[0];
    const pdf = await get(`/api/meetings/${council}/documents/${encodeURIComponent(open?.id ?? '')}`);
    expect(pdf.status).toBe(200);
    expect(await pdf.text()).toMatch(/^%PDF-1\.7/);
    const path = `/api/meetings/${plans[1]?.meeting}/documents/${encodeURIComponent(secret?.id ?? '')}`;
    expect((await get(path)).status).toBe(401);
    expect((await get(path, await cookieOf('Mikael Nyström'))).status).toBe(404);
    expect((await get(path, await cookieOf('Helena Ståhl'))).status).toBe(200);
  });

  it('is a new document, from the secretary alone and only if it is a PDF', async () => {
    const item = one.demo[0]?.plan.items.find(({ number }) => number === 118)?.id ?? '';
    const upload = async (name: string, content: string): Promise<Response> => {
      const form = new FormData();
      form.set('item', item);
      form.set('title', 'Bilaga 6, rättad tabell');
      form.set('file', new Blob([content]), 'bilaga.pdf');
      return fetch(`${one.url}/api/meetings/${council}/documents`, {
        method: 'POST',
        body: form,
        headers: { cookie: await cookieOf(name) },
      });
    };
    expect(await (await upload('Åsa Lindvall', '%PDF-1.7 …')).json()).toMatchObject({
      title: 'Bilaga 6, rättad tabell',
    });
    expect(await (await upload('Åsa Lindvall', '<html>')).json()).toEqual({ rule: 'DOC-NOT-PDF' });
    expect(await (await upload('Sofia Elmgren', '%PDF-1.7 …')).json()).toEqual({ rule: 'DOC-NOT-YOURS' });
  });

  it('is the sealed record, for those who may see all of it, and it verifies', async () => {
    const path = `/api/meetings/${council}/record`;
    expect((await get(path, await cookieOf('Sofia Elmgren'))).status).toBe(403);
    const record = await (await get(path, await cookieOf('Åsa Lindvall'))).text();
    expect(verifyRecord(record)).toMatchObject({ ok: true, header: { meeting: council } });
    expect(verifyRecord(record.replace('Sofia', 'Sonja'))).toMatchObject({ ok: false, rule: 'REC-HASH' });
  });

  it('are the draft minutes as a page and as PDF, in both languages, for presidium and secretary', async () => {
    const path = `/api/meetings/${council}/minutes`;
    const cookie = await cookieOf('Åsa Lindvall');
    expect((await get(`${path}.html`, await cookieOf('Sofia Elmgren'))).status).toBe(403);
    expect(await (await get(`${path}.html`, cookie)).text()).toContain('Sammanträdesprotokoll');
    expect(await (await get(`${path}.html?language=en`, cookie)).text()).toContain('<html lang="en">');
    for (const standard of ['a-2a', 'ua-1']) {
      const pdf = await get(`${path}.pdf?standard=${standard}`, cookie);
      expect(await pdf.text()).toMatch(/^%PDF-1\.7/);
    }
  });

  it('is the public page without JavaScript and without login, and the same as JSON for caches', async () => {
    expect(await (await get('/public')).text()).toContain('Exempelköpings kommun');
    const page = await (await get(`/public/${council}`)).text();
    expect(page).toContain('Detaljplan för Norra Kvarnängen');
    const json = await get(`/public/api/meetings/${council}`);
    expect(json.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1');
    const again = await fetch(`${one.url}/public/api/meetings/${council}`, {
      headers: { 'if-none-match': json.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    const board = one.demo[1]?.plan.meeting ?? '';
    expect(await (await get(`/public/${board}`)).text()).not.toContain('Kvarnen 4');
  });

  it('is described, and what is not there is said not to be', async () => {
    expect(await (await get('/api/openapi.json')).json()).toMatchObject({
      info: { title: 'Klubba for other systems' },
    });
    expect(await (await get('/api/nothing')).json()).toEqual({ rule: 'HTTP-NOT-FOUND' });
    expect((await get('/api/meetings/..%2f..%2fetc/record', await cookieOf('Åsa Lindvall'))).status).toBe(404);
  });
});
