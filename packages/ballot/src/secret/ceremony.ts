import { sha256, toInteger, utf8 } from '../encoding/bytes.ts';
import { canonicalJson } from '../encoding/json.ts';
import type { Element, Group } from '../group/group.ts';
import { modulo } from '../group/group.ts';
import type { Proof } from '../proof.ts';
import type { Result } from '../result.ts';
import { failed, succeeded } from '../result.ts';
import type { SignedMessage, ThresholdParameters, VerificationKey } from '../trustees.ts';
import type { Finding, Judge } from '../verify/judge.ts';
import { judge as newJudge, judged, judgedLater, refute } from '../verify/judge.ts';
import { demandMembers } from '../verify/members.ts';
import { fieldsOf, parseNode, scalarOf } from '../verify/node.ts';
import type { CeremonyContext, CertificateKeys, Findings } from '../verify/pedersen.ts';
import {
  approvalMessage,
  demandDistinct,
  examineCertificate,
  examineCoefficients,
  examineThresholdKey,
  holdsSignature,
  newFindings,
  shareOf,
} from '../verify/pedersen.ts';
import type { Aead } from './channel.ts';
import { receiveSecret, sendSecret } from './channel.ts';
import type { RandomSource } from './random.ts';
import { randomBase58, randomScalar, watchedRandom } from './random.ts';
import { signed, signMessage, verificationKey } from './signing.ts';

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

const signingKey = (group: Group, seed: TrusteeSeed): bigint => toInteger(sha256(utf8(`sk|${seed}`))) % group.q;
const decryptionKey = (group: Group, seed: TrusteeSeed): bigint => toInteger(sha256(utf8(`dk|${seed}`))) % group.q;

/** The meeting's plan for the keys: how many trustees, and how many must decrypt. */
export interface CeremonyPlan {
  readonly size: number;
  readonly threshold: number;
}

/** Why a step was not taken: which rule was broken, and by which trustee (from 1), where it is one. */
export interface CeremonyRefusal {
  readonly finding: Finding;
  readonly trustee?: number;
}

const contextOf = (group: Group, { size, threshold }: CeremonyPlan, index: number): CeremonyContext => ({
  group: group.name,
  size,
  threshold,
  index,
});

/** Step 1, each trustee: a certificate of the keys that the ceremony's letters are sealed and signed with. */
export function createCertificate(
  group: Group,
  plan: CeremonyPlan,
  index: number,
  seed: TrusteeSeed,
  random: RandomSource,
): SignedMessage {
  const key = signingKey(group, seed);
  const message = canonicalJson({
    context: contextOf(group, plan, index),
    verification: group.write(group.generator.powSecret(key)),
    encryption: group.write(group.generator.powSecret(decryptionKey(group, seed))),
  });
  return signed(group, key, message, watchedRandom(random));
}

/** Step 2, everybody: the certificates are complete, well signed and of different trustees. */
export function checkCertificates(
  group: Group,
  plan: CeremonyPlan,
  certificates: readonly SignedMessage[],
): Result<readonly CertificateKeys[], CeremonyRefusal> {
  const judge = newJudge();
  if (plan.threshold < 1 || plan.threshold > plan.size)
    return failed({ finding: { rule: 'BEL-PEDERSEN-THRESHOLD', place: {} } });
  if (certificates.length !== plan.size) return failed({ finding: { rule: 'BEL-PEDERSEN-SIZE', place: {} } });
  const keys: CertificateKeys[] = [];
  for (const [i, certificate] of certificates.entries()) {
    const findings = newFindings();
    const read = judged(() => {
      const own = examineCertificate(
        judge,
        group,
        certificate,
        contextOf(group, plan, i + 1),
        { path: 'certificate' },
        findings,
      );
      demandMembers(judge, group, findings.candidates);
      demandDistinct(
        judge,
        group,
        [...keys, own].map(({ verification }) => verification),
        { path: 'certificate' },
      );
      return own;
    });
    if (!read.ok) return failed({ finding: read.failure, trustee: i + 1 });
    keys.push(read.value);
  }
  return succeeded(keys);
}

/** What a trustee sends to the others in step 3. */
export interface PolynomialMessage {
  /** The polynomial itself, sealed to its own trustee: step 5 needs nothing that must be kept. */
  readonly polynomial: string;
  /** The share of each trustee, sealed to that trustee. */
  readonly shares: readonly string[];
  readonly coefficients: SignedMessage;
  readonly approval: Proof;
}

