import { expect, type Locator, type Page } from '@playwright/test';

/** Presses the button of this name when it may be pressed. A string is the whole name. */
export async function press(on: Page | Locator, name: string | RegExp): Promise<void> {
  await on.getByRole('button', { name, exact: true }).first().click();
}

/** Presses one after the other; each appears when the one before has been accepted. */
export async function pressAll(page: Page, names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) await press(page, name);
}

/** Chooses in a list that opens: the label of the list, the words of the choice. */
export async function choose(on: Page | Locator, label: string, option: string | RegExp): Promise<void> {
  await on.getByRole('button', { name: label }).first().click();
  const page = 'page' in on ? on.page() : on;
  await page.getByRole('option', { name: option }).first().click();
}

/** Checks in at a distance on the member's own screen, once the equipment has been tried. */
export async function checkInAtADistance(page: Page): Promise<void> {
  await expect(page.getByRole('radio', { name: 'På distans' })).toBeChecked();
  await expect(page.getByText('Kameran ger bild.')).toBeVisible();
  await expect(page.getByText('Mikrofonen hör dig.')).toBeVisible();
  for (const rule of ['Jag är ensam i rummet', 'Jag har kameran på hela tiden', 'Jag har läst reglerna'])
    await page.getByText(rule).click();
  await press(page, 'Checka in');
  await expect(page.getByText('Du är incheckad')).toBeVisible();
}

/** Presses one of the three answers, and reads that it is received. */
export async function castVote(page: Page, answer: 'Ja' | 'Nej' | 'Avstår'): Promise<void> {
  await press(page, new RegExp(`^${answer}`));
  await expect(page.getByText('Din röst är mottagen')).toBeVisible();
}

/** From the debate to the closed item, when nobody asks for a vote. */
export async function decideByAcclamation(chair: Page, number: number): Promise<void> {
  await pressAll(chair, [
    'Avsluta överläggningen',
    'Lägg fram förslag till beslut',
    'Propositionsordningen är godkänd',
    /^Ställ proposition/,
    /^Jag finner att/,
    /^Klubbslag/,
    `Avsluta § ${number}`,
  ]);
}

/** A vote that somebody's lost link has stopped goes on when they are back. */
export async function goOnWithVote(chair: Page): Promise<void> {
  await press(chair, 'Återuppta omröstningen');
  await expect(chair.getByText('Omröstningen pågår.')).toBeVisible();
}
