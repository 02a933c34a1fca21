import { type BodyId, type BodyKind, isCouncil, type PartyId, type PersonId } from '@klubba/meeting';
import { decideRegister } from '../decide.ts';
import { growRegister } from '../evolve.ts';
import { nameOf } from '../known.ts';
import type { RegisterRefusal } from '../rules.ts';
import { shapeOn } from '../standing.ts';
import type { BodyShape, Register, RegisterCommand, RegisterEvent, RegisterPerson } from '../types.ts';
import { peopleOfFile } from './people-of-file.ts';
import { placeCommands } from './place-commands.ts';
import { plain, type ReadRow, type Role, type Row, type RowProblem, roleWord } from './rows.ts';

/** One thing a row does, for the words `register.import.<what>`; no end is `none`. */
export type ImportChange = { readonly what: string; readonly values: Readonly<Record<string, string>> };

export type ImportedRow = {
  readonly line: number;
  readonly state: 'new' | 'changed' | 'same' | 'error';
  readonly name: string;
  readonly body: string;
  readonly changes: readonly ImportChange[];
  readonly problem?: RowProblem | RegisterRefusal;
};

export type Imported = { readonly rows: readonly ImportedRow[]; readonly events: readonly RegisterEvent[] };

type Problem = RowProblem | RegisterRefusal;
type Grown = { readonly commands: readonly RegisterCommand[]; readonly problem?: Problem };
const SYSTEM = { actor: 'system', byDirectory: false } as const;

/**
 * What the rows would do to the register, each after those before it in time; `lines` are those chosen, all when left out.
 * Nothing is changed: the events are for whoever decides to register them. `newId` names new people; `onRow` is told of each row.
 */
export function importRows(
  register: Register,
  read: readonly ReadRow[],
  newId: () => string,
  lines?: ReadonlySet<number>,
  onRow?: () => void,
): Imported {
  const growing = growRegister(register);
  const people = peopleOfFile(growing.register());
  const file = fileBodies(read.map((one) => one.row));
  const events: RegisterEvent[] = [];

  const undo: (() => void)[] = [];
  const run = (commands: readonly RegisterCommand[]): Problem | undefined => {
    for (const command of commands) {
      const now = growing.register();
      const decided = decideRegister(now, command, SYSTEM);
      if (!decided.ok) return decided.refusal;
      for (const event of decided.value) {
        undo.push(growing.add({ seq: now.seq + 1, at: 0, actor: 'system', event }));
        events.push(event);
      }
    }
    return undefined;
  };

  /** All of a row or nothing of it. */
  const takeBack = (): void => {
    events.length -= undo.length;
    while (undo.length > 0) undo.pop()?.();
  };

  const rows = read
    .filter(({ row }) => lines === undefined || lines.has(row.line))
    .toSorted((a, b) => rank(a.row).localeCompare(rank(b.row)))
    .map(({ row, problem }): ImportedRow => {
      onRow?.();
      const about = { line: row.line, name: `${row.givenName} ${row.familyName}`.trim(), body: row.body };
      if (problem !== undefined) return { ...about, state: 'error', changes: [], problem };
      const steps: RegisterCommand[] = [];
      undo.length = 0;
      for (const step of [partyStep, bodyStep, personStep, placeStep] as const) {
        const grown = step({ register: growing.register(), row, people, file, newId });
        const stopped = grown.problem ?? run(grown.commands);
        if (stopped !== undefined) {
          takeBack();
          return { ...about, state: 'error', changes: [], problem: stopped };
        }
        steps.push(...grown.commands);
        for (const command of grown.commands) learn(growing.register(), command, people);
      }
      const changes = steps.map((command) => changeOf(growing.register(), command));
      return { ...about, state: stateOf(steps), changes };
    });
  return { rows: rows.toSorted((a, b) => a.line - b.line), events };
}

function learn(register: Register, command: RegisterCommand, people: ReturnType<typeof peopleOfFile>): void {
  if (command.type !== 'addPerson' && command.type !== 'changePerson') return;
  const person = register.people.get(command.person);
  if (person !== undefined) people.learn(person);
}

