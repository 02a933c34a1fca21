import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RouteOptions } from 'fastify';
import { buildApp } from '../http/app.ts';
import type { Services } from '../http/services.ts';
import { openLog } from '../log.ts';

/** Where the description lies for those who read it here. `node apps/server/src/api-keys/openapi-reference.ts` writes it anew. */
export const OPENAPI_REFERENCE = fileURLToPath(new URL('../../../../docs/reference/openapi.json', import.meta.url));

export type OpenApi = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};
export type Operation = {
  readonly operationId: string;
  readonly summary?: string;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly responses: Readonly<Record<string, { readonly content?: object }>>;
};

/** Routes without anything behind them: what they are held to is all that is asked of them. */
const NOTHING_BEHIND = {
  sessions: {},
  meetings: {},
  identity: { passkeys: true },
  registry: {},
  demands: {},
  apiKeys: {},
  secure: false,
} as unknown as Services;

/** What `GET /api/openapi.json` answers, and every route that the server has. */
export async function apiDescription(): Promise<{
  readonly document: OpenApi;
  readonly routes: readonly { readonly method: string; readonly url: string }[];
}> {
  const routes: { readonly method: string; readonly url: string }[] = [];
  const app = await buildApp({
    health: { pool: { query: () => Promise.reject(new Error('no database')) }, videoUrl: undefined },
    services: NOTHING_BEHIND,
    security: { publicOrigin: () => 'http://localhost', secure: false, videoOrigin: undefined },
    conductor: undefined,
    webFolder: '/nowhere',
    log: openLog('silent'),
    trustProxy: [],
    videoProxy: undefined,
    onRoute: ({ method, url }: RouteOptions) => {
      for (const one of [method].flat()) routes.push({ method: one, url });
    },
  });
  await app.ready();
  const document = app.swagger() as unknown as OpenApi;
  await app.close();
  return { document, routes };
}

/** The page as it is written: two blanks, one line at the end. */
export function asPage(document: OpenApi): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(OPENAPI_REFERENCE, asPage((await apiDescription()).document));
