import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { startServer } from '@klubba/server';
import { buildLivekit } from '../../tools/livekit/build.mjs';
import { CHROMIUM_FLAGS } from './chromium.ts';
import { playScene, type Scene, type Screen } from './scene.ts';
import { evening, OTHER_SCENES } from './scenes/index.ts';
import { settled } from './screens.ts';

/**
 * `npm run -s pictures`: every screen at every moment of every scene, in both languages, at four widths, light and dark, in one
 * folder. Less with `--scenes evening,slips`, `--moments vote-open,tie`, `--screens chair,member`, `--widths 390,1280`, `--light`,
 * `--swedish`; without a video server with `--no-video`; with `--seats 81` the evening of Göteborg's 81 seats alone.
 */
const WIDTHS = [390, 820, 1280, 1920] as const;
const HEIGHT: Readonly<Record<number, number>> = { 390: 844, 820: 1180, 1280: 800, 1920: 1080 };

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'pictures' },
    seats: { type: 'string', default: '41' },
    scenes: { type: 'string' },
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
const only = { scenes: listed(values.scenes), moments: listed(values.moments), screens: listed(values.screens) };
const isWanted = (of: keyof typeof only, name: string): boolean => only[of]?.includes(name) ?? true;

const scenes = values.seats === '81' ? [evening(81)] : [evening(41), ...OTHER_SCENES];
const wanted = scenes.filter(
  (scene) => isWanted('scenes', scene.name) && scene.moments.some((moment) => isWanted('moments', moment)),
);

const video = values['no-video'] ? {} : { LIVEKIT_URL: '', LIVEKIT_BINARY: await buildLivekit(), LIVEKIT_PORT: '0' };
const server = await startServer(video);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: CHROMIUM_FLAGS,
});
const faults = new Set<string>();
try {
  mkdirSync(out, { recursive: true });
  // One scene that cannot be played keeps nobody from the pictures of the others.
  for (const scene of wanted)
    await photographScene(scene).catch((error: unknown) => {
      process.exitCode = 1;
      process.stdout.write(`${scene.name} stopped: ${String(error)}\n`);
    });
  for (const fault of faults) process.stdout.write(`page error: ${fault}\n`);
  process.stdout.write(`${out}\n`);
} finally {
  await browser.close();
  await server.stop();
}

async function photographScene(scene: Scene): Promise<void> {
  for await (const { moment, screens } of playScene(browser, server, scene, languages, faults)) {
    if (!isWanted('moments', moment)) continue;
    const began = performance.now();
    const shown = screens.filter(({ name }) => isWanted('screens', name));
    await settled(shown);
    const number = String(scene.moments.indexOf(moment) + 1).padStart(2, '0');
    await Promise.all(shown.map((screen) => photograph(screen, `${scene.name}-${number}-${moment}`)));
    process.stdout.write(`${scene.name}, ${moment}, ${Math.round((performance.now() - began) / 1_000)} s\n`);
  }
}

/** As it is at each width; the wall is dark in both schemes. */
async function photograph({ name, language, page }: Screen, moment: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT[width] ?? 900 });
    for (const colorScheme of schemes) {
      if (name === 'wall' && colorScheme === 'light' && schemes.length > 1) continue;
      await page.emulateMedia({ colorScheme });
      const file = path.join(out, `${moment}-${name}-${language}-${width}-${colorScheme}.png`);
      await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    }
  }
}
