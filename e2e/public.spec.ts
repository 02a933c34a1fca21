import type { Page } from '@playwright/test';
import { expect, PHONE, test } from './src/house.ts';
import { debate, inSession } from './src/session.ts';

const TEXT = 'Skattesatsen lämnas oförändrad.';

test('somebody from the street follows: without JavaScript, in the other language, and through a lost link', async ({
  hallOf,
  browser,
}) => {
  const hall = await hallOf({ shape: (plan) => plan });
  const { meeting } = hall.plan;
  await inSession(hall);
  await debate(hall, 118);
  const path = `/public/${meeting}`;
  const mover = hall.person('Ahlqvist');
  const move = (text: string) => hall.send(mover, { type: 'moveProposal', person: mover, kind: 'amendment', text });

  await test.step('without JavaScript the whole page is there, and a new one tells what has happened since', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
    const plain = await context.newPage();
    await plain.goto(`${hall.origin}${path}`);
    await expect(plain.getByRole('heading', { level: 1 })).toHaveText(/\S/);
    await expect(plain.getByText('Beslutför: 41 av 41 är närvarande, 21 krävs.')).toBeVisible();
    await expect(plain.getByText(TEXT)).toHaveCount(0);
    await move(TEXT);
    await plain.getByRole('link', { name: 'Läs in sidan igen' }).click();
    await expect(plain.getByText(TEXT)).toBeVisible();
    await context.close();
  });

  const page: Page = await hall.open(null, path, PHONE);
  await test.step('in English by one press, and the proposals stay in the words they were moved in', async () => {
    await page.getByRole('link', { name: 'In English' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page.getByText('Quorate: 41 of 41 are present, 21 are needed.')).toBeVisible();
    await expect(page.getByText(TEXT)).toBeVisible();
  });

  await test.step('a lost link is told with its time, what is shown stays, and the page catches up by itself', async () => {
    await expect(page.getByText('The page follows the meeting by itself.')).toBeVisible();
    await page.context().setOffline(true);
    await expect(page.getByRole('status').filter({ hasText: /^No contact since \d\d[.:]\d\d\./ })).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText(TEXT)).toBeVisible();
    await move('Skatten sänks med tio öre.');
    await page.context().setOffline(false);
    await expect(page.getByText('Skatten sänks med tio öre.')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(/^No contact since/)).toHaveCount(0);
  });
  expect(hall.faults).toEqual([]);
});
