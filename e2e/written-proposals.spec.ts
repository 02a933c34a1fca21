import { castVote, choose, press, pressAll } from './src/desk.ts';
import { DESK, expect, type Page, TABLET, test, WALL } from './src/house.ts';
import { readMinutes } from './src/minutes.ts';
import { debate, everybodyVotes, inSession } from './src/session.ts';

const ADDITION = 'Planen kompletteras med en gång- och cykelväg längs ån.';
const BY_MAIL = 'Bebyggelsen i kvarteret Kvarnen begränsas till tre våningar.';

test('written amendments in the debate: one from a tablet, one by e-mail through the secretary, none by voice alone', async ({
  hallOf,
}) => {
  const hall = await hallOf({ copy: 'written' });
  await inSession(hall);
  await debate(hall, 120);
  const { meeting } = hall.plan;
  const chair = await hall.open(hall.chair, `/m/${meeting}/chair`, DESK);
  const secretary = await hall.open(hall.secretary, `/m/${meeting}/secretary`, DESK);
  const j = await hall.open(hall.person('Stjernholm'), `/m/${meeting}/member`, TABLET);
  const l = await hall.open(hall.person('Wester'), `/m/${meeting}/member`, TABLET);
  const wall = await hall.open(hall.device('Väggskärmen'), `/display/${meeting}`, WALL);

  await test.step('J writes an addition: it stands on every screen, the wall too', async () => {
    await press(j, 'Yrkande');
    await j.getByText('Tillägg', { exact: true }).click();
    await press(j, 'Lämna in yrkandet');
    await expect(j.getByText('Ett sådant yrkande måste vara skriftligt', { exact: false })).toBeVisible();
    const text = j.getByRole('textbox', { name: 'Det här ska läggas till' });
    await text.fill(`${ADDITION} Personnummer 811218-9876.`);
    await expect(j.getByText('Texten blir offentlig direkt.', { exact: false })).toBeVisible();
    await text.fill(ADDITION);
    await press(j, 'Lämna in yrkandet');
    await expect(wall.getByText(ADDITION)).toBeVisible();
  });

  await test.step('K’s tablet is broken: the secretary enters the mail, word for word, and it is K’s', async () => {
    await enterFor(secretary, 'Mats Öberg (SD)', BY_MAIL);
    await expect(wall.getByText(BY_MAIL)).toBeVisible();
    await expect(wall.getByText('Mats Öberg (SD)').first()).toBeVisible();
  });

  await test.step('L supports what is on the table by one press', async () => {
    await l.getByRole('tab', { name: /Yrkanden/ }).click();
    await press(l.getByRole('article').filter({ hasText: ADDITION }), 'Stöd yrkandet');
    await expect(l.getByText('Annika Stjernholm (M) m.fl.')).toBeVisible();
  });

  await test.step('M says an amendment by voice: it is not moved until it is written', async () => {
    await press(secretary, 'För in yrkande åt ledamot');
    const dialog = secretary.getByRole('dialog');
    await choose(dialog, 'Vem yrkar', 'Birgitta Nordin');
    await choose(dialog, 'Slag', 'Ändring');
    await press(dialog, 'För in yrkandet');
    await expect(dialog.getByText('Skriv yrkandet som det sades.')).toBeVisible();
    await press(dialog, 'Avbryt');
    expect(Object.values(hall.meeting().proposals.byId).filter((one) => one.item.endsWith('§120'))).toHaveLength(3);
  });

  await test.step('the list is what is decided: acclamation, a demand, an open vote', async () => {
    await pressAll(chair, [
      'Avsluta överläggningen',
      'Lägg fram förslag till beslut',
      'Propositionsordningen är godkänd',
    ]);
    await press(chair, 'Ställ proposition');
    await press(chair, 'Jag finner att kommunstyrelsens förslag har bifallits');
    await press(j, 'Begär omröstning');
    await press(chair, 'Öppna omröstningen');
    await everybodyVotes(hall, (person) =>
      person === hall.person('Stjernholm') ? undefined : hall.party(person) === 'SD' ? 'no' : 'yes',
    );
    await castVote(j, 'Avstår');
    await press(chair, 'Avsluta omröstningen');
    await expect(wall.getByText('Ja har fått flest röster, 34 mot 6')).toBeVisible();
    await press(chair, /^Klubbslag/);
  });

  await test.step('the minutes have them word for word, and who supported', async () => {
    const { page } = await readMinutes(hall, secretary);
    for (const words of [ADDITION, BY_MAIL, 'Mats Öberg (SD)', 'Fredrik Wester (M)', '34 Ja mot 6 Nej'])
      expect(page).toContain(words);
  });
  expect(hall.faults).toEqual([]);
});

async function enterFor(secretary: Page, name: string, text: string): Promise<void> {
  await press(secretary, 'För in yrkande åt ledamot');
  const dialog = secretary.getByRole('dialog');
  await choose(dialog, 'Vem yrkar', name);
  await choose(dialog, 'Slag', 'Ändring');
  await dialog.getByRole('textbox', { name: 'Yrkandet, ord för ord' }).fill(text);
  await press(dialog, 'För in yrkandet');
  await expect(dialog).toHaveCount(0);
}
