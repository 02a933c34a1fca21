import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DocumentId, MeetingCommand, MeetingId, MeetingPlan } from '@klubba/meeting';
import type { NoticeDispatchList, PlannableBodies } from '@klubba/protocol';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { openServer, type Server } from '../server.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { logIn } from '../testing/test-client.ts';

const LONG_MS = 120_000;
let database: TestDatabase;
let server: Server;
let dataDir: string;
let plan: MeetingPlan;
const outbox = (): readonly string[] => {
  const folder = path.join(dataDir, 'outbox');
  return readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'));
};

beforeAll(async () => {
  database = await startTestDatabase();
  dataDir = mkdtempSync(path.join(tmpdir(), 'klubba-notices-'));
  server = await openServer({
    config: readConfig({ DATA_DIR: dataDir, MAIL_FROM: 'kansli@exempelkoping.example' }),
    port: 0,
    databaseUrl: database.url,
    video: undefined,
    log: openLog('silent'),
  });
  const board = server.demo.find((one) => one.plan.body.kind === 'executiveBoard')?.plan;
  if (board === undefined) throw new Error('The demo has no executive board.');
  const unsent = { announcedOn: null, sentOn: null, fallback: 'Ring sekreteraren. Sammanträdet flyttas till torsdag.' };
  plan = { ...board, meeting: 'ks-kallelse' as MeetingId, notice: unsent };
  await server.meetings.plan(plan);
  const pool = new pg.Client({ connectionString: database.url });
  await pool.connect();
  await pool.query(`update people set email = id || '@exempelkoping.example' where id <> 'p-mats-oberg'`);
  await pool.end();
}, LONG_MS);
afterAll(async () => {
  await server.stop();
  await database.stop();
  rmSync(dataDir, { recursive: true });
});

const cookieOf = async (name: string): Promise<string> => {
  const found = server.demo
    .flatMap((evening) => evening.people)
    .find(({ person }) => `${person.givenName} ${person.familyName}` === name);
  if (found === undefined) throw new Error(`Nobody is called ${name}`);
  return logIn(found.link);
};
const ask = async (name: string, what: string, send?: string): Promise<Response> =>
  fetch(`${server.url}/api/meetings/${plan.meeting}/${what}`, {
    headers: { cookie: await cookieOf(name), 'content-type': 'application/json', origin: server.url },
    ...(send === undefined ? {} : { method: 'POST', body: JSON.stringify({ send }) }),
  });
const refusalOf = async (response: Response): Promise<unknown> => ((await response.json()) as { rule: unknown }).rule;

