import { sha384 } from '@noble/hashes/sha2.js';
import { concatenate, fromHex, toHex, toInteger, utf8 } from '../encoding/bytes.ts';
import type { RandomSource } from './random.ts';
import { watchedRandom } from './random.ts';

/**
 * Blind signatures by RFC 9474, variant RSABSSA-SHA384-PSSZERO-Deterministic: the server signs that a voter may register one
 * credential, and cannot tell afterwards which of the registered ones that was.
 */
export interface BlindKey {
  /** Modulus and public exponent, hexadecimal. */
  readonly n: string;
  readonly e: string;
}

export interface BlindedCredential {
  /** For the server to sign; independent of the credential whoever looks at it. Hexadecimal. */
  readonly blinded: string;
  /** Turns the server's answer into a signature on the credential, or undefined where the answer is none. */
  readonly finish: (signed: string) => string | undefined;
}

const HASH_BYTES = 48;
const TRAILER = 0xbc;

/** @param credential the public credential's text, which alone is ever shown. */
export function blindCredential(key: BlindKey, credential: string, random: RandomSource): BlindedCredential {
  const [n, e] = [BigInt(`0x${key.n}`), BigInt(`0x${key.e}`)];
  const length = Math.ceil(n.toString(16).length / 2);
  const message = toInteger(encoded(utf8(credential), n.toString(2).length - 1));
  const watched = watchedRandom(random);
  let r = 0n;
  let inverse: bigint | undefined;
  while (inverse === undefined) {
    r = toInteger(watched(length + HASH_BYTES)) % n;
    inverse = inverseOf(r, n);
  }
  const unblind = inverse;
  return {
    blinded: toHex(bytesOf((message * power(r, e, n)) % n, length)),
    finish(signed) {
      const answer = fromHex(signed);
      if (answer?.length !== length) return undefined;
      const signature = (toInteger(answer) * unblind) % n;
      return power(signature, e, n) === message ? toHex(bytesOf(signature, length)) : undefined;
    },
  };
}

/** EMSA-PSS with an empty salt (RFC 8017 9.1.1). */
function encoded(message: Uint8Array, bits: number): Uint8Array {
  const length = Math.ceil(bits / 8);
  const hash = sha384(concatenate([new Uint8Array(8), sha384(message)]));
  const data = new Uint8Array(length - HASH_BYTES - 1);
  data[data.length - 1] = 1;
  const mask = mgf1(hash, data.length);
  const masked = data.map((byte, index) => byte ^ (mask[index] ?? 0));
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits));
  return concatenate([masked, hash, Uint8Array.of(TRAILER)]);
}

function mgf1(seed: Uint8Array, length: number): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let counter = 0; counter * HASH_BYTES < length; counter++)
    blocks.push(sha384(concatenate([seed, bytesOf(BigInt(counter), 4)])));
  return concatenate(blocks).subarray(0, length);
}

function bytesOf(value: bigint, length: number): Uint8Array {
  return fromHex(value.toString(16).padStart(2 * length, '0')) ?? new Uint8Array(length);
}

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}

/** Undefined where there is none: r shares a factor with n, which does not happen with an honest key. */
function inverseOf(value: bigint, modulus: bigint): bigint | undefined {
  let [a, b, x, y] = [value, modulus, 1n, 0n];
  while (b !== 0n) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return a === 1n ? ((x % modulus) + modulus) % modulus : undefined;
}
