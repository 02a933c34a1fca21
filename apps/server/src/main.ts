import { isTextKey, type Language, text } from '@klubba/i18n';
import { ConfigProblem } from './config.ts';
import { MigrationProblem } from './database/migrate.ts';
import { StartProblem, stopOnSignals } from './processes/index.ts';
import type { DemoEvening } from './server.ts';
import { startAll, type Started } from './start-server.ts';

const language: Language = /^sv/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'sv' : 'en';

let started: Started | undefined;
stopOnSignals(async () => started?.stop());
try {
  started = await startAll({ environment: process.env });
  console.log(announcement(started));
} catch (error) {
  console.error(whyNot(error));
  process.exitCode = 1;
}

function announcement({ url, demo }: Started): string {
  return ['', `Klubba: ${url}`, `${text(language, 'server.public')}: ${url}/public`, ...demo.flatMap(evening), ''].join(
    '\n',
  );
}

function evening({ plan, people }: DemoEvening): readonly string[] {
  const links = people.map(
    ({ person, link }) => `  ${`${person.givenName} ${person.familyName}`.trim().padEnd(34)} ${link}`,
  );
  return ['', `${plan.body.name}, ${plan.municipality}, ${plan.date}  (${plan.meeting})`, ...links];
}

function whyNot(error: unknown): string {
  if (error instanceof ConfigProblem || error instanceof MigrationProblem) return error.message;
  if (error instanceof StartProblem) {
    const key = `start.${error.key}`;
    return isTextKey(key) ? text(language, key, error.detail) : error.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
