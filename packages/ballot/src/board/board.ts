import type { PublicCredential } from '../credentials.ts';
import { encodeCredentials } from '../credentials.ts';
import type { PartialDecryption } from '../decryption.ts';
import { encodeDecryption, encodeOwnedDecryption } from '../decryption.ts';
import { utf8 } from '../encoding/bytes.ts';
import { canonicalJson } from '../encoding/json.ts';
import { tarRecord } from '../encoding/tar.ts';
import type { Group } from '../group/group.ts';
import type { Outcome } from '../outcome.ts';
import { encodeOutcome } from '../outcome.ts';
import type { EncryptedTally } from '../tally.ts';
import { encodeSizedTally, encodeTally } from '../tally.ts';
import type { TrusteeGroup } from '../trustees.ts';
import { encodeTrustees } from '../trustees.ts';
import type { BoardEvent, EventType } from './event.ts';
import { encodeEvent, hashOfRecord } from './event.ts';

/** The end of an election's chain: what is read aloud at closing. */
export interface BoardHead {
  /** The hash of the last event: as a ballot's, it is the voter's receipt. */
  readonly hash: string;
  readonly height: number;
}

/** Where a board stands. The archive's bytes so far are kept by whoever appends. */
export interface BoardState {
  /** Unix seconds of the archive. */
  readonly seconds: number;
  readonly head: BoardHead | undefined;
}

/** What to append to the archive in one piece, and where the board then stands. */
export interface Appended {
  readonly bytes: Uint8Array;
  readonly board: BoardState & { readonly head: BoardHead };
}

/** A new archive: its first bytes, and an empty board. */
export function newBoard(seconds: number): { readonly bytes: Uint8Array; readonly board: BoardState } {
  const head = utf8(canonicalJson({ version: 1, timestamp: seconds.toString() }));
  return { bytes: tarRecord('BELENIOS', head, seconds), board: { seconds, head: undefined } };
}

/** Appends the event with its records; the last record is its payload. */
export function appendEvent(board: BoardState, type: EventType, records: readonly Uint8Array[]): Appended {
  const payload = records.at(-1);
  const event: BoardEvent = {
    ...(board.head && { parent: board.head.hash }),
    height: board.head === undefined ? 0 : board.head.height + 1,
    type,
    ...(payload && { payload: hashOfRecord(payload) }),
  };
  const eventBytes = encodeEvent(event);
  const hash = hashOfRecord(eventBytes);
  const files = [
    ...records.map((bytes) => tarRecord(`${hashOfRecord(bytes)}.data.json`, bytes, board.seconds)),
    tarRecord(`${hash}.event.json`, eventBytes, board.seconds),
  ];
  const bytes = new Uint8Array(files.reduce((length, file) => length + file.length, 0));
  let offset = 0;
  for (const file of files) {
    bytes.set(file, offset);
    offset += file.length;
  }
  return { bytes, board: { seconds: board.seconds, head: { hash, height: event.height } } };
}

/** Opens the election: its record, its trustees and its voting list. */
export function appendSetup(
  board: BoardState,
  group: Group,
  electionRecord: Uint8Array,
  trustees: readonly TrusteeGroup[],
  credentials: readonly PublicCredential[],
): Appended {
  const records = [electionRecord, encodeTrustees(group, trustees), encodeCredentials(group, credentials)];
  const [election, trusteesHash, credentialsHash] = records.map(hashOfRecord);
  const setup = utf8(canonicalJson({ election, trustees: trusteesHash, credentials: credentialsHash }));
  return appendEvent(board, 'Setup', [...records, setup]);
}

/** Records a ballot that was verified; the new head is the voter's receipt. */
export const appendBallot = (board: BoardState, ballot: Uint8Array): Appended => appendEvent(board, 'Ballot', [ballot]);

export const appendClosing = (board: BoardState): Appended => appendEvent(board, 'EndBallots', []);

export function appendTally(
  board: BoardState,
  group: Group,
  tally: EncryptedTally,
  counted: number,
  weight: number,
): Appended {
  const record = encodeTally(group, tally);
  return appendEvent(board, 'EncryptedTally', [
    record,
    encodeSizedTally({ counted, weight, tally: hashOfRecord(record) }),
  ]);
}

/** Records a decryption that was verified. `owner` is the trustee's number, from 1. */
export function appendDecryption(
  board: BoardState,
  group: Group,
  owner: number,
  decryption: PartialDecryption,
): Appended {
  const record = encodeDecryption(group, decryption);
  return appendEvent(board, 'PartialDecryption', [
    record,
    encodeOwnedDecryption({ owner, decryption: hashOfRecord(record) }),
  ]);
}

export const appendResult = (board: BoardState, outcome: Outcome): Appended =>
  appendEvent(board, 'Result', [encodeOutcome(outcome)]);
