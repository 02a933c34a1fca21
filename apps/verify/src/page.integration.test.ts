import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { chromium } from '@playwright/test';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const SHARED = fileURLToPath(new URL('../../../../shared/ballot/', import.meta.url));
const PAGE = pathToFileURL(fileURLToPath(new URL('../dist/verify.html', import.meta.url))).href;
const REPORT_TIMEOUT_MS = 60_000;

let browser: Browser;
const folder = mkdtempSync(join(tmpdir(), 'klubba-page-'));

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('./build-page.ts', import.meta.url))]);
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

/** The page as from a USB stick: nothing but files may be asked for. */
async function openPage(locale = 'sv-SE'): Promise<{ page: Page; foreign: string[] }> {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (!/^(file|blob|data):/.test(request.url())) foreign.push(request.url());
  });
  page.on('pageerror', (error) => foreign.push(error.message));
  await page.goto(PAGE);
  return { page, foreign };
}

async function reportOn(page: Page, file: string): Promise<string> {
  await page.locator('#file').setInputFiles(SHARED + file);
  const report = page.locator('#report:visible');
  await report.waitFor({ timeout: REPORT_TIMEOUT_MS });
  return report.innerText();
}

describe('the page that verifies', () => {
  test('says that an election is complete and sound, with its votes, and asks nobody', async () => {
    const { page, foreign } = await openPage();
    const report = await reportOn(page, 'ceremony/n5-BELENIOS-2048/LacZNbiNZfGCyG.bel');
    expect(report).toContain('Fullständigt och oförvanskat');
    expect(report).toMatch(/Anna\s+1 röst/);
    expect(foreign).toEqual([]);
  });

  test('shows how far it has come with a large election', async () => {
    const { page } = await openPage();
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(globalThis, { seen });
      const bar = document.querySelector('progress');
      if (bar) new MutationObserver(() => seen.push(bar.value / bar.max)).observe(bar, { attributes: true });
    });
    expect(await reportOn(page, 'archives/n101-belenios2048-v3.3.bel')).toContain('Fullständigt och oförvanskat');
    const seen = await page.evaluate(() => (globalThis as unknown as { readonly seen: readonly number[] }).seen);
    expect(new Set(seen).size).toBeGreaterThan(3);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
  }, 60_000);

  test('speaks English, and repeats its verdict in the other language', async () => {
    const { page } = await openPage('en-GB');
    expect(await reportOn(page, 'attacks/junk.bel')).toContain('First broken rule: BEL-RECORD-JUNK');
    await page.getByRole('button', { name: 'Svenska' }).click();
    await page
      .locator('#report', { hasText: 'Första brutna regel: BEL-RECORD-JUNK' })
      .waitFor({ timeout: REPORT_TIMEOUT_MS });
  });

  test('finds the dropped ballot when the receipts are given', async () => {
    const { page } = await openPage();
    const receipts = join(folder, 'receipts.txt');
    writeFileSync(receipts, 'eef5aff92fd9d73ce1882a026bd434a2321db27a5de06956ef66c4a65d5717c2\n');
    expect(await reportOn(page, 'attacks/dropped.bel')).toContain('Omröstningen pågår.');
    await page.locator('#receipts').setInputFiles(receipts);
    await page.locator('#report', { hasText: 'BEL-RECEIPT-MISSING' }).waitFor({ timeout: REPORT_TIMEOUT_MS });
  });

  test('takes a file that is dropped on it', async () => {
    const { page } = await openPage();
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['not an archive'], 'letter.txt'));
      return transfer;
    });
    await page.dispatchEvent('#drop', 'drop', { dataTransfer: data });
    await page.locator('#report', { hasText: 'Kan inte läsas' }).waitFor({ timeout: REPORT_TIMEOUT_MS });
  });

  test('has no faults of accessibility, before and after a verdict', async () => {
    const { page } = await openPage();
    await page.evaluate(axe.source);
    const faults = (): Promise<readonly string[]> =>
      page.evaluate(async () => {
        const { axe: inPage } = globalThis as unknown as { readonly axe: typeof axe };
        return (await inPage.run()).violations.map(({ id }) => id);
      });
    expect(await faults()).toEqual([]);
    await reportOn(page, 'attacks/chain.bel');
    expect(await faults()).toEqual([]);
  });
});
