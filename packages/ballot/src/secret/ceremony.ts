import { utf8 } from '../encoding/bytes.ts';
import type { CeremonyPlan, CeremonyRefusal, PolynomialMessage, ShareDelivery, TrusteeKey } from '../ceremony.ts';
import { checkCertificates, checkedCoefficients, contextOf } from '../ceremony.ts';
import { canonicalJson } from '../encoding/json.ts';
import type { Element, Group } from '../group/group.ts';
import { modulo } from '../group/group.ts';
import type { Result } from '../result.ts';
import { failed, succeeded } from '../result.ts';
import type { SignedMessage } from '../trustees.ts';
import type { Judge } from '../verify/judge.ts';
import { judge as newJudge, judgedLater } from '../verify/judge.ts';
import { fieldsOf, parseNode, scalarOf } from '../verify/node.ts';
import type { CertificateKeys } from '../verify/pedersen.ts';
import { approvalMessage, newFindings, shareOf } from '../verify/pedersen.ts';
import type { Aead } from './channel.ts';
import { receiveSecret, sendSecret } from './channel.ts';
import type { RandomSource } from './random.ts';
import { randomScalar, watchedRandom } from './random.ts';
import { signed, signMessage, verificationKey } from './signing.ts';
import type { TrusteeSeed } from './trustee-seed.ts';
import { decryptionKey, signingKey } from './trustee-seed.ts';

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
