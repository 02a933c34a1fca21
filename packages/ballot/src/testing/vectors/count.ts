import { hashOfRecord } from '../../board/event.ts';
import { encodeDecryption, encodeOwnedDecryption } from '../../decryption.ts';
import { decryptTally } from '../../secret/decryption.ts';
import type { EncryptedTally } from '../../tally.ts';
import { encodeSizedTally, encodeTally, readTally } from '../../tally.ts';
import { judge } from '../../verify/judge.ts';
import { parseNode } from '../../verify/node.ts';
import type { RuleId } from '../../verify/rules.ts';
import type { Draft } from '../assembly.ts';
import { assemble, bytesOf, draftsOf, replace, retext } from '../assembly.ts';
import { hold } from '../example.ts';
import { present } from './files.ts';
import type { Materials, Vector } from './vector.ts';

interface DecryptionJson {
  readonly decryption_factors: readonly (readonly string[])[];
  readonly decryption_proofs: readonly (readonly object[])[];
}

/** Faults of tally, decryptions and result. */
export function countVectors({ example, tallied, complete }: Materials) {
  const { group, parameters, trusteeKeys, random } = example;
  const drafts = draftsOf(tallied);
  const counted = present(drafts.find(({ type }) => type === 'EncryptedTally'));
  const tally = readTally(parseNode(judge(), present(counted.records[0]), {}), group);
  const sized = (from: string, to: string): Uint8Array =>
    assemble(replace(drafts, 'EncryptedTally', ([record, size]) => [present(record), retext(present(size), from, to)]));
  const tallying = (other: EncryptedTally): Uint8Array => {
    const record = encodeTally(group, other);
    const size = encodeSizedTally({ counted: 3, weight: 3, tally: hashOfRecord(record) });
    return assemble(replace(drafts, 'EncryptedTally', () => [record, size]));
  };
  const decrypted = (
    owner: number,
    key: bigint,
    change: (honest: DecryptionJson) => object = (honest) => honest,
  ): Draft => {
    const honest = encodeDecryption(group, decryptTally(parameters, key, tally, random));
    const record = bytesOf(change(JSON.parse(new TextDecoder().decode(honest)) as DecryptionJson));
    return {
      type: 'PartialDecryption',
      records: [record, encodeOwnedDecryption({ owner, decryption: hashOfRecord(record) })],
    };
  };
  const [first = 0n, second = 0n] = trusteeKeys;
  const resulting = (change: string): Uint8Array =>
    assemble(replace(draftsOf(complete), 'Result', ([record]) => [retext(present(record), /\[\[.*\]\]/, change)]));
  const oneMore = tally.map((row) =>
    row.map(({ alpha, beta }, i) => ({ alpha, beta: i === 1 ? group.multiply(beta, group.generator.base) : beta })),
  );
  const empty = draftsOf(hold(example, [], 'decrypting').bytes);
  return {
    'BEL-TALLY-COUNT': [{ done: 'one counted who did not vote', bytes: sized('"num_tallied":3', '"num_tallied":4') }],
    'BEL-TALLY-WEIGHT': [{ done: 'a weight too great', bytes: sized('"total_weight":3', '"total_weight":30') }],
    'BEL-TALLY-SIZE': [{ done: 'a sum too many', bytes: tallying(tally.map((row) => [...row, ...row.slice(0, 1)])) }],
    'BEL-TALLY-PRODUCT': [{ done: 'a vote added to the encrypted sum', bytes: tallying(oneMore) }],
    'BEL-DECRYPTION-OWNER': [
      { done: 'a decryption by a fourth of three', bytes: assemble([...drafts, decrypted(4, first)]) },
    ],
    'BEL-DECRYPTION-TWICE': [
      { done: 'the same trustee twice', bytes: assemble([...drafts, decrypted(1, first), decrypted(1, first)]) },
    ],
    'BEL-DECRYPTION-SIZE': [
      {
        done: 'a proof too many',
        bytes: assemble([
          ...drafts,
          decrypted(1, first, ({ decryption_proofs: [row = []], ...rest }) => ({
            ...rest,
            decryption_proofs: [[...row, ...row.slice(0, 1)]],
          })),
        ]),
      },
    ],
    'BEL-DECRYPTION-PROOF': [
      { done: 'the decryption of another', bytes: assemble([...drafts, decrypted(1, second)]) },
      {
        done: 'a forged factor',
        bytes: assemble([
          ...drafts,
          decrypted(1, first, ({ decryption_factors: [[one = '', two = '', ...more] = []], ...rest }) => ({
            decryption_factors: [[two, one, ...more]],
            ...rest,
          })),
        ]),
      },
    ],
    'BEL-RESULT-THRESHOLD': [
      {
        done: 'a result of one where two are needed',
        bytes: assemble([...empty, { type: 'Result', records: [bytesOf({ result: [[0, 0, 0]] })] }]),
      },
    ],
    'BEL-RESULT-SIZE': [{ done: 'a number too many', bytes: resulting('[[1,1,1,0]]') }],
    'BEL-RESULT-VALUE': [{ done: 'a vote moved', bytes: resulting('[[0,1,2]]') }],
  } satisfies Partial<Record<RuleId, readonly Vector[]>>;
}
