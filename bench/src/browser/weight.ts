import type { CDPSession, Page } from '@playwright/test';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { atMost, type Bench, type Report } from '../bench.ts';
import { table } from '../print.ts';
import { startWorker } from '../worker.ts';
import { contextFor, openChromium } from './chromium.ts';

/** "Slow 4G" of the browser's own tools. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 93_750 };
const SLOWER_CPU = 4;
const USABLE_WITHIN_MS = 60_000;
const KB = 1_000;
/** The build names the video library's file after the library. */
const VIDEO = /^livekit-client/;
const HEAVIEST = 6;
/** A heading and something to press or to read, and nothing that says it is still coming. */
const USABLE = `document.querySelector('h1, h2') !== null && document.querySelector('main button, main a, footer button, [role=main] button, main li') !== null && document.querySelector('[aria-busy=true]') === null`;

/** `isVideo`: the library that carries pictures and sound, which the screen can do without for the moment. */
type File = { readonly name: string; readonly gzip: number; readonly isVideo: boolean };
type Weighed = {
  readonly name: string;
  /** Bytes over HTTP and over WebSocket before the screen is usable, as they came. */
  readonly wire: number;
  readonly socket: number;
  /** Everything that had been asked for by then. */
  readonly files: readonly File[];
  readonly usableMs: number;
  readonly slowUsableMs: number;
};
type House = { readonly origin: string; readonly cookies: readonly string[]; readonly meeting: string };

export const weight: Bench = {
  name: 'weight',
  about: 'bytes before the first usable screen, and the time to it on a slow device (4 × CPU) over slow 4G',
  async run() {
    const server = startWorker(new URL('../vote/house.worker.ts', import.meta.url));
    const browser = await openChromium();
    try {
      const { origin, cookies, meeting } = await server.ask<House>('start', { debating: true });
      const place = encodeURIComponent(meeting);
      const open = async (cookie?: string): Promise<Page> => (await contextFor(browser, origin, cookie)).newPage();
      const member = await weigh('member', `${origin}/m/${place}/member`, () => open(cookies[5]));
      const publics = await weigh('public', `${origin}/public/${place}`, () => open());
      return report([member, publics]);
    } finally {
      await browser.close();
      await server.stop();
    }
  },
};

async function weigh(name: string, url: string, open: () => Promise<Page>): Promise<Weighed> {
  const fast = await load(await open(), url, false);
  const slow = await load(await open(), url, true);
  const { usableMs, ...rest } = fast;
  return { name, ...rest, usableMs, slowUsableMs: slow.usableMs };
}

async function load(page: Page, url: string, isSlow: boolean) {
  const session = await page.context().newCDPSession(page);
  const traffic = await watch(session, page);
  if (isSlow) {
    await session.send('Network.emulateNetworkConditions', SLOW_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
  }
  const began = performance.now();
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(USABLE, undefined, { timeout: USABLE_WITHIN_MS, polling: 'raf' });
  const usableMs = performance.now() - began;
  const { wire, socket, bodies } = traffic();
  const files: File[] = [];
  for (const { url: address, read } of bodies) {
    const bytes = await read();
    const name = path.basename(new URL(address).pathname);
    files.push({ name, gzip: gzipSync(bytes).length, isVideo: VIDEO.test(name) });
  }
  await page.context().close();
  return { usableMs, wire, socket, files };
}

/** What has come so far: over HTTP as sent, and over WebSocket. */
async function watch(session: CDPSession, page: Page) {
  let [wire, socket] = [0, 0];
  const bodies: { readonly url: string; readonly read: () => Promise<Buffer> }[] = [];
  await session.send('Network.enable');
  session.on('Network.dataReceived', ({ encodedDataLength }) => {
    wire += encodedDataLength;
  });
  session.on('Network.webSocketFrameReceived', ({ response }) => {
    socket += response.payloadData.length;
  });
  page.on('response', (response) => {
    // A refusal is some bytes, and a page that does not read it leaves it unfinished for ever.
    if (!response.ok()) return;
    bodies.push({ url: response.url(), read: () => response.body().catch(() => Buffer.alloc(0)) });
  });
  return () => ({ wire, socket, bodies: [...bodies] });
}

function report(weighed: readonly Weighed[]): Report {
  const [member, publics] = weighed;
  if (member === undefined || publics === undefined) throw new Error('Both were weighed.');
  return {
    tables: [
      table(
        ['', 'gzip kB before video', 'video kB', 'sent kB', 'WebSocket kB', 'requests', 'usable ms', 'usable ms, slow'],
        weighed.map((one) => [
          one.name,
          weightOf(one, false),
          weightOf(one, true),
          one.wire / KB,
          one.socket / KB,
          one.files.length,
          one.usableMs,
          one.slowUsableMs,
        ]),
      ),
      ...weighed.map(heaviest),
    ],
    figures: Object.fromEntries(
      weighed.flatMap((one) => [
        [`${one.name}GzipKb`, weightOf(one, false)],
        [`${one.name}VideoGzipKb`, weightOf(one, true)],
        [`${one.name}SentKb`, one.wire / KB],
        [`${one.name}WebSocketKb`, one.socket / KB],
        [`${one.name}UsableMs`, one.usableMs],
        [`${one.name}SlowUsableMs`, one.slowUsableMs],
      ]),
    ),
    aims: [
      atMost('member: kB (gzip) before the first usable screen and before video', weightOf(member, false), 250),
      atMost(
        'public: kB (gzip) before the first usable screen',
        weightOf(publics, false) + weightOf(publics, true),
        100,
      ),
    ],
    notes: [
      'gzip: every response begun by then, whole, each compressed alone, fonts and pictures too. sent: what had in fact come over HTTP.',
      'Usable: a heading and something to press or read is on the page, and nothing says that it is still coming.',
    ],
  };
}

function weightOf({ files }: Weighed, ofVideo: boolean): number {
  return files.reduce((sum, file) => (file.isVideo === ofVideo ? sum + file.gzip : sum), 0) / KB;
}

function heaviest({ name, files }: Weighed): string {
  const first = files.toSorted((a, b) => b.gzip - a.gzip).slice(0, HEAVIEST);
  return table(
    [`${name}: heaviest`, 'gzip kB', ''],
    first.map((file) => [file.name, file.gzip / KB, file.isVideo ? 'video' : '']),
  );
}
