import { sha256, toInteger, utf8 } from '../encoding/bytes.ts';
import type { Group } from '../group/group.ts';
import type { RandomSource } from './random.ts';
import { randomBase58, watchedRandom } from './random.ts';

/** Twenty-two Base58 characters from which a trustee's keys for the ceremony come: what is printed and locked away. */
export type TrusteeSeed = string & { readonly [trusteeSeedBrand]: true };
declare const trusteeSeedBrand: unique symbol;

const SEED = /^[1-9A-HJ-NP-Za-km-z]{22}$/;
const SEED_LENGTH = 22;

export const newTrusteeSeed = (random: RandomSource): TrusteeSeed =>
  randomBase58(SEED_LENGTH, watchedRandom(random)) as TrusteeSeed;

/** The seed as typed in from paper, or undefined where it is none. */
export const parseTrusteeSeed = (text: string): TrusteeSeed | undefined =>
  SEED.test(text) ? (text as TrusteeSeed) : undefined;

export const signingKey = (group: Group, seed: TrusteeSeed): bigint => toInteger(sha256(utf8(`sk|${seed}`))) % group.q;
export const decryptionKey = (group: Group, seed: TrusteeSeed): bigint =>
  toInteger(sha256(utf8(`dk|${seed}`))) % group.q;
