import { startServer, type Started } from '@klubba/server';
import { expect, test } from '@playwright/test';
import { faultsIfNew } from './src/axe.ts';
import { playScene, type Scene } from './src/scene.ts';
import { evening, OTHER_SCENES } from './src/scenes/index.ts';
import { settled } from './src/screens.ts';

/** Without a video server: every screen is there, and no processor is spent on pictures. */
test.describe('axe finds nothing', () => {
  let server: Started;
  test.beforeAll(async () => {
    server = await startServer();
  });
  test.afterAll(() => server.stop());

  for (const scene of [evening(41), ...OTHER_SCENES])
    test(`on any screen at any moment, in Swedish and English, light and dark: ${scene.name}`, async ({ browser }) => {
      const played = playScene(browser, server, scene, ['sv', 'en']);
      expect(await faultsIn(scene, played)).toEqual([]);
    });
});

test('a button without a name and words too faint to read are found, and once is enough', async ({ page }) => {
  await page.setContent(
    `<html lang="sv"><title>Planterat</title><main><h1>Fel</h1>
     <p style="color:#bbb;background:#fff">För svagt</p><button></button></main></html>`,
  );
  const screen = { name: 'planted', language: 'sv', page } as const;
  const found = (await faultsIfNew(screen, 'planted')).map((one) => /: (?:dark: )?([\w-]+)/.exec(one)?.[1]);
  expect(found).toEqual(['button-name', 'color-contrast', 'color-contrast']);
  expect(await faultsIfNew(screen, 'again')).toEqual([]);
});

async function faultsIn({ moments }: Scene, played: ReturnType<Scene['play']>): Promise<readonly string[]> {
  const found: string[] = [];
  const stoppedAt = new Set<string>();
  for await (const { moment, screens } of played) {
    stoppedAt.add(moment);
    await settled(screens);
    found.push(...(await Promise.all(screens.map((screen) => faultsIfNew(screen, moment)))).flat());
  }
  expect([...stoppedAt].toSorted()).toEqual([...moments].toSorted());
  return found;
}
