import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS } from './src/chromium.ts';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results/e2e',
  // Each evening is a server, a database, a video server and several browsers: one at a time on two cores.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // A machine that stalls for seconds loses a picture for real. Playwright names what passed only at the second try.
  retries: 1,
  timeout: 480_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // A film of every page would cost more than the meeting itself: the picture at the end and the steps are kept.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    screenshot: 'only-on-failure',
    permissions: ['camera', 'microphone'],
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: CHROMIUM_FLAGS },
  },
});
