import { randomUUID } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type {
  BodyView,
  HistoryPage,
  HttpProblem,
  ImportProgress,
  ImportResult,
  ImportPreview,
  PersonalData,
  PersonPage,
  RegisterSummary,
  TemplateFile,
  TemplatePreview,
} from '@klubba/protocol';
import { verifyRecord } from '@klubba/record';
import type { RegisterCommand } from '@klubba/register';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openPool } from '../database/database.ts';
import { openLog } from '../log.ts';
import { openServer, type Server } from '../server.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { logIn } from '../testing/test-client.ts';
import { openRegistry } from './registry.ts';

/** What a meeting's messages may wait for a file: less than anybody notices, on a machine with other things to do. */
const EVENT_LOOP_DELAY_MS = 500;
const NS_PER_MS = 1e6;
const OTHERS_ANSWERED = 20;
const PINO_ERROR = 50;

let database: TestDatabase;
let server: Server;
let lawyer: string;
let member: string;

const start = (databaseUrl: string, environment: Readonly<Record<string, string>> = { DEMO: 'on' }) =>
  openServer({
    config: readConfig(environment),
    port: 0,
    databaseUrl,
    video: undefined,
    log: openLog('silent'),
  });
const linkOf = (familyName: string): string => {
  const found = server.demo.flatMap((evening) => evening.people).find(({ person }) => person.familyName === familyName);
  if (found === undefined) throw new Error(`Nobody is called ${familyName}`);
  return found.link;
};

