import type { Ciphertext } from '../ballot.ts';
import type { ElectionParameters } from '../election.ts';
import type { CommitmentTerm, Element, Examined } from '../group/group.ts';
import type { Proof } from '../proof.ts';

/** One branch of a proof "this ciphertext holds one of these numbers": that it holds `value`. */
export interface Branch {
  readonly ciphertext: Ciphertext;
  readonly proof: Proof;
  readonly value: number;
}

/** Which of a ciphertext's two elements are members of the subgroup. */
export interface Membership {
  readonly alpha: boolean;
  readonly beta: boolean;
}

export interface Commitments {
  /** A = g^s·α^c and B = y^s·(β/g^value)^c of each branch. */
  readonly pairs: ReadonlyMap<Branch, readonly [Element, Element]>;
  /** Of every choice. */
  readonly membership: ReadonlyMap<Ciphertext, Membership>;
}

/**
 * The commitments of all branches, with the membership of the choices. All powers of one ciphertext are taken together,
 * since a group shares work between them; that is why membership is found here. `sum` is the product of `summed`.
 */
export function commitmentsOf(
  { group, publicKey }: ElectionParameters,
  choices: readonly Ciphertext[],
  summed: readonly Ciphertext[],
  sum: Ciphertext,
  branches: readonly Branch[],
): Commitments {
  const own = (ciphertext: Ciphertext): readonly Branch[] =>
    branches.filter((branch) => branch.ciphertext === ciphertext);
  const alphaTerm = ({ proof: { challenge, response } }: Branch): CommitmentTerm => ({
    exponent: challenge,
    times: [{ base: group.generator, exponent: response }],
  });
  const betaTerm = ({ proof: { challenge, response }, value }: Branch): CommitmentTerm => ({
    exponent: challenge,
    times: [
      { base: publicKey, exponent: response },
      ...(value === 0 ? [] : [{ base: group.generator, exponent: -BigInt(value) * challenge }]),
    ],
  });
  const side = (of: 'alpha' | 'beta', term: (branch: Branch) => CommitmentTerm): Examined =>
    group.examine(
      choices.map((choice) => ({
        element: choice[of],
        terms: own(choice).map(term),
        isFactor: summed.includes(choice),
      })),
      own(sum).map(term),
    );
  const alpha = side('alpha', alphaTerm);
  const beta = side('beta', betaTerm);
  const pairs = new Map<Branch, readonly [Element, Element]>();
  const pair = (of: Ciphertext, alphas: readonly Element[] = [], betas: readonly Element[] = []): void => {
    for (const [i, branch] of own(of).entries())
      pairs.set(branch, [alphas[i] ?? group.identity, betas[i] ?? group.identity]);
  };
  const membership = new Map<Ciphertext, Membership>();
  for (const [i, choice] of choices.entries()) {
    pair(choice, alpha.parts[i]?.values, beta.parts[i]?.values);
    membership.set(choice, {
      alpha: alpha.parts[i]?.isMember === true,
      beta: beta.parts[i]?.isMember === true,
    });
  }
  pair(sum, alpha.product, beta.product);
  return { pairs, membership };
}
