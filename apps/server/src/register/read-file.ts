import type { Result } from '@klubba/meeting';
import { type FileRefusal, parseCsv, type ReadRow, readRows } from '@klubba/register';
import { isZip, readXlsx } from './xlsx.ts';

const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** A table that somebody has made in a spreadsheet: .xlsx, or CSV in UTF-8 or as Excel in Sweden writes it (Windows-1252). */
export function readTable(bytes: Buffer): Result<readonly ReadRow[], FileRefusal> {
  const isBinary = bytes.subarray(0, 4).equals(OLD_EXCEL) || (!isZip(bytes) && bytes.includes(0));
  const lines = isZip(bytes) ? readXlsx(bytes) : isBinary ? undefined : parseCsv(decoded(bytes));
  return lines === undefined ? { ok: false, refusal: { rule: 'REG-FILE-KIND' } } : readRows(lines);
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