beforeAll(async () => {
  database = await startTestDatabase();
  server = await start(database.url);
  lawyer = await logIn(linkOf('Ekvall'));
  member = await logIn(linkOf('Nordin'));
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

/** Whatever of it an answer has. */
type Body = Pick<RegisterSummary, 'seq' | 'missing' | 'damagedAt'> &
  Pick<PersonPage, 'people' | 'total'> &
  Pick<BodyView, 'seats' | 'settings' | 'chain'> &
  HistoryPage &
  TemplateFile &
  TemplatePreview &
  ImportPreview &
  Pick<ImportProgress, 'stage'> &
  Pick<ImportResult, 'applied'> &
  PersonalData &
  HttpProblem;
type Got = { readonly status: number; readonly body: Body };
async function ask(path: string, cookie: string | undefined, init: RequestInit = {}, at = server.url): Promise<Got> {
  const answer = await fetch(`${at}/api/register${path}`, {
    ...init,
    headers: { ...(cookie === undefined ? {} : { cookie }), ...(init.headers as Record<string, string>) },
  });
  const text = await answer.text();
  const isJson = /^application\/json\b/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, body: (isJson ? JSON.parse(text) : text) as Body };
}
const send = (path: string, cookie: string | undefined, body: unknown, at?: string) =>
  ask(
    path,
    cookie,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    at,
  );
const command = (one: RegisterCommand, id: string = randomUUID(), cookie = lawyer) =>
  send('/commands', cookie, { id, command: one });

const nameMunicipality: RegisterCommand = { type: 'nameMunicipality', name: 'Exempelköpings kommun' };
const addZoe: RegisterCommand = {
  type: 'addPerson',
  person: 'p-zoe' as never,
  name: { givenName: 'Zoë', familyName: 'Öqvist' },
  contact: { email: 'zoe@exempelkoping.se', phone: '070-174 06 11' },
  isProtected: false,
};

async function upload(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Got> {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  return ask('/import/preview', lawyer, { method: 'POST', body: form });
}

describe('the register over HTTP', () => {
  it('has the demo’s people and bodies, with what they were on another day', async () => {
    const { body } = await ask('', lawyer);
    expect(body).toMatchObject({ municipality: 'Exempelköpings kommun', bodies: 4, missing: [] });
    const view = await ask('/bodies/exempelkoping-kf?on=2025-01-01', lawyer);
    expect(view.body.seats).toHaveLength(41);
    expect(view.body.settings.remoteAllowed.value).toBe(true);
    expect(view.body.chain).toMatchObject([{ name: 'Kommunfullmäktige', state: 'on' }]);
  });

  it('finds people by any spelling, those spelled as asked first', async () => {
    const found = await ask('/people?q=dan', lawyer);
    expect(found.body.people.map((one) => one.name)).toContain('Daniel Hållén');
    const sounding = await ask('/people?q=kristina%20falk', lawyer);
    expect(sounding.body.people[0]?.name).toBe('Christina Falk');
    const all = await ask('/people?q=o', lawyer);
    expect(all.body.people.findIndex((one) => /Olhage/.test(one.name))).toBeLessThan(
      all.body.people.findIndex((one) => /Öberg/.test(one.name)),
    );
  });

  it('REG-ADMIN: is for administrators alone, and who else tried is on record', async () => {
    expect((await ask('/people', undefined)).status).toBe(401);
    expect(await ask('/people', member)).toMatchObject({ status: 403, body: { rule: 'REG-ADMIN' } });
    expect((await command(addZoe, randomUUID(), member)).status).toBe(403);
    const audit = await ask('/audit?q=REG-ADMIN%20Nordin', lawyer);
    expect(audit.body.entries[0]?.event).toMatchObject({ type: 'AttemptRefused', act: 'POST /api/register/commands' });
    expect((await ask('/history', lawyer)).body.entries.map((one) => one.event.type)).not.toContain('AttemptRefused');
  });

  it('answers the same command the same way, and refuses what may not be with its paragraph', async () => {
    const first = await command(addZoe, 'zoe-comes-1');
    expect(first.status).toBe(200);
    expect(await command(addZoe, 'zoe-comes-1')).toEqual(first);
    expect((await command(addZoe)).body).toMatchObject({ rule: 'REG-EXISTS' });
    const remote: RegisterCommand = {
      type: 'registerRule',
      body: 'exempelkoping-ks' as never,
      rule: 'remoteAllowed',
      value: true,
      wording: 'x',
      decision: { by: 'exempelkoping-ks' as never, date: '2024-01-01', section: '1' },
      from: '2024-01-01',
    };
    expect(await command(remote)).toMatchObject({
      status: 409,
      body: { rule: 'GOV-03', detail: { body: 'Kommunstyrelsen', by: 'Kommunfullmäktige' } },
    });
    const audit = await ask('/audit?q=GOV-03', lawyer);
    expect(audit.body.entries[0]).toMatchObject({ actorName: 'Nadja Ekvall', event: { act: 'registerRule' } });
  });

  it('tells what is held of a person and why, and notes that it was read', async () => {
    const data = await ask('/people/p-zoe/data', lawyer);
    expect(data.body.person.contact.email).toBe('zoe@exempelkoping.se');
    expect(data.body.kept.map((one) => one.what)).toEqual(['name', 'contact', 'history']);
    expect((await ask('/audit', lawyer)).body.entries[0]?.event.type).toBe('PersonalDataRead');
  });

  it('keeps a protected person’s contact out of search, pages and exports', async () => {
    await command({ ...addZoe, type: 'changePerson', isProtected: true });
    expect((await ask('/people?q=zoe@', lawyer)).body.total).toBe(0);
    expect((await ask('/people/p-zoe', lawyer)).body).toMatchObject({ contact: {}, isWithheld: true });
    for (const path of ['/export.csv', '/history?about=p-zoe', '/people?q=zoë', '/audit.csv'])
      expect(JSON.stringify((await ask(path, lawyer)).body)).not.toContain('zoe@exempelkoping.se');
    expect((await ask('/people?q=Zoe', lawyer)).body.people[0]?.name).toBe('Zoë Öqvist');
  });

  it('DAT-07: what is erased is nowhere, not even in the list that is never edited', async () => {
    expect((await command({ type: 'erasePerson', person: 'p-zoe' as never, on: '2026-11-01' })).status).toBe(200);
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const { rows } = await client.query(
      `select (select string_agg(event::text, '') from register_facts) as facts, (select string_agg(people::text, '') from people) as people`,
    );
    const keys = await client.query("select 1 from register_keys where person = 'p-zoe'");
    await client.end();
    expect(`${rows[0].facts} ${rows[0].people}`).not.toMatch(/Zoë|Öqvist|zoe@/);
    expect(keys.rowCount).toBe(0);
    expect((await ask('/people/p-zoe', lawyer)).body).toMatchObject({ name: null, contact: {} });
  });
});

describe('reading in', () => {
  const FILE =
    'Organ;Hör till;Roll;Plats;Förnamn;Efternamn;Parti;Från;Till\r\n' +
    'Miljönämnden;Kommunfullmäktige;Ordförande;1;Åsa;Ängström;S;2022-10-15;\r\n' +
    'Miljönämnden;Kommunfullmäktige;Ledamot;1;Bo;Ek;M;2022-10-15;\r\n' +
    'Miljönämnden;Kommunfullmäktige;Ledamot;2;Eva;Ek;M;2025-13-01;\r\n';

  it('shows what each row would do, reads in what was chosen and nothing else, and the same again is the same', async () => {
    const preview = await upload('nämnd.csv', FILE);
    expect(preview.body).toMatchObject({ counts: { new: 1, changed: 0, same: 0, error: 2 } });
    expect(preview.body.rows[1]?.problem).toMatchObject({ rule: 'REG-SEAT-TAKEN', detail: { person: 'Åsa Ängström' } });
    expect(preview.body.rows[2]?.problem).toEqual({ rule: 'REG-ROW-DATE', detail: { value: '2025-13-01' } });
    expect((await ask('/people?q=Ängström', lawyer)).body.total).toBe(0);
    const applied = await send('/import/apply', lawyer, {
      id: randomUUID(),
      preview: preview.body.preview,
      lines: [2],
    });
    expect(applied.body).toMatchObject({ applied: 1, refused: [] });
    expect((await upload('nämnd.csv', FILE)).body.counts).toMatchObject({ new: 0, same: 1 });
    const view = await ask('/bodies/b-miljonamnden', lawyer);
    expect(view.body).toMatchObject({ kind: 'board', parent: 'exempelkoping-kf' });
  });

  it('takes what it wrote itself as the same, every row of it', async () => {
    const file = await ask('/export.csv', lawyer);
    const again = await upload('register.csv', file.body as unknown as string);
    expect(again.body.counts).toMatchObject({ new: 0, changed: 0, error: 0 });
    expect(again.body.counts.same).toBeGreaterThan(200);
  });

  it('REG-FILE-KIND, REG-FILE-COLUMNS: says what is wrong with a file that is no table', async () => {
    expect(await upload('bild.png', new Uint8Array([137, 80, 78, 71, 0, 1]))).toMatchObject({
      status: 422,
      body: { rule: 'REG-FILE-KIND' },
    });
    expect((await upload('namn.csv', 'Namn;Organ\nBo;KF')).body).toEqual({
      rule: 'REG-FILE-COLUMNS',
      detail: { columns: 'roll, förnamn, efternamn, från' },
    });
  });
});

describe('the register’s facts', () => {
  it('are there after a restart, and two servers that write at once lose nothing', async () => {
    const before = (await ask('', lawyer)).body.seq;
    const other = await start(database.url);
    const add = (n: number, at: string) =>
      send('/commands', lawyer, { id: randomUUID(), command: { ...addZoe, person: `p-many-${n}` } }, at);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => add(n, n % 2 === 0 ? server.url : other.url)),
    );
    expect(answers.map((one) => one.status)).toEqual(answers.map(() => 200));
    const [here, there] = [await ask('', lawyer), await ask('', lawyer, {}, other.url)];
    await other.stop();
    expect(here.body.seq).toBe(before + 40);
    expect(there.body.seq).toBe(here.body.seq);
    expect(here.body.damagedAt).toBeUndefined();
  });

  it('goes out as a signed record that anybody can verify, with no name in it', async () => {
    const { status, body } = await ask('/audit.jsonl', lawyer);
    if (typeof body !== 'string') return expect.unreachable();
    const whole: string = body;
    expect(status).toBe(200);
    expect(verifyRecord(whole)).toMatchObject({ ok: true });
    expect(whole).not.toMatch(/Ekvall|Nordin/);
    expect(verifyRecord(whole.replace('"actor":"system"', '"actor":"other"'))).toMatchObject({ ok: false });
    expect((await ask('/audit.jsonl', member)).status).toBe(403);
  });

  it('cannot be edited, and an edit by one who owns the database is found', async () => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await expect(client.query("update register_facts set actor = 'x' where seq = 3")).rejects.toThrow(/never edited/);
    await client.query('alter table register_facts disable trigger all');
    await client.query("update register_facts set actor = 'x' where seq = 3");
    const pool = openPool(database.url, 2);
    expect((await openRegistry(pool, Date.now)).head().damagedAt).toBe(3);
    await expectStartInSpite(3);
    await client.query("update register_facts set actor = 'system' where seq = 3");
    expect((await openRegistry(pool, Date.now)).head().damagedAt).toBeUndefined();
    await client.query('delete from register_facts where seq = 4');
    expect((await openRegistry(pool, Date.now)).head().damagedAt).toBe(5);
    await pool.end();
    await client.end();
  });
});

