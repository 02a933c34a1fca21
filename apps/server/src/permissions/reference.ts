import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ABOUT_CAPACITIES, CAPACITIES, type Capacity } from './capacities.ts';
import { type CommandRight, COMMANDS, RIGHTS } from './commands.ts';
import { type Condition, CONDITIONS } from './conditions.ts';
import { ROOM_WISHES, ROUTES } from './routes.ts';
import { type Permission, PERMISSIONS } from './table.ts';

/** Where the reference lies. `node apps/server/src/permissions/reference.ts` writes it anew. */
export const PERMISSIONS_REFERENCE = fileURLToPath(
  new URL('../../../../docs/reference/permissions.md', import.meta.url),
);

const HEAD = `# Permissions

Who may do what, in which state. Everything that is not here is nobody's: a route or command without a row answers nobody.

This page is made from the tables in \`apps/server/src/permissions/\` by \`node apps/server/src/permissions/reference.ts\`; \`npm run check\` fails when it is out of date. \`permissions.test.ts\` tries every route, and every command of the WebSocket, as everybody in the columns.

How it hangs together:
- Over HTTP one function, \`permit\`, is asked before a request's body is read (\`gate.ts\`). A state such as "is shown" is answered by the same fold that shows the meeting's facts (\`audienceOf\`), so a document can never be open to one who may not know of it.
- Over the WebSocket the table of commands is asked first, then the meeting's own law (\`packages/meeting\`), which knows the moment, the item and whom a command is about.
- A video token is given to those for whom \`video/rights.ts\` has a place at this moment; the same answer moves and removes those who are in the room already.
- How sure a person's identity must be is asked beside this; see [security](security.md).
`;

/** The reference of all permissions, as a page. */
export function permissionsReference(): string {
  return [HEAD, capacities(), resources(), conditions(), commands()].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function capacities(): string {
  const rows = CAPACITIES.map((one) => [one, ABOUT_CAPACITIES[one]]);
  return `## Capacities\n\nA person may have several; one who has any that is allowed, is allowed.\n\n${table(['capacity', 'is'], rows)}\n`;
}

function resources(): string {
  const rows = Object.entries(PERMISSIONS).map(([name, permission]: [string, Permission]) => [
    `**${name}**`,
    permission.about,
    ...CAPACITIES.map((one) => cell(permission, one)),
    permission.to === 'anyone' ? '' : permission.refusal,
  ]);
  const routes = Object.entries(ROUTES).map(([route, resource]) => [`\`${route}\``, resource]);
  const wishes = Object.entries(ROOM_WISHES).flatMap(([route, rooms]) =>
    Object.entries(rooms).map(([room, resource]) => [`\`${route}\` with \`"room": "${room}"\``, resource]),
  );
  const under = ['`/api/register/…` (the rest)', 'register'];
  return [
    '## What is asked for over HTTP',
    '',
    `● yes; a word: in that state (below); empty: no. For a key: the scope that it must have, and the state.`,
    '',
    table(['resource', 'is', ...CAPACITIES, 'refused by'], rows),
    '',
    table(['route', 'asks for'], [...routes, ...wishes, under]),
    '',
  ].join('\n');
}

function cell({ to, when, key }: Permission, capacity: Capacity): string {
  if (to === 'anyone') return '●';
  if (capacity === 'apiKey') return key === undefined ? '' : [`\`${key.scope}\``, key.when ?? []].flat().join(', ');
  return to.includes(capacity) ? (when ?? '●') : '';
}

function conditions(): string {
  const rows = Object.entries(CONDITIONS).map(([name, { about }]: [string, Condition]) => [name, about]);
  return `## States\n\n${table(['state', 'holds when'], rows)}\n`;
}

function commands(): string {
  const rows = (Object.keys(RIGHTS) as CommandRight[]).map((right) => {
    const { about, to, refusal } = RIGHTS[right];
    const types = Object.entries(COMMANDS).flatMap(([type, one]) => (one === right ? [`\`${type}\``] : []));
    return [`**${right}**`, about, ...CAPACITIES.map((one) => (to.includes(one) ? '●' : '')), refusal, types.join(' ')];
  });
  return [
    '## Commands of a meeting',
    '',
    'The floor, votes, minutes, doors, hearings and all else that changes a meeting. The meeting’s law judges further: its moment, its item, whom it is about.',
    '',
    table(['right', 'is', ...CAPACITIES, 'refused by', 'commands'], rows),
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(PERMISSIONS_REFERENCE, permissionsReference());
