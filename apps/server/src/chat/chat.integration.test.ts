import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ItemId, MeetingCommand, MeetingId, PersonId } from '@klubba/meeting';
import type { ChatView } from '@klubba/protocol';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openPool } from '../database/database.ts';
import { openLog } from '../log.ts';
import { openServer, type Server } from '../server.ts';
import { logIn, TestClient } from '../testing/test-client.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';

const LONG_MS = 120_000;
const WITHIN = { timeout: 5_000, interval: 20 };
/** Nothing else in the house says this. */
const NEEDLE = 'Kvarnstenen-7391';

let database: TestDatabase;
let pool: pg.Pool;
let logFolder: string;
let one: Server;
let two: Server;
let council: Server['demo'][number];
let meeting: MeetingId;
const cookies = new Map<PersonId, Promise<string>>();

beforeAll(async () => {
  database = await startTestDatabase();
  pool = openPool(database.url, 2);
  logFolder = mkdtempSync(path.join(tmpdir(), 'klubba-chat-log-'));
  const open = (name: string): Promise<Server> =>
    openServer({
      config: readConfig({}),
      port: 0,
      databaseUrl: database.url,
      video: undefined,
      log: openLog('trace', path.join(logFolder, `${name}.log`)),
    });
  [one, two] = await Promise.all([open('one'), open('two')]);
  council = one.demo.find(({ plan }) => plan.body.kind === 'council') as Server['demo'][number];
  meeting = await inSession('chat-of-the-evening');
}, LONG_MS);
afterAll(async () => {
  await Promise.all([one.stop(), two.stop()]);
  await pool.end();
  await database.stop();
  rmSync(logFolder, { recursive: true });
});

const person = (name: string): PersonId =>
  council.people.find((each) => `${each.person.givenName} ${each.person.familyName}` === name)?.person.id as PersonId;
const cookieOf = (who: PersonId): Promise<string> => {
  const link = council.people.find((each) => each.person.id === who)?.link ?? '';
  const known = cookies.get(who) ?? logIn(link);
  cookies.set(who, known);
  return known;
};
const duty = (wanted: string): PersonId => council.plan.duties.find((each) => each.duty === wanted)?.person as PersonId;

async function press(command: MeetingCommand, actor: PersonId, at: MeetingId = meeting): Promise<void> {
  const running = await one.meetings.find(at);
  const outcome = await running?.live.submit({
    id: randomUUID(),
    made: randomUUID().slice(0, 20),
    command,
    actor,
    at: Date.now(),
  });
  if (outcome?.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  await reaches(two, at, outcome.seq);
}

/** Resolves when this server stands where the meeting stands. */
async function reaches(server: Server, at: MeetingId, seq: number): Promise<void> {
  const live = (await server.meetings.find(at))?.live;
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const now = live?.now();
      if (now?.plan === undefined || now.seq < seq) return;
      stop?.();
      resolve();
    };
    const stop = live?.follow(look);
    look();
  });
}

/** A meeting of the council's own, opened with everybody in the hall. */
async function inSession(name: string): Promise<MeetingId> {
  const id = name as MeetingId;
  const { plan } = council;
  const matter = plan.items.filter(({ kind }) => kind === 'matter').at(-1);
  const items = plan.items.map((each) => (each.id === matter?.id ? { ...each, doors: 'closed' as const } : each));
  await one.meetings.plan({ ...plan, meeting: id, items });
  await press({ type: 'openCheckIn' }, duty('secretary'), id);
  const people = [...plan.seats.flatMap(({ holder }) => holder ?? []), duty('secretary'), duty('technician')];
  for (const who of people)
    await press({ type: 'checkIn', person: who, mode: 'room', identified: 'demoLink' }, who, id);
  await press({ type: 'openMeeting' }, duty('chair'), id);
  await press({ type: 'checkNotice', stand: 'proceed', reason: '–' }, duty('chair'), id).catch(() => undefined);
  return id;
}