/** Meetings are held all the same; the log, the audit and whoever administers are told. */
async function expectStartInSpite(fact: number): Promise<void> {
  const written: string[] = [];
  const log = pino({ base: null }, { write: (line: string) => written.push(line) });
  const errors = () =>
    written
      .map((line) => JSON.parse(line) as { level: number; fact?: number })
      .filter((one) => one.level === PINO_ERROR);
  for (const starts of [1, 2]) {
    const again = await openServer({
      config: readConfig({ DEMO: 'on' }),
      port: 0,
      databaseUrl: database.url,
      video: undefined,
      log,
    });
    expect(again.registerBrokenAt).toBe(fact);
    expect(errors().map((one) => one.fact)).toEqual(Array.from({ length: starts }, () => fact));
    expect((await ask('', lawyer, {}, again.url)).body).toMatchObject({ damagedAt: fact });
    const audit = await ask('/audit?q=ChainFoundBroken', lawyer, {}, again.url);
    expect(audit.body.entries.map(({ event }) => event)).toEqual([{ type: 'ChainFoundBroken', fact }]);
    expect((await send('/commands', lawyer, { id: randomUUID(), command: nameMunicipality }, again.url)).status).toBe(
      200,
    );
    await again.stop();
  }
}

describe('a file of 5,000 rows', () => {
  const rows = 5_000;
  const SEATS = 25;
  const csv = [
    'Organ;Organtyp;Hör till;Platser;Roll;Förnamn;Efternamn;Från',
    ...Array.from({ length: rows }, (_, n) => {
      const body = `Prövningsnämnden ${Math.floor(n / SEATS)};nämnd;Kommunfullmäktige;${SEATS}`;
      return `${body};ledamot;Förnamn${n};Efternamn${n % 97};2022-10-15`;
    }),
  ].join('\r\n');

  it('stops nobody: while it is compared and written others are answered, and the screen is told how far it has come', async () => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    let answered = 0;
    const seen = new Set<string>();
    const around = new AbortController();
    const others = (async () => {
      while (!around.signal.aborted) {
        await fetch(`${server.url}/api/me`).then((answer) => answer.text());
        answered += 1;
        for (const id of ['the-looking', 'the-writing']) {
          const { body } = await ask(`/import/progress/${id}`, lawyer);
          if (body.stage !== 'waiting') seen.add(body.stage);
        }
      }
    })();
    delay.enable();
    const form = new FormData();
    form.append('file', new Blob([csv]), 'allt.csv');
    const looked = await ask('/import/preview?progress=the-looking', lawyer, { method: 'POST', body: form });
    const lines = looked.body.rows.map((row) => row.line);
    const written = await send('/import/apply', lawyer, { id: 'the-writing', preview: looked.body.preview, lines });
    delay.disable();
    around.abort();
    await others;
    expect(looked.body.counts).toEqual({ new: rows, changed: 0, same: 0, error: 0 });
    expect(written.body).toMatchObject({ applied: rows, refused: [] });
    expect(seen).toEqual(new Set(['comparing', 'writing']));
    expect(delay.max / NS_PER_MS).toBeLessThan(EVENT_LOOP_DELAY_MS);
    expect(answered).toBeGreaterThan(OTHERS_ANSWERED);
  }, 60_000);
});

