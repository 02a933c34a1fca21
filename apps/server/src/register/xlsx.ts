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
    const workbook = part('xl/workbook.xml') ?? '';
    const sheet = part(firstSheet(workbook, part('xl/_rels/workbook.xml.rels')));
    if (sheet === undefined) return undefined;
    return cellsOf(sheet, {
      shared: sharedStrings(part('xl/sharedStrings.xml') ?? ''),
      dateStyles: dateStylesOf(part('xl/styles.xml') ?? ''),
      dayZero: /<(?:\w+:)?workbookPr\b[^>]*\bdate1904="(?:1|true)"/.test(workbook) ? DAY_ZERO_MAC : DAY_ZERO,
    });
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

/** Elements of this name with their tags' attributes and what is in them; one that is closed in its own tag has nothing in it. */
function elements(xml: string, name: string): readonly { readonly tag: string; readonly inner: string }[] {
  const found = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g'));
  return [...found].map(([, tag = '', inner = '']) => ({ tag, inner }));
}

/** The first that is shown, by the order of the tabs. */
function firstSheet(workbook: string, relations = ''): string {
  const sheets = elements(workbook, 'sheet');
  const shown = sheets.find(({ tag }) => !/\bstate="(?:hidden|veryHidden)"/.test(tag)) ?? sheets[0];
  const id = /\b\w+:id="([^"]+)"/.exec(shown?.tag ?? '')?.[1];
  const relation = elements(relations, 'Relationship').find(({ tag }) => attribute(tag, 'Id') === id);
  const target = relation === undefined ? undefined : attribute(relation.tag, 'Target');
  if (target === undefined) return 'xl/worksheets/sheet1.xml';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function sharedStrings(xml: string): readonly string[] {
  return elements(xml, 'si').map(({ inner }) => textOf(inner));
}

/** Runs of text, without what is written above them to show how they are read (phonetic runs). */
function textOf(xml: string): string {
  const spoken = xml.replaceAll(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '');
  return elements(spoken, 't')
    .map(({ inner }) => unescape(inner))
    .join('');
}

/** ECMA-376 18.8.30: the ids that show a day or a time without saying how. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
/** Words in quotes, colours and escaped signs say nothing of days. */
const NOT_OF_DAYS = /"[^"]*"|\[[^\]]*\]|\\./g;

/** The numbers of the cell styles that show a day. */
function dateStylesOf(styles: string): ReadonlySet<number> {
  const own = new Map(
    elements(styles, 'numFmt').map(({ tag }) => [
      Number(attribute(tag, 'numFmtId')),
      /[yd]/i.test(unescape(attribute(tag, 'formatCode') ?? '').replaceAll(NOT_OF_DAYS, '')),
    ]),
  );
  const [cells] = elements(styles, 'cellXfs');
  return new Set(
    elements(cells?.inner ?? '', 'xf').flatMap(({ tag }, index) => {
      const format = Number(attribute(tag, 'numFmtId') ?? 0);
      return (own.get(format) ?? isBuiltInDate(format)) ? [index] : [];
    }),
  );
}

type Workbook = {
  readonly shared: readonly string[];
  readonly dateStyles: ReadonlySet<number>;
  /** The day that is number 0. */
  readonly dayZero: number;
};

const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Workbooks made on older Macintoshes count from here. */
const DAY_ZERO_MAC = Date.UTC(1904, 0, 1);
const DAY_MS = 86_400_000;
/** 9999-12-31, the last that a spreadsheet knows. */
const DAYS_MAX = 2_958_465;

function cellsOf(sheet: string, workbook: Workbook): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const { tag: rowTag, inner } of elements(sheet, 'row')) {
    const cellsIn = elements(inner, 'c');
    // Rows that only have a height or a colour, as LibreOffice writes them to the very last line of a sheet.
    if (cellsIn.length === 0) continue;
    const number = Number(attribute(rowTag, 'r') ?? rows.length + 1);
    if (!(number > rows.length && number <= ROWS_MAX)) throw new RangeError('Rows out of order or too many');
    const cells: string[] = [];
    for (const { tag, inner: value } of cellsIn) {
      const column = columnOf(attribute(tag, 'r')) ?? cells.length;
      if (column >= COLUMNS_MAX) continue;
      while (cells.length < column) cells.push('');
      cells[column] = cellText(tag, value, workbook);
    }
    while (rows.length < number - 1) rows.push([]);
    rows.push(cells);
  }
  return rows;
}

/** As a person sees it: days as 2025-04-03, true and false as the words a register has for them. A formula's last result is its value. */
function cellText(tag: string, xml: string, { shared, dateStyles, dayZero }: Workbook): string {
  const type = attribute(tag, 't');
  if (type === 'inlineStr') return textOf(xml);
  const value = unescape(elements(xml, 'v')[0]?.inner ?? '');
  switch (type) {
    case 's':
      return shared[Number(value)] ?? '';
    case 'b':
      return value === '1' ? 'ja' : 'nej';
    case 'd':
      return value.slice(0, 'YYYY-MM-DD'.length);
    case 'str':
    case 'e':
      return value;
    default: {
      const isDay = dateStyles.has(Number(attribute(tag, 's') ?? -1));
      return isDay ? (dayOf(value, dayZero) ?? value) : value;
    }
  }
}

function dayOf(value: string, dayZero: number): string | undefined {
  const days = Math.floor(Number(value));
  if (value === '' || !(days > 0 && days <= DAYS_MAX)) return undefined;
  return new Date(dayZero + days * DAY_MS).toISOString().slice(0, 10);
}

/** `C7` → 2. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + (letter.charCodeAt(0) - 64), 0) - 1;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Signs that XML cannot hold are written `_x000D_` (ECMA-376 22.9.2.19). */
const HELD_APART = /_x([0-9A-F]{4})_/gi;

function unescape(text: string): string {
  return text
    .replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
    })
    .replaceAll(HELD_APART, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
