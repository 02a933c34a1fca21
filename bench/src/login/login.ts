import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connectBot, type ProtocolBot } from '@klubba/bots';
import type { MeetingId, MeetingPlan } from '@klubba/meeting';
import { AT_KEYBOARD, directoryReturn, TestBrowser } from '@klubba/server/testing';
import pg from 'pg';
import { atLeast, atMost, type Bench, type Report } from '../bench.ts';
import { freePort, type House, openHouse } from '../house.ts';
import { table } from '../print.ts';
import { drawFrom } from '../seeded.ts';
import { median, quantile } from '../statistics.ts';
import { startWorker, type Worker } from '../worker.ts';
import type { DirectoryAt } from './directory.worker.ts';

const PEOPLE = 100;
const MINUTE_MS = 60_000;
/** People come when they come; the last of them still has ten seconds. */
const SPREAD_MS = 50_000;
const PROVIDER = 'staff';
const SECRET_FILE = 'client-secret';
const DOMAIN = 'exempelkoping.example';

export const login: Bench = {
  name: 'login',
  about: `${PEOPLE} people log in through a directory and come into one meeting, over a minute and all at once, beside a login that only asks the directory`,
  async run() {
    const [port, barePort] = [await freePort(), await freePort()];
    const origin = `http://localhost:${port}`;
    const directoryWorker = startWorker(new URL('directory.worker.ts', import.meta.url));
    const bareWorker = startWorker(new URL('bare.worker.ts', import.meta.url));
    const folder = mkdtempSync(path.join(tmpdir(), 'klubba-bench-login-'));
    let house: House | undefined;
    try {
      const accounts = Object.fromEntries(
        Array.from({ length: PEOPLE }, (_, index) => [`account-${index}`, `person-${index}@${DOMAIN}`]),
      );
      const bare = `http://localhost:${barePort}`;
      const returns = [origin + directoryReturn(PROVIDER), `${bare}/return`];
      const directory = await directoryWorker.ask<DirectoryAt>('start', { returns, accounts });
      await bareWorker.ask('start', { port: barePort, directory });
      house = await openHouse({ port, environment: { IDENTITY_FILE: identityFile(folder, directory) } });
      const meeting = await giveAddresses(house);
      const people = Object.keys(accounts);
      const way = (account: string): Promise<Came> => come(account, origin, directory.issuer, meeting);
      // The first ones find everything cold, as the first of an evening do; nobody is logged in twice at a time.
      const spread = await arrivals(people, SPREAD_MS, way);
      const rush = await arrivals(people, 0, way);
      const reference = await arrivals(people, 0, (account) => loggedInBarely(account, bare, directory.issuer));
      return report(spread, rush, reference);
    } finally {
      await house?.stop();
      await stopAll(directoryWorker, bareWorker);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** From the press to the session, and to the meeting's first picture; ms. */
type Came = { readonly sessionMs: number; readonly inMs: number; readonly leave: () => void };
type Arrived = {
  /** In the order of presses; those who did not get in are missing. */
  readonly came: readonly Came[];
  /** From the moment when the first could press until the last was in; ms, NaN when somebody never was. */
  readonly lastInMs: number;
  readonly failures: readonly string[];
};

async function stopAll(...workers: readonly Worker[]): Promise<void> {
  for (const worker of workers) await worker.stop();
}

function identityFile(folder: string, { issuer, clientId, clientSecret }: DirectoryAt): string {
  writeFileSync(path.join(folder, SECRET_FILE), clientSecret, { mode: 0o600 });
  const staff = {
    kind: 'oidc',
    id: PROVIDER,
    name: 'Kommunens konto',
    issuer,
    clientId,
    clientSecretFile: SECRET_FILE,
    prompt: 'consent',
    assurance: 'substantial',
    matchEmail: true,
    emailDomains: [DOMAIN],
  };
  const file = path.join(folder, 'identity.json');
  writeFileSync(file, JSON.stringify({ providers: [staff] }), { mode: 0o600 });
  return file;
}

/** A hundred with a part in the council of 81 have an address that the directory knows too; its meeting. */
async function giveAddresses(house: House): Promise<MeetingId> {
  const client = new pg.Client({ connectionString: house.databaseUrl() });
  await client.connect();
  try {
    const { rows } = await client.query<{ plan: MeetingPlan }>(
      `select event->'plan' as plan from facts where event->>'type' = 'MeetingPlanned'`,
    );
    const plan = rows.find((row) => row.plan.body.seatsTotal === 81)?.plan;
    const persons = plan?.people.slice(0, PEOPLE).map(({ id }) => id) ?? [];
    if (plan === undefined || persons.length < PEOPLE)
      throw new Error('The demo has a council of 81 with substitutes.');
    await client.query(
      `update people set email = given.email from unnest($1::text[], $2::text[]) as given (id, email) where people.id = given.id`,
      [persons, persons.map((_, index) => `person-${index}@${DOMAIN}`)],
    );
    return plan.meeting;
  } finally {
    await client.end();
  }
}

/** Everybody by a way of their own, beginning at moments drawn over `overMs`; 0: all at once. */
async function arrivals(
  people: readonly string[],
  overMs: number,
  way: (account: string) => Promise<Came>,
): Promise<Arrived> {
  const draw = drawFrom(29);
  const began = performance.now();
  let lastAt = began;
  const outcomes = await Promise.allSettled(
    people.map(async (account) => {
      await new Promise((resolve) => setTimeout(resolve, draw(overMs)));
      const came = await way(account);
      lastAt = Math.max(lastAt, performance.now());
      return came;
    }),
  );
  const came = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  for (const { leave } of came) leave();
  const failures = outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  return { came, lastInMs: failures.length === 0 ? lastAt - began : Number.NaN, failures };
}

/** As a person does it: the button of the directory, the directory's own pages, back, and into the meeting. */
async function come(account: string, origin: string, issuer: string, meeting: MeetingId): Promise<Came> {
  const browser = new TestBrowser();
  browser.plant(issuer, AT_KEYBOARD, account);
  const pressed = performance.now();
  const next = encodeURIComponent(`/m/${encodeURIComponent(meeting)}`);
  const at = await browser.follow(`${origin}/api/login/directory/${PROVIDER}?next=${next}`, (url) =>
    url.pathname.startsWith('/m/'),
  );
  if (!at.pathname.startsWith('/m/')) throw new Error(`Not let in: ${at.pathname}${at.search}`);
  const sessionMs = performance.now() - pressed;
  const bot: ProtocolBot = await connectBot({
    origin,
    meeting,
    cookie: `klubba=${browser.cookie(origin, 'klubba') ?? ''}`,
    keepsLink: false,
  });
  const inMs = performance.now() - pressed;
  if (bot.you() === null) throw new Error('In the meeting as nobody');
  return { sessionMs, inMs, leave: () => bot.close() };
}

async function loggedInBarely(account: string, bare: string, issuer: string): Promise<Came> {
  const browser = new TestBrowser();
  browser.plant(issuer, AT_KEYBOARD, account);
  const pressed = performance.now();
  await browser.follow(`${bare}/begin`);
  if (browser.cookie(bare, 'session') === undefined) throw new Error('Not logged in');
  const sessionMs = performance.now() - pressed;
  return { sessionMs, inMs: sessionMs, leave: () => undefined };
}

function report(spread: Arrived, rush: Arrived, bare: Arrived): Report {
  const sessions = ({ came }: Arrived): readonly number[] => came.map((one) => one.sessionMs);
  const ins = ({ came }: Arrived): readonly number[] => came.map((one) => one.inMs);
  const line = (name: string, all: readonly number[], last: string | number) => [
    name,
    all.length,
    median(all),
    quantile(all, 0.95),
    Math.max(...all),
    last,
  ];
  const ratio = quantile(sessions(rush), 0.95) / quantile(sessions(bare), 0.95);
  return {
    tables: [
      table(
        [`${PEOPLE} people`, 'in', 'median ms', 'p95 ms', 'slowest ms', 'last in, s'],
        [
          line('over a minute: press → logged in', sessions(spread), ''),
          line('over a minute: press → in the meeting', ins(spread), spread.lastInMs / 1_000),
          line('all at once: press → logged in', sessions(rush), ''),
          line('all at once: press → in the meeting', ins(rush), rush.lastInMs / 1_000),
          line('all at once: the directory alone', sessions(bare), bare.lastInMs / 1_000),
        ],
      ),
      table(['logged in, all at once', 'ratio'], [['p95, beside the directory alone', ratio]]),
    ],
    figures: {
      people: PEOPLE,
      spreadIn: spread.came.length,
      spreadLoginP95Ms: quantile(sessions(spread), 0.95),
      spreadInP95Ms: quantile(ins(spread), 0.95),
      spreadLastInMs: spread.lastInMs,
      rushIn: rush.came.length,
      rushLoginP95Ms: quantile(sessions(rush), 0.95),
      rushInP95Ms: quantile(ins(rush), 0.95),
      rushLastInMs: rush.lastInMs,
      directoryAloneP95Ms: quantile(sessions(bare), 0.95),
      rushLoginP95Ratio: ratio,
    },
    aims: [
      atLeast('people in the meeting who came over a minute', spread.came.length, PEOPLE),
      atMost('the last of them in, ms after the first could press', spread.lastInMs, MINUTE_MS),
      atLeast('people in the meeting who came all at once', rush.came.length, PEOPLE),
      atMost('the last of those in, ms', rush.lastInMs, MINUTE_MS),
    ],
    notes: [
      'The directory, the browsers, the server and the database share this machine; a person’s own typing is not counted.',
      ...[...new Set([...spread.failures, ...rush.failures, ...bare.failures])],
    ],
  };
}
