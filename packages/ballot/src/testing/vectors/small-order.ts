import { proofJson } from '../../proof.ts';
import type { Opening } from '../../secret/ballot.ts';
import type { CredentialSecret } from '../../secret/credential.ts';
import { credentialExponent } from '../../secret/credential.ts';
import { randomScalar } from '../../secret/random.ts';
import type { Ciphertext } from '../../ballot.ts';
import type { Element } from '../../group/group.ts';
import { modulo } from '../../group/group.ts';
import { BELENIOS_2048 } from '../../group/modp.ts';
import type { Proof } from '../../proof.ts';
import { respond, statements } from '../../proof.ts';
import type { Example } from '../example.ts';
import { signedAs } from '../forge.ts';
import { present } from './files.ts';

/**
 * A ballot for the first candidate whose first α is −α. The sign disappears in even powers, so its maker tries until all
 * challenges on that ciphertext are even: every proof then holds, and only membership of the subgroup is broken.
 */
export function ballotWithSmallOrder(example: Example, voter: number): Uint8Array {
  const { group, parameters, random, voters } = example;
  const { election, fingerprint, publicKey } = parameters;
  const question = present(election.questions[0]);
  const s = credentialExponent(group, election.uuid, voters[voter] as CredentialSecret);
  const credential = group.write(group.generator.powPublic(s));
  const context = statements.voter(fingerprint, credential);
  const values = [0, ...question.answers.map((_, i) => (i === 0 ? 1 : 0))];
  const openings = values.map((value): Opening => ({ value, randomness: randomScalar(group.q, random) }));
  const minusOne = present(group.read((BELENIOS_2048.p - 1n).toString()).element);
  const choices = openings.map(({ value, randomness }, i): Ciphertext => {
    const alpha = group.generator.powPublic(randomness);
    const beta = group.multiply(publicKey.powPublic(randomness), group.generator.powPublic(BigInt(value)));
    return { alpha: i === 0 ? group.multiply(alpha, minusOne) : alpha, beta };
  });
  const written = group.writeAll(choices.flatMap(({ alpha, beta }) => [alpha, beta]));
  const answer = statements.answer(context, written);

  const prove = (
    claims: readonly (readonly [Opening, number])[],
    odd: number,
    statement: (texts: readonly string[]) => string,
  ): Proof[] => {
    for (;;) {
      const real = claims.findIndex(([{ value }, claimed]) => value === claimed);
      const branches = claims.map(([opening, claimed], i) => {
        const challenge = i === real ? 0n : 2n * (randomScalar(group.q, random) / 2n);
        const response = randomScalar(group.q, random);
        const exponent = modulo(response + opening.randomness * challenge, group.q);
        const offset = modulo(BigInt(opening.value - claimed) * challenge, group.q);
        const commitments: Element[] = [
          group.generator.powPublic(exponent),
          group.multiply(publicKey.powPublic(exponent), group.generator.powPublic(offset)),
        ];
        return { opening, challenge, response, commitments };
      });
      const hash = group.hash(statement(group.writeAll(branches.flatMap(({ commitments }) => commitments))));
      const simulated = branches.reduce((sum, { challenge }) => sum + challenge, 0n);
      const last = modulo(hash - simulated, group.q);
      const proofs = branches.map(({ opening, challenge, response }, i) =>
        i === real ? respond(group, response, opening.randomness, last) : { challenge, response },
      );
      if (proofs.slice(0, odd).every(({ challenge }) => challenge % 2n === 0n)) return proofs;
    }
  };
  const first = present(openings[0]);
  const rest = openings.slice(1);
  const sum: Opening = {
    value: 1,
    randomness: modulo(
      rest.reduce((total, { randomness }) => total + randomness, 0n),
      group.q,
    ),
  };
  const json = {
    choices: choices.map((_, i) => ({ alpha: written[2 * i], beta: written[2 * i + 1] })),
    individual_proofs: openings.map((opening, i) =>
      prove(
        [
          [opening, 0],
          [opening, 1],
        ],
        i === 0 ? 2 : 0,
        (texts) => statements.interval(context, `${written[2 * i]},${written[2 * i + 1]}`, texts),
      ).map(proofJson),
    ),
    overall_proof: prove(
      [
        [first, 1],
        [sum, 1],
      ],
      1,
      (texts) => statements.overallOrBlank(answer, texts),
    ).map(proofJson),
    blank_proof: prove(
      [
        [first, 0],
        [sum, 0],
      ],
      1,
      (texts) => statements.blank(answer, texts),
    ).map(proofJson),
  };
  return signedAs(example, voter, {
    election_uuid: election.uuid,
    election_hash: fingerprint,
    credential,
    answers: [json],
  });
}
