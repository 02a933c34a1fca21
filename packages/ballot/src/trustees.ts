import { utf8 } from './encoding/bytes.ts';
import { canonicalJson } from './encoding/json.ts';
import type { Element, Group } from './group/group.ts';
import { product } from './group/group.ts';
import type { Proof } from './proof.ts';
import { proofJson, readProof } from './proof.ts';
import type { Node } from './verify/node.ts';
import { judge as newJudge, judged, refute } from './verify/judge.ts';
import { countOf, elementOf, fieldsOf, listOf, parseNode, stringOf } from './verify/node.ts';

/** A text with a trustee's signature over it. */
export interface SignedMessage {
  readonly message: string;
  readonly signature: Proof;
}

/** A trustee's public key with the proof of knowing the private one; signed where it came out of a key ceremony. */
export interface VerificationKey {
  readonly pok: Proof;
  readonly publicKey: Element;
  readonly signature?: Proof;
}

/** What a key ceremony leaves in public. */
export interface ThresholdParameters {
  /** How many trustees must decrypt. */
  readonly threshold: number;
  readonly certificates: readonly SignedMessage[];
  readonly coefficients: readonly SignedMessage[];
  /** Each trustee's signature over all certificates; absent in archives of tools before 3.0. */
  readonly approvals?: readonly Proof[];
  readonly verificationKeys: readonly VerificationKey[];
}

export type TrusteeGroup =
  | { readonly kind: 'single'; readonly key: VerificationKey }
  | { readonly kind: 'pedersen'; readonly parameters: ThresholdParameters };

const signedJson = ({ message, signature }: SignedMessage): object => ({ message, signature: proofJson(signature) });

export const verificationKeyJson = (group: Group, key: VerificationKey): object => ({
  pok: proofJson(key.pok),
  public_key: group.write(key.publicKey),
  signature: key.signature && proofJson(key.signature),
});

function trusteeJson(group: Group, trustee: TrusteeGroup): readonly [string, object] {
  switch (trustee.kind) {
    case 'single':
      return ['Single', verificationKeyJson(group, trustee.key)];
    case 'pedersen': {
      const { threshold, certificates, coefficients, approvals, verificationKeys } = trustee.parameters;
      return [
        'Pedersen',
        {
          threshold,
          certs: certificates.map(signedJson),
          coefexps: coefficients.map(signedJson),
          signatures: approvals?.map(proofJson),
          verification_keys: verificationKeys.map((key) => verificationKeyJson(group, key)),
        },
      ];
    }
  }
}

/** The trustees' record, byte for byte. */
export const encodeTrustees = (group: Group, trustees: readonly TrusteeGroup[]): Uint8Array =>
  utf8(canonicalJson(trustees.map((trustee) => trusteeJson(group, trustee))));

/** The keys of all trustees in the order in which decryptions number their owners, from 1. */
export const verificationKeysOf = (trustees: readonly TrusteeGroup[]): readonly VerificationKey[] =>
  trustees.flatMap((trustee) => (trustee.kind === 'single' ? [trustee.key] : trustee.parameters.verificationKeys));

/**
 * The election key: the product of all single keys and of each ceremony's constant coefficients. Undefined where a
 * ceremony's record cannot be read: assemble it with `assembleThreshold`, which checks it.
 */
export function jointKeyOf(group: Group, trustees: readonly TrusteeGroup[]): Element | undefined {
  const parts: Element[] = [];
  for (const trustee of trustees) {
    if (trustee.kind === 'single') parts.push(trustee.key.publicKey);
    else {
      for (const { message } of trustee.parameters.coefficients) {
        const constant = judged(() =>
          constantOf(parseNode(newJudge(), utf8(message), { record: 'polynomial' }), group),
        );
        if (!constant.ok) return undefined;
        parts.push(constant.value);
      }
    }
  }
  return product(group, parts);
}

function constantOf(node: Node, group: Group): Element {
  const [constant] = listOf(fieldsOf(node, ['coefexps']).coefexps);
  return constant === undefined ? refute('BEL-PEDERSEN-SIZE', node.place) : elementOf(constant, group);
}

export const readSigned = (node: Node, group: Group): SignedMessage => {
  const fields = fieldsOf(node, ['message', 'signature']);
  return { message: stringOf(fields.message), signature: readProof(fields.signature, group) };
};

export function readVerificationKey(node: Node, group: Group, signed: boolean): VerificationKey {
  const fields = fieldsOf(node, signed ? ['pok', 'public_key', 'signature'] : ['pok', 'public_key']);
  const { signature } = fields as { readonly signature?: Node };
  return {
    pok: readProof(fields.pok, group),
    publicKey: elementOf(fields.public_key, group),
    ...(signature && { signature: readProof(signature, group) }),
  };
}

/** A trustee group as read, with its place. */
export interface ReadTrusteeGroup {
  readonly node: Node;
  readonly trustee: TrusteeGroup;
}

export function readTrustees(node: Node, group: Group): ReadTrusteeGroup[] {
  return listOf(node).map((entry) => ({ node: entry, trustee: readTrustee(entry, group) }));
}

function readTrustee(node: Node, group: Group): TrusteeGroup {
  const [kind, content, ...rest] = listOf(node);
  if (kind === undefined || content === undefined || rest.length > 0) refute('BEL-JSON-TYPE', node.place);
  const kindName = stringOf(kind);
  switch (kindName) {
    case 'Single':
      return { kind: 'single', key: readVerificationKey(content, group, false) };
    case 'Pedersen':
      return { kind: 'pedersen', parameters: readThreshold(content, group) };
    default:
      return refute('BEL-JSON-TYPE', kind.place);
  }
}

/** Tools before 3.0 wrote neither approvals nor signatures of keys; since then both are always there. */
function readThreshold(node: Node, group: Group): ThresholdParameters {
  const fields = fieldsOf(node, ['threshold', 'certs', 'coefexps', '?signatures', 'verification_keys']);
  const approved = fields.signatures !== undefined;
  return {
    threshold: countOf(fields.threshold),
    certificates: listOf(fields.certs).map((signed) => readSigned(signed, group)),
    coefficients: listOf(fields.coefexps).map((signed) => readSigned(signed, group)),
    ...(fields.signatures && { approvals: listOf(fields.signatures).map((proof) => readProof(proof, group)) }),
    verificationKeys: listOf(fields.verification_keys).map((key) => readVerificationKey(key, group, approved)),
  };
}
