import type { Page } from '@playwright/test';
import { atMost, type Bench, type Report } from '../bench.ts';
import { table } from '../print.ts';
import { median, quantile } from '../statistics.ts';
import { serveBarePage } from './bare-page.ts';
import { contextFor } from './chromium.ts';
import { openVideoEvening } from './evening.ts';
import { framesOf, watchFrames } from './frames.ts';

const WARM_UP = 1;
const ENTRIES = 5;
const PICTURES_WITHIN_MS = 45_000;
/** Between leaving and coming again: the video server lets go of the one who left. */
const PAUSE_MS = 400;

type Times = { readonly own: number[]; readonly remote: number[]; readonly both: number[] };

export const join: Bench = {
  name: 'join',
  about:
    'from the press to the own picture and the first of another, beside a bare livekit-client page on the same server',
  async run() {
    const evening = await openVideoEvening();
    const [mine, theirs] = evening.free;
    if (mine === undefined || theirs === undefined) throw new Error('Somebody is free.');
    const bare = await serveBarePage(() => evening.passFor(theirs.cookie));
    try {
      const klubbaPage = await (await contextFor(evening.browser, evening.origin, mine.cookie)).newPage();
      const barePage = await (await contextFor(evening.browser, bare.origin)).newPage();
      await watchFrames(klubbaPage);
      await watchFrames(barePage);
      const [klubba, reference]: [Times, Times] = [empty(), empty()];
      const member = `${evening.origin}/m/${encodeURIComponent(evening.meeting)}`;
      for (let entry = -WARM_UP; entry < ENTRIES; entry += 1) {
        await enter(klubbaPage, `${evening.origin}/`, member, entry < 0 ? undefined : klubba);
        await enter(barePage, `${bare.origin}/`, `${bare.origin}/room`, entry < 0 ? undefined : reference);
      }
      return report(klubba, reference);
    } finally {
      await bare.close();
      await evening.close();
    }
  },
};

function empty(): Times {
  return { own: [], remote: [], both: [] };
}

/** Follows a link from a page that is already there, as one who presses does; the browser's own start of the journey counts. */
async function enter(page: Page, from: string, to: string, times: Times | undefined): Promise<void> {
  await page.goto(from);
  await pause(PAUSE_MS);
  await Promise.all([
    page.waitForURL((url) => url.href.startsWith(to), { waitUntil: 'commit' }),
    page.evaluate((href) => {
      const link = document.createElement('a');
      link.href = href;
      document.body.append(link);
      link.click();
    }, to),
  ]);
  const deadline = performance.now() + PICTURES_WITHIN_MS;
  for (;;) {
    const { askedAt, frames } = await framesOf(page);
    const own = frames.find((frame) => frame.own);
    const remote = frames.find((frame) => !frame.own);
    if (own !== undefined && remote !== undefined) {
      times?.own.push(own.at - askedAt);
      times?.remote.push(remote.at - askedAt);
      times?.both.push(Math.max(own.at, remote.at) - askedAt);
      return;
    }
    if (performance.now() > deadline)
      throw new Error(`${to}: ${own === undefined ? 'the own picture' : 'a picture of another'} did not come.`);
    await pause(50);
  }
}

function report(klubba: Times, bare: Times): Report {
  const row = (name: string, { own, remote, both }: Times): (string | number)[] => [
    name,
    median(own),
    median(remote),
    median(both),
    quantile(both, 1),
  ];
  const ratio = median(klubba.both) / median(bare.both);
  return {
    tables: [
      table(
        [`${ENTRIES} entries each`, 'own picture, median ms', 'first of another', 'both', 'both, slowest'],
        [
          row('Klubba, member', klubba),
          row('bare page', bare),
          ['ratio', median(klubba.own) / median(bare.own), median(klubba.remote) / median(bare.remote), ratio],
        ],
      ),
    ],
    figures: {
      ownMs: median(klubba.own),
      remoteMs: median(klubba.remote),
      bothMs: median(klubba.both),
      bareOwnMs: median(bare.own),
      bareRemoteMs: median(bare.remote),
      bareBothMs: median(bare.both),
      ratio,
    },
    aims: [atMost('own picture and the first of another, times the bare page', ratio, 1.2)],
    notes: [
      'From the start of the navigation to the first frame drawn; in one browser, in turns, with files already in its cache.',
    ],
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
