import { concatenate, sha256, utf8 } from '../encoding/bytes.ts';
import type { RandomSource } from '../secret/random.ts';

/** Randomness that is the same in every run: SHA-256 of the seed and a counter. For tests alone. */
export function seeded(seed: string): RandomSource {
  let counter = 0;
  return (length) => {
    const blocks: Uint8Array[] = [];
    for (let have = 0; have < length; have += 32) blocks.push(sha256(utf8(`${seed}|${counter++}`)));
    return concatenate(blocks).slice(0, length);
  };
}
