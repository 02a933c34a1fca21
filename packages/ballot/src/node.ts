import { createDiffieHellman, createHash, randomBytes } from 'node:crypto';
import type { DiffieHellman } from 'node:crypto';
import type { Engine } from './group/group.ts';
import type { RandomSource } from './secret/random.ts';

function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
}

/**
 * Node's OpenSSL behind {@link Engine}. A Diffie–Hellman exchange is a modular power: the "private key" is the exponent,
 * the "other's public key" the base. Six times as fast as BigInt. An exchange is kept for each modulus, since making one
 * tests the modulus for primality.
 */
export function nodeEngine(): Engine {
  const exchanges = new Map<bigint, DiffieHellman>();
  const exchangeFor = (modulus: bigint): DiffieHellman => {
    const known = exchanges.get(modulus);
    if (known !== undefined) return known;
    const made = createDiffieHellman(bytesOf(modulus), bytesOf(2n));
    exchanges.set(modulus, made);
    return made;
  };
  return {
    modPow(base, exponent, modulus) {
      const exchange = exchangeFor(modulus);
      exchange.setPrivateKey(bytesOf(exponent));
      try {
        return BigInt(`0x${exchange.computeSecret(bytesOf(base)).toString('hex')}`);
      } catch {
        // OpenSSL takes no base and gives no result of 0, 1 or p − 1.
        return undefined;
      }
    },
    sha256: (bytes) => createHash('sha256').update(bytes).digest(),
  };
}

export const nodeRandom: RandomSource = (bytes) => new Uint8Array(randomBytes(bytes));
