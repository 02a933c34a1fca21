import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import { factHash, genesisHash, type Hash, type RecordedFact } from './chain.ts';

/**
 * A record is a UTF-8 file of lines, each canonical JSON ended by `\n`:
 * first the header, then every fact in order with its hash, last the seal.
 */
export const RECORD_VERSION = 1;

/** First line. `key` is the Ed25519 public key (hex) that seals the record. */
export type RecordHeader = {
  readonly klubbaRecord: typeof RECORD_VERSION;
  readonly meeting: string;
  readonly municipality: string;
  readonly body: string;
  /** The meeting's day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly key: string;
};

/** Last line. `signature` is over `sealText`, so it covers the header too. `at`: when exported, ms since 1970 UTC. */
export type RecordSeal = {
  readonly count: number;
  readonly head: Hash;
  readonly at: number;
  readonly signature: string;
};

export type SigningKey = { readonly secret: Uint8Array };

export function newSigningKey(): SigningKey {
  return { secret: ed25519.utils.randomSecretKey() };
}

export function publicKeyOf(key: SigningKey): string {
  return bytesToHex(ed25519.getPublicKey(key.secret));
}

/** What is signed: the label keeps the signature from meaning anything else. */
export function sealText(header: RecordHeader, seal: Omit<RecordSeal, 'signature'>): Uint8Array {
  const { count, head, at } = seal;
  const headerHash = bytesToHex(sha256(utf8ToBytes(canonicalJson(header))));
  return utf8ToBytes(`klubba-record/1 seal ${canonicalJson({ header: headerHash, count, head, at })}`);
}

/** The lines of a record, one at a time: a long meeting is never held as one text. Each ends with `\n`. */
export function* recordLines(
  about: Omit<RecordHeader, 'klubbaRecord' | 'key'>,
  facts: Iterable<RecordedFact>,
  key: SigningKey,
  at: number,
): Generator<string> {
  const header: RecordHeader = { klubbaRecord: RECORD_VERSION, ...about, key: publicKeyOf(key) };
  yield line(header);
  let head = genesisHash(about.meeting);
  let count = 0;
  for (const { seq, at: when, actor, event } of facts) {
    head = factHash(head, { seq, at: when, actor, event });
    count += 1;
    yield line({ seq, at: when, actor, event, hash: head });
  }
  const signature = bytesToHex(ed25519.sign(sealText(header, { count, head, at }), key.secret));
  yield line({ count, head, at, signature });
}

function line(value: unknown): string {
  return `${canonicalJson(value)}\n`;
}
