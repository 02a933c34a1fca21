import { inflateRawSync } from 'node:zlib';

/*
 * The first sheet of an Excel workbook (ECMA-376) as cells of text: enough for a table of names and days, and no more. Formulas
 * give the value that was saved with them. Anything else is refused: encrypted files, the old .xls, and what grows beyond measure.
 */
const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const STORED = 0;
const DEFLATED = 8;
/** A register of 20,000 rows has some 15 MB. */
const PART_BYTES_MAX = 64 * 1024 * 1024;
const COLUMNS_MAX = 200;
const ROWS_MAX = 50_000;

export function isZip(bytes: Buffer): boolean {
  return bytes.length > END_BYTES && bytes.readUInt32LE(0) === LOCAL_HEADER;
}

/** Rows of cells, empty rows kept so that lines are numbered as in Excel. `undefined`: no sheet that can be read. */
export function readXlsx(bytes: Buffer): readonly (readonly string[])[] | undefined {
  try {
    const parts = directoryOf(bytes);
    const part = (name: string): string | undefined => {
      const entry = parts.get(name);
      return entry === undefined ? undefined : inflate(bytes, entry).toString('utf8');
    };
    const sheet = part(firstSheet(part('xl/workbook.xml'), part('xl/_rels/workbook.xml.rels')));
    return sheet === undefined ? undefined : cellsOf(sheet, sharedStrings(part('xl/sharedStrings.xml') ?? ''));
  } catch {
    // Cut short, or no such file at all: zlib and Buffer throw RangeError and Error.
    return undefined;
  }
}

type Entry = { readonly method: number; readonly packed: number; readonly size: number; readonly at: number };

function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  let end = bytes.length - END_BYTES;
  const first = Math.max(0, end - COMMENT_BYTES_MAX);
  while (end >= first && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < first) throw new RangeError('No end of a zip directory');
  const found = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw new RangeError('No zip directory entry');
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    found.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return found;
}

function inflate(bytes: Buffer, { method, packed, size, at }: Entry): Buffer {
  if (bytes.readUInt32LE(at) !== LOCAL_HEADER || size > PART_BYTES_MAX) throw new RangeError('No part to read');
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(from, from + packed);
  if (method === STORED) return data;
  if (method !== DEFLATED) throw new RangeError(`Packed in way ${method}`);
  // The size that a file claims is not believed: no more than the limit is ever unpacked.
  return inflateRawSync(data, { maxOutputLength: PART_BYTES_MAX });
}

function firstSheet(workbook = '', relations = ''): string {
  const id = /<(?:\w+:)?sheet\b[^>]*\br:id="([^"]+)"/.exec(workbook)?.[1];
  const relation = [...relations.matchAll(/<Relationship\b[^>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => attribute(tag, 'Id') === id);
  const target = relation === undefined ? undefined : attribute(relation, 'Target');
  if (target === undefined) return 'xl/worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function sharedStrings(xml: string): readonly string[] {
  return [...xml.matchAll(/<(?:\w+:)?si>([\s\S]*?)<\/(?:\w+:)?si>/g)].map(([, inner = '']) => textOf(inner));
}

/** Runs of text, without what is written above them to show how they are read (phonetic runs). */
function textOf(xml: string): string {
  const spoken = xml.replaceAll(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  return [...spoken.matchAll(/<(?:\w+:)?t\b[^>]*>([\s\S]*?)<\/(?:\w+:)?t>/g)]
    .map(([, text = '']) => unescape(text))
    .join('');
}

function cellsOf(sheet: string, shared: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const [, rowTag = '', inner = ''] of sheet.matchAll(/<(?:\w+:)?row\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?row>/g)) {
    const number = Number(attribute(rowTag, 'r') ?? rows.length + 1);
    if (!(number > rows.length && number <= ROWS_MAX)) throw new RangeError('Rows out of order or too many');
    while (rows.length < number - 1) rows.push([]);
    const cells: string[] = [];
    for (const [, tag = '', value = ''] of inner.matchAll(/<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g)) {
      const column = columnOf(attribute(tag, 'r')) ?? cells.length;
      if (column >= COLUMNS_MAX) continue;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(attribute(tag, 't'), value, shared);
    }
    rows.push(cells);
  }
  return rows;
}

function cellText(type: string | undefined, xml: string, shared: readonly string[]): string {
  if (type === 'inlineStr') return textOf(xml);
  const value = unescape(/<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/.exec(xml)?.[1] ?? '');
  return type === 's' ? (shared[Number(value)] ?? '') : value;
}

/** `C7` → 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) - 64), 0) - 1;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    },
  );
}
