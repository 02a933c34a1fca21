import type { Group } from '../group/group.ts';
import type { Proof } from '../proof.ts';
import { respond, statements } from '../proof.ts';
import type { SignedMessage, VerificationKey } from '../trustees.ts';
import type { RandomSource } from './random.ts';
import { randomScalar } from './random.ts';

/** A trustee's signature of a text (Schnorr). */
export function signMessage(group: Group, key: bigint, message: string, random: RandomSource): Proof {
  const nonce = randomScalar(group.q, random);
  const commitment = group.write(group.generator.powSecret(nonce));
  return respond(group, nonce, key, group.hash(statements.signedMessage(message, commitment)));
}

export const signed = (group: Group, key: bigint, message: string, random: RandomSource): SignedMessage => ({
  message,
  signature: signMessage(group, key, message, random),
});

/** The public key of x, with the proof of knowing x. */
export function verificationKey(group: Group, x: bigint, random: RandomSource): VerificationKey {
  const publicKey = group.generator.powSecret(x);
  const nonce = randomScalar(group.q, random);
  const commitment = group.write(group.generator.powSecret(nonce));
  const challenge = group.hash(statements.knowledge(group.name, group.write(publicKey), commitment));
  return { pok: respond(group, nonce, x, challenge), publicKey };
}
