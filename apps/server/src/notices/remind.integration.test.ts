import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calledTo, type MeetingId, type MeetingPlan } from '@klubba/meeting';
import type { NoticeDispatchList } from '@klubba/protocol';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { newId } from '../meetings/meetings.ts';
import { openServer, type Server } from '../server.ts';
import { logIn } from '../testing/test-client.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';

const DAY = 86_400_000;
const LONG_MS = 120_000;
const dataDir = mkdtempSync(path.join(tmpdir(), 'klubba-remind-'));
let database: TestDatabase;
let servers: readonly Server[] = [];
let plan: MeetingPlan;
let later = 0;

const open = (): Promise<Server> =>
  openServer({
    config: readConfig({ DATA_DIR: dataDir }),
    port: 0,
    databaseUrl: database.url,
    video: undefined,
    log: openLog('silent'),
    now: () => Date.now() + later,
  });
const letters = (): number => readdirSync(path.join(dataDir, 'outbox')).length;
/** The desk's view of the log, at the first server. */
async function ask(send?: string): Promise<NoticeDispatchList['dispatches']> {
  const [server] = servers;
  const link = server?.demo
    .flatMap(({ people }) => people)
    .find(({ person }) => `${person.givenName} ${person.familyName}` === 'Åsa Lindvall')?.link;
  const answer = await fetch(`${server?.url}/api/meetings/${plan.meeting}/notice/dispatches`, {
    headers: { cookie: await logIn(link ?? ''), 'content-type': 'application/json', origin: server?.url ?? '' },
    ...(send === undefined ? {} : { method: 'POST', body: JSON.stringify({ send }) }),
  });
  return ((await answer.json()) as NoticeDispatchList).dispatches;
}

beforeAll(async () => {
  database = await startTestDatabase();
  const first = await open();
  servers = [first, await open()];
  const board = first.demo.find((one) => one.plan.body.kind === 'executiveBoard')?.plan;
  if (board === undefined) throw new Error('The demo has no executive board.');
  const notice = { announcedOn: null, sentOn: null };
  const startsAt = Date.now() + 10 * DAY;
  plan = { ...board, meeting: 'ks-reminded' as MeetingId, startsAt, notice, remoteGranted: [] };
  await first.meetings.plan(plan);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`update people set email = id || '@exempelkoping.example' where id <> 'p-mats-oberg'`);
  await client.end();
  await ask('notice');
}, LONG_MS);
afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await database.stop();
  rmSync(dataDir, { recursive: true });
});

describe('reminders by the clock', () => {
  it('go out once to each who has not answered, though two servers look at the same moment, and are in the log', async () => {
    const [person] = calledTo(plan).members;
    if (person === undefined) throw new Error('Nobody is called');
    const running = await servers[0]?.meetings.find(plan.meeting);
    const command = { type: 'answerNotice', person, answer: 'room' } as const;
    await running?.live.submit({ id: newId(), made: newId(), command, actor: person, at: Date.now() });
    const before = letters();
    expect(await Promise.all(servers.map((server) => server.remind()))).toEqual([0, 0]);
    later = 8 * DAY;
    const tried = await Promise.all(servers.map((server) => server.remind()));
    const reminders = (await ask()).filter(({ kind }) => kind === 'reminder');
    const called = [...calledTo(plan).members, ...calledTo(plan).substitutes];
    expect(tried.reduce((sum, count) => sum + count)).toBe(called.length - 1);
    expect(reminders.map((one) => one.person).toSorted()).toEqual(called.filter((one) => one !== person).toSorted());
    // One of them has no address, and that is in the log too.
    expect(letters() - before).toBe(called.length - 2);
  });

  it('are not sent again, not after a restart either', async () => {
    const before = letters();
    expect(await servers[1]?.remind()).toBe(0);
    await Promise.all(servers.map((server) => server.stop()));
    servers = [await open()];
    expect(await servers[0]?.remind()).toBe(0);
    expect(letters()).toBe(before);
  });
});

it('MTG-CALLED-OFF everybody who was called is told that it is called off, by a letter that clears the calendar', async () => {
  const before = readdirSync(path.join(dataDir, 'outbox'));
  const [server] = servers;
  const link = server?.demo
    .flatMap(({ people }) => people)
    .find(({ person }) => `${person.givenName} ${person.familyName}` === 'Åsa Lindvall')?.link;
  const answer = await fetch(`${server?.url}/api/meetings/${plan.meeting}/notice/calling-off`, {
    method: 'POST',
    headers: { cookie: await logIn(link ?? ''), 'content-type': 'application/json', origin: server?.url ?? '' },
    body: JSON.stringify({ reason: 'För få ärenden.' }),
  });
  const { dispatches } = (await answer.json()) as NoticeDispatchList;
  const called = calledTo(plan).members.length + calledTo(plan).substitutes.length;
  expect(dispatches.filter(({ kind }) => kind === 'calledOff')).toHaveLength(called);
  const letters = readdirSync(path.join(dataDir, 'outbox')).filter((name) => !before.includes(name));
  const letter = readFileSync(path.join(dataDir, 'outbox', letters[0] ?? ''), 'utf8');
  expect([letters.length, letter.includes('method=CANCEL')]).toEqual([called - 1, true]);
  expect(await (await fetch(`${server?.url}/public/${plan.meeting}`)).text()).toContain('För få ärenden.');
});
