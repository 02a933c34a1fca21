import { constants, createPrivateKey, createPublicKey, generateKeyPair, privateDecrypt, verify } from 'node:crypto';
import { promisify } from 'node:util';
import type { BlindKey } from '@klubba/ballot';

/** Worth 128 bits (NIST SP 800-57 part 1, table 2). A key that is in use keeps the size it was made with. */
const BITS = 3072;

/** A new key for blind signatures (RFC 9474), as PKCS #8. Each ballot has its own, so that a signature is good for one alone. */
export async function newBlindKey(): Promise<Buffer> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS });
  return privateKey.export({ format: 'der', type: 'pkcs8' });
}

const keyOf = (pkcs8: Buffer) => createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });

export function publicBlindKey(pkcs8: Buffer): BlindKey {
  const { n = '', e = '' } = createPublicKey(keyOf(pkcs8)).export({ format: 'jwk' });
  const hexOf = (text: string): string => Buffer.from(text, 'base64url').toString('hex');
  return { n: hexOf(n), e: hexOf(e) };
}

/** Undefined: no number below the modulus. */
export function blindSign(pkcs8: Buffer, blinded: Buffer): Buffer | undefined {
  try {
    return privateDecrypt({ key: keyOf(pkcs8), padding: constants.RSA_NO_PADDING }, blinded);
  } catch {
    return undefined;
  }
}

export function isSigned(pkcs8: Buffer, credential: string, signature: Buffer): boolean {
  const key = createPublicKey(keyOf(pkcs8));
  const how = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 0 };
  return verify('sha384', Buffer.from(credential), how, signature);
}
