import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { Evening } from '@klubba/bots';
import { type Language, text, type TextKey, type TextValues } from '@klubba/i18n';
import type { PersonId } from '@klubba/meeting';
import type { Started } from '@klubba/server';
import { type Hall, type HallOptions, openHall } from './hall.ts';

/** One person's page, in one language. `name` is whose or which: "chair", "import". */
export type Screen = { readonly name: string; readonly language: Language; readonly page: Page };

/** Where a scene stands still to be looked at. */
export type Stop = { readonly moment: string; readonly screens: readonly Screen[] };

export type Stage = {
  readonly languages: readonly Language[];
  /** As `openHall`; what it opens is closed when the scene is over. */
  readonly hallOf: (options?: HallOptions) => Promise<Hall>;
};

/** A part of the product played by lawful commands and by presses, with the moments that it stops at, in order. */
export type Scene = {
  readonly name: string;
  readonly moments: readonly string[];
  readonly play: (stage: Stage) => AsyncGenerator<Stop>;
};

const TIMEOUT_MS = 15_000;

export type View = { readonly name: string; readonly who: PersonId | null; readonly at: string };

/** Plays one scene in browsers of its own. Page errors are added to `faults`. */
export async function* playScene(
  browser: Browser,
  server: Started,
  scene: Scene,
  languages: readonly Language[],
  faults: Set<string> = new Set(),
): AsyncGenerator<Stop> {
  const halls: { readonly hall: Hall; readonly evening: Evening; readonly contexts: readonly BrowserContext[] }[] = [];
  try {
    yield* scene.play({
      languages,
      async hallOf(options) {
        const { hall, contexts } = await openHall(browser, server, options);
        halls.push({ hall, evening: hall.evening, contexts });
        return hall;
      },
    });
  } finally {
    for (const { hall, evening, contexts } of halls) {
      for (const fault of hall.faults) faults.add(fault);
      for (const context of contexts) await context.close();
      await evening.close();
    }
  }
}

/** These views in each language, each in a browser window of its own. */
export function openViews(
  hall: Hall,
  languages: readonly Language[],
  views: readonly View[] | ((language: Language) => readonly View[]),
): Promise<readonly Screen[]> {
  const wanted = languages.flatMap((language) =>
    (typeof views === 'function' ? views(language) : views).map((view) => ({ ...view, language })),
  );
  return Promise.all(
    wanted.map(async ({ name, who, at, language }) => {
      const page = await hall.open(
        who,
        inLanguage(at, language),
        { width: 1280, height: 800 },
        { english: language === 'en' },
      );
      page.setDefaultTimeout(TIMEOUT_MS);
      await page.getByRole('heading').first().waitFor();
      return { name, language, page };
    }),
  );
}

/** The public pages have their language in their address, so that they can be kept by anybody's cache. */
const inLanguage = (at: string, language: Language): string =>
  at.startsWith('/public') ? `${at}?language=${language}` : at;

/** Another address in the same windows, under another name. */
export function goTo(screens: readonly Screen[], name: string, at: string): Promise<readonly Screen[]> {
  return Promise.all(
    screens.map(async ({ language, page }) => {
      await page.goto(new URL(inLanguage(at, language), page.url()).href);
      await page.getByRole('heading').first().waitFor();
      return { name, language, page };
    }),
  );
}

export const named = (screens: readonly Screen[], ...names: readonly string[]): readonly Screen[] =>
  screens.filter(({ name }) => names.includes(name));

/** Presses the button with these words in the screen's own language, on each. */
export async function pressOn(screens: readonly Screen[], key: TextKey, values?: TextValues): Promise<void> {
  for (const { page, language } of screens)
    await page
      .getByRole('button', { name: text(language, key, values), exact: true })
      .first()
      .click();
}

/** The words stand on each screen. */
export async function showOn(screens: readonly Screen[], key: TextKey, values?: TextValues): Promise<void> {
  for (const { page, language } of screens)
    await page
      .getByText(text(language, key, values), { exact: false })
      .first()
      .waitFor();
}
