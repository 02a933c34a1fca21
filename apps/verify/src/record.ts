import type { RecordVerdict } from '@klubba/record';

/** A first line longer than this is no header; reading further for its end would only cost time. */
const MAX_HEADER_BYTES = 4096;

/** True for the record of a Klubba meeting: lines of JSON, of which the first says so. */
export function looksLikeRecord(bytes: Uint8Array): boolean {
  const [firstLine = ''] = new TextDecoder().decode(bytes.subarray(0, MAX_HEADER_BYTES)).split('\n', 1);
  return firstLine.trimStart().startsWith('{') && firstLine.includes('"klubbaRecord"');
}

/** What verifies a record is loaded for a record alone. */
export async function verifyMeetingRecord(bytes: Uint8Array): Promise<RecordVerdict> {
  const { verifyRecord } = await import('@klubba/record');
  return verifyRecord(bytes);
}
