import { logIn } from '@klubba/bots';
import { DESK, expect, test } from './src/house.ts';
import { inSession } from './src/session.ts';

test('a browser is given nothing from elsewhere, nothing inline, and a cookie that no script reads', async ({
  hallOf,
  server,
}) => {
  const hall = await hallOf({ copy: 'hostile' });
  const { meeting } = hall.plan;
  const origins = new Set<string>();
  for (const path of [
    `/m/${meeting}/chair`,
    `/m/${meeting}/member`,
    `/display/${meeting}`,
    `/public/${meeting}`,
    '/',
  ]) {
    const page = await hall.open(path === '/' ? null : hall.chair, path, DESK);
    page.on('request', (request) => origins.add(new URL(request.url()).origin));
    const response = await page.reload();
    await expect(page.locator('main').first()).toBeVisible();
    const policy = response?.headers()['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).not.toContain('unsafe-inline');
    expect(
      await page.evaluate(() => document.querySelectorAll('script:not([src]), [onclick], [style*="url("]').length),
    ).toBe(0);
  }
  expect([...origins].filter((origin) => origin.startsWith('http') && origin !== hall.origin)).toEqual([]);

  const link = server.demo.flatMap((one) => one.people).find((one) => one.person.id === hall.chair)?.link ?? '';
  const stranger = await hall.open(null, '/', DESK);
  await stranger.goto(`${hall.origin}/in/${link.split('/').at(-1)}`);
  const [cookie] = (await stranger.context().cookies()).filter((one) => one.name === 'klubba');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: expect.stringMatching(/Lax|Strict/) });
  expect(await stranger.evaluate(() => document.cookie)).not.toContain('klubba=');
  expect(stranger.url()).not.toContain('/in/');
});

test('a member who opens the chair’s and the secretary’s addresses gets no power, and no draft of the minutes', async ({
  hallOf,
}) => {
  const hall = await hallOf({ copy: 'hostile' });
  await inSession(hall);
  const member = hall.person('Stjernholm');
  const page = await hall.open(member, `/m/${hall.plan.meeting}/chair`, DESK);
  await expect(page.locator('main')).toBeVisible();
  for (const name of [/^Öppna §/, /^Ajournera/, 'Avsluta sammanträdet', 'Lämna över'])
    await expect(page.getByRole('button', { name }).and(page.locator(':not([aria-disabled="true"])'))).toHaveCount(0);
  await page.goto(`${hall.origin}/m/${hall.plan.meeting}/secretary`);
  await expect(page.getByRole('button', { name: /Anteckna frånvaro|Släpp in/ })).toHaveCount(0);
  const minutes = await page
    .context()
    .request.get(`${hall.origin}/api/meetings/${encodeURIComponent(hall.plan.meeting)}/minutes.html`);
  expect(minutes.status()).toBe(403);
  const before = hall.meeting().seq;
  const outcome = await hall.evening.of(member).bot.send({ type: 'adjourn', cause: 'rest' });
  expect(outcome).toMatchObject({ kind: 'refused', refusal: { rule: 'MTG-CHAIR' } });
  expect(hall.meeting().seq).toBe(before);
});

test('a session ended from one browser ends in the other at once', async ({ hallOf, server }) => {
  const hall = await hallOf({ copy: 'hostile' });
  const person = hall.person('Wester');
  const page = await hall.open(person, `/m/${hall.plan.meeting}/member`, DESK);
  await expect(page.locator('main')).toBeVisible();
  const link = server.demo.flatMap((one) => one.people).find((one) => one.person.id === person)?.link ?? '';
  const other = await logIn({ origin: hall.origin, token: link.split('/').at(-1) ?? '' });
  const ended = await fetch(`${hall.origin}/api/sessions`, { method: 'DELETE', headers: { cookie: other } });
  expect(ended.ok).toBe(true);
  await expect(page.getByText('Du är utloggad')).toBeVisible();
});
