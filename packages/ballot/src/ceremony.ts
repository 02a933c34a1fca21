import type { Element, Group } from './group/group.ts';
import type { Proof } from './proof.ts';
import type { Result } from './result.ts';
import { failed, succeeded } from './result.ts';
import type { SignedMessage, ThresholdParameters, VerificationKey } from './trustees.ts';
import type { Finding, Judge } from './verify/judge.ts';
import { judge as newJudge, judged, refute } from './verify/judge.ts';
import { demandMembers } from './verify/members.ts';
import type { CeremonyContext, CertificateKeys, Findings } from './verify/pedersen.ts';
import {
  approvalMessage,
  demandDistinct,
  examineCertificate,
  examineCoefficients,
  examineThresholdKey,
  holdsSignature,
  newFindings,
} from './verify/pedersen.ts';

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

export const contextOf = (group: Group, { size, threshold }: CeremonyPlan, index: number): CeremonyContext => ({
  group: group.name,
  size,
  threshold,
  index,
});

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

/** The polynomial a trustee published, with its approval of the same certificates demanded. */
export function checkedCoefficients(
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
