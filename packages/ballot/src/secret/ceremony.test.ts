import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Group } from '../group/group.ts';
import { GROUP_NAMES, groupOf } from '../group/index.ts';
import { nodeEngine } from '../node.ts';
import type { Outcome } from '../outcome.ts';
import { BLANK, chosen, exampleElection, hold, must, PLAN } from '../testing/example.ts';
import { wrongProof } from '../testing/forge.ts';
import { seeded } from '../testing/seeded.ts';
import type { PolynomialMessage } from '../ceremony.ts';
import { assembleThreshold, checkCertificates, deliverShares } from '../ceremony.ts';
import { createCertificate, createPolynomial, createTrusteeKey, openTrusteeKey } from './ceremony.ts';
import type { TrusteeSeed } from './trustee-seed.ts';
import { newTrusteeSeed, parseTrusteeSeed } from './trustee-seed.ts';
import {
  encodeCertificate,
  encodeDelivery,
  encodePolynomial,
  encodeTrusteeKey,
  readCertificate,
  readDelivery,
  readPolynomial,
  readTrusteeKey,
} from '../ceremony-messages.ts';
import { webCryptoAead } from './channel.ts';

const CEREMONY = fileURLToPath(new URL('../../../../../shared/ballot/ceremony/', import.meta.url));
const aead = webCryptoAead(crypto.subtle);
const group = groupOf('Ed25519', nodeEngine());
const random = seeded('ceremony');
const at = <Value>(list: readonly Value[], index: number): Value => {
  const value = list[index];
  if (value === undefined) throw new Error(`nothing at ${index}`);
  return value;
};

async function untilShares(inGroup: Group = group) {
  const seeds: TrusteeSeed[] = Array.from({ length: PLAN.size }, () => newTrusteeSeed(random));
  const certificates = seeds.map((seed, i) => createCertificate(inGroup, PLAN, i + 1, seed, random));
  const messages: PolynomialMessage[] = [];
  for (const seed of seeds)
    messages.push(must(await createPolynomial(inGroup, aead, PLAN, certificates, seed, random)));
  return { seeds, certificates, messages };
}

