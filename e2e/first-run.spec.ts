import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from './src/axe.ts';
import { choose, press, pressAll } from './src/desk.ts';
import { startWithDirectory } from './src/with-directory.ts';

const MUNICIPALITY = 'Exempelstads kommun';
/** A council, a board of government, 12 boards and 6 companies: as a municipality exports it from its own register. */
const FILE = new URL('data/register-13-namnder-6-bolag.csv', import.meta.url);
const BODIES = 20;
/** Of Miljönämnden, which rehearses. */
const MEMBERS = 9;
/** A line that cannot be taken: its day does not exist. */
const WRONG = 'Miljönämnden;nämnd;Kommunfullmäktige;;ersättare;12;Stina;Felskriven;;;;S;;2025-13-01;;nej';

test('a municipality sets itself up: set-up code, its list of bodies and people, its first decided rule, and a rehearsal with a roll call', async ({
  page,
  browser,
}) => {
  const { server, directory, stop } = await startWithDirectory('exempelstad.se', { DEMO: 'off' });
  /** A browser of this person's own, logged in at the municipality's directory on the way to `path`. */
  const logIn = async (email: string, path: string): Promise<Page> => {
    directory.accounts.set(email, { email, groups: [] });
    directory.atKeyboard = email;
    const own = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
    await own.goto(`${server.url}${path}`);
    await own.getByRole('link', { name: /^Kommunens inloggning/ }).click();
    await own.waitForURL((url) => url.origin === server.url && !url.pathname.startsWith('/login'));
    return own;
  };
  try {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const csv = await readFile(FILE, 'utf8');
    const rows = csv.trimEnd().split('\n').length - 1;

    await test.step('whoever started the server becomes administrator with the code it showed', async () => {
      await page.goto(`${server.url}/admin`);
      await page.getByRole('link', { name: 'Jag har en startkod' }).click();
      await page.getByLabel('Startkod').fill(server.setUpCode ?? '');
      await page.getByLabel('Förnamn').fill('Nadja');
      await page.getByLabel('Efternamn').fill('Ekvall');
      await page.getByLabel('E-post').fill('nadja.ekvall@exempelstad.se');
      await press(page, 'Bli administratör');
      await expect(page.getByRole('heading', { name: 'Från tom installation till första sammanträde' })).toBeVisible();
    });

    await test.step('the municipality gets its name', async () => {
      await page.getByLabel('Namn', { exact: true }).fill(MUNICIPALITY);
      await press(page, 'Spara');
      await expect(page.getByText(`Kommunen heter nu ${MUNICIPALITY}.`)).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Kommunens namn (klart)' })).toBeVisible();
    });

    await test.step('its list is read, looked at and taken in, but for the line that is wrong', async () => {
      await page.getByRole('link', { name: 'Läs in en fil', exact: true }).click();
      const file = { name: 'exempelstad.csv', mimeType: 'text/csv', buffer: Buffer.from(csv + WRONG) };
      await page.setInputFiles('input[type=file]', file);
      await expect(page.getByText(`exempelstad.csv, ${rows + 1} rader. Inget är ändrat än.`)).toBeVisible();
      await press(page, 'Med fel');
      await expect(page.getByText('Dagen 2025-13-01 finns inte. Skriv den som 2025-04-03.')).toBeVisible();
      await press(page, `Läs in ${rows} rader`);
      await expect(page.getByText(`${rows} rader är inlästa.`)).toBeVisible();
      await page.getByRole('link', { name: 'Nästa steg', exact: true }).click();
      for (const done of ['Läs in organ och personer', 'Presidium och sekreterare'])
        await expect(page.getByRole('heading', { name: `${done} (klart)` })).toBeVisible();
    });

    await test.step('people are found as they are typed, in Swedish order', async () => {
      await page.getByRole('link', { name: 'Personer', exact: true }).click();
      await page.getByRole('searchbox', { name: 'Sök person' }).fill('öhman');
      await expect(page.getByRole('main').getByRole('link').first()).toContainText('Öhman');
      await page.getByRole('main').getByRole('link').first().click();
      await expect(page.getByRole('heading', { level: 1, name: /Öhman/ })).toBeVisible();
    });

    await test.step('a board cannot give itself the right to meet at a distance', async () => {
      await page.getByRole('link', { name: 'Organ', exact: true }).click();
      await expect(page.getByText(`${BODIES} organ.`)).toBeVisible();
      await page.getByRole('link', { name: 'Miljönämnden', exact: true }).click();
      await page.getByRole('link', { name: 'Organets regler', exact: true }).click();
      await decide(page, { by: 'Miljönämnden', section: '12' });
      await expect(
        page.getByRole('dialog').getByText(/En nämnd kan inte ge sig den rätten\. KL 6 kap\. 24 §/),
      ).toBeVisible();
      await press(page.getByRole('dialog'), 'Avbryt');
    });

    await test.step('the council’s own decision is registered, and stands with its wording', async () => {
      await page.getByRole('link', { name: 'Organ', exact: true }).click();
      await page.getByRole('link', { name: 'Kommunfullmäktige', exact: true }).click();
      await page.getByRole('link', { name: 'Organets regler', exact: true }).click();
      await decide(page, { by: 'Kommunfullmäktige', section: '47' });
      await expect(page.getByText('Beslutet om Deltagande på distans är registrerat.')).toBeVisible();
      await expect(page.getByText('Kommunfullmäktige 22 oktober 2026, § 47')).toBeVisible();
      await page.getByRole('link', { name: 'Kom igång', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Regler (klart)' })).toBeVisible();
    });

    await test.step('who leaves a seat by mistake has it back by one press, and both stand in the seat’s history', async () => {
      await page.getByRole('link', { name: 'Organ', exact: true }).click();
      await page.getByRole('link', { name: 'Miljönämnden', exact: true }).click();
      await press(page, 'Välj plats 3');
      await press(page, 'Registrera avsägelse, plats 3');
      await press(page.getByRole('dialog'), 'Registrera');
      await expect(page.getByText(/lämnar plats 3\. Det är sparat\./)).toBeVisible();
      await press(page, 'Ångra');
      await expect(page.getByText('Det är återställt. Båda händelserna står i historiken.')).toBeVisible();
      await expect(page.getByText(/Slutade: avsägelse/)).toBeVisible();
    });

    await test.step('the log has what was done and what was refused', async () => {
      await page.getByRole('link', { name: 'Logg', exact: true }).click();
      await expect(page.getByText('Nekat försök: registrera regel (GOV-03).')).toBeVisible();
      await page.getByRole('searchbox', { name: 'Sök i loggen' }).fill('exempelstad.csv');
      await expect(page.getByText(/Filen exempelstad\.csv lästes in/)).toBeVisible();
    });
    const meeting = await test.step('the guide leads on to a rehearsal, which the administrator plans', async () => {
      await page.getByRole('link', { name: 'Kom igång', exact: true }).click();
      await page.getByRole('link', { name: 'Planera ett sammanträde' }).click();
      await choose(page, 'Organ', 'Miljönämnden');
      const day = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length);
      await page.getByLabel('Dag', { exact: true }).fill(day);
      await page.getByRole('textbox', { name: 'Plats' }).fill('Sammanträdesrum Eken');
      await page.getByText('Övning: inget som beslutas gäller').click();
      await press(page, 'Planera sammanträdet');
      await page.waitForURL(/\/m\//);
      const [, , planned = ''] = new URL(page.url()).pathname.split('/');
      await page.goto(`${server.url}/m/${planned}/notice`);
      await expect(page.getByText('Övning. Inget som beslutas gäller.')).toBeVisible();
      return planned;
    });

    await test.step('a private address is no way in, though its owner is in the register', async () => {
      directory.accounts.set('private', { email: 'osten.forsberg@brev.example', groups: [] });
      directory.atKeyboard = 'private';
      const other = await (await browser.newContext()).newPage();
      await other.goto(`${server.url}/m/${meeting}`);
      await other.getByRole('link', { name: /^Kommunens inloggning/ }).click();
      await expect(other.getByText('Här krävs ett konto med kommunens adress.', { exact: false })).toBeVisible();
      await other.context().close();
    });

    await test.step('secretary and chair log in as for their mail; the members are in the hall, and the roll is called', async () => {
      const secretary = await logIn('osten.forsberg@exempelstad.se', `/m/${meeting}`);
      await press(secretary, 'Öppna incheckningen');
      const ticks = secretary.getByRole('button', { name: / är i salen$/ });
      await expect(ticks.first()).toBeVisible();
      for (let seat = 0; seat < MEMBERS; seat += 1) await ticks.nth(seat).click();
      await expect(secretary.getByText(`${MEMBERS} av ${MEMBERS} ledamöter är här`)).toBeVisible();
      const chair = await logIn('daniel.malmborg@exempelstad.se', `/m/${meeting}`);
      await pressAll(chair, ['Öppna sammanträdet', 'Öppna § 1', 'Börja uppropet', /^Ropa upp /]);
      const answers = chair.getByRole('button', { name: /^Anteckna ja/ });
      for (let seat = 0; seat < MEMBERS; seat += 1) {
        await expect(answers.first()).toBeVisible();
        const words = await answers.allInnerTexts();
        await answers.first().click();
        await expect.poll(() => answers.allInnerTexts()).not.toEqual(words);
      }
      await pressAll(chair, ['Avsluta uppropet', 'Förklara mötet beslutfört']);
      await expect(chair.getByText(`${MEMBERS} av ${MEMBERS}`).first()).toBeVisible();
      await secretary.context().close();
      await chair.context().close();
      await page.goto(`${server.url}/admin`);
    });

    await test.step('axe finds nothing in any room, in both languages and dark', async () => {
      const rooms = await roomsOf(page);
      const found: string[] = [];
      for (const look of ['sv', 'en', 'dark'] as const) {
        await page
          .context()
          .addCookies([{ name: 'klubba_language', value: look === 'en' ? 'en' : 'sv', url: server.url }]);
        await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light' });
        for (const room of rooms) {
          await page.goto(room);
          await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
          found.push(...(await axeFaults(page)).map((one) => `${look} ${room}: ${one}`));
        }
      }
      expect(found).toEqual([]);
    });
    expect(faults).toEqual([]);
  } finally {
    await stop();
  }
});

/** The addresses of the administration's rooms, of one body and its rules, and of one person and what is held of them. */
async function roomsOf(page: Page): Promise<readonly string[]> {
  const rooms: string[] = [];
  for (const room of ['Kom igång', 'Läs in fil', 'Nycklar', 'Logg', 'Personer', 'Organ']) {
    await page.getByRole('link', { name: room, exact: true }).click();
    rooms.push(page.url());
  }
  await page.getByRole('link', { name: 'Miljönämnden', exact: true }).click();
  rooms.push(page.url(), `${page.url()}/rules`);
  await page.getByRole('table').getByRole('link').first().click();
  rooms.push(page.url(), `${page.url()}/data`);
  return rooms;
}

/** Registers a yes to taking part at a distance, as decided on 22 October 2026. */
async function decide(page: Page, { by, section }: { by: string; section: string }) {
  await press(page, 'Registrera ett beslut');
  const form = page.getByRole('dialog');
  await form
    .getByText(
      'Ledamöter och ersättare kan anhålla om att delta på distans. Ordföranden medger eller avslår, med skäl.',
      { exact: true },
    )
    .click();
  await form.getByLabel('Lydelse').fill('Ledamöter får delta på distans om särskilda skäl föreligger.');
  await choose(form, 'Beslutat av', by);
  await form.getByLabel('Beslutsdag').fill('2026-10-22');
  await form.getByLabel('Beslutets §').fill(section);
  await form.getByLabel('Gäller från').fill('2026-11-01');
  await press(form, 'Registrera beslutet');
}
