import { electionParameters, encodeElection } from '../../election.ts';
import { randomScalar } from '../../secret/random.ts';
import { BELENIOS_2048 } from '../../group/modp.ts';
import type { RuleId } from '../../verify/rules.ts';
import { assemble, bytesOf, draftsOf, jsonOf, replace, retext } from '../assembly.ts';
import type { Draft } from '../assembly.ts';
import type { Example, ExampleKeys, Vote } from '../example.ts';
import { CHAIR, chosen, hold } from '../example.ts';
import type { CeremonyFault } from '../forge.ts';
import { forgedCeremony, singleTrustees, withRecord, wrongProof } from '../forge.ts';
import { hashOfRecord } from '../../board/event.ts';
import { present } from './files.ts';
import type { Materials, Vector } from './vector.ts';

const VOTES: readonly Vote[] = [[0, chosen(1)]];

/** The archive of an open election whose setup has one record changed. */
function withSetup(
  drafts: readonly Draft[],
  which: 'election' | 'trustees' | 'credentials',
  change: (record: Uint8Array) => Uint8Array,
): Uint8Array {
  const names = ['election', 'trustees', 'credentials'];
  return assemble(
    replace(drafts, 'Setup', (records) => {
      const data = records.slice(0, 3).map((record, i) => (names[i] === which ? change(record) : record));
      const [election, trustees, credentials] = data.map(hashOfRecord);
      return [...data, bytesOf({ election, trustees, credentials })];
    }),
  );
}

