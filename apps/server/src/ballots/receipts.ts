import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { BallotId } from '@klubba/meeting';

/** RFC 8410: what stands before an Ed25519 seed in PKCS #8. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

export type ReceiptKey = { readonly publicKey: string; sign(ballot: BallotId, hash: string, height: number): string };

/** The server's word that a ballot was recorded: with it a voter can prove to anybody that one was dropped. */
export function receiptKey(seed: Uint8Array): ReceiptKey {
  const key: KeyObject = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  return {
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('hex'),
    sign: (ballot, hash, height) => sign(null, Buffer.from(receiptText(ballot, hash, height)), key).toString('hex'),
  };
}

/** What is signed. */
export function receiptText(ballot: BallotId, hash: string, height: number): string {
  return `klubba-receipt|${ballot}|${height}|${hash}`;
}
