import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { healthRoute } from './health.ts';

type Query = Parameters<typeof healthRoute>[1]['pool']['query'];

async function askedWith(query: () => Promise<unknown>, videoUrl?: string): Promise<readonly [number, unknown]> {
  const app = fastify();
  healthRoute(app, { pool: { query: query as Query }, videoUrl });
  const answer = await app.inject({ url: '/api/health' });
  return [answer.statusCode, answer.json()];
}

test('well: the database answers, and no video is asked for where there is none', async () => {
  expect(await askedWith(async () => [])).toEqual([200, { ok: true, database: true, video: null }]);
});

test('the database does not answer: whoever watches is told by the status', async () => {
  const gone = (): Promise<never> => Promise.reject(new Error('Connection terminated'));
  expect(await askedWith(gone)).toEqual([503, { ok: false, database: false, video: null }]);
});

test('a meeting goes on without pictures: not well, and served', async () => {
  const video = createServer((_request, response) => response.end('OK')).listen(0, '127.0.0.1');
  await once(video, 'listening');
  onTestFinished(() => void video.close());
  const { port } = video.address() as AddressInfo;
  const url = `ws://127.0.0.1:${port}`;
  expect(await askedWith(async () => [], url)).toEqual([200, { ok: true, database: true, video: true }]);
  video.close();
  await once(video, 'close');
  expect(await askedWith(async () => [], url)).toEqual([200, { ok: false, database: true, video: false }]);
});

test('many who ask at once are one question to the database', async () => {
  let asked = 0;
  const app = fastify();
  const query = async (): Promise<unknown> => (asked += 1);
  healthRoute(app, { pool: { query: query as Query }, videoUrl: undefined });
  await Promise.all(Array.from({ length: 50 }, () => app.inject({ url: '/api/health' })));
  expect(asked).toBe(1);
});
