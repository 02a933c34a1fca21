import type { EventType } from '../board/event.ts';
import { sha256, toHex } from '../encoding/bytes.ts';
import { BLOCK_BYTES, paddedLength, readTarHeader, tarHeader } from '../encoding/tar.ts';
import type { Engine } from '../group/group.ts';
import type { Judge, Place } from './judge.ts';
import { refute } from './judge.ts';
import type { Node } from './node.ts';
import { countOf, fieldsOf, hashOf, parseNode, stringOf } from './node.ts';

export const HEAD_NAME = 'BELENIOS';

/** A record of the archive: an event, or data that an event refers to. */
export interface ArchiveRecord {
  readonly name: string;
  readonly kind: 'data' | 'event';
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly place: Place;
}

/** An event with the data records that stand before it. */
export interface ArchiveEvent {
  readonly hash: string;
  readonly height: number;
  readonly type: string;
  readonly payload: string | undefined;
  readonly place: Place;
  readonly records: readonly ArchiveRecord[];
}

export interface ArchiveContent {
  readonly seconds: number;
  readonly events: readonly ArchiveEvent[];
  /** Data after the last event, which nothing refers to. */
  readonly trailing: readonly ArchiveRecord[];
  readonly record: (hash: string) => ArchiveRecord | undefined;
}

/** True for what begins as an election archive does; anything else is not judged but unreadable. */
export function looksLikeArchive(bytes: Uint8Array): boolean {
  return readTarHeader(bytes.subarray(0, BLOCK_BYTES)).name === HEAD_NAME;
}

/** Reads tar, names and the chain of events; demands their form. What the records say is judged by others. */
export function readArchive(bytes: Uint8Array, judge: Judge, engine: Engine): ArchiveContent {
  const [head, ...files] = readTar(bytes, judge);
  if (head === undefined) refute('BEL-TAR-TRUNCATED', { offset: 0 });
  const seconds = readHead(judge, head.content);
  for (const file of [head, ...files]) {
    judge.demand('BEL-TAR-TIME', file.seconds === seconds, { record: file.name, offset: file.offset });
  }
  const records = new Map<string, ArchiveRecord>();
  const events: ArchiveEvent[] = [];
  let waiting: ArchiveRecord[] = [];
  for (const file of files) {
    const record = readRecord(judge, file, engine);
    judge.demand('BEL-RECORD-TWICE', !records.has(record.hash), record.place);
    if (records.has(record.hash)) continue;
    records.set(record.hash, record);
    if (record.kind === 'data') waiting.push(record);
    else {
      events.push(readEvent(judge, record, waiting, events.at(-1)));
      waiting = [];
    }
  }
  return { seconds, events, trailing: waiting, record: (hash) => records.get(hash) };
}

interface TarFile {
  readonly name: string;
  readonly seconds: number;
  readonly offset: number;
  readonly content: Uint8Array;
}

function readTar(bytes: Uint8Array, judge: Judge): TarFile[] {
  const files: TarFile[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const block = bytes.subarray(offset, offset + BLOCK_BYTES);
    const { name, size, seconds } = readTarHeader(block);
    const start = offset + BLOCK_BYTES;
    const end = start + paddedLength(size);
    const place = { record: name, offset };
    judge.demand('BEL-TAR-TRUNCATED', end <= bytes.length, place);
    judge.demand('BEL-TAR-HEADER', sameBytes(block, tarHeader(name, size, seconds)), place);
    judge.demand(
      'BEL-TAR-PADDING',
      bytes.subarray(start + size, end).every((byte) => byte === 0),
      place,
    );
    files.push({ name, seconds, offset, content: bytes.subarray(start, start + size) });
    offset = end;
  }
  return files;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** The head's version and time; the time is a string of digits. */
function readHead(judge: Judge, content: Uint8Array): number {
  const place = { record: HEAD_NAME, offset: 0 };
  const text = new TextDecoder().decode(content);
  const match = /^\{"version":1,"timestamp":"(0|[1-9][0-9]{0,9})"\}$/.exec(text);
  judge.demand('BEL-HEAD', match !== null, place);
  return Number(/"timestamp":\s*"?([0-9]{1,10})/.exec(text)?.[1] ?? 0);
}

function readRecord(judge: Judge, file: TarFile, engine: Engine): ArchiveRecord {
  const place = { record: file.name, offset: file.offset };
  const hash = toHex((engine.sha256 ?? sha256)(file.content));
  const kind = file.name.endsWith('.event.json') ? 'event' : 'data';
  judge.demand('BEL-RECORD-NAME', file.name === `${hash}.${kind}.json`, place);
  return { name: file.name, kind, hash, bytes: file.content, place };
}

function readEvent(
  judge: Judge,
  record: ArchiveRecord,
  records: readonly ArchiveRecord[],
  previous: ArchiveEvent | undefined,
): ArchiveEvent {
  const node = parseNode(judge, record.bytes, record.place);
  const fields = fieldsOf(node, ['?parent', 'height', 'type', '?payload']);
  const height = countOf(fields.height);
  const place = { ...record.place, height };
  const parent = fields.parent && hashOf(fields.parent);
  judge.demand('BEL-CHAIN-PARENT', parent === previous?.hash, place);
  judge.demand('BEL-CHAIN-HEIGHT', height === (previous === undefined ? 0 : previous.height + 1), place);
  const type = stringOf(fields.type);
  judge.demand('BEL-EVENT-TYPE', EVENT_TYPES.has(type), place);
  return { hash: record.hash, height, type, payload: fields.payload && hashOf(fields.payload), place, records };
}

const EVENT_TYPES: ReadonlySet<string> = new Set<EventType>([
  'Setup',
  'Ballot',
  'EndBallots',
  'EncryptedTally',
  'PartialDecryption',
  'Result',
]);

/** Hands out the records that an event refers to, and demands that these, in this order, are the ones before it. */
export interface EventRecords {
  readonly payload: ArchiveRecord;
  readonly data: readonly ArchiveRecord[];
  readonly node: Node;
}

/**
 * The payload's record, and the records that it names in `references`, which stand before it. Undefined only where a
 * record is missing and the tests have switched off the rule that there is one.
 * @param references reads the hashes out of the payload, in the order in which the records stand.
 */
export function recordsOf(
  judge: Judge,
  archive: ArchiveContent,
  event: ArchiveEvent,
  references: (payload: Node) => readonly string[] = () => [],
): EventRecords | undefined {
  const find = (hash: string | undefined): ArchiveRecord | undefined => {
    const record = hash === undefined ? undefined : archive.record(hash);
    judge.demand('BEL-RECORD-MISSING', record !== undefined, event.place);
    return record;
  };
  judge.demand('BEL-EVENT-PAYLOAD', event.payload !== undefined, event.place);
  const payload = find(event.payload);
  if (payload === undefined) return undefined;
  const node = parseNode(judge, payload.bytes, { ...payload.place, height: event.height });
  const data = references(node).map(find);
  if (!data.every((record) => record !== undefined)) return undefined;
  demandRecords(judge, event, [...data, payload]);
  return { payload, data, node };
}

/** No other records than these before the event, and these in this order. */
export function demandRecords(judge: Judge, event: ArchiveEvent, expected: readonly ArchiveRecord[]): void {
  for (const record of event.records)
    judge.demand('BEL-RECORD-JUNK', expected.includes(record), { ...record.place, height: event.height });
  const rest = event.records.filter((record) => expected.includes(record));
  const inOrder = rest.length === expected.length && rest.every((record, i) => record === expected[i]);
  judge.demand('BEL-RECORD-ORDER', inOrder, event.place);
}
