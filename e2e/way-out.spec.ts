import { DESK, expect, PHONE, TABLET, test } from './src/house.ts';
import { inSession } from './src/session.ts';

const NARROW = { width: 320, height: 640 };
const OUT = { name: 'Logga ut', exact: true } as const;

test('the way out is in sight on every screen where one is logged in, at every width, and pushes nothing away', async ({
  hallOf,
}) => {
  const hall = await hallOf({ copy: 'way-out' });
  await inSession(hall);
  const { meeting } = hall.plan;
  const member = hall.person('Stjernholm');
  const administrator = hall.person('Ekvall');
  const screens = [
    [member, `/m/${meeting}/member`, [NARROW, PHONE, TABLET, DESK]],
    [member, `/m/${meeting}/notice`, [PHONE, DESK]],
    [member, '/sessions', [NARROW, DESK]],
    [member, '/', [PHONE, DESK]],
    [hall.chair, `/m/${meeting}/chair`, [PHONE, TABLET, DESK]],
    [hall.secretary, `/m/${meeting}/secretary`, [TABLET, DESK]],
    [administrator, '/admin', [PHONE, DESK]],
    [administrator, '/admin/people', [PHONE, DESK]],
  ] as const;
  for (const [who, path, sizes] of screens) {
    const page = await hall.open(who, path, DESK);
    for (const size of sizes) {
      await page.setViewportSize(size);
      const out = page.getByRole('button', OUT).first();
      await expect(out, `${path} at ${size.width}`).toBeVisible();
      await expect(out, `${path} at ${size.width}`).toBeInViewport({ ratio: 1 });
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        `${path} at ${size.width} is not wider than the screen`,
      ).toBe(true);
    }
    await page.context().close();
  }
});

test('it asks once, and then the login is over, here and in the meeting', async ({ hallOf }) => {
  const hall = await hallOf({ copy: 'way-out' });
  const page = await hall.open(hall.person('Stjernholm'), `/m/${hall.plan.meeting}/member`, PHONE);
  await page.getByRole('button', OUT).click();
  await page.getByRole('button', { name: 'Stanna kvar' }).click();
  const { request } = page.context();
  expect((await request.get(`${hall.origin}/api/me`)).status()).toBe(200);
  await page.getByRole('button', OUT).click();
  await page.getByRole('dialog').getByRole('button', OUT).click();
  await expect(page).toHaveURL(`${hall.origin}/`);
  await expect(page.getByRole('heading', { name: 'Logga in' })).toBeVisible();
  expect((await request.get(`${hall.origin}/api/me`)).status()).toBe(401);
});
