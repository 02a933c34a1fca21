import type { Ciphertext } from './ballot.ts';
import { ciphertextJson, readCiphertext } from './ballot.ts';
import { utf8 } from './encoding/bytes.ts';
import { canonicalJson } from './encoding/json.ts';
import type { Question } from './election.ts';
import { choicesOf } from './election.ts';
import type { Group } from './group/group.ts';
import type { Node } from './verify/node.ts';
import { countOf, fieldsOf, hashOf, listOf } from './verify/node.ts';

/** For each question, the sum of each alternative over all counted ballots, encrypted. */
export type EncryptedTally = readonly (readonly Ciphertext[])[];

/** What is added up of a ballot: its ciphertexts, each counting `weight` times. */
export interface CountedBallot {
  readonly answers: readonly { readonly choices: readonly Ciphertext[] }[];
  readonly weight: number;
}

/** The product of the ciphertexts of all ballots, each to the power of its weight. */
export function addUp(group: Group, questions: readonly Question[], ballots: readonly CountedBallot[]): EncryptedTally {
  const nothing: Ciphertext = { alpha: group.identity, beta: group.identity };
  const sums = questions.map((question) => new Array<Ciphertext>(choicesOf(question)).fill(nothing));
  for (const { answers, weight } of ballots) {
    for (const [i, row] of sums.entries()) {
      for (const [j, sum] of row.entries()) {
        const choice = weighted(group, answers[i]?.choices[j] ?? nothing, weight);
        row[j] = { alpha: group.multiply(sum.alpha, choice.alpha), beta: group.multiply(sum.beta, choice.beta) };
      }
    }
  }
  return sums;
}

function weighted(group: Group, { alpha, beta }: Ciphertext, weight: number): Ciphertext {
  if (weight === 1) return { alpha, beta };
  return { alpha: group.powPublic(alpha, BigInt(weight)), beta: group.powPublic(beta, BigInt(weight)) };
}

export const encodeTally = (group: Group, tally: EncryptedTally): Uint8Array =>
  utf8(canonicalJson(tally.map((row) => row.map((ciphertext) => ciphertextJson(group, ciphertext)))));

export const readTally = (node: Node, group: Group): EncryptedTally =>
  listOf(node).map((row) => listOf(row).map((ciphertext) => readCiphertext(ciphertext, group, true)));

/** How much the encrypted tally sums, and which record it is. */
export interface SizedTally {
  readonly counted: number;
  readonly weight: number;
  /** The hash of the encrypted tally's record. */
  readonly tally: string;
}

export const encodeSizedTally = ({ counted, weight, tally }: SizedTally): Uint8Array =>
  utf8(canonicalJson({ num_tallied: counted, total_weight: weight, encrypted_tally: tally }));

export interface ReadSizedTally extends SizedTally {
  readonly countedNode: Node;
  readonly weightNode: Node;
}

export function readSizedTally(node: Node): ReadSizedTally {
  const fields = fieldsOf(node, ['num_tallied', 'total_weight', 'encrypted_tally']);
  return {
    counted: countOf(fields.num_tallied),
    weight: countOf(fields.total_weight),
    tally: hashOf(fields.encrypted_tally),
    countedNode: fields.num_tallied,
    weightNode: fields.total_weight,
  };
}