describe('wordings between municipalities (GOV-23)', () => {
  it('go out as a file, come in line by line as chosen, and change no rule', async () => {
    const own = await ask('/bodies/exempelkoping-kf/template', lawyer);
    const [template] = own.body.templates;
    expect(template).toMatchObject({ name: 'Kommunfullmäktige', from: 'Exempelköpings kommun' });
    const [first, ...rest] = template?.rules ?? [];
    const theirs = { ...template, from: 'Grannköpings kommun', rules: [first, { ...first, kind: 'senate' }, ...rest] };
    const file = { klubbaTemplates: 1, templates: [theirs] };
    const preview = await send('/templates/preview', lawyer, { file });
    expect(preview.body.lines.slice(0, 2)).toMatchObject([
      { line: 1, state: 'new' },
      { line: 2, state: 'error', problem: { rule: 'REG-TEMPLATE-KIND', detail: { value: 'senate' } } },
    ]);
    const before = (await ask('/bodies/exempelkoping-kf', lawyer)).body;
    expect((await send('/templates', lawyer, { file, lines: [1, 2] })).status).toBe(200);
    expect((await ask('/bodies/exempelkoping-kf', lawyer)).body).toEqual(before);
    const kept = (await ask('/templates', lawyer)).body.templates;
    expect(kept).toMatchObject([{ from: 'Grannköpings kommun', rules: [first] }]);
    expect((await send('/templates/preview', lawyer, { file })).body.lines[0]?.state).toBe('same');
    expect((await command({ type: 'withdrawTemplate', template: kept[0]?.id ?? '' })).status).toBe(200);
    expect((await ask('/templates', lawyer)).body.templates).toEqual([]);
  });

  it('REG-TEMPLATE-FILE, REG-ADMIN: another file is refused, and so is whoever does not administer', async () => {
    expect(await send('/templates/preview', lawyer, { file: null })).toMatchObject({
      status: 422,
      body: { rule: 'REG-TEMPLATE-FILE' },
    });
    expect(await send('/templates', lawyer, { file: {}, lines: [1] })).toMatchObject({ status: 422 });
    expect((await send('/templates/preview', member, { file: null })).status).toBe(403);
    expect((await send('/templates', member, { file: null, lines: [] })).status).toBe(403);
    expect((await ask('/bodies/exempelkoping-kf/template', member)).status).toBe(403);
  });
});

describe('an empty installation', () => {
  it('is set up by the one who has the code of its start, once', async () => {
    const empty = await startTestDatabase();
    const fresh = await start(empty.url, { DEMO: 'off' });
    const wish = { name: { givenName: 'Nadja', familyName: 'Ekvall' }, email: 'nadja@exempelkoping.se' };
    const wrong = await send('/first', undefined, { ...wish, code: 'AAAA-BBBB-CCCC' }, fresh.url);
    expect(wrong).toMatchObject({ status: 403, body: { rule: 'REG-CODE' } });
    const code = (fresh.setUpCode ?? '').toLowerCase();
    const answer = await fetch(`${fresh.url}/api/register/first`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...wish, code }),
    });
    const [cookie = ''] = answer.headers.getSetCookie();
    const summary = await ask('', cookie.split(';')[0], {}, fresh.url);
    expect(summary.body).toMatchObject({ administrators: [{ name: 'Nadja Ekvall' }], bodies: 0 });
    expect(summary.body.missing).toContain('municipality');
    expect((await send('/first', undefined, { ...wish, code }, fresh.url)).status).toBe(403);
    await fresh.stop();
    await empty.stop();
  });
});
