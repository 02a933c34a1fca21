import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { startServer } from '@klubba/server';
import { CHROMIUM_FLAGS } from './chromium.ts';
import { type Hall, openHall } from './hall.ts';
import { type Cast, moments } from './moments.ts';

/** `npm run -s pictures [-- --out FOLDER] [--seats 41|81]`: every screen at every moment, four widths, light and dark, both languages. */
const WIDTHS = [390, 820, 1280, 1920] as const;
const HEIGHT: Readonly<Record<number, number>> = { 390: 844, 820: 1180, 1280: 800, 1920: 1080 };

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'pictures' },
    widths: { type: 'string' },
    light: { type: 'boolean', default: false },
    swedish: { type: 'boolean', default: false },
  },
});
const out = path.resolve(values.out);
const widths = values.widths === undefined ? WIDTHS : values.widths.split(',').map(Number);
const schemes = values.light ? (['light'] as const) : (['light', 'dark'] as const);
const languages = values.swedish ? (['sv'] as const) : (['sv', 'en'] as const);

const server = await startServer();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: CHROMIUM_FLAGS,
});
try {
  const { hall } = await openHall(browser, server);
  const pages = await screens(hall);
  mkdirSync(out, { recursive: true });
  let number = 0;
  for await (const moment of moments(hall, castOf(hall), 118, 120)) {
    number += 1;
    for (const { name, page } of pages) await photograph(page, `${String(number).padStart(2, '0')}-${moment}-${name}`);
    process.stdout.write(`${moment}\n`);
  }
  process.stdout.write(`${out}\n`);
} finally {
  await browser.close();
  await server.stop();
}

/** Two votes decide the same for both languages, so each person is shown by one page a language. */
async function screens(hall: Hall): Promise<readonly { readonly name: string; readonly page: Page }[]> {
  const { meeting } = hall.plan;
  const { inConflict, movers } = castOf(hall);
  const device = hall.plan.duties.find((one) => one.duty === 'hallDevice')?.person ?? null;
  const technician = hall.plan.duties.find((one) => one.duty === 'technician')?.person ?? hall.secretary;
  const views = [
    { name: 'chair', who: hall.chair, at: `/m/${meeting}/chair` },
    { name: 'secretary', who: hall.secretary, at: `/m/${meeting}/secretary` },
    { name: 'member', who: movers[0], at: `/m/${meeting}/member` },
    { name: 'conflicted', who: inConflict, at: `/m/${meeting}/member` },
    { name: 'support', who: technician, at: `/m/${meeting}/support` },
    { name: 'wall', who: device, at: `/display/${meeting}` },
    { name: 'public', who: null, at: `/public/${meeting}` },
  ];
  const opened = [];
  for (const language of languages)
    for (const { name, who, at } of views)
      opened.push({
        name: `${name}-${language}`,
        page: await hall.open(who, at, { width: 1280, height: 800 }, { english: language === 'en' }),
      });
  return opened;
}

async function photograph(page: Page, name: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT[width] ?? 900 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join(out, `${name}-${width}-${colorScheme}.png`), animations: 'disabled' });
    }
  }
}

function castOf(hall: Hall): Cast {
  return {
    remote: [],
    inConflict: hall.person('Åkerlund'),
    movers: [hall.person('Ahlqvist'), hall.person('Öberg'), hall.person('Nordin')],
  };
}