/** Step 3, each trustee: a secret polynomial, a share of it for everybody, and the approval of the certificates seen. */
export async function createPolynomial(
  group: Group,
  aead: Aead,
  plan: CeremonyPlan,
  certificates: readonly SignedMessage[],
  seed: TrusteeSeed,
  random: RandomSource,
): Promise<Result<PolynomialMessage, CeremonyRefusal>> {
  const checked = checkCertificates(group, plan, certificates);
  if (!checked.ok) return checked;
  const watched = watchedRandom(random);
  const key = signingKey(group, seed);
  const own = ownKeys(group, checked.value, seed);
  if (own === undefined) return failed({ finding: { rule: 'BEL-PEDERSEN-CERTIFICATE', place: {} } });
  const polynomial = Array.from({ length: plan.threshold }, () => randomScalar(group.q, watched));
  const coefficients = polynomial.map((coefficient) => group.generator.powSecret(coefficient));
  const shares: string[] = [];
  for (const [i, { encryption }] of checked.value.entries()) {
    const secret = canonicalJson({ secret: valueAt(polynomial, i + 1, group.q).toString() });
    shares.push(await sendSecret(group, aead, key, encryption, secret, watched));
  }
  const raw = canonicalJson({ polynomial: polynomial.map(String) });
  return succeeded({
    polynomial: await sendSecret(group, aead, key, own.keys.encryption, raw, watched),
    shares,
    coefficients: signed(group, key, canonicalJson({ coefexps: group.writeAll(coefficients) }), watched),
    approval: signMessage(group, key, approvalMessage(group, certificates, coefficients), watched),
  });
}

function ownKeys(
  group: Group,
  keys: readonly CertificateKeys[],
  seed: TrusteeSeed,
): { readonly index: number; readonly keys: CertificateKeys } | undefined {
  const verification = group.generator.powSecret(signingKey(group, seed));
  const found = keys.findIndex((certificate) => group.equal(certificate.verification, verification));
  const own = keys[found];
  return own && { index: found + 1, keys: own };
}

const valueAt = (polynomial: readonly bigint[], x: number, q: bigint): bigint =>
  modulo(
    polynomial.reduceRight((value, coefficient) => value * BigInt(x) + coefficient, 0n),
    q,
  );

/** Step 4, the server: what each trustee is to check, sorted out of everybody's messages. */
export interface ShareDelivery {
  /** The recipient's own sealed polynomial. */
  readonly polynomial: string;
  readonly shares: readonly string[];
  readonly coefficients: readonly SignedMessage[];
  readonly approvals: readonly Proof[];
}

export function deliverShares(messages: readonly PolynomialMessage[]): ShareDelivery[] {
  return messages.map(({ polynomial }, recipient) => ({
    polynomial,
    shares: messages.map(({ shares }) => shares[recipient] ?? ''),
    coefficients: messages.map(({ coefficients }) => coefficients),
    approvals: messages.map(({ approval }) => approval),
  }));
}

/** What a trustee gives in step 5: the public key, and the private one sealed to the trustee alone. */
export interface TrusteeKey {
  readonly sealedKey: string;
  readonly key: VerificationKey;
}

/**
 * Step 5, each trustee: checks every approval and every share against its polynomial, and adds the shares up to the
 * own key. A trustee who sent a wrong share, or was shown other certificates, is named in the refusal.
 */
export async function createTrusteeKey(
  group: Group,
  aead: Aead,
  plan: CeremonyPlan,
  certificates: readonly SignedMessage[],
  seed: TrusteeSeed,
  delivery: ShareDelivery,
  random: RandomSource,
): Promise<Result<TrusteeKey, CeremonyRefusal>> {
  const checked = checkCertificates(group, plan, certificates);
  if (!checked.ok) return checked;
  const own = ownKeys(group, checked.value, seed);
  if (own === undefined) return failed({ finding: { rule: 'BEL-PEDERSEN-CERTIFICATE', place: {} } });
  let x = 0n;
  for (const [i, { verification }] of checked.value.entries()) {
    const share = await judgedLater(() =>
      checkedShare(newJudge(), group, aead, { plan, certificates, delivery, seed }, i, verification, own.index),
    );
    if (!share.ok) return failed({ finding: share.failure, trustee: i + 1 });
    x = modulo(x + share.value, group.q);
  }
  const watched = watchedRandom(random);
  const key = signingKey(group, seed);
  const unsigned = verificationKey(group, x, watched);
  const signature = signMessage(group, key, group.write(unsigned.publicKey), watched);
  const secret = canonicalJson({ decryption_key: x.toString() });
  return succeeded({
    sealedKey: await sendSecret(group, aead, key, own.keys.encryption, secret, watched),
    key: { ...unsigned, signature },
  });
}

