import { startServer } from '@klubba/server';
import { expect, test } from '@playwright/test';
import { axeFaults } from './src/axe.ts';
import { press } from './src/desk.ts';

const SYSTEM = 'Personalsystemet';
const ADMINISTRATOR = 'Ekvall';

test('an administrator gives another system a key, sees what it does and takes the key back', async ({ browser }) => {
  const server = await startServer();
  const context = await browser.newContext({
    locale: 'sv-SE',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const asked = async (secret: string, path: string): Promise<number> =>
    (await fetch(`${server.url}${path}`, { headers: { authorization: `Bearer ${secret}` } })).status;
  try {
    const link = server.demo.flatMap(({ people }) => people).find(({ person }) => person.familyName === ADMINISTRATOR);
    await page.goto(link?.link ?? '');
    await page.goto(`${server.url}/admin/keys`);
    let secret = '';
    let log = '';

    await test.step('nobody has a key yet, and the page says so', async () => {
      await expect(page.getByText('Ingen nyckel är utlämnad. Inget annat system kommer in.')).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
    });

    await test.step('one is given out with the keyboard alone, once it has a name and something it may do', async () => {
      await page.getByRole('button', { name: 'Ge ut en nyckel' }).focus();
      await page.keyboard.press('Enter');
      const form = page.getByRole('dialog');
      await expect(form.getByLabel('Vilket system')).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
      await form.getByRole('button', { name: 'Ge ut nyckeln' }).focus();
      await page.keyboard.press('Enter');
      await expect(form.getByText('Fyll i fältet.')).toBeVisible();
      await expect(form.getByLabel('Vilket system')).toBeFocused();
      await page.keyboard.type(SYSTEM);
      await page.keyboard.press('Enter');
      await expect(form.getByText('Välj minst en sak som nyckeln ger rätt till.')).toBeVisible();
      await form.getByRole('checkbox', { name: /^Läsa personer och organ/ }).focus();
      await page.keyboard.press('Space');
      await form.getByRole('button', { name: 'Ge ut nyckeln' }).focus();
      await page.keyboard.press('Enter');
    });

    await test.step('its secret is shown once, copied, and gone', async () => {
      const told = page.getByRole('alertdialog');
      await expect(told.getByRole('heading', { name: `Nyckel till ${SYSTEM}` })).toBeVisible();
      secret = await told.getByLabel('Nyckel', { exact: true }).inputValue();
      expect(secret).toMatch(/^klubba_/);
      expect(await axeFaults(page)).toEqual([]);
      await press(told, 'Kopiera nyckeln');
      await expect(told.getByText('Nyckeln är kopierad.')).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
      await page.keyboard.press('Escape');
      await expect(told).toBeVisible();
      await press(told, 'Jag har kopierat den');
      await expect(page.getByText(`Nyckeln till ${SYSTEM} är utlämnad.`)).toBeVisible();
      await page.reload();
      await expect(page.getByText('Har aldrig använts.')).toBeVisible();
      expect(await page.content()).not.toContain(secret);
    });

    await test.step('what the system does stands there, let in or refused', async () => {
      expect(await asked(secret, '/api/register/bodies?q=miljo')).toBe(200);
      expect(await asked(secret, '/api/meetings')).toBe(403);
      await page.reload();
      await expect(page.getByText(/Senast använd .* 2 anrop i allt\./)).toBeVisible();
      await page.getByRole('link', { name: `Anrop ${SYSTEM}` }).click();
      await expect(page.getByRole('heading', { level: 1, name: `Anrop med nyckeln till ${SYSTEM}` })).toBeVisible();
      await expect(page.getByRole('row', { name: /GET \/api\/meetings .*Nekad \(KEY-SCOPE\)/ })).toBeVisible();
      await expect(page.getByRole('row', { name: /GET \/api\/register\/bodies .*Insläppt/ })).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
      log = new URL(page.url()).pathname;
    });

    await test.step('on a phone, in English and in the dark nothing is cut off, and axe finds nothing', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await context.addCookies([{ name: 'klubba_language', value: 'en', url: server.url }]);
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const path of ['/admin/keys', log]) {
        await page.goto(server.url + path);
        await expect(page.getByRole('heading', { level: 1, name: /^Keys|^Requests/ })).toBeVisible();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        expect(await axeFaults(page)).toEqual([]);
      }
      await context.addCookies([{ name: 'klubba_language', value: 'sv', url: server.url }]);
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(`${server.url}/admin/keys`);
    });

    await test.step('revoked, it opens nothing from the next request on, and the log has it all', async () => {
      await press(page, `Återkalla ${SYSTEM}`);
      const question = page.getByRole('dialog');
      await expect(question.getByText(`Från nästa anrop kommer ${SYSTEM} inte in.`)).toBeVisible();
      await press(question, 'Återkalla');
      await expect(page.getByText(`Nyckeln till ${SYSTEM} är återkallad.`)).toBeVisible();
      expect(await asked(secret, '/api/register/bodies')).toBe(401);
      await page.getByRole('link', { name: 'Logg', exact: true }).click();
      await expect(page.getByText(`Nyckeln ${SYSTEM} återkallades.`)).toBeVisible();
      await expect(page.getByText(`Nyckeln ${SYSTEM} lämnades ut till och med`)).toBeVisible();
    });
    expect(faults).toEqual([]);
  } finally {
    await context.close();
    await server.stop();
  }
});
