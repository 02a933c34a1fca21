import type { BallotRunner, VerifyOptions } from '@klubba/ballot';
import { parseReceipts, verifyArchive, verifyArchiveInParallel } from '@klubba/ballot';
import { looksLikeRecord, verifyMeetingRecord } from './record.ts';
import type { Report } from './report.ts';
import { reportArchive, reportRecord, reportUnreadable } from './report.ts';
import type { Language } from './texts.ts';

/** How ballots are examined side by side; without it all is done in one thread. */
export interface Threads {
  readonly runner: BallotRunner;
  readonly count: number;
}

export interface FileOptions {
  readonly language: Language;
  /** The text of the list of receipts. */
  readonly receipts?: string;
  readonly threads?: Threads;
  readonly verify?: Omit<VerifyOptions, 'receipts'>;
}

/** Says what a file is, verifies it accordingly, and reports in words. */
export async function verifyFile(
  bytes: Uint8Array,
  { language, receipts: list, threads, verify }: FileOptions,
): Promise<Report> {
  const receipts = list === undefined ? [] : parseReceipts(list);
  if (receipts === undefined) return reportUnreadable('receipts', language);
  if (looksLikeRecord(bytes)) {
    if (list !== undefined) return reportUnreadable('receipts-of-record', language);
    return reportRecord(await verifyMeetingRecord(bytes), language);
  }
  const options = { ...verify, receipts };
  const verdict = threads
    ? await verifyArchiveInParallel(bytes, threads.runner, threads.count, options)
    : verifyArchive(bytes, options);
  return reportArchive(verdict, language);
}
