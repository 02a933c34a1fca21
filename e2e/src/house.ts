import { type BrowserContext, expect, type Page, test as base } from '@playwright/test';
import type { Evening } from '@klubba/bots';
import { startServer, type Started } from '@klubba/server';
import { buildLivekit } from '../../tools/livekit/build.mjs';
import { type Hall, type HallOptions, openHall } from './hall.ts';

/** Tonight's council, again and again: one for each story, so that none disturbs another. */
const COPIES = [
  'lost-vote',
  'frozen',
  'groups',
  'written',
  'hostile',
  'closed-ballot',
  'barred',
  'final',
  'way-out',
] as const;

type Fixtures = { readonly hallOf: (options?: HallOptions) => Promise<Hall> };
type Workers = { readonly server: Started };

export const test = base.extend<Fixtures, Workers>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const server = await startServer(
        { LIVEKIT_URL: '', LIVEKIT_BINARY: await buildLivekit(), LIVEKIT_PORT: '0' },
        { councilCopies: COPIES },
      );
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  hallOf: async ({ browser, server }, use) => {
    const halls: { readonly evening: Evening; readonly contexts: BrowserContext[] }[] = [];
    await use(async (options = {}) => {
      const { hall, contexts } = await openHall(browser, server, options);
      halls.push({ evening: hall.evening, contexts });
      return hall;
    });
    for (const { evening, contexts } of halls) {
      for (const context of contexts) await context.close();
      await evening.close();
    }
  },
});

export { expect, type Page };
export { DESK, type Hall, type HallOptions, PHONE, TABLET, WALL } from './hall.ts';
