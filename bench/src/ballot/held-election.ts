import {
  appendBallot,
  appendClosing,
  appendDecryption,
  type Appended,
  appendResult,
  appendSetup,
  appendTally,
  assembleThreshold,
  createBallot,
  createCertificate,
  createPolynomial,
  createTrusteeKey,
  decryptTally,
  deliverShares,
  electionParameters,
  encodeDecryption,
  encodeElection,
  groupOf,
  jointKeyOf,
  newBoard,
  newCredentialSecret,
  newElectionUuid,
  newTrusteeSeed,
  openTally,
  openTrusteeKey,
  publicCredential,
  type Result,
  tallyBallots,
  type TrusteeGroup,
  verifyBallot,
  verifyDecryption,
  votingRegister,
  webCryptoAead,
} from '@klubba/ballot';
import { nodeEngine, nodeRandom } from '@klubba/ballot/node';

const PLAN = { size: 3, threshold: 2 };
const group = groupOf('BELENIOS-2048', nodeEngine());
const aead = webCryptoAead(crypto.subtle);

export type HeldElection = {
  readonly uuid: string;
  readonly record: Uint8Array;
  readonly secrets: readonly string[];
  readonly archive: Uint8Array;
  /** From closing to the result, with everything verified on the way. */
  readonly countMs: number;
};

function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

type Keys = { readonly trustees: readonly TrusteeGroup[]; readonly privateKeys: readonly bigint[] };

async function ceremony(): Promise<Keys> {
  const seeds = Array.from({ length: PLAN.size }, () => newTrusteeSeed(nodeRandom));
  const certificates = seeds.map((seed, index) => createCertificate(group, PLAN, index + 1, seed, nodeRandom));
  const messages = await Promise.all(
    seeds.map(async (seed) => must(await createPolynomial(group, aead, PLAN, certificates, seed, nodeRandom))),
  );
  const deliveries = deliverShares(messages);
  const made = await Promise.all(
    deliveries.map(async (delivery, index) => {
      const seed = seeds[index] ?? newTrusteeSeed(nodeRandom);
      const key = must(await createTrusteeKey(group, aead, PLAN, certificates, seed, delivery, nodeRandom));
      return { key: key.key, own: must(await openTrusteeKey(group, aead, seed, key.sealedKey)) };
    }),
  );
  const [delivery] = deliveries;
  if (delivery === undefined) throw new Error('A ceremony has key holders.');
  const keys = made.map(({ key }) => key);
  const parameters = must(assembleThreshold(group, PLAN, certificates, delivery, keys));
  return { trustees: [{ kind: 'pedersen', parameters }], privateKeys: made.map(({ own }) => own) };
}

/** A whole election between two, with blank votes, as the server holds it. */
export async function heldElection(voters: number): Promise<HeldElection> {
  const { trustees, privateKeys } = await ceremony();
  const publicKey = jointKeyOf(group, trustees);
  if (publicKey === undefined) throw new Error('A ceremony gives a key.');
  const uuid = newElectionUuid(nodeRandom);
  const question = { question: 'Val', answers: ['Anna', 'Bertil'], blank: true, min: 1, max: 1 };
  const election = { description: '', name: 'Val', group: group.name, publicKey, questions: [question], uuid };
  const record = encodeElection(group, election);
  const parameters = electionParameters(group, election, record, voters);
  const secrets = Array.from({ length: voters }, () => newCredentialSecret(nodeRandom));
  const credentials = secrets.map((secret) => ({ credential: publicCredential(group, uuid, secret), weight: 1 }));
  const register = votingRegister(parameters, credentials);
  const started = newBoard(Math.floor(Date.now() / 1000));
  const parts = [started.bytes];
  let { board } = started;
  const take = ({ bytes, board: next }: Appended): void => {
    parts.push(bytes);
    board = next;
  };
  take(appendSetup(board, group, record, trustees, credentials));
  const cast = secrets.map((secret, index) => {
    const made = must(createBallot(parameters, secret, [{ blank: false, answers: [index % 2] }], nodeRandom));
    const ballot = must(verifyBallot(parameters, register, made.bytes));
    take(appendBallot(board, ballot.bytes));
    return ballot;
  });
  const from = performance.now();
  take(appendClosing(board));
  const { tally, counted, weight } = tallyBallots(parameters, cast);
  take(appendTally(board, group, tally, counted, weight));
  const given = privateKeys.slice(0, PLAN.threshold).map((key, index) => {
    const share = decryptTally(parameters, key, tally, nodeRandom);
    const text = Buffer.from(encodeDecryption(group, share)).toString();
    const verified = must(verifyDecryption(parameters, trustees, tally, index + 1, text));
    take(appendDecryption(board, group, index + 1, share));
    return verified;
  });
  take(appendResult(board, must(openTally(parameters, trustees, tally, weight, given))));
  return { uuid, record, secrets, archive: Buffer.concat(parts), countMs: performance.now() - from };
}
