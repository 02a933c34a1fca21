import fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Question } from '../election.ts';
import { choicesOf } from '../election.ts';
import { verifyBallot, votingRegister } from '../polling.ts';
import { statements } from '../proof.ts';
import { checkSpoiledBallot } from '../spoiled.ts';
import type { Example, Vote } from '../testing/example.ts';
import { ballotOf, BLANK, CHAIR, chosen, engine, exampleElection, hold, must } from '../testing/example.ts';
import { verifyArchive } from '../verify/verify-archive.ts';
import type { Choice } from './ballot.ts';
import { createBallot } from './ballot.ts';
import type { CredentialSecret } from './credential.ts';

const BOARD: Question = { answers: ['Cecilia', 'David', 'Eva'], min: 1, max: 2, question: 'Val av ledamöter' };
const VOTERS = [0, 1, 2] as const;

const choiceIn = (question: Question): fc.Arbitrary<Choice> => {
  const some = fc
    .subarray(
      question.answers.map((_, i) => i),
      { minLength: question.min, maxLength: question.max },
    )
    .map((answers): Choice => chosen(...answers));
  return question.blank === true ? fc.oneof(some, fc.constant(BLANK)) : some;
};
const vote: fc.Arbitrary<Vote> = fc.tuple(fc.constantFrom(...VOTERS), choiceIn(CHAIR), choiceIn(BOARD));

/** What the sums must be: the last ballot of each voter, counted by hand. */
function byHand(votes: readonly Vote[], questions: readonly Question[]): number[][] {
  const last = new Map(votes.map(([voter, ...choices]) => [voter, choices]));
  return questions.map((question, i) => {
    const sums = new Array<number>(choicesOf(question)).fill(0);
    for (const choices of last.values()) {
      const choice = choices[i];
      if (choice === undefined) continue;
      const offset = question.blank === true ? 1 : 0;
      for (const place of choice.blank ? [0] : choice.answers.map((answer) => answer + offset))
        sums[place] = (sums[place] ?? 0) + 1;
    }
    return sums;
  });
}

describe.each([
  ['BELENIOS-2048', 2],
  ['Ed25519', 3],
] as const)('an election in %s', (group, numRuns) => {
  const questions = [CHAIR, BOARD];
  let example: Example;
  beforeAll(async () => {
    example = await exampleElection({ group, questions });
  });

  test('counts whatever votes are cast, the last of each voter, and its archive is sound', () => {
    fc.assert(
      fc.property(fc.array(vote, { maxLength: 4 }), (votes) => {
        const { outcome, bytes } = hold(example, votes);
        expect(outcome).toEqual(byHand(votes, questions));
        expect(verifyArchive(bytes, { engine }).kind).toBe('sound-complete');
      }),
      { numRuns },
    );
  }, 60_000);
});

describe('a ballot', () => {
  let example: Example;
  beforeAll(async () => {
    example = await exampleElection({ group: 'Ed25519', questions: [CHAIR, BOARD] });
  });
  const create = (...choices: Choice[]) =>
    createBallot(example.parameters, example.voters[0] as CredentialSecret, choices, example.random);
  const verify = (bytes: Uint8Array) =>
    verifyBallot(example.parameters, votingRegister(example.parameters, example.credentials), bytes);

  test.each<[Choice[], object]>([
    [[chosen(0)], { rule: 'ANSWERS-DO-NOT-FIT' }],
    [[chosen(0), BLANK], { rule: 'BLANK-NOT-ALLOWED', question: 1 }],
    [[chosen(2), chosen(0)], { rule: 'NO-SUCH-ANSWER', question: 0 }],
    [[chosen(-1), chosen(0)], { rule: 'NO-SUCH-ANSWER', question: 0 }],
    [[chosen(0), chosen(1, 1)], { rule: 'SAME-ANSWER-TWICE', question: 1 }],
    [[chosen(0, 1), chosen(0)], { rule: 'WRONG-NUMBER-OF-CHOICES', question: 0, min: 1, max: 1 }],
    [[chosen(), chosen(0)], { rule: 'WRONG-NUMBER-OF-CHOICES', question: 0, min: 1, max: 1 }],
    [[chosen(0), chosen(0, 1, 2)], { rule: 'WRONG-NUMBER-OF-CHOICES', question: 1, min: 1, max: 2 }],
  ])('of %j is not made', (choices, failure) => {
    expect(create(...choices)).toEqual({ ok: false, failure });
  });

  test('is verified on arrival, and not with one byte changed', () => {
    const { bytes } = must(create(chosen(1), chosen(0, 2)));
    expect(verify(bytes)).toMatchObject({ ok: true, value: { weight: 1 } });
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = bytes.slice();
        changed[place] = (changed[place] ?? 0) ^ change;
        expect(verify(changed).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  test('shows what it holds when it is spoiled, and a device that lied is caught', () => {
    const { bytes, opening } = must(create(BLANK, chosen(2)));
    expect(checkSpoiledBallot(example.parameters, bytes, opening)).toEqual({ ok: true, value: [BLANK, chosen(2)] });
    const lied = opening.map((row, i) =>
      i === 1 ? row.map(({ randomness, value }, j) => ({ randomness, value: j === 0 ? 1 : value })) : row,
    );
    expect(checkSpoiledBallot(example.parameters, bytes, lied)).toEqual({
      ok: false,
      failure: { rule: 'OPENING-DOES-NOT-FIT', question: 1, choice: 0 },
    });
    expect(checkSpoiledBallot(example.parameters, Uint8Array.of(1), opening)).toMatchObject({
      ok: false,
      failure: { rule: 'NOT-A-BALLOT' },
    });
  });

  test.each([
    [
      'the ciphertext',
      'interval',
      (context: string, _: string, texts: readonly string[]) => `prove|${context}||${texts.join(',')}`,
    ],
    ['the statement', 'interval', (context: string, ciphertext: string) => `prove|${context}|${ciphertext}|`],
    ['the other choices', 'answer', (voter: string) => voter],
    [
      'what is proven',
      'overallOrBlank',
      (answer: string, texts: readonly string[]) => `bproof0|${answer}|${texts.join(',')}`,
    ],
    ['the hash', 'signature', (_: string, commitment: string) => `sig||${commitment}`],
  ] as const)('whose maker left %s out of what is hashed is refused', (_, statement, weaker) => {
    const spy = vi.spyOn(statements, statement).mockImplementation(weaker as never);
    const bytes = ballotOf(example, [0, chosen(0), chosen(1)]);
    spy.mockRestore();
    expect(verify(bytes).ok).toBe(false);
  });
});
