import { randomUUID } from 'node:crypto';
import type { ImportPreview, ImportResult, PersonPage } from '@klubba/protocol';
import { startServer, type Started } from '@klubba/server';
import pg from 'pg';
import { atMost, type Bench } from '../bench.ts';
import { table } from '../print.ts';
import { drawFrom } from '../seeded.ts';
import { median, quantile } from '../statistics.ts';
import { bigFile, PEOPLE, searches } from './big-file.ts';

const BODIES = 200;
const SEARCHES = 1_000;
const AIM_SEARCH_P95_MS = 50;
const ADMINISTRATOR = 'Ekvall';

export const register: Bench = {
  name: 'register',
  about: `searching among ${PEOPLE} people in ${BODIES} bodies over HTTP, beside the same words asked of PostgreSQL itself, and reading them in from a file`,
  async run() {
    const server = await startServer();
    try {
      const cookie = await logIn(server);
      const times = await readIn(server, cookie);
      const draw = drawFrom(13);
      const words = Array.from({ length: SEARCHES }, () => searches(draw));
      const ours = await timed(words, (word) => search(server, cookie, word));
      const bodies = await timed(words.slice(0, 200), (word) => searchBodies(server, cookie, word));
      const client = new pg.Client({ connectionString: server.processes.databaseUrl });
      await client.connect();
      const raw = await timed(words, async (word) => {
        await client.query(REFERENCE, [`${word}%`]);
      });
      await client.end();
      return report(times, ours, bodies, raw);
    } finally {
      await server.stop();
    }
  },
};

/** The least that answers: the beginning of a name, sorted as Swedish is. It knows no other spelling. */
const REFERENCE = `
  select id, given_name, family_name from people where given_name ilike $1 or family_name ilike $1
  order by family_name collate "sv-x-icu", given_name collate "sv-x-icu" limit 50`;

type Times = { readonly previewMs: number; readonly applyMs: number; readonly againMs: number; readonly rows: number };

async function logIn({ demo }: Started): Promise<string> {
  const link = demo
    .flatMap((evening) => evening.people)
    .find(({ person }) => person.familyName === ADMINISTRATOR)?.link;
  if (link === undefined) throw new Error('The demo has an administrator.');
  const answer = await fetch(link, { redirect: 'manual' });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function readIn(server: Started, cookie: string): Promise<Times> {
  const file = bigFile(BODIES);
  const [first, previewMs] = await took(() => preview(server, cookie, file));
  // Some of the demo's own people are meant by their names, and get an address.
  const lines = first.rows.filter((row) => row.state !== 'error').map((row) => row.line);
  if (lines.length !== PEOPLE) throw new Error(`A row was refused: ${JSON.stringify(first.counts)}`);
  const [applied, applyMs] = await took(async () => {
    const answer = await fetch(`${server.url}/api/register/import/apply`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ id: randomUUID(), preview: first.preview, lines }),
    });
    return (await answer.json()) as ImportResult;
  });
  if (applied.applied !== lines.length) throw new Error(`Read in: ${applied.applied} of ${lines.length}`);
  const [again, againMs] = await took(() => preview(server, cookie, file));
  if (again.counts.same !== lines.length) throw new Error('The same file again is the same');
  return { previewMs, applyMs, againMs, rows: lines.length };
}

async function preview({ url }: Started, cookie: string, file: string): Promise<ImportPreview> {
  const form = new FormData();
  form.append('file', new Blob([file]), 'register.csv');
  const answer = await fetch(`${url}/api/register/import/preview`, { method: 'POST', headers: { cookie }, body: form });
  if (!answer.ok) throw new Error(`Refused: ${await answer.text()}`);
  return (await answer.json()) as ImportPreview;
}

async function search({ url }: Started, cookie: string, word: string): Promise<void> {
  const answer = await fetch(`${url}/api/register/people?q=${encodeURIComponent(word)}`, { headers: { cookie } });
  const { people } = (await answer.json()) as PersonPage;
  if (people.length === 0) throw new Error(`Nobody is found by ${word}`);
}

async function searchBodies({ url }: Started, cookie: string, word: string): Promise<void> {
  const answer = await fetch(`${url}/api/register/bodies?q=${encodeURIComponent(word.slice(0, 2))}`, {
    headers: { cookie },
  });
  await answer.arrayBuffer();
}

async function took<T>(act: () => Promise<T>): Promise<readonly [T, number]> {
  const began = performance.now();
  const value = await act();
  return [value, performance.now() - began];
}

async function timed(words: readonly string[], act: (word: string) => Promise<void>): Promise<readonly number[]> {
  const times: number[] = [];
  for (const word of words) times.push((await took(() => act(word)))[1]);
  return times;
}

function report(times: Times, ours: readonly number[], bodies: readonly number[], raw: readonly number[]) {
  const line = (name: string, list: readonly number[]) => [
    name,
    median(list),
    quantile(list, 0.95),
    quantile(list, 0.99),
  ];
  const p95 = quantile(ours, 0.95);
  return {
    tables: [
      table(
        ['one search at a time', 'median ms', 'p95 ms', 'p99 ms'],
        [
          line('people, over HTTP, by any spelling', ours),
          line('bodies of a day, over HTTP', bodies),
          line('PostgreSQL, beginnings of names alone', raw),
        ],
      ),
      table(
        [`a file of ${times.rows} rows`, 'ms'],
        [
          ['looked at into the register without them', times.previewMs],
          ['read in, on disk', times.applyMs],
          ['looked at again: all the same', times.againMs],
        ],
      ),
    ],
    figures: {
      searchP50Ms: median(ours),
      searchP95Ms: p95,
      bodiesP95Ms: quantile(bodies, 0.95),
      referenceP95Ms: quantile(raw, 0.95),
      rows: times.rows,
      previewMs: times.previewMs,
      applyMs: times.applyMs,
      previewAgainMs: times.againMs,
    },
    aims: [atMost('a search among people over HTTP, p95 ms', p95, AIM_SEARCH_P95_MS)],
    notes: [
      'Each search asks whose session it is and whether the register has grown: two queries, and none for the search.',
    ],
  };
}
