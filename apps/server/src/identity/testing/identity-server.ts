import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Person, PersonId } from '@klubba/meeting';
import { readConfig } from '../../config.ts';
import { openPool } from '../../database/database.ts';
import { openLog } from '../../log.ts';
import { freePort } from '../../processes/data-folder.ts';
import { openServer, type Server } from '../../server.ts';
import { startTestDatabase } from '../../testing/test-database.ts';
import { type Identities, openIdentities } from '../identities.ts';
import { sharedKey } from '../keys.ts';

export type IdentityServer = {
  readonly server: Server;
  readonly url: string;
  readonly identities: Identities;
  /** The person with this name in the demo. */
  person(name: string): PersonId;
  demoLink(name: string): string;
  query(text: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
};

/** A folder for an identity file and what it names. */
export type IdentityFolder = { write(name: string, content: string): string; remove(): void };

export function identityFolder(): IdentityFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'klubba-identity-'));
  return {
    write(name, content) {
      const file = path.join(folder, name);
      writeFileSync(file, content, { mode: 0o600 });
      return file;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A free port, so that a provider can be told where Klubba will be before it is there. */
export const portForKlubba = (): Promise<number> => freePort(0, '127.0.0.1');

/** A whole server on a database of its own, with these ways in beside demo links. */
export async function startIdentityServer(
  port: number,
  folder: IdentityFolder,
  providers: readonly unknown[],
  now: () => number = Date.now,
): Promise<IdentityServer> {
  const database = await startTestDatabase();
  const config = readConfig({ IDENTITY_FILE: folder.write('identity.json', JSON.stringify({ providers })) });
  const pool = openPool(database.url, 2);
  const server = await openServer({
    config,
    port,
    databaseUrl: database.url,
    video: undefined,
    log: openLog('silent'),
    now,
  });
  const everybody = server.demo.flatMap((evening) => evening.people);
  const found = (name: string): { readonly person: Person; readonly link: string } => {
    const one = everybody.find(({ person }) => `${person.givenName} ${person.familyName}` === name);
    if (one === undefined) throw new Error(`Nobody is called ${name}`);
    return one;
  };
  return {
    server,
    url: server.url,
    identities: openIdentities(pool, await sharedKey(pool, 'identity')),
    person: (name) => found(name).person.id,
    demoLink: (name) => found(name).link,
    async query(text, values = []) {
      const { rows } = await pool.query<Record<string, unknown>>(text, [...values]);
      return rows;
    },
    async stop() {
      await server.stop();
      await pool.end();
      await database.stop();
    },
  };
}
