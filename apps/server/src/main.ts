import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from '@klubba/i18n';
import type { MeetingPlan, Person } from '@klubba/meeting';
import { ConfigProblem } from './config.ts';
import { MigrationProblem } from './database/migrate.ts';
import { IdentityFileProblem } from './identity/identity-file.ts';
import { explain, StartProblem, stopOnSignals, terminalLanguage } from './processes/index.ts';
import type { DemoEvening } from './server.ts';
import { startAll, type Started } from './start-server.ts';

const language = terminalLanguage(process.env);
const LINKS_FILE = 'login-links.txt';

const starting = startAll({ environment: process.env });
// A signal in the middle of a start waits for it to be done: what has been started is stopped again.
stopOnSignals(async () => (await starting.catch(() => undefined))?.stop());
try {
  console.log(announcement(await starting));
} catch (error) {
  console.error(whyNot(error));
  process.exit(1);
}

/** The address and, in demo mode, tonight's login links; those of the other meetings lie in a file beside the data. */
function announcement({ url, demo, video, dataDir, setUpCode, registerBrokenAt }: Started): string {
  const lines = ['', `Klubba: ${url}`, `${text(language, 'server.public')}: ${url}/public`];
  if (!video) lines.push(text(language, 'server.noVideo'));
  if (setUpCode !== undefined) lines.push(text(language, 'server.setUp', { code: setUpCode, url: `${url}/admin` }));
  if (registerBrokenAt !== undefined) lines.push(text(language, 'server.registerBroken', { seq: registerBrokenAt }));
  const [tonight, ...others] = demo;
  if (tonight === undefined) return [...lines, ''].join('\n');
  const file = path.join(dataDir, LINKS_FILE);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(file, `${demo.flatMap(evening).join('\n')}\n`, { mode: 0o600 });
  return [
    ...lines,
    ...evening(tonight),
    '',
    ...(others.length > 0 ? [text(language, 'server.moreLinks', { file })] : []),
    '',
  ].join('\n');
}

/** One line a person: those with a duty first, then the members by seat, then the substitutes. */
function evening({ plan, people }: DemoEvening): readonly string[] {
  const rank = (person: Person): number => {
    const duty = plan.duties.findIndex((one) => one.person === person.id);
    if (duty >= 0) return duty;
    const seat = plan.seats.findIndex((one) => one.holder === person.id);
    return 1_000 + (seat >= 0 ? seat : 1_000);
  };
  const lines = people
    .toSorted((a, b) => rank(a.person) - rank(b.person))
    .map(({ person, link }) => `  ${titled(plan, person).padEnd(46)} ${link}`);
  return ['', `${plan.body.name}, ${plan.municipality}, ${plan.date}`, ...lines];
}

function titled(plan: MeetingPlan, { id, givenName, familyName, party }: Person): string {
  const duties = plan.duties.filter((one) => one.person === id).map((one) => text(language, `label.duty.${one.duty}`));
  const about = [party ?? '', ...duties].filter((word) => word !== '').join(', ');
  return `${givenName} ${familyName}`.trim() + (about === '' ? '' : ` (${about})`);
}

function whyNot(error: unknown): string {
  if (error instanceof ConfigProblem || error instanceof IdentityFileProblem || error instanceof MigrationProblem)
    return error.message;
  if (error instanceof StartProblem) return explain(error, language);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
