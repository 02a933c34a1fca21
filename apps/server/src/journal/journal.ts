import type { Fact, MeetingId } from '@klubba/meeting';
import type { Hash } from '@klubba/record';

/** A fact with what ties it to the command that brought it (`part` of `command`) and to the chain. */
export type JournalFact = Fact & {
  readonly command: string;
  readonly part: number;
  readonly prev: Hash;
  readonly hash: Hash;
};

export type JournalHead = { readonly meeting: MeetingId; readonly seq: number };

/**
 * Where facts are kept. Every adapter, and the fake, passes `testing/journal-contract.ts`.
 * Rejects when the store cannot be reached: then the facts may be there or not, and only `read` can tell.
 */
export interface Journal {
  /**
   * Adds all of them or none, durably: once `appended` is answered they survive any crash. They follow each other,
   * and the first follows the last one there; otherwise, or when a command is there already, `conflict`.
   */
  append(meeting: MeetingId, facts: readonly JournalFact[]): Promise<'appended' | 'conflict'>;
  /** Facts after `after`, in order. */
  read(meeting: MeetingId, after: number): Promise<readonly JournalFact[]>;
  heads(): Promise<readonly JournalHead[]>;
  /** Calls back when a meeting has, or may have, facts up to `seq`, whoever added them. Never misses one, may repeat. */
  follow(listener: (head: JournalHead) => void): () => void;
  close(): Promise<void>;
}
