import type { Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';
import type { Screen } from './scene.ts';

type Rules = Pick<RunOptions, 'rules' | 'runOnly'>;

/** Structure that axe has judged, by language: what differs by words, figures and length of lists alone is not judged again. */
const judged = new Set<string>();

/** What axe finds on the screen as it stands: in Swedish in both themes, in English all that words can change. */
export async function faultsIfNew({ name, language, page }: Screen, moment: string): Promise<readonly string[]> {
  const key = `${language} ${await page.evaluate(structure)}`;
  if (judged.has(key)) return [];
  judged.add(key);
  const found = await (language === 'sv'
    ? inBothThemes(page)
    : axeFaults(page, { rules: { [COLOUR]: { enabled: false } } }));
  return found.map((one) => `${moment}, ${name}-${language}: ${one}`);
}

/** The slowest rule: the same whatever the language, and the only one that the theme matters to. */
const COLOUR = 'color-contrast';

async function inBothThemes(page: Page): Promise<readonly string[]> {
  const light = await axeFaults(page);
  await inTheme(page, 'dark');
  const dark = await axeFaults(page, { runOnly: [COLOUR] });
  await inTheme(page, 'light');
  return [...light, ...dark.map((one) => `dark: ${one}`)];
}

/** Colours that are still on their way from one theme to the other are nobody's choice: they are there at once. */
async function inTheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame);
    for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  });
}

/** What axe finds in the page, each with its place. Axe is brought into a page once: reading it costs more than most of its rules. */
export async function axeFaults(page: Page, rules: Rules = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  return page.evaluate(async (wanted) => {
    const { axe: inPage } = globalThis as unknown as { readonly axe: typeof axe };
    const { violations } = await inPage.run(document, { ...wanted, resultTypes: ['violations'], iframes: false });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}) ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
    );
  }, rules);
}

/** Runs in the page: elements with what gives them meaning and colour; like ones in a row are one. */
function structure(): string {
  const REFERS =
    /^(id|for|name|style|href|src|d|x|y|cx|cy|r|width|height|title|value|placeholder|datetime)$|label|by$|controls|owns|value(now|text|max)|data-(key|react)/;
  const of = (element: Element): string => {
    const attributes = [...element.attributes]
      .map(({ name, value }) => (REFERS.test(name) ? name : `${name}=${value.replaceAll(/\d+/g, '')}`))
      .join();
    const inner = [...element.children].map(of);
    return `<${element.localName} ${attributes}>${inner.filter((one, at) => one !== inner[at - 1]).join('')}`;
  };
  return of(document.documentElement);
}
