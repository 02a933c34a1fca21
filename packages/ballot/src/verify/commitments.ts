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

/**
 * For each branch A = g^s·α^c and B = y^s·(β/g^value)^c, in the order of the branches. Powers of one ciphertext are
 * computed together, since a group may share work between them.
 */
export function commitmentsOf(
  parameters: ElectionParameters,
  branches: readonly Branch[],
): (readonly [Element, Element])[] {
  const { group, publicKey } = parameters;
  const pairs = new Map<Branch, readonly [Element, Element]>();
  for (const [ciphertext, own] of groupByCiphertext(branches)) {
    const challenges = own.map(({ proof }) => proof.challenge);
    const alphas = group.powersPublic(ciphertext.alpha, challenges);
    const betas = group.powersPublic(
      ciphertext.beta,
      challenges,
      own.map(({ value }) => value),
    );
    for (const [i, branch] of own.entries()) {
      const { response } = branch.proof;
      pairs.set(branch, [
        group.multiply(group.generator.powPublic(response), alphas[i] ?? group.identity),
        group.multiply(publicKey.powPublic(response), betas[i] ?? group.identity),
      ]);
    }
  }
  return branches.map((branch) => pairs.get(branch) ?? [group.identity, group.identity]);
}

function groupByCiphertext(branches: readonly Branch[]): Map<Ciphertext, Branch[]> {
  const groups = new Map<Ciphertext, Branch[]>();
  for (const branch of branches) {
    const group = groups.get(branch.ciphertext);
    if (group === undefined) groups.set(branch.ciphertext, [branch]);
    else group.push(branch);
  }
  return groups;
}
