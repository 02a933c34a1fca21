import { utf8 } from '../encoding/bytes.ts';
import { canonicalJson } from '../encoding/json.ts';
import type { Element, Group } from '../group/group.ts';
import { product } from '../group/group.ts';
import type { Proof } from '../proof.ts';
import { commitment, proofJson, statements } from '../proof.ts';
import type { SignedMessage, ThresholdParameters, VerificationKey } from '../trustees.ts';
import type { Judge, Place } from './judge.ts';
import type { Candidate } from './members.ts';
import type { Node } from './node.ts';
import { countOf, elementOf, fieldsOf, listOf, parseNode, stringOf } from './node.ts';

/** What an examination of keys collects on the way, to be demanded of all together. */
export interface Findings {
  readonly candidates: Candidate[];
  /** The commitments of all proofs and signatures, with their places: none may occur twice. */
  readonly commitments: { readonly text: string; readonly place: Place }[];
}

export const newFindings = (): Findings => ({ candidates: [], commitments: [] });

/** The public keys that a trustee published in the certificate, made for the ceremony alone. */
export interface CertificateKeys {
  /** Verifies the trustee's signatures. */
  readonly verification: Element;
  /** Encrypts to the trustee. */
  readonly encryption: Element;
}

export interface CeremonyContext {
  readonly group: string;
  readonly size: number;
  readonly threshold: number;
  /** The trustee's place, from 1. */
  readonly index: number;
}

/** True where `signature` is `key`'s signature of `message`. Notes its commitment. */
export function holdsSignature(
  group: Group,
  key: Element,
  message: string,
  signature: Proof,
  place: Place,
  findings: Findings,
): boolean {
  const text = group.write(commitment(group, group.generator, key, signature));
  findings.commitments.push({ text, place });
  return group.hash(statements.signedMessage(message, text)) === signature.challenge;
}

/** Demands the proof that whoever published the key knows its secret. */
export function examineKnowledge(
  judge: Judge,
  group: Group,
  key: VerificationKey,
  place: Place,
  findings: Findings,
): void {
  const text = group.write(commitment(group, group.generator, key.publicKey, key.pok));
  const at = { ...place, path: `${place.path}.pok` };
  findings.commitments.push({ text, place: at });
  findings.candidates.push({ element: key.publicKey, place: { ...place, path: `${place.path}.public_key` } });
  const statement = statements.knowledge(group.name, group.write(key.publicKey), text);
  judge.demand('BEL-TRUSTEE-POK', group.hash(statement) === key.pok.challenge, at);
}

const messageNode = (judge: Judge, { message }: SignedMessage, place: Place): Node =>
  parseNode(judge, utf8(message), { ...place, path: `${place.path}.message` });

/** Reads a certificate, demands its signature, and its context where the ceremony has one (tools since 3.0). */
export function examineCertificate(
  judge: Judge,
  group: Group,
  certificate: SignedMessage,
  context: CeremonyContext | undefined,
  place: Place,
  findings: Findings,
): CertificateKeys {
  const node = messageNode(judge, certificate, place);
  const shape = ['verification', 'encryption'] as const;
  const fields = context === undefined ? fieldsOf(node, shape) : fieldsOf(node, ['context', ...shape]);
  const verification = elementOf(fields.verification, group);
  const encryption = elementOf(fields.encryption, group);
  findings.candidates.push({ element: verification, place: fields.verification.place });
  findings.candidates.push({ element: encryption, place: fields.encryption.place });
  if (context !== undefined && 'context' in fields) demandContext(fields.context as Node, context);
  const holds = holdsSignature(group, verification, certificate.message, certificate.signature, place, findings);
  judge.demand('BEL-PEDERSEN-CERTIFICATE', holds, place);
  return { verification, encryption };
}

function demandContext(node: Node, expected: CeremonyContext): void {
  const fields = fieldsOf(node, ['group', 'size', 'threshold', 'index']);
  const holds =
    stringOf(fields.group) === expected.group &&
    countOf(fields.size) === expected.size &&
    countOf(fields.threshold) === expected.threshold &&
    countOf(fields.index) === expected.index;
  node.judge.demand('BEL-PEDERSEN-CONTEXT', holds, node.place);
}