interface SharesToCheck {
  readonly plan: CeremonyPlan;
  readonly certificates: readonly SignedMessage[];
  readonly delivery: ShareDelivery;
  readonly seed: TrusteeSeed;
}

async function checkedShare(
  judge: Judge,
  group: Group,
  aead: Aead,
  { plan, certificates, delivery, seed }: SharesToCheck,
  sender: number,
  verification: Element,
  index: number,
): Promise<bigint> {
  const findings = newFindings();
  const coefficients = checkedCoefficients(judge, group, plan, certificates, delivery, sender, verification, findings);
  const place = { record: 'letter' };
  const text = await receiveSecret(
    judge,
    group,
    aead,
    decryptionKey(group, seed),
    verification,
    delivery.shares[sender] ?? '',
  );
  const share = scalarOf(fieldsOf(parseNode(judge, utf8(text), place), ['secret']).secret, group);
  const fits = group.equal(group.generator.powSecret(share), shareOf(group, coefficients, index));
  judge.demand('BEL-PEDERSEN-SHARE', fits, place);
  return share;
}

function checkedCoefficients(
  judge: Judge,
  group: Group,
  { threshold }: CeremonyPlan,
  certificates: readonly SignedMessage[],
  { coefficients, approvals }: ShareDelivery,
  sender: number,
  verification: Element,
  findings: Findings,
): Element[] {
  const place = { path: 'coefexps' };
  const [polynomial, approval] = [coefficients[sender], approvals[sender]];
  if (polynomial === undefined || approval === undefined) refute('BEL-PEDERSEN-SIZE', place);
  const elements = examineCoefficients(judge, group, polynomial, verification, place, findings);
  judge.demand('BEL-PEDERSEN-SIZE', elements.length === threshold, place);
  const message = approvalMessage(group, certificates, elements);
  judge.demand('BEL-PEDERSEN-APPROVAL', holdsSignature(group, verification, message, approval, place, findings), place);
  demandMembers(judge, group, findings.candidates);
  return elements;
}

/** Step 6, the server: checks each trustee's key and puts the ceremony's public record together. */
export function assembleThreshold(
  group: Group,
  plan: CeremonyPlan,
  certificates: readonly SignedMessage[],
  delivery: ShareDelivery,
  keys: readonly VerificationKey[],
): Result<ThresholdParameters, CeremonyRefusal> {
  const checked = checkCertificates(group, plan, certificates);
  if (!checked.ok) return checked;
  if (keys.length !== plan.size) return failed({ finding: { rule: 'BEL-PEDERSEN-SIZE', place: {} } });
  const judge = newJudge();
  const polynomials: Element[][] = [];
  for (const [i, { verification }] of checked.value.entries()) {
    const read = judged(() =>
      checkedCoefficients(judge, group, plan, certificates, delivery, i, verification, newFindings()),
    );
    if (!read.ok) return failed({ finding: read.failure, trustee: i + 1 });
    polynomials.push(read.value);
  }
  for (const [i, key] of keys.entries()) {
    const signer = checked.value[i]?.verification;
    const held = judged(() => {
      judge.demand('BEL-PEDERSEN-KEY-SIGNATURE', key.signature !== undefined, { path: 'signature' });
      examineThresholdKey(judge, group, key, i + 1, polynomials, signer, { path: 'key' }, newFindings());
    });
    if (!held.ok) return failed({ finding: held.failure, trustee: i + 1 });
  }
  return succeeded({
    threshold: plan.threshold,
    certificates,
    coefficients: delivery.coefficients,
    approvals: delivery.approvals,
    verificationKeys: keys,
  });
}

/** The private key again, from the seed on paper and what the server kept sealed. */
export async function openTrusteeKey(
  group: Group,
  aead: Aead,
  seed: TrusteeSeed,
  sealedKey: string,
): Promise<Result<bigint, CeremonyRefusal>> {
  const judge = newJudge();
  const opened = await judgedLater(async () => {
    const verification = group.generator.powSecret(signingKey(group, seed));
    const text = await receiveSecret(judge, group, aead, decryptionKey(group, seed), verification, sealedKey);
    return scalarOf(
      fieldsOf(parseNode(judge, utf8(text), { record: 'letter' }), ['decryption_key']).decryption_key,
      group,
    );
  });
  return opened.ok ? opened : failed({ finding: opened.failure });
}
