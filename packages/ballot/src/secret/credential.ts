import { sha256, toHex, utf8 } from '../encoding/bytes.ts';
import type { Element, Group } from '../group/group.ts';
import type { RandomSource } from './random.ts';
import { randomBase58 } from './random.ts';

/** Twenty-two Base58 characters in groups of 5, 6, 5 and 6: about 128 bits. Whoever has it can vote in the voter's name. */
export type CredentialSecret = string & { readonly [credentialSecretBrand]: true };
declare const credentialSecretBrand: unique symbol;

const GROUPS = [5, 6, 5, 6] as const;
const CREDENTIAL = /^[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}-[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}$/;

/** A new secret, made on the voter's own device: then nobody else can cast a ballot for that voter. */
export function newCredentialSecret(random: RandomSource): CredentialSecret {
  return GROUPS.map((length) => randomBase58(length, random)).join('-') as CredentialSecret;
}

/** The secret as typed or stored, or undefined where it is none. */
export const parseCredentialSecret = (text: string): CredentialSecret | undefined =>
  CREDENTIAL.test(text) ? (text as CredentialSecret) : undefined;

/** The secret exponent s of this credential in this election (derivation of the 3.x tools). */
export function credentialExponent(group: Group, electionUuid: string, secret: CredentialSecret): bigint {
  const half = (index: number): string => toHex(sha256(utf8(`derive_credential|${electionUuid}|${index}|${secret}`)));
  return BigInt(`0x${half(0)}${half(1)}`) % group.q;
}

/** g^s: all that is ever registered of a credential. */
export function publicCredential(group: Group, electionUuid: string, secret: CredentialSecret): Element {
  return group.generator.powSecret(credentialExponent(group, electionUuid, secret));
}
