import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readTable } from './read-file.ts';
import { isZip, readXlsx } from './xlsx.ts';

/** A zip of these files, as spreadsheets pack theirs. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(crc32(plain), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(plain.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed]);
    const entry = Buffer.alloc(42);
    entry.writeUInt16LE(20, 0);
    about.copy(entry, 2, 0, 24);
    entry.writeUInt32LE(at, 38);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), entry, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, entries, Buffer.from('PK\x05\x06'), end]);
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook whose first sheet, by the order of its tabs, is not the file that is numbered one. */
function workbook(sheet: string, shared: readonly string[]): Buffer {
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r"><sheets><sheet name="Organ" sheetId="2" r:id="rId7"/><sheet name="Annat" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Target="worksheets/sheet2.xml" Id="rId7"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData/></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${MAIN}><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${shared.map((one) => `<si>${one}</si>`).join('')}</sst>`,
  });
}

describe('an Excel sheet', () => {
  it('gives its cells where they stand, whichever way their text is kept', () => {
    const file = workbook(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>å&amp;ä</t></is></c></row>' +
        '<row r="3"><c r="B3"><v>44849</v></c><c r="C3" s="1"/><c r="D3" t="str"><f>A1</f><v>Ö</v></c></row>',
      ['<r><t>Kommun</t></r><r><t xml:space="preserve">styrelsen </t></r>'],
    );
    expect(isZip(file)).toBe(true);
    expect(readXlsx(file)).toEqual([['Kommunstyrelsen ', '', 'å&ä'], [], ['', '44849', '', 'Ö']]);
  });

  it('is read as a table, days as Excel keeps them', () => {
    const words = ['organ', 'roll', 'förnamn', 'efternamn', 'från', 'Miljönämnden', 'ledamot', 'Åsa', 'Ängström'];
    const cells = (row: number, from: number, to: number) =>
      words
        .slice(from, to)
        .map((_, index) => `<c r="${'ABCDE'[index]}${row}" t="s"><v>${from + index}</v></c>`)
        .join('');
    const file = workbook(
      `<row r="1">${cells(1, 0, 5)}</row><row r="2">${cells(2, 5, 9)}<c r="E2"><v>44849</v></c></row>`,
      words.map((word) => `<t>${word}</t>`),
    );
    const read = readTable(file);
    expect(read.ok && read.value[0]?.row).toMatchObject({
      line: 2,
      familyName: 'Ängström',
      from: '2022-10-15',
      kind: 'board',
    });
  });

  it('REG-FILE-KIND: is refused when it is cut short, is no workbook, is an old .xls, or unpacks to more than it says', () => {
    const whole = workbook('<row r="1"><c r="A1"><v>1</v></c></row>', []);
    const old = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    for (const file of [whole.subarray(0, whole.length - 40), zip({ 'a.txt': 'hello' }), old])
      expect(readTable(file)).toEqual({ ok: false, refusal: { rule: 'REG-FILE-KIND' } });
    expect(readXlsx(workbook(`<row r="1">${' '.repeat(65 * 1024 * 1024)}</row>`, []))).toBeUndefined();
  });
});

it('CSV from Excel in Sweden is Windows-1252 and read as it was meant', () => {
  const csv = 'Organ;Roll;Förnamn;Efternamn;Från\r\nMiljönämnden;Ledamot;Åsa;Ängström;2022-10-15\r\n';
  const read = readTable(Buffer.from(csv, 'latin1'));
  expect(read.ok && read.value[0]?.row).toMatchObject({ givenName: 'Åsa', familyName: 'Ängström' });
});
