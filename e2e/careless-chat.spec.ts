import type { Setting } from '@klubba/meeting';
import { press } from './src/desk.ts';
import { DESK, expect, type Page, PHONE, TABLET, test } from './src/house.ts';
import { inSession } from './src/session.ts';

/** The tax agency's own number for tests: nobody has it. */
const CARELESS = 'Det gäller 19890201-3286, som vi träffade i våras.';
const CAREFUL = 'Hör ni ordföranden i salen?';
const ON: Setting<boolean> = { value: true, source: { kind: 'statuteDefault' } };

/** Scenario 23, step 5: a member writes a client's number in the chat of a closed board meeting. */
test('what must not be written is warned of, taken away from every screen, and an incident without its words', async ({
  hallOf,
  server,
}) => {
  const hall = await hallOf({ of: 'Kommunstyrelsen', rules: { chat: ON } });
  const { meeting } = hall.plan;
  const { chair, secretary: clerk } = hall;
  const [writer, reader] = hall.plan.seats.flatMap(({ holder }) =>
    holder === undefined || holder === chair ? [] : holder,
  );
  if (writer === undefined || reader === undefined) throw new Error('The board has no members.');
  await inSession(hall);
  const writing = await hall.open(writer, `/m/${meeting}/member?capture=small`, TABLET);
  const reading = await hall.open(reader, `/m/${meeting}/member?capture=small`, PHONE);
  const secretary = await hall.open(clerk, `/m/${meeting}/secretary?capture=small`, DESK);
  const screens = [writing, reading, secretary];

  await test.step('before the first word it is said what must not be written', async () => {
    await press(writing, 'Chatt');
    await expect(writing.getByText('Skriv inget om enskilda personer', { exact: false })).toBeVisible();
    await expect(writing.getByLabel('Skriv till alla i sammanträdet')).toHaveCount(0);
    await press(writing, 'Jag har läst det här');
    await write(writing, CAREFUL);
    await expect(reading.getByRole('button', { name: 'Chatt, ett nytt' })).toBeVisible();
    await press(secretary, 'Chatt, ett nytt');
    await press(reading, 'Chatt, ett nytt');
    for (const page of screens) await expect(page.getByRole('log').getByText(CAREFUL)).toBeVisible();
  });

  await test.step('a client’s personal number is warned of before it leaves the screen', async () => {
    await write(writing, CARELESS);
    await expect(writing.getByText('Det ser ut som ett personnummer.')).toBeVisible();
    await press(writing, 'Ändra');
    await expect(writing.getByLabel('Skriv till alla i sammanträdet')).toBeFocused();
    await expect(reading.getByText(CARELESS)).toHaveCount(0);
  });

  await test.step('sent all the same it is read, and the secretary takes it away', async () => {
    await press(writing, 'Skicka ändå');
    for (const page of screens) await expect(page.getByRole('log').getByText(CARELESS)).toBeVisible();
    await press(secretary.getByRole('listitem').filter({ hasText: CARELESS }), /^Ta bort meddelandet från/);
    await press(secretary, 'Uppgift om en enskild');
    for (const page of screens) await expect(page.getByText(CARELESS)).toHaveCount(0);
  });

  await test.step('its writer is told why, and the others that something was there', async () => {
    await expect(
      writing.getByText('Ditt meddelande togs bort av sekreteraren. Orsak: uppgift om en enskild.'),
    ).toBeVisible();
    await expect(reading.getByText('Meddelandet togs bort av sekreteraren.', { exact: true })).toBeVisible();
    for (const page of [writing, reading]) {
      await page.reload();
      await press(page, 'Chatt');
      await expect(page.getByText(/togs bort av sekreteraren/)).toBeVisible();
      await expect(page.getByText(CARELESS)).toHaveCount(0);
    }
  });

  await test.step('the incident stands in the audit log, without the words', async () => {
    const administrator = server.demo
      .flatMap(({ people }) => people)
      .find(({ person }) => person.familyName === 'Ekvall');
    const log = await hall.open(null, `/in/${administrator?.link.split('/').at(-1)}`, DESK);
    await expect(log.getByRole('heading').first()).toBeVisible();
    await log.goto(`${hall.origin}/admin/log`);
    await expect(log.getByText(/Ett meddelande från .* togs bort.*uppgift om en enskild/).first()).toBeVisible();
    await expect(log.getByText('19890201')).toHaveCount(0);
  });
  expect(hall.faults).toEqual([]);
});

async function write(page: Page, words: string): Promise<void> {
  await page.getByLabel('Skriv till alla i sammanträdet').fill(words);
  await press(page, 'Skicka');
}
