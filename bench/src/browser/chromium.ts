import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium } from '@playwright/test';

const DEBIANS = '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
];

/** Chromium with a fake camera. The system's own where there is one. */
export function openChromium(): Promise<Browser> {
  return chromium.launch({ args: FLAGS, ...(existsSync(DEBIANS) ? { executablePath: DEBIANS } : {}) });
}

/**
 * A browser of its own for somebody who is logged in; without a cookie, for somebody from the street.
 * The page's content policy forbids the questions a bench asks in it, so it is set aside here.
 */
export async function contextFor(browser: Browser, origin: string, cookie?: string): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1180, height: 820 },
    locale: 'sv-SE',
    bypassCSP: true,
  });
  const [name = '', ...value] = (cookie ?? '').split('=');
  if (cookie !== undefined) await context.addCookies([{ name, value: value.join('='), url: origin }]);
  return context;
}
