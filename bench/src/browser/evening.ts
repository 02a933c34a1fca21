import type { Browser } from '@playwright/test';
import { connectBot, type MediaBot, type ProtocolBot, startMediaBot } from '@klubba/bots';
import type { MeetingId } from '@klubba/meeting';
import type { VideoPass } from '@klubba/protocol';
import { buildLivekit } from '../../../tools/livekit/build.mjs';
import { startWorker, type Worker } from '../worker.ts';
import { openChromium } from './chromium.ts';

/** Members at a distance; the last of them are played. */
const REMOTE = 8;
const CONNECTED_WITHIN_MS = 30_000;

export type Guest = {
  /** Place among the members, for the chair who gives the floor. */
  readonly member: number;
  readonly familyName: string;
  readonly cookie: string;
};

/** A debate with video: the hall's camera and two at a distance send test pictures; others are for browsers. */
export type VideoEvening = {
  readonly server: Worker;
  readonly browser: Browser;
  readonly origin: string;
  readonly meeting: MeetingId;
  /** Those who send: the two at a distance. */
  readonly senders: readonly Guest[];
  /** At a distance, and played by nobody yet. */
  readonly free: readonly Guest[];
  passFor(cookie: string): Promise<VideoPass>;
  close(): Promise<void>;
};

type House = {
  readonly origin: string;
  readonly cookies: readonly string[];
  readonly names: readonly string[];
  readonly deviceCookie: string;
  readonly meeting: MeetingId;
};

export async function openVideoEvening(): Promise<VideoEvening> {
  const environment = { LIVEKIT_URL: '', LIVEKIT_BINARY: await buildLivekit(), LIVEKIT_PORT: '0' };
  const server = startWorker(new URL('../vote/house.worker.ts', import.meta.url));
  const house = await server.ask<House>('start', { environment, remote: REMOTE, debating: true });
  const { origin, meeting, cookies, names } = house;
  const guests = Array.from({ length: REMOTE }, (_, index): Guest => {
    const member = names.length - REMOTE + index;
    return { member, familyName: names[member] ?? '', cookie: cookies[member] ?? '' };
  });
  const [first, second, ...free] = guests;
  if (first === undefined || second === undefined) throw new Error('Some are at a distance.');
  const bots: ProtocolBot[] = [];
  const media: MediaBot[] = [];
  const send = async (cookie: string, device: string): Promise<void> => {
    const bot = await connectBot({ origin, meeting, cookie });
    bots.push(bot);
    media.push(startMediaBot({ origin, meeting, cookie, bot, device }));
  };
  await send(house.deviceCookie, 'room');
  await send(first.cookie, 'bench1');
  await send(second.cookie, 'bench2');
  await untilConnected(media);
  const browser = await openChromium();
  return {
    server,
    browser,
    origin,
    meeting,
    senders: [first, second],
    free,
    async passFor(cookie) {
      const answer = await fetch(`${origin}/api/meetings/${encodeURIComponent(meeting)}/video`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ device: 'bare' }),
      });
      const pass = (await answer.json()) as VideoPass;
      // An empty address means the origin that answered.
      return pass.url === '' ? { ...pass, url: origin.replace(/^http/, 'ws') } : pass;
    },
    async close() {
      await browser.close();
      await Promise.all(media.map((one) => one.close()));
      for (const bot of bots) bot.close();
      await server.stop();
    },
  };
}

async function untilConnected(media: readonly MediaBot[]): Promise<void> {
  const deadline = performance.now() + CONNECTED_WITHIN_MS;
  while (!media.every((bot) => bot.isConnected())) {
    if (performance.now() > deadline) throw new Error('The senders did not get into the video room.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
