import { unsignedHash } from '../ballot.ts';
import { canonicalJson } from '../encoding/json.ts';
import { electionParameters } from '../election.ts';
import type { Group } from '../group/group.ts';
import { modulo } from '../group/group.ts';
import { proofJson, respond, statements } from '../proof.ts';
import type { Proof } from '../proof.ts';
import type { Opening } from '../secret/ballot.ts';
import { proveAnswer } from '../secret/ballot.ts';
import type { CredentialSecret } from '../secret/credential.ts';
import { credentialExponent } from '../secret/credential.ts';
import type { RandomSource } from '../secret/random.ts';
import { randomScalar } from '../secret/random.ts';
import { signed, signMessage, verificationKey } from '../secret/signing.ts';
import type { SignedMessage, TrusteeGroup } from '../trustees.ts';
import { approvalMessage } from '../verify/pedersen.ts';
import { bytesOf, jsonOf } from './assembly.ts';
import type { Example, ExampleKeys } from './example.ts';

/** The election with another record: every ballot made afterwards is for that record. */
export const withRecord = (example: Example, electionRecord: Uint8Array): Example => ({
  ...example,
  electionRecord,
  parameters: electionParameters(example.group, example.parameters.election, electionRecord),
});

/** Changes a ballot's JSON and signs it anew with the voter's own secret. */
export function resigned(
  example: Example,
  voter: number,
  ballot: Uint8Array,
  change: (unsigned: BallotJson) => object,
): Uint8Array {
  const { signature: _, ...unsigned } = jsonOf<BallotJson & { signature: object }>(ballot);
  return signedAs(example, voter, change(unsigned));
}

export interface BallotJson {
  readonly election_uuid: string;
  readonly election_hash: string;
  readonly credential: string;
  readonly answers: readonly AnswerJson[];
}

export interface AnswerJson {
  readonly choices: readonly { readonly alpha: string; readonly beta: string }[];
  readonly individual_proofs: readonly (readonly object[])[];
  readonly overall_proof: readonly object[];
  readonly blank_proof?: readonly object[];
}

/** `hash`: what the signature claims to be of. */
export function signedAs(example: Example, voter: number, unsigned: object, hash = unsignedHash(unsigned)): Uint8Array {
  const { group, parameters, random } = example;
  const s = credentialExponent(group, parameters.election.uuid, example.voters[voter] as CredentialSecret);
  const nonce = randomScalar(group.q, random);
  const challenge = group.hash(statements.signature(hash, group.write(group.generator.powPublic(nonce))));
  return bytesOf({ ...unsigned, signature: { hash, proof: proofJson(respond(group, nonce, s, challenge)) } });
}

/** A ballot that holds these values, allowed or not; what is false cannot be proven and is claimed all the same. */
export function ballotHolding(
  example: Example,
  voter: number,
  values: readonly number[],
  voterStatement?: string,
): Uint8Array {
  const { group, parameters, random, voters } = example;
  const { election, fingerprint } = parameters;
  const [question] = election.questions;
  if (question === undefined) throw new Error('the election has a question');
  const s = credentialExponent(group, election.uuid, voters[voter] as CredentialSecret);
  const credential = group.write(group.generator.powPublic(s));
  const openings = values.map((value): Opening => ({ value, randomness: randomScalar(group.q, random) }));
  const answer = proveAnswer(
    parameters,
    voterStatement ?? statements.voter(fingerprint, credential),
    question,
    openings,
    random,
  );
  const json: AnswerJson = {
    choices: answer.choices.map(({ alpha, beta }) => ({ alpha: group.write(alpha), beta: group.write(beta) })),
    individual_proofs: answer.individualProofs.map((proofs) => proofs.map(proofJson)),
    overall_proof: answer.overallProof.map(proofJson),
    ...(answer.blankProof && { blank_proof: answer.blankProof.map(proofJson) }),
  };
  return signedAs(example, voter, {
    election_uuid: election.uuid,
    election_hash: fingerprint,
    credential,
    answers: [json],
  });
}

