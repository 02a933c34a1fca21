import type { Element, Group } from '../group/group.ts';
import { product } from '../group/group.ts';
import type { ReadTrusteeGroup, TrusteeGroup } from '../trustees.ts';
import { verificationKeysOf } from '../trustees.ts';
import type { Judge, Place } from './judge.ts';
import type { Findings } from './pedersen.ts';
import { demandDistinct, examineKnowledge, examinePedersen } from './pedersen.ts';

/** The trustees of an election, examined. */
export interface Trustees {
  readonly groups: readonly TrusteeGroup[];
  /** The public key of each trustee; owner n of a decryption is keys[n - 1]. */
  readonly keys: readonly Element[];
  /** The key that ballots are encrypted to. */
  readonly jointKey: Element;
}

export function examineTrustees(
  judge: Judge,
  group: Group,
  read: readonly ReadTrusteeGroup[],
  place: Place,
  findings: Findings,
): Trustees {
  const parts = read.map(({ node, trustee }) => {
    switch (trustee.kind) {
      case 'single':
        examineKnowledge(judge, group, trustee.key, { ...node.place, path: `${node.place.path}[1]` }, findings);
        return trustee.key.publicKey;
      case 'pedersen':
        return examinePedersen(judge, group, trustee.parameters, node.place, findings);
    }
  });
  const groups = read.map(({ trustee }) => trustee);
  const keys = verificationKeysOf(groups).map(({ publicKey }) => publicKey);
  demandDistinct(judge, group, keys, place);
  return { groups, keys, jointKey: product(group, parts) };
}
