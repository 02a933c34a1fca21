import { describe, expect, it } from 'vitest';
import { readTable } from './read-file.ts';
import { zip } from './testing/zip.ts';
import { isZip, readXlsx } from './xlsx.ts';

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

/** As Excel 365 in Swedish writes a table: styles, shared strings with rich and empty ones, formulas with their last result. */
const excel = (workbookPr = '<workbookPr defaultThemeVersion="166925"/>', start = '44849', end = '46309') =>
  zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${workbookPr}<bookViews><workbookView/></bookViews><sheets><sheet name="Listor" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Förtroendevalda" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" Type="worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd;@"/><numFmt numFmtId="165" formatCode="0 &quot;dagar&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"><alignment horizontal="left"/></xf><xf numFmtId="165"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN} count="12"><si><t>Organ</t></si><si><t>Roll</t></si><si><t>Förnamn</t></si><si><t>Efternamn</t></si><si><t>Från</t></si><si><t>Till</t></si><si><t>Skyddad</t></si><si/><si><r><rPr><b/></rPr><t xml:space="preserve">Miljö</t></r><r><t/></r><r><t>nämnden</t></r></si><si><t>Ledamot</t></si><si><t>Åsa</t></si></sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" t="s"><v>1</v></c></row></sheetData></worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet ${MAIN}><dimension ref="A1:G3"/><cols><col min="1" max="1" width="20"/></cols><sheetData><row r="1" spans="1:7">${[0, 1, 2, 3, 4, 5, 6].map((n) => `<c r="${'ABCDEFG'[n]}1" t="s"><v>${n}</v></c>`).join('')}</row><row r="2" spans="1:7" ht="15"/><row r="3" spans="1:7"><c r="A3" t="s"><v>8</v></c><c r="B3" t="s"><v>9</v></c><c r="C3" t="s"><v>10</v></c><c r="D3" t="str"><f>CONCATENATE("Ek","_x000D_")</f><v>Ek</v></c><c r="E3" s="1"><v>${start}</v></c><c r="F3" s="2"><f>E3+1460</f><v>${end}</v></c><c r="G3" t="b"><v>1</v></c></row></sheetData></worksheet>`,
  });

describe('a workbook as Excel writes it', () => {
  const row = { body: 'Miljönämnden', givenName: 'Åsa', familyName: 'Ek', from: '2022-10-15', to: '2026-10-14' };

  it('is read from the first sheet that is shown: rich text, a formula’s last result, days by their style, ticks as words', () => {
    const read = readTable(excel());
    expect(read.ok && read.value).toEqual([{ row: expect.objectContaining({ ...row, line: 3, isProtected: true }) }]);
  });

  it('counts days from 1904 when the workbook says so, and forgets the time of day', () => {
    const mac = excel('<workbookPr date1904="1"/>', '43387.75', '44847');
    const read = readTable(mac);
    expect(read.ok && read.value[0]?.row).toMatchObject({ from: '2022-10-15', to: '2026-10-14' });
  });

  it('takes no number for a day because a word in its format has a d', () => {
    const rows = readXlsx(
      zip({
        'xl/styles.xml': `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="165" formatCode="0 &quot;dagar&quot;"/></numFmts><cellXfs><xf numFmtId="165"/></cellXfs></styleSheet>`,
        'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData><row r="1"><c r="A1" s="0"><v>12</v></c></row></sheetData></worksheet>`,
      }),
    );
    expect(rows).toEqual([['12']]);
  });
});

describe('a workbook as LibreOffice writes it', () => {
  const heads = ['organ', 'roll', 'förnamn', 'efternamn', 'från'];
  const inline = (row: number, words: readonly string[]) =>
    words
      .map(
        (word, n) => `<c r="${'ABCDE'[n]}${row}" s="1" t="inlineStr"><is><t xml:space="preserve">${word}</t></is></c>`,
      )
      .join('');
  const file = zip({
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r"><workbookPr backupFile="false" date1904="false"/><sheets><sheet name="Blad1" sheetId="1" state="visible" r:id="rId3"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId3" Type="worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData><row r="1" customFormat="false" ht="12.8" hidden="false" outlineLevel="0" collapsed="false">${inline(1, heads)}</row><row r="2" customFormat="false" ht="12.8"><c r="A2" s="0"/><c r="B2" s="0"/></row><row r="3" ht="12.8">${inline(3, ['Miljönämnden', 'ledamot', 'Åsa', 'Ek', '2022-10-15'])}</row><row r="4" ht="12.8">${inline(4, ['Miljönämnden', 'ersättare', 'Örjan', 'Öst'])}<c r="E4" t="d"><v>2022-10-15T00:00:00</v></c></row><row r="1048575" customFormat="false" ht="12.8"/><row r="1048576" customFormat="false" ht="12.8"></row></sheetData></worksheet>`,
  });

  it('is read: text in its cells, days as ISO 8601, and rows with nothing but a height to the end of the sheet', () => {
    const read = readTable(file);
    expect(read.ok && read.value.map(({ row, problem }) => [row.line, row.givenName, row.from, problem])).toEqual([
      [3, 'Åsa', '2022-10-15', undefined],
      [4, 'Örjan', '2022-10-15', undefined],
    ]);
  });
});

describe('CSV', () => {
  const csv = 'Organ;Roll;Förnamn;Efternamn;Från\r\nMiljönämnden;Ledamot;Åsa;"Ängström; d.y.";2022-10-15\r\n';
  it.each([
    { what: 'from Excel in Sweden, Windows-1252', bytes: Buffer.from(csv, 'latin1') },
    { what: 'as UTF-8', bytes: Buffer.from(csv) },
    { what: 'as UTF-8 with its mark', bytes: Buffer.from(`\uFEFF${csv}`) },
    { what: 'as Unicode text', bytes: Buffer.from(`\uFEFF${csv}`, 'utf16le') },
    { what: 'from LibreOffice, commas', bytes: Buffer.from(csv.replaceAll(/;(?! )/g, ',')) },
  ])('$what is read as it was meant', ({ bytes }) => {
    const read = readTable(bytes);
    expect(read.ok && read.value).toEqual([
      { row: expect.objectContaining({ body: 'Miljönämnden', givenName: 'Åsa', familyName: 'Ängström; d.y.' }) },
    ]);
  });
});
