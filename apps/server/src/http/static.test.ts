import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { expect, test } from 'vitest';
import { serveWeb } from './static.ts';

async function withWeb(): Promise<FastifyInstance> {
  const folder = mkdtempSync(path.join(tmpdir(), 'klubba-web-'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Klubba</title>');
  const app = fastify();
  await serveWeb(app, folder);
  return app;
}

const asBrowser = { accept: 'text/html,application/xhtml+xml' };

test.each(['GET', 'HEAD'] as const)('every path of the app is its page, asked for with %s too', async (method) => {
  const app = await withWeb();
  for (const url of ['/', '/meetings/kf-2025-11-13/member']) {
    const answer = await app.inject({ method, url, headers: asBrowser });
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
  }
});

test('whoever takes anything, such as a monitor, is shown the page too, and no page for a file that is missing', async () => {
  const app = await withWeb();
  const status = async (url: string): Promise<number> =>
    (await app.inject({ method: 'HEAD', url, headers: { accept: '*/*' } })).statusCode;
  expect([await status('/'), await status('/login?next=a.b'), await status('/assets/gone.js')]).toEqual([
    200, 200, 404,
  ]);
});

test('what is no page of the app is not found, in so many words', async () => {
  const app = await withWeb();
  for (const [method, url] of [
    ['GET', '/api/nothing'],
    ['POST', '/'],
  ] as const) {
    const answer = await app.inject({ method, url, headers: asBrowser });
    expect([answer.statusCode, answer.json()]).toEqual([404, { rule: 'HTTP-NOT-FOUND' }]);
  }
});
