import { startServer } from '@klubba/server';
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './src/axe.ts';
import { press } from './src/desk.ts';

const ADMINISTRATOR = 'Ekvall';
const COUNCIL = '/admin/bodies/exempelkoping-kf';

test('an administrator begins from wordings, puts substitutes in order, changes a body and names parties', async ({
  browser,
}) => {
  const server = await startServer();
  const context = await browser.newContext({ locale: 'sv-SE' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  const open = async (path: string): Promise<void> => {
    await page.goto(server.url + path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  };
  try {
    const link = server.demo.flatMap(({ people }) => people).find(({ person }) => person.familyName === ADMINISTRATOR);
    await page.goto(link?.link ?? '');

    await test.step('the product’s proposals are there to read, and another municipality’s come in line by line', async () => {
      await open('/admin/templates');
      await expect(page.getByText('Fullmäktiges presidium deltar inte på distans.')).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
      await choose(page, theirs(['council', 'senate', 'board']));
      await expect(page.getByText('från-grannen.json: 3 skrivningar, en går inte att använda.')).toBeVisible();
      await expect(page.getByText('”senate” är inget slags organ som finns här.')).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
      await page.getByRole('checkbox', { name: /^3\. / }).focus();
      await page.keyboard.press('Space');
      await press(page, 'Läs in en skrivning');
      await expect(page.getByText('En skrivning är inläst. Ingen regel är ändrad.')).toBeVisible();
      await expect(page.getByRole('listitem').filter({ hasText: 'Arbetsordning, Grannköpings kommun' })).toBeVisible();
    });

    await test.step('what is no such file is told in words, and changes nothing', async () => {
      await choose(page, 'not a file of templates');
      await expect(page.getByText('Filen är ingen fil med mallar för regler. Inget är ändrat.')).toBeVisible();
    });

    await test.step('a template is where a decision begins', async () => {
      await open(`${COUNCIL}/rules/replySeconds`);
      await press(page, /^Registrera/);
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: /^Börja från en mall|Ingen mall/ }).click();
      await page.getByRole('option', { name: 'Arbetsordning, Grannköpings kommun' }).click();
      await expect(form.getByLabel('Lydelse')).toHaveValue('En replik är högst en minut.');
      expect(await axeFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
    });

    await test.step('substitutes get another order with the keyboard, from a day on, and it is taken back', async () => {
      await open(COUNCIL);
      expect(await axeFaults(page)).toEqual([]);
      await page
        .getByRole('button', { name: /^Ändra ordningen/ })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      const form = page.getByRole('dialog');
      const names = form.getByRole('list', { name: 'Ersättare' }).getByRole('listitem');
      const first = (await names.first().textContent()) ?? '';
      await form.getByRole('button', { name: /^Ner / }).first().focus();
      await page.keyboard.press('Enter');
      await expect(form.getByText(/ är nummer 2 av \d+\./)).toBeVisible();
      await expect(names.first()).not.toHaveText(first);
      expect(await axeFaults(page)).toEqual([]);
      await press(form, 'Spara');
      await expect(page.getByText(/^Den nya ordningen gäller från /)).toBeVisible();
      await press(page, 'Ångra');
      await expect(page.getByText('Det är återställt. Båda händelserna står i historiken.')).toBeVisible();
    });

    await test.step('KL 5:5 and 5:7: a council of an even number, or another number in the middle of a term, is refused with its paragraph', async () => {
      await press(page, 'Ändra organet');
      const form = page.getByRole('dialog');
      await form.getByLabel('Platser', { exact: true }).fill('44');
      await press(form, 'Spara');
      await expect(form.getByText(/antalet ledamöter i fullmäktige är udda och minst 21/)).toBeVisible();
      await form.getByLabel('Platser', { exact: true }).fill('43');
      await press(form, 'Spara');
      await expect(form.getByText(/Ett nytt antal gäller från den 15 oktober ett valår/)).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
      await form.getByLabel('Från').fill('2030-10-15');
      await press(form, 'Spara');
      await expect(page.getByText('Organet är ändrat från 2030-10-15.')).toBeVisible();
      await press(page, 'Ångra');
      await expect(page.getByText('Det är återställt. Båda händelserna står i historiken.')).toBeVisible();
    });

    await test.step('a party is named and coloured, a constituency begins, and both stand in their history', async () => {
      await open('/admin/parties');
      expect(await axeFaults(page)).toEqual([]);
      await press(page, 'Lägg till parti');
      const form = page.getByRole('dialog');
      await form.getByLabel('Namn', { exact: true }).fill('Exempellistan');
      await form.getByLabel('Kort namn').fill('EXL');
      await form.getByLabel('Färg').fill('petrol');
      await press(form, 'Spara');
      await expect(form.getByText('Färgen skrivs som # och sex tecken, till exempel #1b6e8a.')).toBeVisible();
      await form.getByLabel('Färg').fill('#1b6e8a');
      await press(form, 'Spara');
      await expect(page.getByRole('listitem').filter({ hasText: /^Exempellistan \(EXL\)Ändra/ })).toBeVisible();
      await press(page, 'Lägg till valkrets');
      await page.getByRole('dialog').getByLabel('Namn').fill('Norra');
      await press(page.getByRole('dialog'), 'Spara');
      await expect(page.getByText(/^Valkretsen Norra är registrerad från /)).toBeVisible();
      await expect(page.getByText(/^Partiet Exempellistan \(EXL\) är registrerat\./)).toBeVisible();
    });

    await test.step('on a phone, in English and in the dark nothing is cut off, and axe finds nothing', async () => {
      await page.setViewportSize({ width: 320, height: 640 });
      await context.addCookies([{ name: 'klubba_language', value: 'en', url: server.url }]);
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const path of ['/admin/templates', '/admin/parties', COUNCIL]) {
        await open(path);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        expect(await axeFaults(page)).toEqual([]);
      }
    });
    expect(faults).toEqual([]);
  } finally {
    await context.close();
    await server.stop();
  }
});

function theirs(kinds: readonly string[]): string {
  const rules = kinds.map((kind) => ({
    kind,
    rule: 'replySeconds',
    value: 60,
    wording: 'En replik är högst en minut.',
  }));
  return JSON.stringify({
    klubbaTemplates: 1,
    templates: [{ id: 'x', name: 'Arbetsordning', from: 'Grannköpings kommun', rules }],
  });
}

async function choose(page: Page, content: string): Promise<void> {
  const asked = page.waitForEvent('filechooser');
  await press(page, 'Välj fil');
  await (await asked).setFiles({
    name: 'från-grannen.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
}
