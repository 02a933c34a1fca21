import { randomUUID } from 'node:crypto';
import type { Result } from '@klubba/meeting';
import { type FileRefusal, type Imported, importRows, type ReadRow, type Register } from '@klubba/register';
import { readTable } from './read-file.ts';

/** What the worker is asked: to look at a file, or at the rows chosen of one that has been looked at. */
export type ImportTask = {
  readonly register: Register;
  readonly from:
    | { readonly file: Uint8Array }
    | { readonly rows: readonly ReadRow[]; readonly lines: ReadonlySet<number> };
};

export type ImportDone = Result<{ readonly read: readonly ReadRow[]; readonly imported: Imported }, FileRefusal>;

/** `done` of `total` rows have been compared with the register. */
export type ImportStep = { readonly done: number; readonly total: number };

const STEP_ROWS = 50;

/** Reads a file or takes rows already read, and compares them with the register. */
export function carryOut({ register, from }: ImportTask, onStep: (step: ImportStep) => void): ImportDone {
  const read = 'file' in from ? readTable(Buffer.from(from.file)) : { ok: true as const, value: from.rows };
  if (!read.ok) return read;
  const lines = 'lines' in from ? from.lines : undefined;
  const total = lines?.size ?? read.value.length;
  let done = 0;
  const imported = importRows(register, read.value, randomUUID, lines, () => {
    done += 1;
    if (done % STEP_ROWS === 0) onStep({ done, total });
  });
  return { ok: true, value: { read: read.value, imported } };
}
