import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from '@playwright/test';
import { openChromium } from '../browser/chromium.ts';
import { median } from '../statistics.ts';

const ASSETS = fileURLToPath(new URL('../../../apps/web/dist/assets/', import.meta.url));
const WORKER = /^ballot-worker-.*\.js$/;
const BALLOTS = 11;
const SLOWER_CPU = 4;

/** ms a ballot, from the press to the sealed ballot, with the tables of the keys built anew each time. */
export type InBrowser = {
  readonly normal: number;
  readonly slow: number;
  /** Longest time without a frame while the product's own worker seals. */
  readonly frozen: number;
};
type Ask = { readonly secret: string; readonly election: string; readonly key: string };

/** In a real Chromium, by the very file that the product serves. `undefined`: the web app is not built. */
export async function timeInBrowser(ask: Ask): Promise<InBrowser | undefined> {
  const name = readdirSync(ASSETS).find((file) => WORKER.test(file));
  if (name === undefined) return undefined;
  const source = readFileSync(`${ASSETS}${name}`);
  const server = createServer((request, response) => {
    const isWorker = request.url === '/worker.js';
    response.setHeader('content-type', isWorker ? 'text/javascript' : 'text/html');
    response.end(isWorker ? source : '<!doctype html><title>bench</title>');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openChromium();
  try {
    const normal = await sealed(browser, origin, ask, 1);
    const slow = await sealed(browser, origin, ask, SLOWER_CPU);
    return { normal: normal.ms, slow: slow.ms, frozen: normal.frozen };
  } finally {
    await browser.close();
    server.close();
  }
}

/** The slow-down reaches a page's own thread alone, so there the worker's file is run; its worker is used for the frames. */
async function sealed(
  browser: Browser,
  origin: string,
  ask: Ask,
  slower: number,
): Promise<{ readonly ms: number; readonly frozen: number }> {
  const page = await browser.newPage();
  await page.goto(origin);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const times = await page.evaluate(IN_PAGE, { ...ask, count: BALLOTS });
  const frozen = slower === 1 ? await page.evaluate(IN_WORKER, ask) : 0;
  await page.close();
  return { ms: median(times), frozen };
}

type Reply = { readonly id: number; readonly failed?: string };

async function IN_PAGE({ secret, election, key, count }: Ask & { readonly count: number }): Promise<number[]> {
  const waiting = new Map<number, (reply: Reply) => void>();
  globalThis.postMessage = ((reply: Reply) => waiting.get(reply.id)?.(reply)) as typeof globalThis.postMessage;
  const address = '/worker.js';
  await import(address);
  const times: number[] = [];
  for (let id = 0; id < count; id += 1) {
    const from = performance.now();
    const reply = await new Promise<Reply>((settle) => {
      waiting.set(id, settle);
      const ask = { secret, election, key, choice: { blank: false, answers: [1] } };
      dispatchEvent(new MessageEvent('message', { data: { id, task: 'seal', ask } }));
    });
    if (reply.failed !== undefined) throw new Error(reply.failed);
    times.push(performance.now() - from);
  }
  return times;
}

async function IN_WORKER({ secret, election, key }: Ask): Promise<number> {
  const worker = new Worker('/worker.js', { type: 'module' });
  let [longest, last, done] = [0, performance.now(), false];
  const frame = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!done) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  await new Promise<void>((settle) => {
    worker.addEventListener('message', () => settle());
    const ask = { secret, election, key, choice: { blank: false, answers: [1] } };
    worker.postMessage({ id: 1, task: 'seal', ask });
  });
  done = true;
  worker.terminate();
  return longest;
}
