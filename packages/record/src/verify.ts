import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from './canonical.ts';
import { factHash, genesisHash, type Hash } from './chain.ts';
import { RECORD_VERSION, type RecordHeader, type RecordSeal, sealText } from './format.ts';

/** What is wrong with a record, by a stable id. */
export type RecordRule =
  /** There is no line at all. */
  | 'REC-EMPTY'
  /** The line is not JSON. */
  | 'REC-JSON'
  /** The line is not the one canonical text of what it says (spaces, order, doubled members). */
  | 'REC-CANONICAL'
  /** The first line is not a header of this format. */
  | 'REC-HEADER'
  /** A line between header and seal is not a fact. */
  | 'REC-FACT'
  /** A fact is missing, doubled or out of order. */
  | 'REC-ORDER'
  /** A fact is not the one that was chained here: it, or one before it, was changed. */
  | 'REC-HASH'
  /** The record stops before its seal. */
  | 'REC-TRUNCATED'
  /** The seal counts other facts than there are, or names another last one. */
  | 'REC-COUNT'
  | 'REC-HEAD'
  /** The seal carries no signature. */
  | 'REC-UNSIGNED'
  /** The signature is not the named key's over this record. */
  | 'REC-SIGNATURE'
  /** The key is not the one that was expected. */
  | 'REC-KEY'
  /** Something follows the seal. */
  | 'REC-TRAILING';

export type RecordFailure = {
  readonly ok: false;
  readonly rule: RecordRule /** Counted from 1. */;
  readonly line: number;
};
export type RecordIntact = {
  readonly ok: true;
  readonly header: RecordHeader;
  readonly count: number;
  readonly head: Hash;
  /** When it was exported and sealed, ms since 1970 UTC. */
  readonly sealedAt: number;
};
export type RecordVerdict = RecordIntact | RecordFailure;

/** Takes a record line by line (without line ends), so that a file of any length can be read as a stream. */
export type RecordVerifier = {
  /** The failure, or undefined while all is well. After a failure every further call gives the same one. */
  readonly line: (text: string) => RecordFailure | undefined;
  readonly end: () => RecordVerdict;
};

/** `key`: the public key (hex) that the reader knows from elsewhere; without it only the record's own key is tested. */
export type VerifyOptions = { readonly key?: string };

/** Verifies a whole record. A last empty line (the file's final `\n`) is part of the format. */
export function verifyRecord(
  record: Uint8Array | string | Iterable<string>,
  options: VerifyOptions = {},
): RecordVerdict {
  const verifier = recordVerifier(options);
  for (const text of linesOf(record)) {
    const failure = verifier.line(text);
    if (failure) return failure;
  }
  return verifier.end();
}

type State =
  | { readonly at: 'header' }
  | { readonly at: 'facts'; readonly header: RecordHeader; readonly head: Hash; readonly count: number }
  | { readonly at: 'end'; readonly verdict: RecordVerdict };

export function recordVerifier(options: VerifyOptions = {}): RecordVerifier {
  let state: State = { at: 'header' };
  let number = 0;
  const fail = (rule: RecordRule): RecordFailure => {
    const failure: RecordFailure = { ok: false, rule, line: number };
    state = { at: 'end', verdict: failure };
    return failure;
  };
  return {
    line(text) {
      if (state.at === 'end' && !state.verdict.ok) return state.verdict;
      number += 1;
      const next = step(state, text, options);
      if (typeof next === 'string') return fail(next);
      state = next;
      return undefined;
    },
    end() {
      if (state.at === 'end') return state.verdict;
      number += 1;
      return fail(state.at === 'header' ? 'REC-EMPTY' : 'REC-TRUNCATED');
    },
  };
}

function step(state: State, text: string, options: VerifyOptions): State | RecordRule {
  if (state.at === 'end') return 'REC-TRAILING';
  const parsed = parseLine(text);
  if (typeof parsed === 'string') return parsed;
  if (state.at === 'header') {
    if (!isHeader(parsed)) return 'REC-HEADER';
    if (options.key !== undefined && options.key.toLowerCase() !== parsed.key) return 'REC-KEY';
    return { at: 'facts', header: parsed, head: genesisHash(parsed.meeting), count: 0 };
  }
  return 'head' in parsed && !('seq' in parsed) ? sealStep(state, parsed) : factStep(state, parsed);
}

