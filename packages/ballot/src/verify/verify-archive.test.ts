import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { BLANK, chosen, engine, exampleElection, hold } from '../testing/example.ts';
import { materials, vectorsOf } from '../testing/vectors/index.ts';
import { ballotExaminer } from './ballot-job.ts';
import type { BallotRunner } from './verify-archive.ts';
import { verifyArchive, verifyArchiveInParallel } from './verify-archive.ts';

const TIMEOUT_MS = 60_000;

describe('an archive', () => {
  let complete: Uint8Array;
  beforeAll(async () => {
    const example = await exampleElection({ group: 'Ed25519' });
    complete = hold(example, [
      [0, chosen(0)],
      [1, BLANK],
    ]).bytes;
  });
  const kindOf = (bytes: Uint8Array): string => verifyArchive(bytes, { engine }).kind;

  test('is sound as it is', () => expect(kindOf(complete)).toBe('sound-complete'));

  test('in which any one byte is changed is no longer sound', () => {
    fc.assert(
      fc.property(fc.nat(complete.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = complete.slice();
        changed[place] = (changed[place] ?? 0) ^ change;
        expect(['broken', 'unreadable']).toContain(kindOf(changed));
      }),
      { numRuns: 150 },
    );
  });

  test('that is cut off anywhere is never taken for complete', () => {
    fc.assert(
      fc.property(fc.nat(complete.length - 1), (length) => {
        expect(kindOf(complete.slice(0, length))).not.toBe('sound-complete');
      }),
      { numRuns: 40 },
    );
  });

  test('of arbitrary bytes is answered, not thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        expect(kindOf(bytes)).toBe('unreadable');
        const begun = new Uint8Array([...complete.slice(0, 1024), ...bytes]);
        expect(['broken', 'unreadable']).toContain(kindOf(begun));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a choice made by everybody', () => {
  const notesOf = async (weights: readonly number[], votes: readonly (readonly [number, number])[]) => {
    const example = await exampleElection({ group: 'Ed25519', weights });
    const held = hold(
      example,
      votes.map(([voter, choice]) => [voter, chosen(choice)] as const),
    );
    const verdict = verifyArchive(held.bytes, { engine });
    return verdict.kind === 'sound-complete' ? verdict.summary.notes : verdict;
  };

  test('is noted: the sums then tell what each chose', async () => {
    expect(
      await notesOf(
        [1, 1],
        [
          [0, 1],
          [1, 1],
        ],
      ),
    ).toEqual(['unanimous']);
    expect(
      await notesOf(
        [1, 40],
        [
          [0, 1],
          [1, 1],
        ],
      ),
    ).toEqual(['unanimous']);
  });

  test('is not read from a sum of weights that happens to be the number of voters', async () => {
    expect(
      await notesOf(
        [2, 1],
        [
          [0, 0],
          [1, 1],
        ],
      ),
    ).toEqual([]);
  });
});

describe('side by side', () => {
  test(
    'the verdicts are those of one thread, and progress is told',
    async () => {
      const made = await materials();
      const vectors = await vectorsOf(made);
      const told = ['BEL-PROOF-BLANK', 'BEL-NONCE-CIPHERTEXT', 'BEL-CREDENTIAL-TWICE', 'BEL-ELEMENT-SUBGROUP'] as const;
      const archives = [
        made.open,
        made.complete,
        ...told.flatMap((rule) => (vectors.get(rule) ?? []).map(({ bytes }) => bytes)),
      ];
      for (const bytes of archives) {
        const examiners = [ballotExaminer(engine), ballotExaminer(engine)];
        let next = 0;
        const runner: BallotRunner = (job) => Promise.resolve(examiners[next++ % 2]?.examine(job) ?? []);
        const steps: number[] = [];
        const onProgress = (examined: number): void => void steps.push(examined);
        const parallel = await verifyArchiveInParallel(bytes, runner, 2, { engine, onProgress });
        expect(parallel).toEqual(verifyArchive(bytes, { engine }));
        expect(steps).toEqual(steps.map((_, i) => i + 1));
      }
    },
    TIMEOUT_MS,
  );
});
