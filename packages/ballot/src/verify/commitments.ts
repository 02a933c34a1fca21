import type { Ciphertext } from '../ballot.ts';
import type { ElectionParameters } from '../election.ts';
import type { Element } from '../group/group.ts';
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
  /** Of every ciphertext that was asked about. */
  readonly membership: ReadonlyMap<Ciphertext, Membership>;
}

/**
 * The commitments of all branches, with the membership of the ciphertexts. All powers of one ciphertext are taken
 * together, since a group shares work between them; that is why membership is found here.
 */
export function commitmentsOf(
  { group, publicKey }: ElectionParameters,
  ciphertexts: readonly Ciphertext[],
  branches: readonly Branch[],
): Commitments {
  const pairs = new Map<Branch, readonly [Element, Element]>();
  const membership = new Map<Ciphertext, Membership>();
  for (const ciphertext of ciphertexts) {
    const own = branches.filter((branch) => branch.ciphertext === ciphertext);
    const challenges = own.map(({ proof }) => proof.challenge);
    const values = own.map(({ value }) => value);
    const alpha = group.examine(ciphertext.alpha, challenges);
    const beta = group.examine(ciphertext.beta, challenges, values);
    membership.set(ciphertext, { alpha: alpha.isMember, beta: beta.isMember });
    for (const [i, branch] of own.entries()) {
      const { response } = branch.proof;
      pairs.set(branch, [
        group.multiply(group.generator.powPublic(response), alpha.powers[i] ?? group.identity),
        group.multiply(publicKey.powPublic(response), beta.powers[i] ?? group.identity),
      ]);
    }
  }
  return { pairs, membership };
}
