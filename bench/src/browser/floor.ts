import type { Page } from '@playwright/test';
import { atMost, type Bench, type Report } from '../bench.ts';
import { table } from '../print.ts';
import { median, quantile } from '../statistics.ts';
import { contextFor } from './chromium.ts';
import { type Guest, openVideoEvening, type VideoEvening } from './evening.ts';
import { framesOf, watchFrames } from './frames.ts';

const TURNS = 20;
const PICTURE_WITHIN_MS = 20_000;
/** What is spoken, so that the stage has come to rest. */
const SPEECH_MS = 400;

export const floor: Bench = {
  name: 'floor',
  about: 'from the chair’s command to the first frame of the new speaker drawn at another client',
  async run() {
    const evening = await openVideoEvening();
    try {
      const [viewer] = evening.free;
      if (viewer === undefined) throw new Error('Somebody is free.');
      const page = await (await contextFor(evening.browser, evening.origin, viewer.cookie)).newPage();
      await watchFrames(page);
      await page.goto(`${evening.origin}/m/${encodeURIComponent(evening.meeting)}`);
      await untilFrame(page, 0, () => true);
      const times: number[] = [];
      for (let turn = -2; turn < TURNS; turn += 1) {
        const took = await giveFloor(evening, page, evening.senders[Math.abs(turn) % evening.senders.length]);
        if (turn >= 0) times.push(took);
      }
      return report(times);
    } finally {
      await evening.close();
    }
  },
};

/** The floor goes to `speaker`; until a picture that was not there before and bears the speaker's name is drawn. */
async function giveFloor({ server }: VideoEvening, page: Page, speaker: Guest | undefined): Promise<number> {
  if (speaker === undefined) throw new Error('Somebody speaks.');
  const { at } = await server.ask<{ at: number }>('giveFloor', { member: speaker.member });
  const drawn = await untilFrame(page, at, (text) => text.includes(speaker.familyName));
  await pause(SPEECH_MS);
  await server.ask('endSpeech');
  await pause(SPEECH_MS);
  return drawn - at;
}

async function untilFrame(page: Page, since: number, isIt: (text: string) => boolean): Promise<number> {
  const deadline = performance.now() + PICTURE_WITHIN_MS;
  for (;;) {
    const { frames } = await framesOf(page);
    const found = frames.find((frame) => !frame.own && frame.at >= since && isIt(frame.text));
    if (found !== undefined) return found.at;
    if (performance.now() > deadline) throw new Error('The speaker’s picture was not drawn.');
    await pause(30);
  }
}

function report(times: readonly number[]): Report {
  return {
    tables: [
      table(
        ['', 'median ms', 'p95 ms', 'slowest ms'],
        [[`${times.length} speakers`, median(times), quantile(times, 0.95), quantile(times, 1)]],
      ),
    ],
    figures: { p50Ms: median(times), p95Ms: quantile(times, 0.95), maxMs: quantile(times, 1) },
    aims: [atMost('command → first frame of the new speaker, p95 ms', quantile(times, 0.95), 500)],
    notes: [
      'A member’s page in Chromium watches; the speakers send 10 frames a second, so that up to 100 ms are the wait for the next.',
    ],
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
