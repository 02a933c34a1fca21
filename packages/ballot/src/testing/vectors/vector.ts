import type { Example, ExampleOptions } from '../example.ts';

/** An archive that breaks one rule and no other: with the rule switched off it is taken for sound. */
export interface Vector {
  /** What was done. */
  readonly done: string;
  readonly bytes: Uint8Array;
  readonly receipts?: readonly string[];
}

/** What the vectors are made from: one honest election, held to different points. */
export interface Materials {
  readonly example: Example;
  readonly open: Uint8Array;
  readonly tallied: Uint8Array;
  readonly decrypting: Uint8Array;
  readonly complete: Uint8Array;
  readonly receipts: readonly string[];
  /** The same election under other options; only what differs is made anew. */
  readonly variant: (options: ExampleOptions) => Promise<Example>;
}
