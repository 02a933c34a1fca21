import { unsignedHash } from '../../ballot.ts';
import { hashOfRecord } from '../../board/event.ts';
import type { RandomSource } from '../../secret/random.ts';
import { seeded } from '../seeded.ts';
import type { RuleId } from '../../verify/rules.ts';
import type { Draft } from '../assembly.ts';
import { assemble, bytesOf, draftsOf, jsonOf } from '../assembly.ts';
import { newCredentialSecret } from '../../secret/credential.ts';
import type { Example } from '../example.ts';
import { ballotOf, chosen } from '../example.ts';
import type { AnswerJson, BallotJson } from '../forge.ts';
import { ballotHolding, resigned, signedAs } from '../forge.ts';
import { present } from './files.ts';
import { ballotWithSmallOrder } from './small-order.ts';
import type { Materials, Vector } from './vector.ts';

/** Scalars drawn from one seed first, then from another. */
const switching = (first: string, scalars: number, then: string): RandomSource => {
  const [a, b] = [seeded(first), seeded(then)];
  let drawn = 0;
  return (bytes) => (drawn++ < scalars ? a : b)(bytes);
};

const credentialOf = ({ group, credentials }: Example, voter: number): string =>
  group.write(present(credentials[voter]).credential);

/** Faults of ballots. */
export function ballotVectors({ example, open }: Materials) {
  const [setup] = draftsOf(open);
  const cast = (...ballots: Uint8Array[]): Uint8Array =>
    assemble([present(setup), ...ballots.map((ballot): Draft => ({ type: 'Ballot', records: [ballot] }))]);
  const honest = ballotOf(example, [0, chosen(1)]);
  const earlier = ballotOf(example, [0, chosen(0)]);
  const changed = (change: (unsigned: BallotJson) => object): Uint8Array => cast(resigned(example, 0, honest, change));
  const answered = (change: (answer: AnswerJson) => object): Uint8Array =>
    changed((unsigned) => ({ ...unsigned, answers: unsigned.answers.map(change) }));
  const { signature: honestSignature, ...unsigned } = jsonOf<
    BallotJson & { signature: { proof: Record<string, string> } }
  >(honest);
  const signedWith = (proof: object): Uint8Array =>
    cast(bytesOf({ ...unsigned, signature: { ...honestSignature, proof } }));
  const { q } = example.group;
  const response = present(honestSignature.proof.response);
  const drawing = (random: RandomSource): Example => ({ ...example, random });
  const stranger: Example = { ...example, voters: [newCredentialSecret(example.random)] };
  const phi = example.parameters.fingerprint;
  const otherHash = unsignedHash({});
  return {
    'BEL-NUMBER-FORM': [
      {
        done: 'a response with a leading nought',
        bytes: signedWith({ ...honestSignature.proof, response: `0${response}` }),
      },
    ],
    'BEL-NUMBER-RANGE': [
      {
        done: 'a response of q and more',
        bytes: signedWith({ ...honestSignature.proof, response: (BigInt(response) + q).toString() }),
      },
    ],
    'BEL-BALLOT-ELECTION': [
      { done: 'another election', bytes: changed((ballot) => ({ ...ballot, election_uuid: 'Klubba12345678' })) },
    ],
    'BEL-BALLOT-FINGERPRINT': [
      {
        done: 'the fingerprint of another election',
        bytes: changed((ballot) => ({ ...ballot, election_hash: otherHash })),
      },
    ],
    'BEL-BALLOT-CREDENTIAL': [
      { done: 'a voter who is not on the list', bytes: cast(ballotOf(stranger, [0, chosen(0)])) },
    ],
    'BEL-BALLOT-REPLAY': [
      {
        done: 'an old ballot again after a changed vote',
        bytes: assemble([
          present(setup),
          { type: 'Ballot', records: [earlier] },
          { type: 'Ballot', records: [honest] },
          { type: 'Ballot', records: [], event: (event) => ({ ...event, payload: hashOfRecord(earlier) }) },
        ]),
      },
    ],
    'BEL-BALLOT-ANSWERS': [
      { done: 'a ballot without an answer', bytes: changed((ballot) => ({ ...ballot, answers: [] })) },
    ],
    'BEL-BALLOT-CHOICES': [{ done: 'a ciphertext too many', bytes: cast(ballotHolding(example, 0, [0, 1, 0, 0])) }],
    'BEL-BALLOT-PROOFS': [
      {
        done: 'a proof too many',
        bytes: answered((answer) => ({ ...answer, overall_proof: [...answer.overall_proof, honestSignature.proof] })),
      },
      {
        done: 'a proof too few',
        bytes: answered((answer) => ({ ...answer, individual_proofs: answer.individual_proofs.slice(1) })),
      },
      { done: 'no proof of the blank vote', bytes: answered(({ blank_proof: _, ...answer }) => answer) },
    ],
    'BEL-PROOF-INDIVIDUAL': [
      { done: 'two for one and one taken from another', bytes: cast(ballotHolding(example, 0, [0, 2, -1])) },
      {
        done: 'a hundred for one and ninety-nine taken from another',
        bytes: cast(ballotHolding(example, 0, [0, 100, -99])),
      },
      { done: 'one taken from a candidate', bytes: cast(ballotHolding(example, 0, [0, -1, 0])) },
      {
        done: 'the fingerprint missing in what is hashed',
        bytes: cast(ballotHolding(example, 0, [0, 1, 0], `|${unsigned.credential}`)),
      },
      {
        done: 'the credential missing in what is hashed',
        bytes: cast(ballotHolding(example, 0, [0, 1, 0], `${phi}|`)),
      },
      {
        done: 'the ballot of another under the own credential',
        bytes: cast(signedAs(example, 1, { ...unsigned, credential: credentialOf(example, 1) })),
      },
    ],
    'BEL-PROOF-OVERALL': [
      { done: 'two votes where one is allowed', bytes: cast(ballotHolding(example, 0, [0, 1, 1])) },
      { done: 'no vote and not blank', bytes: cast(ballotHolding(example, 0, [0, 0, 0])) },
    ],
    'BEL-PROOF-BLANK': [{ done: 'blank and a candidate', bytes: cast(ballotHolding(example, 0, [1, 1, 0])) }],
    'BEL-SIGNATURE-HASH': [
      { done: 'the signature of another ballot', bytes: cast(signedAs(example, 0, unsigned, otherHash)) },
    ],
    'BEL-SIGNATURE': [
      {
        done: 'signed by nobody',
        bytes: signedWith({ ...honestSignature.proof, response: ((BigInt(response) + 1n) % q).toString() }),
      },
      { done: 'signed with the credential of another', bytes: cast(signedAs(example, 1, unsigned)) },
    ],
    'BEL-NONCE-CIPHERTEXT': [
      {
        done: 'two voters with the same randomness',
        bytes: cast(
          ballotOf(drawing(switching('same', 3, 'one')), [0, chosen(0)]),
          ballotOf(drawing(switching('same', 3, 'two')), [1, chosen(1)]),
        ),
      },
    ],
    'BEL-NONCE-COMMITMENT': [
      {
        done: 'two proofs with the same nonce',
        bytes: cast(
          ballotOf(drawing(switching('one', 3, 'same')), [0, chosen(0)]),
          ballotOf(drawing(switching('two', 3, 'same')), [1, chosen(0)]),
        ),
      },
    ],
    'BEL-ELEMENT-SUBGROUP': [
      { done: '−α in a ballot whose proofs fit', bytes: cast(ballotWithSmallOrder(example, 0)) },
    ],
    'BEL-ELEMENT-IDENTITY': [
      {
        done: 'a ciphertext that hides nothing',
        bytes: answered(({ choices: [, ...rest], ...answer }) => ({
          choices: [{ alpha: '1', beta: '1' }, ...rest],
          ...answer,
        })),
      },
    ],
  } satisfies Partial<Record<RuleId, readonly Vector[]>>;
}