type Members = { readonly [name: string]: unknown };
type Facts = Extract<State, { readonly at: 'facts' }>;

function factStep(state: Facts, line: Members): State | RecordRule {
  if (!isFact(line)) return 'REC-FACT';
  if (line.seq !== state.count + 1) return 'REC-ORDER';
  const { hash, ...fact } = line;
  if (factHash(state.head, fact) !== hash) return 'REC-HASH';
  return { ...state, head: hash, count: line.seq };
}

function sealStep(state: Facts, line: Members): State | RecordRule {
  if (line['signature'] === undefined || line['signature'] === '') return 'REC-UNSIGNED';
  if (!isSeal(line)) return 'REC-SIGNATURE';
  if (line.count !== state.count) return 'REC-COUNT';
  if (line.head !== state.head) return 'REC-HEAD';
  if (!signatureHolds(state.header, line)) return 'REC-SIGNATURE';
  const { header, count, head } = state;
  return { at: 'end', verdict: { ok: true, header, count, head, sealedAt: line.at } };
}

function signatureHolds(header: RecordHeader, seal: RecordSeal): boolean {
  try {
    return ed25519.verify(hexToBytes(seal.signature), sealText(header, seal), hexToBytes(header.key));
  } catch {
    return false;
  }
}

function parseLine(text: string): Members | RecordRule {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'REC-JSON';
    return canonicalJson(value) === text ? (value as Members) : 'REC-CANONICAL';
  } catch (error) {
    return error instanceof TypeError ? 'REC-CANONICAL' : 'REC-JSON';
  }
}

const HEADER_MEMBERS = ['body', 'date', 'key', 'klubbaRecord', 'meeting', 'municipality'];
const FACT_MEMBERS = ['actor', 'at', 'event', 'hash', 'seq'];
const SEAL_MEMBERS = ['at', 'count', 'head', 'signature'];
const HASH = /^[0-9a-f]{64}$/;
const SIGNATURE = /^[0-9a-f]{128}$/;

function isHeader(line: Members): line is Members & RecordHeader {
  const { klubbaRecord, meeting, municipality, body, date, key } = line;
  const texts = [meeting, municipality, body, date].every((text) => typeof text === 'string');
  return hasOnly(line, HEADER_MEMBERS) && klubbaRecord === RECORD_VERSION && texts && matches(key, HASH);
}

type FactLine = {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly event: unknown;
  readonly hash: Hash;
};

function isFact(line: Members): line is Members & FactLine {
  const { seq, at, actor, event, hash } = line;
  const eventIsObject = typeof event === 'object' && event !== null;
  const typed = Number.isSafeInteger(seq) && Number.isSafeInteger(at) && typeof actor === 'string' && eventIsObject;
  return hasOnly(line, FACT_MEMBERS) && typed && matches(hash, HASH);
}

function isSeal(line: Members): line is Members & RecordSeal {
  const { count, head, at, signature } = line;
  const typed = Number.isSafeInteger(count) && Number.isSafeInteger(at);
  return hasOnly(line, SEAL_MEMBERS) && typed && matches(head, HASH) && matches(signature, SIGNATURE);
}

function hasOnly(line: Members, names: readonly string[]): boolean {
  return Object.keys(line).toSorted().join() === names.join();
}

function matches(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function* linesOf(record: Uint8Array | string | Iterable<string>): Generator<string> {
  if (typeof record !== 'string' && !(record instanceof Uint8Array)) {
    for (const text of record) yield text.endsWith('\n') ? text.slice(0, -1) : text;
    return;
  }
  // A byte that is no UTF-8 becomes U+FFFD, which then breaks the chain on its line.
  const text = typeof record === 'string' ? record : new TextDecoder('utf-8', { ignoreBOM: true }).decode(record);
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  yield* lines;
}
