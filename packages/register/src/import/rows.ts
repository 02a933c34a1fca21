import type { BodyKind, LocalDate, Result } from '@klubba/meeting';
import { isDay } from '../spans.ts';
import type { StandingDuty } from '../types.ts';

/** Columns by the names people give them. The first is ours, which the export writes. */
const COLUMNS = {
  body: ['organ', 'body'],
  kind: ['organtyp', 'kind'],
  parent: ['hör till', 'överordnat', 'överordnat organ', 'parent'],
  seats: ['antal platser', 'platser', 'seats'],
  role: ['roll', 'uppdrag', 'befattning', 'role'],
  number: ['plats', 'nummer', 'ordning', 'number'],
  givenName: ['förnamn', 'given name', 'first name'],
  familyName: ['efternamn', 'family name', 'last name', 'surname'],
  email: ['e-post', 'epost', 'e-postadress', 'mejl', 'email', 'e-mail'],
  phone: ['telefon', 'mobil', 'mobiltelefon', 'phone'],
  title: ['titel', 'title'],
  party: ['parti', 'party'],
  constituency: ['valkrets', 'constituency'],
  from: ['från', 'fr.o.m.', 'from'],
  to: ['till', 't.o.m.', 'to'],
  isProtected: ['skyddad', 'skyddade personuppgifter', 'protected'],
} as const;
export type Column = keyof typeof COLUMNS;
export const HEADINGS: readonly string[] = Object.values(COLUMNS).map(([ours]) => ours);
const NEEDED: readonly Column[] = ['body', 'role', 'givenName', 'familyName', 'from'];

export type Role = 'member' | 'substitute' | StandingDuty;

/** The first word is ours. */
const ROLES: Readonly<Record<Role, readonly string[]>> = {
  member: ['ledamot', 'member'],
  chair: ['ordförande', 'ordf', 'chair'],
  viceChair: ['vice ordförande', '1:e vice ordförande', 'förste vice ordförande', 'vice chair'],
  secondViceChair: ['2:e vice ordförande', 'andre vice ordförande', 'second vice chair'],
  substitute: ['ersättare', 'suppleant', 'substitute'],
  secretary: ['sekreterare', 'nämndsekreterare', 'secretary'],
  assistant: ['assistent', 'assistant'],
  technician: ['mötestekniker', 'tekniker', 'technician'],
  official: ['tjänsteperson', 'tjänsteman', 'official'],
  auditor: ['revisor', 'auditor'],
  commissioner: ['kommunalråd', 'regionråd', 'commissioner'],
  hallDevice: ['salsutrustning', 'hall device'],
};

const KINDS: Readonly<Record<BodyKind, readonly string[]>> = {
  council: ['fullmäktige', 'council'],
  executiveBoard: ['styrelse', 'kommunstyrelse', 'executiveboard'],
  board: ['nämnd', 'board'],
  committee: ['utskott', 'committee'],
  draftingCommittee: ['beredning', 'draftingcommittee'],
  federationCouncil: ['förbundsfullmäktige', 'federationcouncil'],
  federationBoard: ['förbundsdirektion', 'direktion', 'federationboard'],
  jointBoard: ['gemensam nämnd', 'jointboard'],
  companyBoard: ['bolagsstyrelse', 'bolag', 'companyboard'],
  generalMeeting: ['bolagsstämma', 'generalmeeting'],
};

export type Row = {
  /** As in the file, the headings being line 1. */
  readonly line: number;
  readonly body: string;
  readonly kind: BodyKind | undefined;
  readonly parent: string;
  readonly seats: number | undefined;
  readonly role: Role | undefined;
  readonly number: number | undefined;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
  readonly party: string;
  readonly constituency: string;
  readonly from: LocalDate | undefined;
  readonly to: LocalDate | undefined;
  readonly isProtected: boolean | undefined;
};

/** Why a file is not read at all. */
export type FileRefusal = {
  readonly rule: 'REG-FILE-KIND' | 'REG-FILE-EMPTY' | 'REG-FILE-COLUMNS' | 'REG-TEMPLATE-FILE' | 'REG-CONFLICT';
  readonly detail?: Readonly<Record<string, string>>;
};
export type RowRule =
  | 'REG-ROW-DATE'
  | 'REG-ROW-NUMBER'
  | 'REG-ROW-ROLE'
  | 'REG-ROW-KIND'
  | 'REG-ROW-NAME'
  | 'REG-ROW-AMBIGUOUS'
  | 'REG-ROW-FULL';
export type RowProblem = { readonly rule: RowRule; readonly detail?: Readonly<Record<string, string>> };
export type ReadRow = { readonly row: Row; readonly problem?: RowProblem };

