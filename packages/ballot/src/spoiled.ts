import type { ElectionParameters } from './election.ts';
import { choicesOf } from './election.ts';
import type { Result } from './result.ts';
import { failed, succeeded } from './result.ts';
import type { Choice, Opening } from './secret/ballot.ts';
import { readBallot } from './ballot.ts';
import { judge as newJudge, judged } from './verify/judge.ts';
import { parseNode } from './verify/node.ts';

/** The ballot does not hold what its opening says: the device that made it is not to be trusted. */
export type SpoiledBallotRefusal =
  | { readonly rule: 'NOT-A-BALLOT' }
  | { readonly rule: 'OPENING-DOES-NOT-FIT'; readonly question: number; readonly choice: number };

/**
 * What a spoiled ballot really held ("spoil and check"): computed from its opening on another device than made it.
 * A spoiled ballot must never be cast, since its opening shows the vote.
 */
export function checkSpoiledBallot(
  { group, election, publicKey }: ElectionParameters,
  bytes: Uint8Array,
  opening: readonly (readonly Opening[])[],
): Result<readonly Choice[], SpoiledBallotRefusal> {
  const read = judged(() => readBallot(parseNode(newJudge(), bytes, {}), group));
  if (!read.ok) return failed({ rule: 'NOT-A-BALLOT' });
  const choices: Choice[] = [];
  for (const [i, question] of election.questions.entries()) {
    const values: number[] = [];
    for (let j = 0; j < choicesOf(question); j++) {
      const [ciphertext, opened] = [read.value.answers[i]?.choices[j], opening[i]?.[j]];
      const fits =
        ciphertext !== undefined &&
        opened !== undefined &&
        group.equal(ciphertext.alpha, group.generator.powPublic(opened.randomness)) &&
        group.equal(
          ciphertext.beta,
          group.multiply(publicKey.powPublic(opened.randomness), group.generator.powPublic(BigInt(opened.value))),
        );
      if (!fits) return failed({ rule: 'OPENING-DOES-NOT-FIT', question: i, choice: j });
      values.push(opened.value);
    }
    const blank = question.blank === true && values.shift() === 1;
    choices.push(
      blank ? { blank } : { blank, answers: values.flatMap((value, answer) => (value === 1 ? [answer] : [])) },
    );
  }
  return succeeded(choices);
}
