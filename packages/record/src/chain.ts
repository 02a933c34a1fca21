import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';

/** 32 bytes in lower-case hexadecimal. */
export type Hash = string;

/** A fact as it is chained: its place, time (ms since 1970 UTC), actor and event, and nothing else. */
export type RecordedFact = {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly event: unknown;
};

/** Names what is hashed, so that no hash of another kind can stand in for one of ours. */
const GENESIS_LABEL = 'klubba-record/1 meeting ';

/** What the first fact is chained to: the meeting itself, so that no fact can be moved to another meeting. */
export function genesisHash(meeting: string): Hash {
  return bytesToHex(sha256(utf8ToBytes(GENESIS_LABEL + meeting)));
}

/** `SHA-256(previous hash ‖ UTF-8 of the canonical fact)`. */
export function factHash(previous: Hash, fact: RecordedFact): Hash {
  const { seq, at, actor, event } = fact;
  return bytesToHex(sha256(concatBytes(hexToBytes(previous), utf8ToBytes(canonicalJson({ seq, at, actor, event })))));
}