type Where = 'chat' | 'chat/group';
async function ask(server: Server, who: PersonId, method: string, where: string, body?: object): Promise<Response> {
  return fetch(`${server.url}/api/meetings/${meeting}/${where}`, {
    method,
    headers: { cookie: await cookieOf(who), ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
}
async function answerOf(response: Response): Promise<string> {
  if (response.ok) return String(response.status);
  return `${response.status} ${((await response.json()) as { rule: string }).rule}`;
}
const write = async (server: Server, who: PersonId, text: string, where: Where = 'chat', more: object = {}) =>
  answerOf(await ask(server, who, 'POST', where, { id: randomUUID(), text, ...more }));
const accept = async (who: PersonId) => answerOf(await ask(one, who, 'PUT', 'chat/notice'));
const refusal = async (server: Server, who: PersonId, where: Where = 'chat') =>
  answerOf(await ask(server, who, 'GET', where));
async function read(server: Server, who: PersonId, where: Where = 'chat'): Promise<ChatView> {
  const response = await ask(server, who, 'GET', where);
  expect(response.status).toBe(200);
  return (await response.json()) as ChatView;
}
const texts = async (server: Server, who: PersonId, where: Where = 'chat') =>
  (await read(server, who, where)).messages.map(({ text }) => text);
const page = async (server: Server, who: PersonId): Promise<TestClient> =>
  TestClient.join(server.url, meeting, { cookie: await cookieOf(who) });
const rung = ({ messages }: TestClient): number => messages.filter(({ type }) => type === 'chat').length;

/** Every table of the database in which a row holds this. */
async function tablesWith(needle: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const hit = await pool.query(`select from ${name} as t where t::text like $1 limit 1`, [`%${needle}%`]);
    if (hit.rowCount !== 0) found.push(name);
  }
  return found;
}
const kept = async (where: string): Promise<number> => {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from chat_messages where meeting = $1 and ${where}`,
    [meeting],
  );
  return rows[0]?.count ?? -1;
};

describe('the meeting’s chat on two servers', () => {
  it(
    'CHAT-NOTICE: is written in when the notice is accepted, and what is written at one server is told and read at the other',
    async () => {
      const [sofia, erik] = [person('Sofia Elmgren'), person('Erik Lövgren')];
      const [reader, asPublic] = [await page(two, erik), await TestClient.join(two.url, meeting, { asPublic: true })];
      expect(await write(one, sofia, 'Kaffet är slut')).toBe('409 CHAT-NOTICE');
      expect((await read(one, sofia)).accepted).toBe(false);
      expect(await accept(sofia)).toBe('204');
      expect(await write(one, sofia, ' Kaffet  är\nslut ')).toBe('204');
      await reader.until(() => rung(reader) > 0);
      expect(reader.bytes).not.toContain('Kaffet');
      expect(await read(two, erik)).toMatchObject({
        accepted: false,
        messages: [{ writer: sofia, text: 'Kaffet  är slut' }],
      });
      // The public is told nothing, and no other may read.
      expect(rung(asPublic)).toBe(0);
      expect((await fetch(`${two.url}/api/meetings/${meeting}/chat`)).status).toBe(401);
      for (const client of [reader, asPublic]) client.close();
    },
    LONG_MS,
  );

  it('stands once, however often it is sent', async () => {
    const sofia = person('Sofia Elmgren');
    const wish = { id: randomUUID(), text: 'Var är bilaga 6?' };
    const answers = await Promise.all([one, two, one].map((server) => ask(server, sofia, 'POST', 'chat', wish)));
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect((await texts(two, sofia)).filter((text) => text === wish.text)).toHaveLength(1);
    expect((await read(one, sofia)).messages.at(-1)).toMatchObject({ sent: wish.id });
    expect((await read(one, person('Erik Lövgren'))).messages.at(-1)).not.toHaveProperty('sent');
  });

  it('CHAT-PERSONAL-NUMBER, CHAT-TEXT: asks before a personal number is sent, and takes no empty message', async () => {
    const jonas = person('Jonas Fridh');
    await accept(jonas);
    expect(await write(one, jonas, 'Gäller 890201-3286')).toBe('409 CHAT-PERSONAL-NUMBER');
    expect(await tablesWith('890201-3286')).toEqual([]);
    expect(await write(one, jonas, 'Diarienummer 890201-3286', 'chat', { confirmed: true })).toBe('204');
    expect(await write(one, jonas, ' \n ')).toBe('400 CHAT-TEXT');
  });

  it('CHAT-TOO-OFTEN: counts one person’s messages on both servers together', async () => {
    const ulrika = person('Ulrika Dahlin');
    await accept(ulrika);
    const answers: string[] = [];
    for (let n = 0; n < 6; n += 1) answers.push(await write(n % 2 === 0 ? one : two, ulrika, `Nummer ${n}`));
    expect(answers).toEqual([...Array.from({ length: 5 }, () => '204'), '429 CHAT-TOO-OFTEN']);
    expect(await write(one, person('Jonas Fridh'), 'Lugn')).toBe('204');
  });

  it(
    'CHAT-CONFLICT, CHAT-CLOSED-ITEM: is closed to one in conflict of interest, to all in a closed item, and comes back',
    async () => {
      const [petter, sofia] = [person('Petter Boman'), person('Sofia Elmgren')];
      const matters = council.plan.items.filter(({ kind }) => kind === 'matter');
      const [matter] = matters as unknown as [{ id: ItemId }];
      const closed = matters.at(-1)?.id as ItemId;
      await accept(petter);
      const inConflict = await page(two, petter);
      await press({ type: 'declareConflict', item: matter.id, person: petter } as MeetingCommand, petter);
      await press({ type: 'openItem', item: matter.id }, duty('chair'));
      const before = rung(inConflict);
      const witness = await page(two, sofia);
      expect(await write(two, petter, 'Jag är jävig')).toBe('403 CHAT-CONFLICT');
      expect(await write(one, sofia, 'Sagt utan den jäviga')).toBe('204');
      await witness.until(() => rung(witness) > 0);
      expect(rung(inConflict)).toBe(before);
      await press({ type: 'withdrawItem', item: matter.id, reason: 'Utgår.' } as MeetingCommand, duty('chair'));
      expect(await texts(two, petter)).not.toContain('Sagt utan den jäviga');
      expect(await texts(two, sofia)).toContain('Sagt utan den jäviga');

      await press({ type: 'openItem', item: closed }, duty('chair'));
      for (const who of [sofia, duty('secretary'), duty('technician'), duty('chair')])
        expect(await refusal(two, who)).toBe('403 CHAT-CLOSED-ITEM');
      expect(await write(one, sofia, 'Inom stängda dörrar')).toBe('403 CHAT-CLOSED-ITEM');
      await press({ type: 'withdrawItem', item: closed, reason: 'Utgår.' } as MeetingCommand, duty('chair'));
      expect(await write(one, sofia, 'Åter i öppet')).toBe('204');
      for (const client of [inConflict, witness]) client.close();
    },
    LONG_MS,
  );

  it('CHAT-NOT-MODERATOR, CHAT-GONE: a message taken away is gone from every table, and the incident is kept without its words', async () => {
    const [sofia, secretary] = [person('Gunilla Hedman'), duty('secretary')];
    await accept(sofia);
    expect(await write(one, sofia, `${NEEDLE} har hemtjänst`)).toBe('204');
    expect(await tablesWith(NEEDLE)).toEqual(['public.chat_messages']);
    const id = (await read(two, secretary)).messages.at(-1)?.id ?? 0;
    const remove = async (who: PersonId) =>
      answerOf(await ask(two, who, 'DELETE', `chat/${id}`, { cause: 'individual' }));
    expect(await remove(person('Erik Lövgren'))).toBe('403 CHAT-NOT-MODERATOR');
    const witness = await page(one, person('Erik Lövgren'));
    expect(await remove(secretary)).toBe('204');
    await witness.until(() => rung(witness) > 0);
    expect(await remove(secretary)).toBe('404 CHAT-GONE');
    expect(await tablesWith(NEEDLE)).toEqual([]);
    const last = async (who: PersonId) => (await read(one, who)).messages.find((each) => each.id === id);
    expect(await last(sofia)).toMatchObject({ removed: { by: 'secretary', cause: 'individual' } });
    expect((await last(person('Erik Lövgren')))?.removed).toEqual({ by: 'secretary' });
    const audit = await fetch(`${one.url}/api/register/audit`, {
      headers: { cookie: await cookieOf(person('Nadja Ekvall')) },
    });
    const { entries } = (await audit.json()) as { entries: { event: object }[] };
    expect(entries.map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ type: 'ChatMessageRemoved', person: sofia, meeting, cause: 'individual' }),
    );
    expect(JSON.stringify(entries)).not.toContain(NEEDLE);
    witness.close();
  });
});

describe('a party’s channel in a break for group meetings', () => {
  it(
    'CHAT-NOT-GROUP: is the party’s alone on both servers, never the secretary’s, and is deleted when the break ends',
    async () => {
      const sofia = person('Sofia Elmgren');
      const partyOf = (who: PersonId) => council.plan.people.find(({ id }) => id === who)?.party;
      const members = council.plan.seats.flatMap(({ holder }) => holder ?? []);
      const friend = members.find((who) => who !== sofia && partyOf(who) === partyOf(sofia)) as PersonId;
      const other = members.find((who) => partyOf(who) !== partyOf(sofia)) as PersonId;
      await accept(other);
      expect(await write(one, sofia, 'För tidigt', 'chat/group')).toBe('403 CHAT-NO-BREAK');
      await press({ type: 'adjourn', cause: 'groupMeeting' }, duty('chair'));
      const [friendly, foreign, secretary] = [
        await page(two, friend),
        await page(two, other),
        await page(two, duty('secretary')),
      ];
      expect(await write(one, sofia, `${NEEDLE} inom gruppen`, 'chat/group')).toBe('204');
      await friendly.until(() => rung(friendly) > 0);
      expect(await texts(two, friend, 'chat/group')).toEqual([`${NEEDLE} inom gruppen`]);
      expect(await texts(two, other, 'chat/group')).toEqual([]);
      expect(await texts(two, sofia)).not.toContain(`${NEEDLE} inom gruppen`);
      for (const who of [duty('secretary'), duty('technician')])
        expect(await refusal(two, who, 'chat/group')).toBe('403 CHAT-NOT-GROUP');
      // What is told in order has been told when the meeting's own word has come.
      expect(await write(two, other, 'Till alla')).toBe('204');
      await Promise.all([foreign, secretary].map((client) => client.until(() => rung(client) > 0)));
      expect([rung(foreign), rung(secretary)]).toEqual([1, 1]);
      expect(await kept('party is not null')).toBe(1);
      await press({ type: 'recall' }, duty('chair'));
      expect(await refusal(two, sofia, 'chat/group')).toBe('403 CHAT-NO-BREAK');
      await expect.poll(() => kept('party is not null'), WITHIN).toBe(0);
      expect(await tablesWith(NEEDLE)).toEqual([]);
      for (const client of [friendly, foreign, secretary]) client.close();
    },
    LONG_MS,
  );
});

describe('nothing of the chat', () => {
  it(
    'is in the journal, the sealed record, the minutes, the public’s pages or the log; and all is deleted with the meeting',
    async () => {
      const sofia = person('Sofia Elmgren');
      await accept(sofia);
      for (const who of council.plan.seats.flatMap(({ holder }) => holder ?? []))
        await press({ type: 'confirmPresence', person: who }, who);
      await press({ type: 'completeCheck' }, duty('chair'));
      expect(await write(one, person('Jonas Fridh'), NEEDLE)).toBe('204');
      expect(await tablesWith(NEEDLE)).toEqual(['public.chat_messages']);
      expect(JSON.stringify((await one.meetings.find(meeting))?.live.facts())).not.toContain(NEEDLE);
      const address = `/api/meetings/${meeting}`;
      const addresses = [
        `${address}/record`,
        `${address}/minutes.json`,
        `${address}/minutes.html`,
        `/public/${meeting}`,
        `/public/api/meetings/${meeting}`,
      ];
      for (const each of addresses) {
        const answer = await fetch(one.url + each, { headers: { cookie: await cookieOf(duty('chair')) } });
        const body = await answer.text();
        expect([each, answer.status, body.includes(NEEDLE) || body.includes('ChatMessage')]).toEqual([
          each,
          200,
          false,
        ]);
      }

      await press({ type: 'closeMeeting' }, duty('chair'));
      await expect.poll(() => kept('true'), WITHIN).toBe(0);
      expect(await tablesWith(NEEDLE)).toEqual([]);
      expect(await refusal(two, sofia)).toBe('403 CHAT-NOT-NOW');
      const logs = readdirSync(logFolder).map((name) => readFileSync(path.join(logFolder, name), 'utf8'));
      expect(logs.every((log) => log.includes('CHAT-NOT-NOW') || log.includes('CHAT-NOTICE'))).toBe(true);
      expect(logs.filter((log) => log.includes(NEEDLE) || log.includes('Kaffet'))).toEqual([]);
    },
    LONG_MS,
  );
});
