import { sha256, toCompactBase64, utf8 } from './encoding/bytes.ts';
import { canonicalJson } from './encoding/json.ts';
import type { Element, Group, Sha256 } from './group/group.ts';
import type { Proof } from './proof.ts';
import { proofJson, readProof } from './proof.ts';
import type { Node } from './verify/node.ts';
import { elementOf, fieldsOf, listOf, stringOf } from './verify/node.ts';

/** (g^r, y^r·g^m): m, hidden by r. */
export interface Ciphertext {
  readonly alpha: Element;
  readonly beta: Element;
}

export interface Answer {
  readonly choices: readonly Ciphertext[];
  /** For each choice: that it is 0 or 1. */
  readonly individualProofs: readonly (readonly Proof[])[];
  /** That the number of choices is allowed, or the vote is blank. */
  readonly overallProof: readonly Proof[];
  /** Where blank is allowed: that the vote is not blank, or chooses nobody. */
  readonly blankProof?: readonly Proof[];
}

export interface Ballot {
  readonly electionUuid: string;
  readonly electionHash: string;
  readonly credential: Element;
  readonly answers: readonly Answer[];
  readonly signature: { readonly hash: string; readonly proof: Proof };
}

export const ciphertextJson = (group: Group, { alpha, beta }: Ciphertext): { alpha: string; beta: string } => ({
  alpha: group.write(alpha),
  beta: group.write(beta),
});

const answerJson = (group: Group, answer: Answer): object => ({
  choices: answer.choices.map((choice) => ciphertextJson(group, choice)),
  individual_proofs: answer.individualProofs.map((proofs) => proofs.map(proofJson)),
  overall_proof: answer.overallProof.map(proofJson),
  blank_proof: answer.blankProof?.map(proofJson),
});

/** The ballot without its signature: what the signature's hash is of. */
export function unsignedJson(group: Group, ballot: Omit<Ballot, 'signature'>): object {
  return {
    election_uuid: ballot.electionUuid,
    election_hash: ballot.electionHash,
    credential: group.write(ballot.credential),
    answers: ballot.answers.map((answer) => answerJson(group, answer)),
  };
}

export const unsignedHash = (unsigned: object, hash: Sha256 = sha256): string =>
  toCompactBase64(hash(utf8(canonicalJson(unsigned))));

/** The ballot's record, byte for byte. */
export function encodeBallot(group: Group, ballot: Ballot): Uint8Array {
  const { hash, proof } = ballot.signature;
  return utf8(canonicalJson({ ...unsignedJson(group, ballot), signature: { hash, proof: proofJson(proof) } }));
}

/** A ballot as read, with its places for whatever is demanded of it next. */
export interface ReadBallot extends Ballot {
  readonly node: Node;
  /** The hash that the signature must carry: computed when asked for. */
  readonly signedHash: (sha256?: Sha256) => string;
}

export function readBallot(node: Node, group: Group): ReadBallot {
  const fields = fieldsOf(node, ['election_uuid', 'election_hash', 'credential', 'answers', 'signature']);
  const signature = fieldsOf(fields.signature, ['hash', 'proof']);
  const { signature: _, ...unsigned } = node.value as Readonly<Record<string, unknown>>;
  return {
    electionUuid: stringOf(fields.election_uuid),
    electionHash: stringOf(fields.election_hash),
    credential: elementOf(fields.credential, group),
    answers: listOf(fields.answers).map((answer) => readAnswer(answer, group)),
    signature: { hash: stringOf(signature.hash), proof: readProof(signature.proof, group) },
    node,
    signedHash: (hash) => unsignedHash(unsigned, hash),
  };
}

const readProofs = (node: Node, group: Group): Proof[] => listOf(node).map((proof) => readProof(proof, group));

function readAnswer(node: Node, group: Group): Answer {
  const fields = fieldsOf(node, ['choices', 'individual_proofs', 'overall_proof', '?blank_proof']);
  return {
    choices: listOf(fields.choices).map((choice) => readCiphertext(choice, group)),
    individualProofs: listOf(fields.individual_proofs).map((proofs) => readProofs(proofs, group)),
    overallProof: readProofs(fields.overall_proof, group),
    ...(fields.blank_proof && { blankProof: readProofs(fields.blank_proof, group) }),
  };
}

/** `identityAllowed`: a sum over no ballots is the neutral element; a voter's ciphertext never is. */
export function readCiphertext(node: Node, group: Group, identityAllowed = false): Ciphertext {
  const fields = fieldsOf(node, ['alpha', 'beta']);
  return {
    alpha: elementOf(fields.alpha, group, identityAllowed),
    beta: elementOf(fields.beta, group, identityAllowed),
  };
}