describe('a key ceremony of three, of whom two are needed', () => {
  test.each([
    [1, 2],
    [1, 3],
    [2, 3],
    [3, 1],
    [1, 2, 3],
  ])('trustees %i and %i open the same sums', async (...owners) => {
    const example = await exampleElection({ group: 'Ed25519' });
    const { outcome } = hold(
      example,
      [
        [0, chosen(0)],
        [1, chosen(0)],
        [2, BLANK],
      ],
      'result',
      owners.filter(Boolean),
    );
    expect(outcome).toEqual<Outcome>([[1, 2, 0]]);
  });

  test('one trustee alone opens nothing', async () => {
    const example = await exampleElection({ group: 'Ed25519' });
    expect(() => hold(example, [[0, chosen(0)]], 'result', [2])).toThrow('BELOW-THRESHOLD');
  });

  test('a wrong share is refused and its sender named', async () => {
    const { seeds, certificates, messages } = await untilShares();
    const [first, second, third] = messages;
    // The second trustee seals to the first what was meant for the third.
    const shares = [at(second?.shares ?? [], 2), ...(second?.shares.slice(1) ?? [])];
    const forged = [first, { ...at(messages, 1), shares }, third].flatMap((message) => message ?? []);
    const refused = await createTrusteeKey(
      group,
      aead,
      PLAN,
      certificates,
      at(seeds, 0),
      at(deliverShares(forged), 0),
      random,
    );
    expect(refused).toMatchObject({ ok: false, failure: { trustee: 2, finding: { rule: 'BEL-PEDERSEN-SHARE' } } });
  });

  test('a share that does not fit its polynomial is refused and its sender named', async () => {
    const { seeds, certificates, messages } = await untilShares();
    const other = must(await createPolynomial(group, aead, PLAN, certificates, at(seeds, 2), random));
    const forged = [...messages.slice(0, 2), { ...at(messages, 2), shares: other.shares }];
    const refused = await createTrusteeKey(
      group,
      aead,
      PLAN,
      certificates,
      at(seeds, 0),
      at(deliverShares(forged), 0),
      random,
    );
    expect(refused).toMatchObject({ ok: false, failure: { trustee: 3, finding: { rule: 'BEL-PEDERSEN-SHARE' } } });
  });

  test('a trustee who was shown other certificates is noticed by all', async () => {
    const { seeds, certificates, messages } = await untilShares();
    const shown = [createCertificate(group, PLAN, 1, newTrusteeSeed(random), random), ...certificates.slice(1)];
    const misled = must(await createPolynomial(group, aead, PLAN, shown, at(seeds, 1), random));
    const delivered = deliverShares([at(messages, 0), misled, at(messages, 2)]);
    const refused = await createTrusteeKey(group, aead, PLAN, certificates, at(seeds, 2), at(delivered, 2), random);
    expect(refused).toMatchObject({ ok: false, failure: { trustee: 2, finding: { rule: 'BEL-PEDERSEN-APPROVAL' } } });
  });

  test('certificates are checked before anything secret is made', async () => {
    const { certificates, seeds } = await untilShares();
    const [first, second, third] = [at(certificates, 0), at(certificates, 1), at(certificates, 2)];
    expect(checkCertificates(group, PLAN, [first, second])).toMatchObject({
      failure: { finding: { rule: 'BEL-PEDERSEN-SIZE' } },
    });
    expect(checkCertificates(group, PLAN, [first, third, second])).toMatchObject({
      failure: { trustee: 2, finding: { rule: 'BEL-PEDERSEN-CONTEXT' } },
    });
    const unsigned = { ...third, signature: wrongProof(third.signature) };
    expect(checkCertificates(group, PLAN, [first, second, unsigned])).toMatchObject({
      failure: { trustee: 3, finding: { rule: 'BEL-PEDERSEN-CERTIFICATE' } },
    });
    const again = createCertificate(group, PLAN, 2, at(seeds, 0), random);
    expect(checkCertificates(group, PLAN, [first, again, third])).toMatchObject({
      failure: { trustee: 2, finding: { rule: 'BEL-TRUSTEE-TWICE' } },
    });
    expect(checkCertificates(group, { size: 3, threshold: 4 }, certificates)).toMatchObject({
      failure: { finding: { rule: 'BEL-PEDERSEN-THRESHOLD' } },
    });
  });

  test('a key without its signature is not taken into the record', async () => {
    const { seeds, certificates, messages } = await untilShares();
    const deliveries = deliverShares(messages);
    const keys = [];
    for (const [i, seed] of seeds.entries())
      keys.push(must(await createTrusteeKey(group, aead, PLAN, certificates, seed, at(deliveries, i), random)).key);
    const { signature: _, ...unsigned } = at(keys, 0);
    const assembled = assembleThreshold(group, PLAN, certificates, at(deliveries, 0), [unsigned, ...keys.slice(1)]);
    expect(assembled).toMatchObject({
      ok: false,
      failure: { trustee: 1, finding: { rule: 'BEL-PEDERSEN-KEY-SIGNATURE' } },
    });
  });

  test('every message survives the way through the server', async () => {
    const { seeds, certificates, messages } = await untilShares();
    const delivery = at(deliverShares(messages), 1);
    const key = must(await createTrusteeKey(group, aead, PLAN, certificates, at(seeds, 1), delivery, random));
    expect(must(readCertificate(group, encodeCertificate(at(certificates, 0))))).toEqual(at(certificates, 0));
    expect(must(readPolynomial(group, encodePolynomial(at(messages, 0))))).toEqual(at(messages, 0));
    expect(must(readDelivery(group, encodeDelivery(delivery)))).toEqual(delivery);
    expect(must(readTrusteeKey(group, encodeTrusteeKey(group, key))).sealedKey).toBe(key.sealedKey);
    expect(readCertificate(group, '{"message":1}')).toMatchObject({ ok: false });
  });
});

describe.each(GROUP_NAMES)('the reference tool’s ceremony in %s', (name) => {
  const folder = `${CEREMONY}n5-${name}/`;
  const inGroup = groupOf(name, nodeEngine());
  const read = (file: string): string => readFileSync(folder + file, 'utf8').trim();
  const trustees = readdirSync(folder)
    .filter((file) => file.endsWith('.key'))
    .map((file) => file.replace('.key', ''));

  test('its seeds open its sealed keys here, and they fit the published ones', async () => {
    for (const trustee of trustees) {
      const seed = parseTrusteeSeed(read(`${trustee}.key`)) as TrusteeSeed;
      const x = must(await openTrusteeKey(inGroup, aead, seed, read(`${trustee}.dkey`)));
      const { key } = must(readTrusteeKey(inGroup, read(`${trustee}.voutput`)));
      expect(inGroup.write(inGroup.generator.powSecret(x))).toBe(inGroup.write(key.publicKey));
    }
  });

  test('a trustee of it could have gone on here', async () => {
    const certificates = read('certs.jsons')
      .split('\n')
      .map((line) => must(readCertificate(inGroup, line)));
    for (const trustee of trustees) {
      const seed = parseTrusteeSeed(read(`${trustee}.key`)) as TrusteeSeed;
      const delivery = must(readDelivery(inGroup, read(`${trustee}.vinput`)));
      const made = must(await createTrusteeKey(inGroup, aead, PLAN, certificates, seed, delivery, random));
      const { key } = must(readTrusteeKey(inGroup, read(`${trustee}.voutput`)));
      expect(inGroup.write(made.key.publicKey)).toBe(inGroup.write(key.publicKey));
    }
  });

  test('another seed opens nothing', async () => {
    const opened = await openTrusteeKey(inGroup, aead, newTrusteeSeed(random), read(`${trustees[0]}.dkey`));
    expect(opened).toMatchObject({ ok: false });
  });
});
