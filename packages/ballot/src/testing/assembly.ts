import { encodeEvent, hashOfRecord } from '../board/event.ts';
import type { BoardEvent, EventType } from '../board/event.ts';
import { concatenate, utf8 } from '../encoding/bytes.ts';
import { canonicalJson } from '../encoding/json.ts';
import { BLOCK_BYTES, paddedLength, readTarHeader, tarRecord } from '../encoding/tar.ts';
import { SECONDS } from './example.ts';

/** A file of an archive, as the tests take it out, change it and put it back. */
export interface LooseFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export function filesOf(archive: Uint8Array): LooseFile[] {
  const files: LooseFile[] = [];
  for (let offset = 0; offset < archive.length; ) {
    const { name, size } = readTarHeader(archive.subarray(offset, offset + BLOCK_BYTES));
    const start = offset + BLOCK_BYTES;
    files.push({ name, content: archive.slice(start, start + size) });
    offset = start + paddedLength(size);
  }
  return files;
}

export const tar = (files: readonly LooseFile[]): Uint8Array =>
  concatenate(files.map(({ name, content }) => tarRecord(name, content, SECONDS)));

/** An event with the records before it; the last is its payload. `event` may say something else than is so. */
export interface Draft {
  readonly type: EventType | 'Shuffle';
  readonly records: readonly Uint8Array[];
  readonly event?: (honest: BoardEvent) => object;
}

export function draftsOf(archive: Uint8Array): Draft[] {
  const drafts: Draft[] = [];
  let records: Uint8Array[] = [];
  for (const { name, content } of filesOf(archive).slice(1)) {
    if (name.endsWith('.event.json')) {
      drafts.push({ type: jsonOf<BoardEvent>(content).type, records });
      records = [];
    } else records.push(content);
  }
  return drafts;
}

/** The archive of these events, with every hash right. */
export function assemble(drafts: readonly Draft[]): Uint8Array {
  const files = [{ name: 'BELENIOS', content: utf8(`{"version":1,"timestamp":"${SECONDS}"}`) }];
  let parent: string | undefined;
  for (const [height, { type, records, event }] of drafts.entries()) {
    const payload = records.at(-1);
    const honest = {
      ...(parent !== undefined && { parent }),
      height,
      type,
      ...(payload && { payload: hashOfRecord(payload) }),
    } as BoardEvent;
    const bytes = event ? utf8(canonicalJson(event(honest))) : encodeEvent(honest);
    parent = hashOfRecord(bytes);
    for (const content of records) files.push({ name: `${hashOfRecord(content)}.data.json`, content });
    files.push({ name: `${parent}.event.json`, content: bytes });
  }
  return tar(files);
}

/** Replaces the records of the n-th event of that type (from 0). */
export function replace(
  drafts: readonly Draft[],
  type: EventType,
  change: (records: readonly Uint8Array[]) => readonly Uint8Array[],
  which = 0,
): Draft[] {
  let seen = -1;
  return drafts.map((draft) => {
    if (draft.type !== type || ++seen !== which) return draft;
    return { ...draft, records: change(draft.records) };
  });
}

export const jsonOf = <Value = Record<string, unknown>>(bytes: Uint8Array): Value =>
  JSON.parse(new TextDecoder().decode(bytes)) as Value;

export const bytesOf = (value: unknown): Uint8Array => utf8(canonicalJson(value));

/** The record with a piece of its text changed. */
export const retext = (bytes: Uint8Array, from: string | RegExp, to: string): Uint8Array =>
  utf8(new TextDecoder().decode(bytes).replace(from, to));
