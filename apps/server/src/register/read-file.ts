import type { Result } from '@klubba/meeting';
import { type FileRefusal, parseCsv, type ReadRow, readRows } from '@klubba/register';
import { isZip, readXlsx } from './xlsx.ts';

const OLD_EXCEL = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** "Unicode-text" in Excel: UTF-16, with its mark first. */
const UTF_16 = Buffer.from([0xff, 0xfe]);

/** A table that somebody has made in a spreadsheet: .xlsx, or CSV in UTF-8, UTF-16 or as Excel in Sweden writes it (Windows-1252). */
export function readTable(bytes: Buffer): Result<readonly ReadRow[], FileRefusal> {
  const isWide = bytes.subarray(0, 2).equals(UTF_16);
  const isBinary = bytes.subarray(0, 4).equals(OLD_EXCEL) || (!isZip(bytes) && !isWide && bytes.includes(0));
  const lines = isZip(bytes) ? readXlsx(bytes) : isBinary ? undefined : parseCsv(decoded(bytes));
  return lines === undefined ? { ok: false, refusal: { rule: 'REG-FILE-KIND' } } : readRows(lines);
}

function decoded(bytes: Buffer): string {
  if (bytes.subarray(0, 2).equals(UTF_16)) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
