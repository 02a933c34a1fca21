import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any screen has: what is not reached by then cannot be reached. */
const STOPS = 150;

/** Goes from stop to stop with Tab until this one has the focus, and sees that the focus is seen. */
export async function reach(target: Locator): Promise<void> {
  const page = target.page();
  const first = target.first();
  await first.waitFor();
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await first.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached by Tab: ${String(target)}`);
}

/** Presses a button by keyboard alone, once it may be pressed. */
export async function strike(on: Page | Locator, name: string | RegExp): Promise<void> {
  const button = on.getByRole('button', { name, exact: true }).first();
  await expect(button).toBeEnabled();
  await reach(button);
  await button.page().keyboard.press('Enter');
}

/** Presses one after the other. */
export async function strikeAll(page: Page, names: readonly (string | RegExp)[]): Promise<void> {
  for (const name of names) await strike(page, name);
}

/** Chooses in a group of radio buttons with the arrow keys. */
export async function chooseByArrows(page: Page, name: string): Promise<void> {
  const group = page.getByRole('radiogroup').filter({ has: page.getByRole('radio', { name }) });
  const radios = group.getByRole('radio');
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) break;
    await page.keyboard.press('Tab');
  }
  const count = await radios.count();
  for (let step = 0; step <= count; step += 1) {
    if (await page.getByRole('radio', { name }).isChecked()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`Not chosen by arrows: ${name}`);
}

/** Writes in a field that has been reached by Tab. */
export async function write(field: Locator, text: string): Promise<void> {
  await reach(field);
  await field.page().keyboard.type(text);
}
