import type { Page } from '@playwright/test';
import { text } from '@klubba/i18n';
import { goTo, openViews, type Scene } from '../scene.ts';

/** From the street to one's own meetings, and every page that leads nowhere. */
export const wayIn: Scene = {
  name: 'way-in',
  moments: ['login', 'login-failed', 'my-meetings', 'sessions', 'nowhere'],
  async *play({ languages, hallOf }) {
    const hall = await hallOf();
    const street = await openViews(hall, languages, [{ name: 'login', who: null, at: '/' }]);
    yield { moment: 'login', screens: street };
    for (const { page, language } of street) await failDemoLogin(page, text(language, 'shell.in.demoLink.title'));
    yield { moment: 'login-failed', screens: street };
    yield { moment: 'login-failed', screens: await goTo(street, 'directory', '/login/directory?failed=LGN-PROVIDER') };
    yield { moment: 'login', screens: await goTo(street, 'passkey', '/login/passkey') };
    yield { moment: 'login', screens: await goTo(street, 'public-list', '/public') };
    yield { moment: 'nowhere', screens: await goTo(street, 'lost-link', '/h#nothing') };

    const mine = await openViews(hall, languages, [{ name: 'secretary', who: hall.secretary, at: '/' }]);
    yield { moment: 'my-meetings', screens: mine };
    yield { moment: 'sessions', screens: await goTo(mine, 'sessions', '/sessions') };
    yield { moment: 'nowhere', screens: await goTo(mine, 'no-page', '/nowhere') };
    yield { moment: 'nowhere', screens: await goTo(mine, 'no-permission', '/m/nowhere/member') };
  },
};

async function failDemoLogin(page: Page, label: string): Promise<void> {
  await page.getByLabel(label).fill('nobody');
  await page.getByLabel(label).press('Enter');
  await page.locator('[aria-invalid=true]').waitFor();
}