/** The file's lines as rows, each with what cannot be read in it. */
export function readRows(lines: readonly (readonly string[])[]): Result<readonly ReadRow[], FileRefusal> {
  const [headings = [], ...rest] = lines;
  const places = placesOf(headings);
  const missing = NEEDED.filter((column) => !places.has(column)).map((column) => COLUMNS[column][0]);
  if (missing.length > 0)
    return { ok: false, refusal: { rule: 'REG-FILE-COLUMNS', detail: { columns: missing.join(', ') } } };
  const rows = rest.flatMap((cells, index) =>
    cells.every((cell) => cell.trim() === '') ? [] : [readRow(cells, places, index + 2)],
  );
  return rows.length === 0 ? { ok: false, refusal: { rule: 'REG-FILE-EMPTY' } } : { ok: true, value: rows };
}

function placesOf(headings: readonly string[]): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  for (const [index, heading] of headings.entries())
    for (const [column, names] of Object.entries(COLUMNS) as [Column, readonly string[]][])
      if (names.includes(plain(heading)) && !places.has(column)) places.set(column, index);
  return places;
}

function readRow(cells: readonly string[], places: ReadonlyMap<Column, number>, line: number): ReadRow {
  const cell = (column: Column): string => cells[places.get(column) ?? -1]?.trim() ?? '';
  const problems: RowProblem[] = [];
  const asDay = (column: Column): LocalDate | undefined => {
    const day = dayOf(cell(column));
    if (day === undefined && cell(column) !== '')
      problems.push({ rule: 'REG-ROW-DATE', detail: { value: cell(column) } });
    return day;
  };
  const asNumber = (column: Column): number | undefined => {
    const value = cell(column);
    if (/^[1-9]\d{0,2}$/.test(value)) return Number(value);
    if (value !== '') problems.push({ rule: 'REG-ROW-NUMBER', detail: { value } });
    return undefined;
  };
  const role = keyOf(ROLES, cell('role'));
  if (role === undefined && cell('role') !== '')
    problems.push({ rule: 'REG-ROW-ROLE', detail: { value: cell('role') } });
  const kind = cell('kind') === '' ? kindByName(cell('body')) : keyOf(KINDS, cell('kind'));
  if (kind === undefined && cell('kind') !== '')
    problems.push({ rule: 'REG-ROW-KIND', detail: { value: cell('kind') } });
  const row: Row = {
    line,
    kind,
    role,
    body: cell('body'),
    parent: cell('parent'),
    seats: asNumber('seats'),
    number: asNumber('number'),
    givenName: cell('givenName'),
    familyName: cell('familyName'),
    email: cell('email'),
    phone: cell('phone'),
    title: cell('title'),
    party: cell('party'),
    constituency: cell('constituency'),
    from: asDay('from'),
    to: asDay('to'),
    isProtected: places.has('isProtected') ? plain(cell('isProtected')) === 'ja' : undefined,
  };
  if (row.givenName === '' && row.familyName === '') problems.push({ rule: 'REG-ROW-NAME' });
  else if (row.body !== '' && row.role === undefined && cell('role') === '')
    problems.push({ rule: 'REG-ROW-ROLE', detail: { value: '–' } });
  else if (row.body !== '' && row.from === undefined && cell('from') === '')
    problems.push({ rule: 'REG-ROW-DATE', detail: { value: '–' } });
  const [problem] = problems;
  return problem === undefined ? { row } : { row, problem };
}

/** 2025-04-03, 20250403, or the number under which spreadsheets keep that day. */
function dayOf(cell: string): LocalDate | undefined {
  if (/^[2-7]\d{4}$/.test(cell)) return new Date(Date.UTC(1899, 11, 30 + Number(cell))).toISOString().slice(0, 10);
  const day = /^\d{8}$/.test(cell) ? `${cell.slice(0, 4)}-${cell.slice(4, 6)}-${cell.slice(6)}` : cell;
  return isDay(day) ? day : undefined;
}

/** What a body is, when its own name says it. */
function kindByName(name: string): BodyKind | undefined {
  const word = plain(name);
  if (/förbundsfullmäktige/.test(word)) return 'federationCouncil';
  if (word.endsWith('fullmäktige')) return 'council';
  if (/bolagsstämma|årsstämma/.test(word)) return 'generalMeeting';
  if (/\bab\b|bolaget?$/.test(word)) return 'companyBoard';
  if (/^(kommun|region)styrelsen?$/.test(word)) return 'executiveBoard';
  if (/utskottet?$/.test(word)) return 'committee';
  if (/beredning(en)?$/.test(word)) return 'draftingCommittee';
  if (/direktion(en)?$/.test(word)) return 'federationBoard';
  if (/gemensam/.test(word)) return 'jointBoard';
  return /nämnd(en)?$/.test(word) ? 'board' : undefined;
}

function keyOf<Key extends string>(words: Readonly<Record<Key, readonly string[]>>, word: string): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key].includes(plain(word)));
}

export const roleWord = (role: Role): string => ROLES[role][0] ?? role;
export const kindWord = (kind: BodyKind): string => KINDS[kind][0] ?? kind;

/** For comparing what people write. */
export function plain(text: string): string {
  return text.normalize('NFC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
