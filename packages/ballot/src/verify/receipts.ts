import { HASH } from './node.ts';

/**
 * The receipts in a list, one hash of an event a line; empty lines do not count.
 * Undefined where a line is no hash, or there is none: then the list is not one of receipts.
 */
export function parseReceipts(text: string): readonly string[] | undefined {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim().toLowerCase())
    .filter((line) => line !== '');
  return lines.length > 0 && lines.every((line) => HASH.test(line)) ? lines : undefined;
}
