import { beforeAll, describe, expect, test } from 'vitest';
import { encodeDecryption } from './decryption.ts';
import type { VerifiedBallot } from './polling.ts';
import { findSharedNonce, openTally, tallyBallots, verifyBallot, verifyDecryption, votingRegister } from './polling.ts';
import { decryptTally } from './secret/decryption.ts';
import type { Example } from './testing/example.ts';
import { ballotOf, chosen, exampleElection, must } from './testing/example.ts';

describe('a server that takes ballots', () => {
  let example: Example;
  let cast: VerifiedBallot[];
  beforeAll(async () => {
    example = await exampleElection({ group: 'Ed25519' });
    const register = votingRegister(example.parameters, example.credentials);
    cast = [0, 1, 1].map((answer, voter) =>
      must(verifyBallot(example.parameters, register, ballotOf(example, [voter, chosen(answer)]))),
    );
  });

  test('notices a ballot that shares randomness with another', () => {
    const [first, second] = cast as [VerifiedBallot, VerifiedBallot];
    expect(findSharedNonce([first], second)).toBeUndefined();
    expect(findSharedNonce(cast, first)).toMatchObject({ rule: 'BEL-NONCE-CIPHERTEXT' });
    const sameProof = {
      ...second,
      nonces: { ciphertexts: second.nonces.ciphertexts, commitments: first.nonces.commitments },
    };
    expect(findSharedNonce([first], sameProof)).toMatchObject({ rule: 'BEL-NONCE-COMMITMENT' });
  });

  test('refuses the decryption of one trustee under another’s name, and none below the threshold opens', () => {
    const { parameters, trustees, trusteeKeys, random, group } = example;
    const { tally, weight, counted } = tallyBallots(parameters, cast);
    expect(counted).toBe(3);
    const decryption = decryptTally(parameters, trusteeKeys[0] ?? 0n, tally, random);
    const text = new TextDecoder().decode(encodeDecryption(group, decryption));
    expect(verifyDecryption(parameters, trustees, tally, 2, text)).toMatchObject({
      ok: false,
      failure: { rule: 'BEL-DECRYPTION-PROOF' },
    });
    expect(verifyDecryption(parameters, trustees, tally, 4, text)).toMatchObject({
      ok: false,
      failure: { rule: 'BEL-DECRYPTION-OWNER' },
    });
    const own = must(verifyDecryption(parameters, trustees, tally, 1, text));
    expect(openTally(parameters, trustees, tally, weight, [own])).toEqual({
      ok: false,
      failure: { rule: 'BELOW-THRESHOLD', needed: 2, given: 1 },
    });
  });
});