/** What a forged ceremony does otherwise than an honest one. */
export interface CeremonyFault {
  readonly size?: number;
  readonly threshold?: number;
  readonly context?: (honest: object, trustee: number) => object;
  readonly certificates?: (honest: readonly SignedMessage[]) => readonly SignedMessage[];
  /** Which certificates the second trustee was shown. */
  readonly shownToSecond?: (honest: readonly SignedMessage[]) => readonly SignedMessage[];
  readonly coefficients?: (honest: readonly SignedMessage[]) => readonly SignedMessage[];
  readonly approvals?: (honest: readonly Proof[]) => readonly Proof[];
  /** Added to the third trustee's key. */
  readonly offset?: bigint;
  readonly keySignature?: (honest: Proof) => Proof;
  /** The second trustee is the first again. */
  readonly sameTwice?: boolean;
}

export const wrongProof = (proof: Proof): Proof => ({
  ...proof,
  response: proof.response === 1n ? 2n : proof.response - 1n,
});

/** A ceremony by one who knows all its secrets. */
export function forgedCeremony(group: Group, random: RandomSource, fault: CeremonyFault = {}): ExampleKeys {
  const { size = 3, threshold = 2 } = fault;
  const own = Array.from({ length: size }, () => randomScalar(group.q, random));
  const signingKeys = own.map((key, i) => (fault.sameTwice && i === 1 ? (own[0] ?? key) : key));
  const honest = signingKeys.map((key, i) => {
    const context = { group: group.name, size, threshold, index: i + 1 };
    const message = canonicalJson({
      context: fault.context?.(context, i) ?? context,
      verification: group.write(group.generator.powPublic(key)),
      encryption: group.write(group.generator.powPublic(randomScalar(group.q, random))),
    });
    return signed(group, key, message, random);
  });
  const certificates = fault.certificates?.(honest) ?? honest;
  const polynomials = signingKeys.map(() => Array.from({ length: threshold }, () => randomScalar(group.q, random)));
  const powers = polynomials.map((polynomial) =>
    polynomial.map((coefficient) => group.generator.powPublic(coefficient)),
  );
  const coefficients = signingKeys.map((key, i) =>
    signed(group, key, canonicalJson({ coefexps: group.writeAll(powers[i] ?? []) }), random),
  );
  const approvals = signingKeys.map((key, i) => {
    const shown = i === 1 ? (fault.shownToSecond?.(certificates) ?? certificates) : certificates;
    return signMessage(group, key, approvalMessage(group, shown, powers[i] ?? []), random);
  });
  const privateKeys = signingKeys.map((_, i) => {
    const shares = polynomials.map((polynomial) => valueAt(polynomial, BigInt(i + 1)));
    return modulo(
      shares.reduce((sum, share) => sum + share, i === 2 ? (fault.offset ?? 0n) : 0n),
      group.q,
    );
  });
  const verificationKeys = privateKeys.map((x, i) => {
    const key = verificationKey(group, x, random);
    const signature = signMessage(group, signingKeys[i] ?? 0n, group.write(key.publicKey), random);
    return { ...key, signature: i === 0 ? (fault.keySignature?.(signature) ?? signature) : signature };
  });
  const trustee: TrusteeGroup = {
    kind: 'pedersen',
    parameters: {
      threshold,
      certificates,
      coefficients: fault.coefficients?.(coefficients) ?? coefficients,
      approvals: fault.approvals?.(approvals) ?? approvals,
      verificationKeys,
    },
  };
  return { trustees: [trustee], privateKeys };
}

const valueAt = (polynomial: readonly bigint[], x: bigint): bigint =>
  polynomial.reduceRight((value, coefficient) => value * x + coefficient, 0n);

/** Trustees without a ceremony, of these keys; a key may come twice. */
export function singleTrustees(
  group: Group,
  random: RandomSource,
  privateKeys: readonly bigint[],
  pok: (honest: Proof) => Proof = (proof) => proof,
): ExampleKeys {
  const trustees = privateKeys.map((x): TrusteeGroup => {
    const key = verificationKey(group, x, random);
    return { kind: 'single', key: { ...key, pok: pok(key.pok) } };
  });
  return { trustees, privateKeys };
}
