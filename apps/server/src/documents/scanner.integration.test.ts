import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { openLog } from '../log.ts';
import { openServer, type Server } from '../server.ts';
import { logIn } from '../testing/test-client.ts';
import { startTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { type Clamd, EICAR, startClamd } from './testing/clamd.ts';

let clamd: Clamd;
let database: TestDatabase;
let server: Server;

beforeAll(async () => {
  clamd = await startClamd();
  database = await startTestDatabase();
  const config = readConfig({ CLAMD_URL: clamd.url });
  server = await openServer({ config, port: 0, databaseUrl: database.url, video: undefined, log: openLog('silent') });
});
afterAll(async () => {
  await server.stop();
  await database.stop();
});

it('a document with a known virus is not kept, nor any while the scanner does not answer', async () => {
  const [evening] = server.demo;
  const secretary = evening?.plan.duties.find(({ duty }) => duty === 'secretary')?.person;
  const cookie = await logIn(evening?.people.find(({ person }) => person.id === secretary)?.link ?? '');
  const upload = async (content: string): Promise<readonly [number, unknown]> => {
    const form = new FormData();
    form.set('item', evening?.plan.items.find(({ number }) => number === 118)?.id ?? '');
    form.set('title', 'Bilaga');
    form.set('file', new Blob([content]), 'bilaga.pdf');
    const path = `${server.url}/api/meetings/${evening?.plan.meeting}/documents`;
    const answer = await fetch(path, { method: 'POST', body: form, headers: { cookie } });
    return [answer.status, await answer.json()];
  };
  expect(await upload('%PDF-1.7 …')).toMatchObject([200, { title: 'Bilaga' }]);
  expect(await upload(`%PDF-1.7 ${EICAR}`)).toEqual([422, { rule: 'DOC-INFECTED' }]);
  await clamd.stop();
  expect(await upload('%PDF-1.7 …')).toEqual([503, { rule: 'DOC-NOT-SCANNED' }]);
});