/** Earlier days first; on one day those whose seat is named before those who get one that is left, and offices last. */
function rank({ from = '', role, number, line }: Row): string {
  const hasSeat = role === 'member' || isChairing(role);
  const order = hasSeat && number !== undefined ? 0 : role === 'member' || role === 'substitute' ? 1 : 2;
  return `${from.padEnd(10)}${order}${String(line).padStart(7, '0')}`;
}

function stateOf(commands: readonly RegisterCommand[]): ImportedRow['state'] {
  if (commands.length === 0) return 'same';
  const changing: readonly RegisterCommand['type'][] = ['changePerson', 'endMandate', 'endSubstitute', 'endDuty'];
  return commands.some((command) => changing.includes(command.type)) ? 'changed' : 'new';
}

type Step = {
  readonly register: Register;
  readonly row: Row;
  readonly people: ReturnType<typeof peopleOfFile>;
  readonly file: ReadonlyMap<string, FileBody>;
  readonly newId: () => string;
};

function partyStep({ register, row }: Step): Grown {
  if (row.party === '' || partyOf(register, row.party) !== undefined) return { commands: [] };
  const id = row.party.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') as PartyId;
  return { commands: [{ type: 'keepParty', party: { id, short: row.party, name: row.party } }] };
}

function partyOf(register: Register, written: string): PartyId | undefined {
  const word = plain(written);
  for (const party of register.parties.values())
    if ([party.id, party.short, party.name].some((one) => plain(one) === word)) return party.id;
  return undefined;
}

/** What a file tells of a body, from all its rows. */
type FileBody = {
  readonly name: string;
  kind?: BodyKind;
  parent?: string;
  seats?: number;
  from: string;
  members: number;
};

function fileBodies(rows: readonly Row[]): ReadonlyMap<string, FileBody> {
  const found = new Map<string, FileBody>();
  for (const row of rows) {
    if (row.body === '' || row.from === undefined) continue;
    const body = found.get(plain(row.body)) ?? { name: row.body, from: row.from, members: 0 };
    if (row.kind !== undefined) body.kind ??= row.kind;
    if (row.parent !== '') body.parent ??= row.parent;
    if (row.seats !== undefined) body.seats ??= row.seats;
    if (row.from < body.from) body.from = row.from;
    if (row.role === 'member' || isChairing(row.role)) body.members += 1;
    found.set(plain(row.body), body);
  }
  return found;
}

function isChairing(role: Role | undefined): boolean {
  return role === 'chair' || role === 'viceChair' || role === 'secondViceChair';
}

/** The row's body, and those it answers to, where they are not there yet. */
function bodyStep({ register, row, file }: Step): Grown {
  const commands: RegisterCommand[] = [];
  const named = new Map<string, BodyId>();
  const made = new Set<string>();
  const need = (name: string): BodyId | Problem | undefined => {
    const known = named.get(plain(name)) ?? bodyNamed(register, name);
    const told = file.get(plain(name));
    if (known !== undefined || told === undefined || made.has(plain(name))) return known;
    made.add(plain(name));
    if (told.kind === undefined) return { rule: 'REG-ROW-KIND', detail: { value: name } };
    const above = told.parent ?? councilOf(register, file, told.kind);
    const parent = above === undefined ? undefined : need(above);
    if (typeof parent === 'object') return parent;
    const body = bodyIdOf(name);
    named.set(plain(name), body);
    const seatsTotal = told.seats ?? Math.max(1, told.members);
    const shape: BodyShape = { name: told.name, kind: told.kind, seatsTotal, from: told.from };
    commands.push({ type: 'addBody', body, ...shape, ...(parent === undefined ? {} : { parent }) });
    return body;
  };
  const outcome = row.body === '' ? undefined : need(row.body);
  return typeof outcome === 'object' ? { commands: [], problem: outcome } : { commands };
}

function bodyNamed(register: Register, name: string): BodyId | undefined {
  const word = plain(name);
  for (const body of register.bodies.values()) if (plain(body.shapes.at(-1)?.name ?? '') === word) return body.id;
  return undefined;
}

/** Ids outlive names, so that a body may be called something else later. */
function bodyIdOf(name: string): BodyId {
  const word = plain(name).normalize('NFD').replaceAll(/\p{M}/gu, '');
  return `b-${word.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')}` as BodyId;
}