/** Reads a trustee's A_0 … A_(t-1) and demands the signature. */
export function examineCoefficients(
  judge: Judge,
  group: Group,
  signed: SignedMessage,
  verification: Element,
  place: Place,
  findings: Findings,
): Element[] {
  const { coefexps } = fieldsOf(messageNode(judge, signed, place), ['coefexps']);
  const coefficients = listOf(coefexps).map((node) => {
    const element = elementOf(node, group);
    findings.candidates.push({ element, place: node.place });
    return element;
  });
  const holds = holdsSignature(group, verification, signed.message, signed.signature, place, findings);
  judge.demand('BEL-PEDERSEN-POLYNOMIAL', holds, place);
  return coefficients;
}

/** What a trustee signs to say: these were the certificates I was shown, and this is my polynomial. */
export function approvalMessage(
  group: Group,
  certificates: readonly SignedMessage[],
  coefficients: readonly Element[],
): string {
  const certs = certificates.map(({ message, signature }) => ({ message, signature: proofJson(signature) }));
  return `certs_sig|${canonicalJson({ certs, coefexps: group.writeAll(coefficients) })}`;
}

/** ∏ A_k^(j^k): g^f(j) for the polynomial f behind the coefficients. */
export function shareOf(group: Group, coefficients: readonly Element[], index: number): Element {
  return product(
    group,
    coefficients.map((coefficient, k) => group.powPublic(coefficient, BigInt(index) ** BigInt(k))),
  );
}

/** Demands everything of a key ceremony; gives the public key it stands for. */
export function examinePedersen(
  judge: Judge,
  group: Group,
  parameters: ThresholdParameters,
  place: Place,
  findings: Findings,
): Element {
  const { threshold, certificates, coefficients, approvals, verificationKeys } = parameters;
  const size = certificates.length;
  const at = (path: string): Place => ({ ...place, path: `${place.path}[1].${path}` });
  judge.demand('BEL-PEDERSEN-THRESHOLD', threshold >= 1 && threshold <= size, at('threshold'));
  const lists = [coefficients, approvals ?? certificates, verificationKeys];
  judge.demand(
    'BEL-PEDERSEN-SIZE',
    lists.every((list) => list.length === size),
    place,
  );

  const keys = certificates.map((certificate, i) => {
    const context = approvals && { group: group.name, size, threshold, index: i + 1 };
    return examineCertificate(judge, group, certificate, context, at(`certs[${i}]`), findings);
  });
  demandDistinct(
    judge,
    group,
    keys.map(({ verification }) => verification),
    at('certs'),
  );
  const polynomials = keys.map(({ verification }, i) => {
    const signed = coefficients[i];
    if (signed === undefined) return [];
    const polynomial = examineCoefficients(judge, group, signed, verification, at(`coefexps[${i}]`), findings);
    judge.demand('BEL-PEDERSEN-SIZE', polynomial.length === threshold, at(`coefexps[${i}]`));
    return polynomial;
  });
  for (const [i, { verification }] of keys.entries()) {
    const approval = approvals?.[i];
    if (approval === undefined) continue;
    const message = approvalMessage(group, certificates, polynomials[i] ?? []);
    const path = at(`signatures[${i}]`);
    judge.demand('BEL-PEDERSEN-APPROVAL', holdsSignature(group, verification, message, approval, path, findings), path);
  }
  for (const [i, key] of verificationKeys.entries()) {
    examineThresholdKey(
      judge,
      group,
      key,
      i + 1,
      polynomials,
      keys[i]?.verification,
      at(`verification_keys[${i}]`),
      findings,
    );
  }
  return product(
    group,
    polynomials.map(([constant]) => constant ?? group.identity),
  );
}

/** Demands that a trustee's key is the one the polynomials give, is known to the trustee, and is signed. */
export function examineThresholdKey(
  judge: Judge,
  group: Group,
  key: VerificationKey,
  index: number,
  polynomials: readonly (readonly Element[])[],
  signer: Element | undefined,
  place: Place,
  findings: Findings,
): void {
  const share = product(
    group,
    polynomials.map((polynomial) => shareOf(group, polynomial, index)),
  );
  judge.demand('BEL-PEDERSEN-SHARE', group.equal(share, key.publicKey), place);
  examineKnowledge(judge, group, key, place, findings);
  if (key.signature === undefined || signer === undefined) return;
  const holds = holdsSignature(group, signer, group.write(key.publicKey), key.signature, place, findings);
  judge.demand('BEL-PEDERSEN-KEY-SIGNATURE', holds, place);
}

export function demandDistinct(judge: Judge, group: Group, keys: readonly Element[], place: Place): void {
  judge.demand('BEL-TRUSTEE-TWICE', new Set(keys.map((key) => group.write(key))).size === keys.length, place);
}
