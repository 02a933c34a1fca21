import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Screen } from './scene.ts';

/** Structure that axe has judged, by language: what differs by words, figures and length of lists alone is not judged again. */
const judged = new Set<string>();

/** What axe finds on the screen as it stands: in Swedish in both themes, in English all that words can change. */
export async function faultsIfNew({ name, language, page }: Screen, moment: string): Promise<readonly string[]> {
  const key = `${language} ${await page.evaluate(structure)}`;
  if (judged.has(key)) return [];
  judged.add(key);
  const found = await (language === 'sv' ? inBothThemes(page) : faults(axeOn(page).disableRules(COLOUR)));
  return found.map((one) => `${moment}, ${name}-${language}: ${one}`);
}

/** The slowest rule: the same whatever the language, and the only one that the theme matters to. */
const COLOUR = 'color-contrast';

async function inBothThemes(page: Page): Promise<readonly string[]> {
  const light = await faults(axeOn(page));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await faults(axeOn(page).withRules(COLOUR));
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((one) => `dark: ${one}`)];
}

/** One document without frames: the page itself can put the answer together. */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
}

async function faults(axe: AxeBuilder): Promise<readonly string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}) ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  );
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
