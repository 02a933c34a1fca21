import type { GroupName } from '../group/group.ts';
import type { Finding } from './judge.ts';

/** What the verifier says of a file. */
export type Verdict =
  | { readonly kind: 'sound-complete'; readonly summary: Summary; readonly result: readonly QuestionResult[] }
  | { readonly kind: 'sound-unfinished'; readonly summary: Summary; readonly state: UnfinishedState }
  | ({ readonly kind: 'broken' } & Finding)
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

/** `unsupported`: a group or a kind of question that this verifier does not know; it says nothing about such an archive. */
export type UnreadableReason = 'empty' | 'not-an-archive' | 'unsupported';

export interface Summary {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  readonly group: GroupName;
  /** Credentials on the voting list. */
  readonly registered: number;
  /** Ballots cast, replaced ones included. */
  readonly cast: number;
  /** Voters whose (last) ballot counts. */
  readonly voters: number;
  /** Hash of the last event: what is read aloud at closing. */
  readonly head: string;
  readonly height: number;
  /** Trustees in all, and how many of them must decrypt. */
  readonly trustees: { readonly size: number; readonly needed: number };
  /** Receipts that were looked for and found. */
  readonly receipts: number;
  readonly notes: readonly Note[];
}

/**
 * Sound, but worth knowing. `trustees-before-3.0`: the key ceremony is of tools before 3.0, where trustees did not sign
 * that all saw the same certificates. `unanimous`: the result itself reveals how everybody voted.
 */
export type Note = 'trustees-before-3.0' | 'unanimous';

export interface QuestionResult {
  readonly question: string;
  readonly answers: readonly { readonly answer: string; readonly votes: number }[];
  /** Blank votes, where the question allows them. */
  readonly blank?: number;
}

export type UnfinishedState =
  | { readonly phase: 'open' }
  | { readonly phase: 'closed' }
  | { readonly phase: 'tallied'; readonly decryptions: number; readonly needed: number }
  | { readonly phase: 'decrypted' };
