import { AxeBuilder } from '@axe-core/playwright';
import { startServer } from '@klubba/server';
import { openHall } from './src/hall.ts';
import { DESK, expect, type Page, test } from './src/house.ts';
import { type Moment, moments } from './src/moments.ts';
import { castOf, openScreens, type Screen, settled } from './src/screens.ts';

/** Where colours differ: the dark theme is looked at there. */
const IN_DARK: ReadonlySet<Moment> = new Set([
  'check-in',
  'roll-call',
  'proposals',
  'finding',
  'vote-open',
  'main-result',
  'lost',
  'adjourned',
  'closed',
]);

/** A hall without a video server: every screen is there, and no processor is spent on pictures. */
test.describe('axe finds nothing', () => {
  for (const { language, dark } of [
    { language: 'sv', dark: false },
    { language: 'en', dark: false },
    { language: 'sv', dark: true },
  ] as const)
    test(`on any screen at any moment of an evening, ${language}${dark ? ', dark' : ''}`, async ({ browser }) => {
      const server = await startServer();
      const { hall, contexts } = await openHall(browser, server);
      const found: string[] = [];
      try {
        const cast = castOf(hall);
        const screens = await openScreens(hall, cast, [language], { dark });
        for await (const moment of moments(hall, cast, 118, 120)) {
          await settled(screens);
          if (dark && !IN_DARK.has(moment)) continue;
          found.push(...(await Promise.all(screens.map((screen) => faultsIfNew(screen, moment)))).flat());
        }
      } finally {
        for (const context of contexts) await context.close();
        await hall.evening.close();
        await server.stop();
      }
      expect(found).toEqual([]);
    });

  test('on the way in, and on the list of what everybody may follow', async ({ hallOf }) => {
    const hall = await hallOf({ copy: 'screens' });
    const found: string[] = [];
    for (const english of [false, true])
      for (const [name, who, at] of [
        ['login', null, '/'],
        ['my meetings', hall.chair, '/'],
        ['no such page', hall.chair, '/nowhere'],
        ['meetings', null, '/public'],
        ['a meeting that is not theirs', hall.chair, '/m/nowhere/member'],
      ] as const) {
        const page = await hall.open(who, at, DESK, { english });
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        found.push(...(await faults({ name: `${name}-${english ? 'en' : 'sv'}`, page }, 'always')));
      }
    expect(found).toEqual([]);
  });
});

async function faults({ name, page }: Screen, moment: string): Promise<readonly string[]> {
  const { violations } = await axe(page);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${moment}, ${name}: ${id} (${help}) ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  );
}

/** A screen that stands as it stood when it was last looked at, but for its clock, is not looked at again. */
const seen = new WeakMap<Page, string>();

async function faultsIfNew(screen: Screen, moment: string): Promise<readonly string[]> {
  const now = (await screen.page.locator('body').innerHTML()).replaceAll(/\d+/g, '');
  if (seen.get(screen.page) === now) return [];
  seen.set(screen.page, now);
  return faults(screen, moment);
}

async function axe(page: Page) {
  // One document without frames: the page itself can put the answer together.
  return new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze();
}
