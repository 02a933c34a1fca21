import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { startServer } from '@klubba/server';
import { buildLivekit } from '../../tools/livekit/build.mjs';
import { CHROMIUM_FLAGS } from './chromium.ts';
import { openHall } from './hall.ts';
import { type Moment, moments } from './moments.ts';
import { castOf, openScreens, type Screen, settled } from './screens.ts';

/**
 * `npm run -s pictures`: every screen at every moment of an evening, in both languages, at four widths, light and dark, in one
 * folder. Less with `--moments vote-open,tie`, `--screens chair,member`, `--widths 390,1280`, `--light`, `--swedish`; the 81 seats
 * of Göteborg with `--seats 81`; without a video server with `--no-video`.
 */
const WIDTHS = [390, 820, 1280, 1920] as const;
const HEIGHT: Readonly<Record<number, number>> = { 390: 844, 820: 1180, 1280: 800, 1920: 1080 };

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'pictures' },
    seats: { type: 'string', default: '41' },
    moments: { type: 'string' },
    screens: { type: 'string' },
    widths: { type: 'string' },
    light: { type: 'boolean', default: false },
    swedish: { type: 'boolean', default: false },
    'no-video': { type: 'boolean', default: false },
  },
});
const listed = (text: string | undefined): readonly string[] | undefined => text?.split(',').map((one) => one.trim());
const out = path.resolve(values.out);
const widths = listed(values.widths)?.map(Number) ?? WIDTHS;
const schemes = values.light ? (['light'] as const) : (['light', 'dark'] as const);
const languages = values.swedish ? (['sv'] as const) : (['sv', 'en'] as const);
const onlyMoments = listed(values.moments);
const onlyScreens = listed(values.screens);
const isWanted = (moment: Moment): boolean => onlyMoments === undefined || onlyMoments.includes(moment);

const STORIES = {
  41: { of: 'Exempelköping', names: undefined, budget: 118, conflict: 120 },
  81: { of: 'Göteborg', names: 'first', budget: 451, conflict: undefined },
} as const;
const story = values.seats === '81' ? STORIES[81] : STORIES[41];

const video = values['no-video'] ? {} : { LIVEKIT_URL: '', LIVEKIT_BINARY: await buildLivekit(), LIVEKIT_PORT: '0' };
const server = await startServer(video);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: CHROMIUM_FLAGS,
});
try {
  const { hall } = await openHall(browser, server, { of: story.of });
  const cast = castOf(hall);
  const all = await openScreens(hall, cast, languages);
  const screens = all.filter(
    ({ name }) => onlyScreens === undefined || onlyScreens.includes(name.replace(/-(sv|en)$/, '')),
  );
  mkdirSync(out, { recursive: true });
  let number = 0;
  for await (const moment of moments(hall, cast, story.budget, story.conflict)) {
    number += 1;
    if (!isWanted(moment)) continue;
    const began = performance.now();
    await settled(screens);
    await Promise.all(screens.map((screen) => photograph(screen, `${String(number).padStart(2, '0')}-${moment}`)));
    process.stdout.write(`${moment}, ${Math.round((performance.now() - began) / 1000)} s\n`);
  }
  for (const fault of new Set(hall.faults)) process.stdout.write(`page error: ${fault}\n`);
  process.stdout.write(`${out}\n`);
} finally {
  await browser.close();
  await server.stop();
}

/** The public page, the wall and the desks as they are at each width; the wall is dark in both schemes. */
async function photograph({ name, page }: Screen, moment: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT[width] ?? 900 });
    for (const colorScheme of schemes) {
      if (name.startsWith('wall') && colorScheme === 'light' && schemes.length > 1) continue;
      await page.emulateMedia({ colorScheme });
      await picture(page, path.join(out, `${moment}-${name}-${width}-${colorScheme}.png`));
    }
  }
}

async function picture(page: Page, file: string): Promise<void> {
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
}
