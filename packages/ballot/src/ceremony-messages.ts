import { canonicalJson } from './encoding/json.ts';
import { utf8 } from './encoding/bytes.ts';
import type { Group } from './group/group.ts';
import { proofJson, readProof } from './proof.ts';
import type { Result } from './result.ts';
import type { SignedMessage } from './trustees.ts';
import { readSigned, readVerificationKey, verificationKeyJson } from './trustees.ts';
import type { Finding } from './verify/judge.ts';
import { judge as newJudge, judged } from './verify/judge.ts';
import type { Node } from './verify/node.ts';
import { fieldsOf, listOf, parseNode, stringOf } from './verify/node.ts';
import type { PolynomialMessage, ShareDelivery, TrusteeKey } from './ceremony.ts';

/**
 * The ceremony's messages as text, in the forms of the reference tools: they pass through the server, which can read
 * nothing secret in them.
 */
const signedJson = ({ message, signature }: SignedMessage): object => ({ message, signature: proofJson(signature) });

export const encodeCertificate = (certificate: SignedMessage): string => canonicalJson(signedJson(certificate));

export const encodePolynomial = ({ polynomial, shares, coefficients, approval }: PolynomialMessage): string =>
  canonicalJson({ polynomial, secrets: shares, coefexps: signedJson(coefficients), signature: proofJson(approval) });

export const encodeDelivery = ({ polynomial, shares, coefficients, approvals }: ShareDelivery): string =>
  canonicalJson({
    polynomial,
    secrets: shares,
    coefexps: coefficients.map(signedJson),
    signatures: approvals.map(proofJson),
  });

export const encodeTrusteeKey = (group: Group, { sealedKey, key }: TrusteeKey): string =>
  canonicalJson({ private_key: sealedKey, public_key: verificationKeyJson(group, key) });

const read = <Value>(text: string, reader: (node: Node) => Value): Result<Value, Finding> =>
  judged(() => reader(parseNode(newJudge(), utf8(text), { record: 'message' })));

export const readCertificate = (group: Group, text: string): Result<SignedMessage, Finding> =>
  read(text, (node) => readSigned(node, group));

export const readPolynomial = (group: Group, text: string): Result<PolynomialMessage, Finding> =>
  read(text, (node) => {
    const fields = fieldsOf(node, ['polynomial', 'secrets', 'coefexps', 'signature']);
    return {
      polynomial: stringOf(fields.polynomial),
      shares: listOf(fields.secrets).map(stringOf),
      coefficients: readSigned(fields.coefexps, group),
      approval: readProof(fields.signature, group),
    };
  });

export const readDelivery = (group: Group, text: string): Result<ShareDelivery, Finding> =>
  read(text, (node) => {
    const fields = fieldsOf(node, ['polynomial', 'secrets', 'coefexps', 'signatures']);
    return {
      polynomial: stringOf(fields.polynomial),
      shares: listOf(fields.secrets).map(stringOf),
      coefficients: listOf(fields.coefexps).map((signed) => readSigned(signed, group)),
      approvals: listOf(fields.signatures).map((proof) => readProof(proof, group)),
    };
  });

export const readTrusteeKey = (group: Group, text: string): Result<TrusteeKey, Finding> =>
  read(text, (node) => {
    const fields = fieldsOf(node, ['private_key', 'public_key']);
    return { sealedKey: stringOf(fields.private_key), key: readVerificationKey(fields.public_key, group, true) };
  });