/** Faults of the election, its trustees and its voting list. */
export async function setupVectors({ example, open, variant }: Materials) {
  const { group, random } = example;
  const drafts = draftsOf(open);
  const opened = (other: Example, votes = VOTES): Uint8Array => hold(other, votes, 'open').bytes;
  const keyed = async (keys: ExampleKeys): Promise<Uint8Array> => opened(await variant({ keys }));
  const ceremony = (fault: CeremonyFault): Promise<Uint8Array> => keyed(forgedCeremony(group, random, fault));
  const entries = jsonOf<string[]>(present(drafts[0]?.records[2]));
  const listed = (...more: string[]): Uint8Array =>
    withSetup(drafts, 'credentials', () => bytesOf([...entries, ...more]));
  const stranger = group.write(group.generator.powPublic(randomScalar(group.q, random)));
  const x = randomScalar(group.q, random);
  const foreign = { ...example.parameters.election, publicKey: group.generator.powPublic(x) };
  const foreignRecord = encodeElection(group, foreign);
  const short = await variant({ uuid: 'Klubba1234567' });
  const ed = await edwardsLists(variant);
  return {
    'BEL-ELECTION-VERSION': [
      {
        done: 'version 2',
        bytes: opened(withRecord(example, retext(example.electionRecord, '"version":1', '"version":2'))),
      },
    ],
    'BEL-ELECTION-UUID': [{ done: 'an identity of thirteen characters', bytes: opened(short) }],
    'BEL-ELECTION-QUESTIONS': [{ done: 'nothing to vote on', bytes: opened(await variant({ questions: [] }), [[0]]) }],
    'BEL-QUESTION-BOUNDS': [
      { done: 'three choices of two', bytes: opened(await variant({ questions: [{ ...CHAIR, max: 3 }] })) },
    ],
    'BEL-ELECTION-KEY': [
      {
        done: 'ballots encrypted to a key of somebody else',
        bytes: opened({
          ...example,
          electionRecord: foreignRecord,
          parameters: electionParameters(group, foreign, foreignRecord),
        }),
      },
    ],
    'BEL-ELEMENT-FORM': [
      { done: 'a leading nought', bytes: listed(`0${stranger}`) },
      { done: 'upper-case hexadecimal', bytes: ed.upperCase },
    ],
    'BEL-ELEMENT-RANGE': [
      { done: 'an element of p and more', bytes: listed((BigInt(stranger) + MODULUS).toString()) },
      { done: 'a point whose y is p and more', bytes: ed.largeY },
    ],
    'BEL-ELEMENT-SUBGROUP': [
      { done: '−x mod p', bytes: listed((MODULUS - BigInt(stranger)).toString()) },
      { done: 'a point of the curve and a point of order 2', bytes: ed.torsion },
    ],
    'BEL-ELEMENT-IDENTITY': [{ done: 'the neutral element on the voting list', bytes: listed('1') }],
    'BEL-TRUSTEE-TWICE': [
      { done: 'one trustee as two', bytes: await keyed(singleTrustees(group, random, [x, x])) },
      { done: 'one trustee in two places of a ceremony', bytes: await ceremony({ sameTwice: true }) },
    ],
    'BEL-TRUSTEE-POK': [
      { done: 'a key without its proof', bytes: await keyed(singleTrustees(group, random, [x], wrongProof)) },
    ],
    'BEL-PEDERSEN-THRESHOLD': [{ done: 'two needed of one', bytes: await ceremony({ size: 1, threshold: 2 }) }],
    'BEL-PEDERSEN-SIZE': [
      {
        done: 'an approval too many',
        bytes: await ceremony({ approvals: (approvals) => [...approvals, wrongProof(present(approvals[0]))] }),
      },
    ],
    'BEL-PEDERSEN-CONTEXT': [
      {
        done: 'a certificate for another threshold',
        bytes: await ceremony({ context: (context, i) => (i === 1 ? { ...context, threshold: 3 } : context) }),
      },
      {
        done: 'a certificate for another place',
        bytes: await ceremony({ context: (context, i) => (i === 1 ? { ...context, index: 1 } : context) }),
      },
    ],
    'BEL-PEDERSEN-CERTIFICATE': [
      { done: 'a certificate not signed by its key', bytes: await ceremony({ certificates: spoilFirst }) },
    ],
    'BEL-PEDERSEN-POLYNOMIAL': [
      { done: 'a polynomial not signed by its trustee', bytes: await ceremony({ coefficients: spoilFirst }) },
    ],
    'BEL-PEDERSEN-APPROVAL': [
      { done: 'a trustee was shown other certificates', bytes: await ceremony({ shownToSecond: spoilFirst }) },
    ],
    'BEL-PEDERSEN-SHARE': [{ done: 'a key that the polynomials do not give', bytes: await ceremony({ offset: 1n }) }],
    'BEL-PEDERSEN-KEY-SIGNATURE': [
      { done: 'a key not signed by its trustee', bytes: await ceremony({ keySignature: wrongProof }) },
    ],
    'BEL-CREDENTIAL-TWICE': [{ done: 'one credential given to two', bytes: listed(present(entries[0])) }],
    'BEL-CREDENTIAL-WEIGHT': [
      { done: 'a weight of nought', bytes: listed(`${stranger},0`) },
      { done: 'a weight with a leading nought', bytes: listed(`${stranger},01`) },
    ],
  } satisfies Partial<Record<RuleId, readonly Vector[]>>;
}

const spoilFirst: NonNullable<CeremonyFault['certificates']> = (signed) =>
  signed.map((message, i) => (i === 0 ? { ...message, signature: wrongProof(message.signature) } : message));

/** Faults that only points of a curve can have, on the voting list of an Ed25519 election. */
async function edwardsLists(
  variant: Materials['variant'],
): Promise<{ upperCase: Uint8Array; largeY: Uint8Array; torsion: Uint8Array }> {
  const example = await variant({ group: 'Ed25519' });
  const drafts = draftsOf(hold(example, VOTES, 'open').bytes);
  const entries = jsonOf<string[]>(present(drafts[0]?.records[2]));
  const listed = (...more: string[]): Uint8Array =>
    withSetup(drafts, 'credentials', () => bytesOf([...entries, ...more]));
  const { group, random } = example;
  const point = group.generator.powPublic(randomScalar(group.q, random));
  const ofOrder2 = present(group.read(hex(EDWARDS_P - 1n)).element);
  return {
    upperCase: listed(group.write(point).toUpperCase()),
    largeY: listed(hex(EDWARDS_P + 3n)),
    torsion: listed(group.write(group.multiply(point, ofOrder2))),
  };
}

const EDWARDS_P = 2n ** 255n - 19n;
const hex = (value: bigint): string => value.toString(16).padStart(64, '0');
const MODULUS = BELENIOS_2048.p;