/** Where nothing is said a board answers to the only council there is. */
function councilOf(register: Register, file: ReadonlyMap<string, FileBody>, kind: BodyKind): string | undefined {
  if (kind !== 'board' && kind !== 'executiveBoard') return undefined;
  const inRegister = [...register.bodies.values()].flatMap(({ shapes }) => shapes.at(-1) ?? []);
  const names = new Map<string, string>();
  for (const one of [...inRegister, ...file.values()])
    if (one.kind !== undefined && isCouncil(one.kind)) names.set(plain(one.name), one.name);
  return names.size === 1 ? [...names.values()][0] : undefined;
}

/** Empty cells say nothing; what a file has otherwise is news. */
function personStep({ register, row, people, newId }: Step): Grown {
  const meant = people.meant(row);
  if (meant === 'ambiguous')
    return {
      commands: [],
      problem: { rule: 'REG-ROW-AMBIGUOUS', detail: { name: `${row.givenName} ${row.familyName}` } },
    };
  const known: RegisterPerson | undefined = meant === 'new' ? undefined : meant;
  const party = partyOf(register, row.party) ?? known?.party;
  const title = row.title === '' ? known?.title : row.title;
  const email = row.email === '' ? known?.contact.email : row.email;
  const phone = row.phone === '' ? known?.contact.phone : row.phone;
  const fields = {
    name: { givenName: row.givenName, familyName: row.familyName },
    contact: { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) },
    isProtected: (row.isProtected ?? false) || (known?.isProtected ?? false),
    ...(party === undefined ? {} : { party }),
    ...(title === undefined ? {} : { title }),
  };
  if (known === undefined) return { commands: [{ type: 'addPerson', person: `p-${newId()}` as PersonId, ...fields }] };
  const isSame =
    plain(`${known.name?.givenName} ${known.name?.familyName}`) === plain(`${row.givenName} ${row.familyName}`) &&
    known.party === party &&
    known.title === title &&
    known.contact.email === email &&
    known.contact.phone === phone &&
    known.isProtected === fields.isProtected;
  return { commands: isSame ? [] : [{ type: 'changePerson', person: known.id, ...fields }] };
}

function placeStep({ register, row, people }: Step): Grown {
  const { role, from, to, number, constituency } = row;
  const body = register.bodies.get(bodyNamed(register, row.body) ?? ('' as BodyId));
  const meant = people.meant(row);
  if (body === undefined || role === undefined || from === undefined || typeof meant === 'string')
    return { commands: [] };
  const shape = shapeOn(body, from) ?? body.shapes[0];
  if (shape === undefined) return { commands: [] };
  // A board's substitutes stand in one order, whatever their parties (KL 6:16).
  const isByParty = role !== 'substitute' || isCouncil(shape.kind);
  const party = isByParty ? partyOf(register, row.party) : undefined;
  const outcome = placeCommands({
    body,
    shape,
    person: meant.id,
    role,
    number,
    from,
    ...(party === undefined ? {} : { party }),
    ...(constituency === '' ? {} : { constituency }),
    ...(to === undefined ? {} : { to }),
  });
  return outcome.ok ? { commands: outcome.value } : { commands: [], problem: outcome.refusal };
}

function changeOf(register: Register, command: RegisterCommand): ImportChange {
  const bodyName = 'body' in command ? (register.bodies.get(command.body)?.shapes.at(-1)?.name ?? '') : '';
  const name = 'person' in command ? nameOf(register, command.person) : '';
  const span = {
    from: 'from' in command ? command.from : '',
    to: 'to' in command && command.to !== undefined ? command.to : 'none',
  };
  switch (command.type) {
    case 'keepParty':
      return { what: 'party', values: { name: command.party.name } };
    case 'addBody':
      return { what: 'body', values: { body: bodyName, seats: String(command.seatsTotal) } };
    case 'addPerson':
      return { what: 'person', values: { name } };
    case 'changePerson':
      return { what: 'contact', values: { name } };
    case 'giveSeat':
      return { what: 'seat', values: { name, body: bodyName, seat: String(command.seat), ...span } };
    case 'addSubstitute':
      return { what: 'substitute', values: { name, body: bodyName, order: String(command.order), ...span } };
    case 'giveDuty':
      return { what: 'duty', values: { name, body: bodyName, role: roleWord(command.duty), ...span } };
    default:
      return { what: 'ends', values: { name, body: bodyName, to: span.to } };
  }
}
