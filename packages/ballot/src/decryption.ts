import { utf8 } from './encoding/bytes.ts';
import { canonicalJson } from './encoding/json.ts';
import type { Element, Group } from './group/group.ts';
import type { Proof } from './proof.ts';
import { proofJson, readProof } from './proof.ts';
import type { Node } from './verify/node.ts';
import { countOf, elementOf, fieldsOf, hashOf, listOf } from './verify/node.ts';

/** A trustee's part in opening the sums: α^x for each, with the proof that x is the trustee's key. */
export interface PartialDecryption {
  readonly factors: readonly (readonly Element[])[];
  readonly proofs: readonly (readonly Proof[])[];
}

export const encodeDecryption = (group: Group, { factors, proofs }: PartialDecryption): Uint8Array =>
  utf8(
    canonicalJson({
      decryption_factors: factors.map((row) => group.writeAll(row)),
      decryption_proofs: proofs.map((row) => row.map(proofJson)),
    }),
  );

/** Factors of a sum over no ballots are the neutral element, so that is read too; the proofs bind it. */
export function readDecryption(node: Node, group: Group): PartialDecryption {
  const fields = fieldsOf(node, ['decryption_factors', 'decryption_proofs']);
  return {
    factors: listOf(fields.decryption_factors).map((row) =>
      listOf(row).map((factor) => elementOf(factor, group, true)),
    ),
    proofs: listOf(fields.decryption_proofs).map((row) => listOf(row).map((proof) => readProof(proof, group))),
  };
}

/** Whose decryption a record is. */
export interface OwnedDecryption {
  /** The trustee's number, from 1, over all trustees of the election. */
  readonly owner: number;
  /** The hash of the decryption's record. */
  readonly decryption: string;
}

export const encodeOwnedDecryption = ({ owner, decryption }: OwnedDecryption): Uint8Array =>
  utf8(canonicalJson({ owner, payload: decryption }));

export interface ReadOwnedDecryption extends OwnedDecryption {
  readonly ownerNode: Node;
}

export function readOwnedDecryption(node: Node): ReadOwnedDecryption {
  const fields = fieldsOf(node, ['owner', 'payload']);
  return { owner: countOf(fields.owner), decryption: hashOf(fields.payload), ownerNode: fields.owner };
}
