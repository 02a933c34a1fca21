const BOM = '\uFEFF';
/** A cell that a spreadsheet would take for a formula (OWASP: CSV injection). */
const FORMULA = /^[=+\-@\t]/;

/** Cells by line. Semicolons, commas or tabs, whichever the first line has most of; quoted cells may hold any of them and line breaks. */
export function parseCsv(text: string): readonly (readonly string[])[] {
  const body = text.startsWith(BOM) ? text.slice(1) : text;
  const separator = separatorOf(body);
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    line.push(plainCell(cell));
    cell = '';
  };
  for (let at = 0; at < body.length; at += 1) {
    const sign = body.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (body[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell.trim() === '') {
      cell = '';
      isQuoted = true;
    } else if (sign === separator) endCell();
    else if (sign === '\n') {
      endCell();
      lines.push(line);
      line = [];
    } else if (sign !== '\r') cell += sign;
  }
  endCell();
  lines.push(line);
  if (lines.at(-1)?.every((one) => one === '') === true) lines.pop();
  return lines;
}

/** As spreadsheets in Sweden open it: semicolons, CRLF, and a mark that it is UTF-8. */
export function csvText(lines: readonly (readonly string[])[]): string {
  return BOM + lines.map((line) => `${line.map(written).join(';')}\r\n`).join('');
}

function written(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function plainCell(cell: string): string {
  const plain = cell.trim();
  return plain.startsWith("'") && FORMULA.test(plain.slice(1)) ? plain.slice(1) : plain;
}

function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const count = (sign: string): number => first.split(sign).length;
  return [';', ',', '\t'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}
