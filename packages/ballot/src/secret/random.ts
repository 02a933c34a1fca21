import { toInteger } from '../encoding/bytes.ts';

/** Gives that many unpredictable bytes: `crypto.getRandomValues` in a browser, `crypto.randomBytes` in Node. */
export type RandomSource = (bytes: number) => Uint8Array;

/** So many bits beyond q that the remainder is as good as uniform (2^-128 off). */
const EXTRA_BYTES = 16;
const BLOCK_BYTES = 32;

/**
 * The source, made to stop the ballot when the generator beneath has plainly failed: too few bytes, one byte repeated,
 * or the same block twice. A generator that fails in subtler ways cannot be told from a good one.
 *
 * @throws Error when it has failed: there is no safe way to go on.
 */
export function watchedRandom(source: RandomSource): RandomSource {
  let previous = '';
  return (bytes) => {
    const block = source(Math.max(bytes, BLOCK_BYTES));
    const text = block.join();
    const stuck = block.every((byte) => byte === block[0]);
    if (block.length < bytes || stuck || text === previous)
      throw new Error('The random generator of this device has failed');
    previous = text;
    return block.subarray(0, bytes);
  };
}

/** A uniform exponent in [1, q). The bytes it came from are zeroed; the number itself JavaScript cannot zero. */
export function randomScalar(q: bigint, random: RandomSource): bigint {
  const bytes = random(Math.ceil(q.toString(16).length / 2) + EXTRA_BYTES);
  const scalar = (toInteger(bytes) % (q - 1n)) + 1n;
  bytes.fill(0);
  return scalar;
}

export const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Uniform Base58 characters; bytes that would favour some characters are thrown away. */
export function randomBase58(length: number, random: RandomSource): string {
  const fair = 256 - (256 % BASE58.length);
  let text = '';
  while (text.length < length) {
    const bytes = random(length);
    for (const byte of bytes) if (byte < fair && text.length < length) text += BASE58[byte % BASE58.length];
    bytes.fill(0);
  }
  return text;
}
