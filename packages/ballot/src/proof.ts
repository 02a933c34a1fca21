import type { Element, FixedBase, Group } from './group/group.ts';
import { modulo } from './group/group.ts';
import type { Node } from './verify/node.ts';
import { fieldsOf, scalarOf } from './verify/node.ts';

/** A proof as the format writes it: the commitments are computed anew by whoever verifies. */
export interface Proof {
  readonly challenge: bigint;
  readonly response: bigint;
}

export const proofJson = ({ challenge, response }: Proof): { challenge: string; response: string } => ({
  challenge: challenge.toString(),
  response: response.toString(),
});

export function readProof(node: Node, group: Group): Proof {
  const fields = fieldsOf(node, ['challenge', 'response']);
  return { challenge: scalarOf(fields.challenge, group), response: scalarOf(fields.response, group) };
}

/** g^response · X^challenge: what the prover must have committed to before the challenge was known. */
export function commitment(group: Group, base: FixedBase, key: Element, proof: Proof): Element {
  return group.multiply(base.powPublic(proof.response), group.powPublic(key, proof.challenge));
}

/** response = w − x·challenge mod q, for the secret x and the nonce w. */
export function respond(group: Group, nonce: bigint, secret: bigint, challenge: bigint): Proof {
  return { challenge, response: modulo(nonce - secret * challenge, group.q) };
}

/**
 * The strings that are hashed into challenges: each names what it proves, for which election, credential and
 * ciphertexts. A statement that left one of these out could be moved to another ballot.
 */
export const statements = {
  signedMessage: (message: string, commitment: string): string => `sigmsg|${message}|${commitment}`,
  knowledge: (group: string, key: string, commitment: string): string => `pok|${group}|${key}|${commitment}`,
  /** S0: the election's fingerprint and the voter's public credential. */
  voter: (fingerprint: string, credential: string): string => `${fingerprint}|${credential}`,
  /** S: S0 with all ciphertexts of the answer. */
  answer: (voter: string, ciphertexts: readonly string[]): string => `${voter}|${ciphertexts.join(',')}`,
  interval: (context: string, ciphertext: string, commitments: readonly string[]): string =>
    `prove|${context}|${ciphertext}|${commitments.join(',')}`,
  blank: (answer: string, commitments: readonly string[]): string => `bproof0|${answer}|${commitments.join(',')}`,
  overallOrBlank: (answer: string, commitments: readonly string[]): string =>
    `bproof1|${answer}|${commitments.join(',')}`,
  signature: (hash: string, commitment: string): string => `sig|${hash}|${commitment}`,
  decryption: (fingerprint: string, key: string, commitments: readonly string[]): string =>
    `decrypt|${fingerprint}|${key}|${commitments.join(',')}`,
} as const;
