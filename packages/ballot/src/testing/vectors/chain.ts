import type { RuleId } from '../../verify/rules.ts';
import type { Draft } from '../assembly.ts';
import { assemble, draftsOf } from '../assembly.ts';
import { ballotOf, chosen } from '../example.ts';
import { present } from './files.ts';
import type { Materials, Vector } from './vector.ts';

const after = (drafts: readonly Draft[], type: Draft['type'], added: Draft): Draft[] =>
  drafts.flatMap((draft) => (draft.type === type ? [draft, added] : [draft]));

/** Faults of the chain of events. */
export function chainVectors({ example, open, complete, tallied, receipts }: Materials) {
  const drafts = draftsOf(complete);
  const closing: Draft = { type: 'EndBallots', records: [] };
  const late: Draft = { type: 'Ballot', records: [ballotOf(example, [2, chosen(0)])] };
  const tamper = (height: number, change: (event: object) => object): Uint8Array =>
    assemble(drafts.map((draft, i) => (i === height ? { ...draft, event: change } : draft)));
  return {
    'BEL-EVENT-TYPE': [
      {
        done: 'a shuffle',
        bytes: assemble(after(draftsOf(tallied), 'EncryptedTally', { type: 'Shuffle', records: [] })),
      },
    ],
    'BEL-EVENT-PAYLOAD': [
      {
        done: 'a closing with a payload',
        bytes: assemble([
          ...draftsOf(open),
          { ...closing, event: (event) => ({ ...event, payload: present(receipts[0]) }) },
        ]),
      },
    ],
    'BEL-CHAIN-SETUP': [
      {
        done: 'a second setup',
        bytes: assemble([
          ...draftsOf(open),
          { type: 'Setup', records: [], event: (event) => ({ ...event, payload: present(receipts[0]) }) },
        ]),
      },
    ],
    'BEL-CHAIN-PARENT': [
      { done: 'a parent of noughts', bytes: tamper(2, (event) => ({ ...event, parent: '0'.repeat(64) })) },
      { done: 'a ballot taken out', bytes: tamper(2, (event) => ({ ...event, parent: present(receipts[1]) })) },
    ],
    'BEL-CHAIN-HEIGHT': [
      {
        done: 'a height too great',
        bytes: tamper(drafts.length - 1, (event) => ({ ...event, height: drafts.length })),
      },
    ],
    'BEL-CHAIN-LATE-BALLOT': [{ done: 'a ballot after closing', bytes: assemble([...draftsOf(open), closing, late]) }],
    'BEL-CHAIN-AFTER-RESULT': [{ done: 'a ballot after the result', bytes: assemble([...drafts, late]) }],
    'BEL-CHAIN-ORDER': [{ done: 'closed twice', bytes: assemble([...draftsOf(open), closing, closing]) }],
    'BEL-RECEIPT-MISSING': [
      {
        done: 'a ballot dropped before the count',
        bytes: assemble(draftsOf(open).filter((_, height) => height !== 2)),
        receipts: [present(receipts[0]), present(receipts[1])],
      },
    ],
  } satisfies Partial<Record<RuleId, readonly Vector[]>>;
}