describe('sending a notice', () => {
  it('is for the desk alone, and nothing can be reminded of before it', async () => {
    const member = await ask('Erik Lövgren', 'notice/dispatches', 'notice');
    expect([member.status, await refusalOf(member)]).toEqual([403, 'NTC-NOT-YOURS']);
    expect(await refusalOf(await ask('Åsa Lindvall', 'notice/dispatches', 'reminder'))).toBe('NTC-NOT-SENT');
    expect((await ask('Erik Lövgren', 'notice/dispatches')).status).toBe(403);
  });

  it(
    'goes to every member and substitute, is a fact of the meeting, and each letter is in the log',
    async () => {
      const answer = await ask('Åsa Lindvall', 'notice/dispatches', 'notice');
      const { dispatches } = (await answer.json()) as NoticeDispatchList;
      expect(answer.status).toBe(200);
      expect(dispatches).toHaveLength(17);
      expect(dispatches.filter(({ result }) => result === 'sent')).toHaveLength(16);
      expect(dispatches.find(({ person }) => person === 'p-mats-oberg')).toMatchObject({ result: 'noAddress' });
      const meeting = (await server.meetings.find(plan.meeting))?.live.now();
      expect(meeting?.plan?.notice).toMatchObject({ sentOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
      expect(meeting?.plan === undefined ? undefined : meeting.notice.sent[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
      expect(outbox()).toHaveLength(16);
    },
    LONG_MS,
  );

  it('says by mail what the public may know and carries paper and calendar', () => {
    const letters = outbox();
    const all = letters.map((eml) => eml.replaceAll('=\r\n', '')).join('\n');
    expect(all).toContain('p-erik-lovgren@exempelkoping.example');
    expect(all).toMatch(/text\/calendar/);
    expect(all).toMatch(/application\/pdf/);
    expect(all).not.toContain('Kvarnen 4');
  });

  it('is not sent twice as it is; those it did not reach get it when they have an address', async () => {
    expect(await refusalOf(await ask('Åsa Lindvall', 'notice/dispatches', 'notice'))).toBe('NTC-SAME');
    const pool = new pg.Client({ connectionString: database.url });
    await pool.connect();
    await pool.query(`update people set email = 'mats@exempelkoping.example' where id = 'p-mats-oberg'`);
    await pool.end();
    const { dispatches } = (await (
      await ask('Åsa Lindvall', 'notice/dispatches', 'missing')
    ).json()) as NoticeDispatchList;
    expect(dispatches).toHaveLength(18);
    expect(dispatches.at(-1)).toMatchObject({ person: 'p-mats-oberg', result: 'sent', version: 1 });
  });

  it('is on paper and in the calendar for those with a part in the meeting, with what they may see', async () => {
    const ics = await (await ask('Erik Lövgren', 'notice.ics')).text();
    expect(ics).toContain('DTSTART;TZID=Europe/Stockholm:');
    expect(ics).toContain('SEQUENCE:0');
    const pdf = await ask('Erik Lövgren', 'notice.pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect((await ask('Ruth Åkerlund', 'notice.ics')).status).toBe(404);
  });
});

describe('planning a meeting of a body of the register', () => {
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const wish = {
    date: day,
    time: '18:30',
    place: 'Ljungen',
    form: 'physical',
    firstNumber: 7,
    items: [
      { title: 'Upprop', kind: 'rollCall' },
      { title: 'Taxa för vatten', kind: 'matter' },
    ],
  };
  const plan = async (name: string, change: object): Promise<Response> =>
    fetch(`${server.url}/api/meetings`, {
      method: 'POST',
      headers: { cookie: await cookieOf(name), 'content-type': 'application/json', origin: server.url },
      body: JSON.stringify({ ...wish, ...change }),
    });
  const bodyOf = async (): Promise<string> => {
    const answer = await fetch(`${server.url}/api/meetings/bodies`, {
      headers: { cookie: await cookieOf('Åsa Lindvall') },
    });
    const { bodies } = (await answer.json()) as PlannableBodies;
    const board = bodies.find(({ name }) => name === 'Kommunstyrelsen');
    if (board === undefined) throw new Error(`The secretary may plan for ${JSON.stringify(bodies)}`);
    return board.id;
  };

  it('is for the body’s secretary, and says in a rule what is missing', async () => {
    const body = await bodyOf();
    expect(await refusalOf(await plan('Erik Lövgren', { body }))).toBe('PLN-NOT-YOURS');
    const rules = [];
    for (const change of [{ place: ' ' }, { items: [] }, { date: '2025-01-02' }])
      rules.push(await refusalOf(await plan('Åsa Lindvall', { body, ...change })));
    expect(rules.slice(0, 2)).toEqual(['PLN-NO-PLACE', 'PLN-NO-ITEMS']);
    expect(['PLN-PAST', 'PLN-NO-BODY', 'PLN-NOT-YOURS']).toContain(rules[2]);
  });

  it('takes seats, substitutes, duties and rules from the register as they are that day, at Swedish time', async () => {
    const answer = await plan('Åsa Lindvall', { body: await bodyOf() });
    const { meeting } = (await answer.json()) as { meeting: MeetingId };
    const made = (await server.meetings.find(meeting))?.live.now();
    expect(made?.plan).toMatchObject({ place: 'Ljungen', date: day, notice: { sentOn: null } });
    expect(made?.plan?.items.map(({ number, title }) => [number, title])).toEqual([
      [7, 'Upprop'],
      [8, 'Taxa för vatten'],
    ]);
    expect(made?.plan?.seats).toHaveLength(11);
    expect(made?.plan?.duties.some(({ duty }) => duty === 'chair')).toBe(true);
    expect(new Date(made?.plan?.startsAt ?? 0).toLocaleTimeString('sv-SE', { timeZone: 'Europe/Stockholm' })).toBe(
      '18:30:00',
    );
  });

  it('is changed by the desk while it lies ahead: items keep who they are and their documents, and what is new is numbered on', async () => {
    const body = await bodyOf();
    const { meeting } = (await (await plan('Åsa Lindvall', { body })).json()) as { meeting: MeetingId };
    const running = await server.meetings.find(meeting);
    const now = () => {
      const live = running?.live.now();
      if (live?.plan === undefined) throw new Error('It is planned.');
      return live;
    };
    const [rollCall, matter] = now().agenda.order;
    if (rollCall === undefined || matter === undefined) throw new Error('It has two items.');
    const document = { id: 'taxan' as DocumentId, title: 'Taxa 2026' };
    const press = (command: MeetingCommand) => {
      const actor = now().plan.duties.find(({ duty }) => duty === 'secretary')?.person ?? 'system';
      return running?.live.submit({ id: command.type, made: command.type, command, actor, at: Date.now() });
    };
    await press({ type: 'handOutDocument', item: matter, document });
    const change = async (name: string, items: readonly object[]): Promise<Response> =>
      fetch(`${server.url}/api/meetings/${meeting}/plan`, {
        method: 'PUT',
        headers: { cookie: await cookieOf(name), 'content-type': 'application/json', origin: server.url },
        body: JSON.stringify({ ...wish, body, place: 'Folkets hus', time: '19:00', items }),
      });
    const tabled = { by: 'Kommunstyrelsens arbetsutskott', text: 'Taxan fastställs.' };
    const items = [
      { id: matter, title: 'Taxa för vatten och avlopp', kind: 'matter', tabled, preparedBy: ['Arbetsutskottet', ' '] },
      { id: rollCall, title: 'Upprop', kind: 'rollCall' },
      { title: 'Val av ordförande', kind: 'election', election: { office: 'ordförande i valnämnden', places: 1 } },
    ];
    expect(await refusalOf(await change('Erik Lövgren', items))).toBe('PLN-NOT-YOURS');
    expect(await refusalOf(await change('Åsa Lindvall', [{ title: 'Val', kind: 'election' }]))).toBe('PLN-NO-OFFICE');
    expect((await change('Åsa Lindvall', items)).status).toBe(200);
    expect(now().plan.place).toBe('Folkets hus');
    expect(now().plan.items.map(({ id, number, title }) => [id, number, title])).toEqual([
      [matter, 7, 'Taxa för vatten och avlopp'],
      [rollCall, 8, 'Upprop'],
      [expect.not.stringMatching(matter), 9, 'Val av ordförande'],
    ]);
    expect(now().agenda.items[matter]).toMatchObject({ tabled, preparedBy: ['Arbetsutskottet'] });
    expect(now().agenda.items[matter]?.documents).toEqual([expect.objectContaining({ id: 'taxan' })]);
    await change('Åsa Lindvall', [{ ...items[0], documents: [] }]);
    expect(now().agenda.items[matter]?.documents).toEqual([]);
    await press({ type: 'openCheckIn' });
    expect(await refusalOf(await change('Åsa Lindvall', items))).toBe('PLN-STARTED');
  });
});
