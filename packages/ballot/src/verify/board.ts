import { readOwnedDecryption } from '../decryption.ts';
import { readSizedTally } from '../tally.ts';
import type { ArchiveContent, ArchiveEvent, EventRecords } from './archive.ts';
import { demandRecords, recordsOf } from './archive.ts';
import type { Judge } from './judge.ts';
import { refute } from './judge.ts';
import type { Node } from './node.ts';
import { fieldsOf, hashOf } from './node.ts';

/** An event with its records. */
export interface Entry {
  readonly event: ArchiveEvent;
  readonly records: EventRecords;
}

/** An archive laid out by what its events are, in their only order. */
export interface Board {
  readonly setup: Entry;
  readonly ballots: readonly Entry[];
  readonly closed: boolean;
  readonly tally: Entry | undefined;
  readonly decryptions: readonly Entry[];
  readonly result: Entry | undefined;
}

type Draft = { -readonly [Key in keyof Omit<Board, 'ballots' | 'decryptions'>]: Board[Key] | undefined } & {
  readonly ballots: Entry[];
  readonly decryptions: Entry[];
  /** The ballots by the hash of their record. */
  readonly cast: Map<string, Entry>;
};

/** Lays the events out; demands their order and that each has its records and no others. */
export function layOut(judge: Judge, archive: ArchiveContent): Board {
  const board: Draft = {
    setup: undefined,
    ballots: [],
    closed: false,
    tally: undefined,
    decryptions: [],
    result: undefined,
    cast: new Map(),
  };
  for (const event of archive.events) {
    judge.demand('BEL-CHAIN-AFTER-RESULT', board.result === undefined, event.place);
    if (board.result === undefined) take(judge, archive, board, event);
  }
  for (const record of archive.trailing) judge.demand('BEL-RECORD-JUNK', false, record.place);
  const { setup, ballots, closed, tally, decryptions, result } = board;
  if (setup === undefined) refute('BEL-CHAIN-SETUP', {});
  return { setup, ballots, closed: closed === true, tally, decryptions, result };
}

const setupReferences = (payload: Node): string[] => {
  const fields = fieldsOf(payload, ['election', 'trustees', 'credentials']);
  return [hashOf(fields.election), hashOf(fields.trustees), hashOf(fields.credentials)];
};

function take(judge: Judge, archive: ArchiveContent, board: Draft, event: ArchiveEvent): void {
  const records = (references?: (payload: Node) => readonly string[]): Entry | undefined => {
    const found = recordsOf(judge, archive, event, references);
    return found && { event, records: found };
  };
  const first = board.setup === undefined;
  judge.demand('BEL-CHAIN-SETUP', first === (event.type === 'Setup'), event.place);
  switch (event.type) {
    case 'Setup':
      if (first) board.setup = records(setupReferences);
      return;
    case 'Ballot': {
      judge.demand('BEL-CHAIN-LATE-BALLOT', board.closed !== true, event.place);
      if (board.closed === true) return;
      const earlier = event.payload === undefined ? undefined : board.cast.get(event.payload);
      judge.demand('BEL-BALLOT-REPLAY', earlier === undefined, event.place);
      const ballot = earlier ? { event, records: earlier.records } : records();
      if (ballot === undefined) return;
      board.ballots.push(ballot);
      board.cast.set(ballot.records.payload.hash, ballot);
      return;
    }
    case 'EndBallots':
      judge.demand('BEL-CHAIN-ORDER', board.closed !== true, event.place);
      judge.demand('BEL-EVENT-PAYLOAD', event.payload === undefined, event.place);
      demandRecords(judge, event, []);
      board.closed = true;
      return;
    case 'EncryptedTally':
      judge.demand('BEL-CHAIN-ORDER', board.closed === true && board.tally === undefined, event.place);
      board.tally ??= records((payload) => [readSizedTally(payload).tally]);
      return;
    case 'PartialDecryption': {
      judge.demand('BEL-CHAIN-ORDER', board.tally !== undefined, event.place);
      const decryption = records((payload) => [readOwnedDecryption(payload).decryption]);
      if (decryption) board.decryptions.push(decryption);
      return;
    }
    case 'Result':
      judge.demand('BEL-CHAIN-ORDER', board.tally !== undefined, event.place);
      board.result = records();
  }
}
