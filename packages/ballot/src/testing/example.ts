import type { Appended } from '../board/board.ts';
import {
  appendBallot,
  appendClosing,
  appendDecryption,
  appendResult,
  appendSetup,
  appendTally,
  newBoard,
} from '../board/board.ts';
import { concatenate } from '../encoding/bytes.ts';
import type { PublicCredential } from '../credentials.ts';
import { encodeDecryption } from '../decryption.ts';
import type { Election, ElectionParameters, Question } from '../election.ts';
import { electionParameters, encodeElection, newElectionUuid } from '../election.ts';
import type { Group, GroupName } from '../group/group.ts';
import { groupOf } from '../group/index.ts';
import type { Outcome } from '../outcome.ts';
import type { VerifiedBallot, VerifiedDecryption } from '../polling.ts';
import { openTally, tallyBallots, verifyBallot, verifyDecryption, votingRegister } from '../polling.ts';
import type { Result } from '../result.ts';
import type { Choice } from '../secret/ballot.ts';
import { createBallot } from '../secret/ballot.ts';
import type { CeremonyPlan } from '../ceremony.ts';
import { assembleThreshold, deliverShares } from '../ceremony.ts';
import { createCertificate, createPolynomial, createTrusteeKey, openTrusteeKey } from '../secret/ceremony.ts';
import type { TrusteeSeed } from '../secret/trustee-seed.ts';
import { newTrusteeSeed } from '../secret/trustee-seed.ts';
import { webCryptoAead } from '../secret/channel.ts';
import type { CredentialSecret } from '../secret/credential.ts';
import { newCredentialSecret, publicCredential } from '../secret/credential.ts';
import { decryptTally } from '../secret/decryption.ts';
import type { RandomSource } from '../secret/random.ts';
import type { TrusteeGroup } from '../trustees.ts';
import { jointKeyOf } from '../trustees.ts';
import { nodeEngine } from '../node.ts';
import { seeded } from './seeded.ts';

export const engine = nodeEngine();

/** An election with everything that is secret in it, for tests to tamper with. */
export interface Example {
  readonly group: Group;
  readonly random: RandomSource;
  readonly parameters: ElectionParameters;
  readonly electionRecord: Uint8Array;
  readonly trustees: readonly TrusteeGroup[];
  readonly trusteeKeys: readonly bigint[];
  readonly voters: readonly CredentialSecret[];
  readonly credentials: readonly PublicCredential[];
}

export interface ExampleOptions {
  readonly group?: GroupName;
  readonly seed?: string;
  readonly questions?: readonly Question[];
  /** The weight of each voter's ballot. */
  readonly weights?: readonly number[];
  readonly keys?: ExampleKeys;
  readonly uuid?: string;
}

export const SECONDS = 1_795_325_768;
export const PLAN: CeremonyPlan = { size: 3, threshold: 2 };
export const CHAIR: Question = {
  answers: ['Anna', 'Bertil'],
  blank: true,
  min: 1,
  max: 1,
  question: 'Val av ordförande',
};

export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export interface ExampleKeys {
  readonly trustees: readonly TrusteeGroup[];
  readonly privateKeys: readonly bigint[];
}

/** A whole key ceremony of three trustees, of whom two are needed. */
export async function exampleCeremony(group: Group, random: RandomSource): Promise<ExampleKeys> {
  const aead = webCryptoAead(crypto.subtle);
  const seeds: TrusteeSeed[] = Array.from({ length: PLAN.size }, () => newTrusteeSeed(random));
  const certificates = seeds.map((seed, i) => createCertificate(group, PLAN, i + 1, seed, random));
  // One after another: side by side they would draw from the one source in whatever order the platform answers.
  const messages = [];
  for (const seed of seeds) messages.push(must(await createPolynomial(group, aead, PLAN, certificates, seed, random)));
  const deliveries = deliverShares(messages);
  const keys = [];
  for (const [i, seed] of seeds.entries()) {
    const delivery = deliveries[i];
    if (delivery) keys.push(must(await createTrusteeKey(group, aead, PLAN, certificates, seed, delivery, random)));
  }
  const [delivery] = deliveries;
  if (delivery === undefined) throw new Error('a ceremony has trustees');
  const parameters = must(
    assembleThreshold(
      group,
      PLAN,
      certificates,
      delivery,
      keys.map(({ key }) => key),
    ),
  );
  const privateKeys = await Promise.all(
    keys.map(async ({ sealedKey }, i) => must(await openTrusteeKey(group, aead, seeds[i] as TrusteeSeed, sealedKey))),
  );
  return { trustees: [{ kind: 'pedersen', parameters }], privateKeys };
}

export async function exampleElection(options: ExampleOptions = {}): Promise<Example> {
  const group = groupOf(options.group ?? 'BELENIOS-2048', engine);
  const random = seeded(options.seed ?? 'example');
  const keys = options.keys ?? (await exampleCeremony(group, random));
  const publicKey = jointKeyOf(group, keys.trustees);
  if (publicKey === undefined) throw new Error('the ceremony gave no key');
  const election: Election = {
    description: 'Kommunfullmäktige',
    name: 'Sluten omröstning',
    group: group.name,
    publicKey,
    questions: options.questions ?? [CHAIR],
    uuid: options.uuid ?? newElectionUuid(random),
    administrator: 'Ordföranden',
    credentialAuthority: 'Rösträknare',
  };
  const electionRecord = encodeElection(group, election);
  const weights = options.weights ?? [1, 1, 1];
  const voters = weights.map(() => newCredentialSecret(random));
  return {
    group,
    random,
    parameters: electionParameters(group, election, electionRecord, 20),
    electionRecord,
    trustees: keys.trustees,
    trusteeKeys: keys.privateKeys,
    voters,
    credentials: voters.map((secret, i) => ({
      credential: publicCredential(group, election.uuid, secret),
      weight: weights[i] ?? 1,
    })),
  };
}

/** A vote: which voter (from 0), and the choice in each question. */
export type Vote = readonly [voter: number, ...choices: Choice[]];

export const chosen = (...answers: number[]): Choice => ({ blank: false, answers });
export const BLANK: Choice = { blank: true };

/** The ballot of a voter, made honestly. */
export const ballotOf = ({ parameters, voters, random }: Example, [voter, ...choices]: Vote): Uint8Array =>
  must(createBallot(parameters, voters[voter] as CredentialSecret, choices, random)).bytes;

export interface HeldElection {
  /** The archive. */
  readonly bytes: Uint8Array;
  readonly outcome: Outcome | undefined;
  /** The receipt of each ballot. */
  readonly receipts: readonly string[];
}

export type Until = 'open' | 'closed' | 'tallied' | 'decrypting' | 'decrypted' | 'result';

/** Holds the election through the public interface, as the server does. `owners`: the trustees who decrypt. */
export function hold(
  example: Example,
  votes: readonly Vote[],
  until: Until = 'result',
  owners: readonly number[] = [1, 3],
): HeldElection {
  const { group, parameters, trustees, credentials } = example;
  const parts: Uint8Array[] = [];
  const started = newBoard(SECONDS);
  parts.push(started.bytes);
  let { board } = started;
  const take = (appended: Appended): string => {
    parts.push(appended.bytes);
    board = appended.board;
    return appended.board.head.hash;
  };
  take(appendSetup(board, group, example.electionRecord, trustees, credentials));
  const register = votingRegister(parameters, credentials);
  const cast: VerifiedBallot[] = [];
  const receipts = votes.map((vote) => {
    const ballot = must(verifyBallot(parameters, register, ballotOf(example, vote)));
    cast.push(ballot);
    return take(appendBallot(board, ballot.bytes));
  });
  const held = (outcome?: Outcome): HeldElection => ({ bytes: concatenate(parts), outcome, receipts });
  if (until === 'open') return held();
  take(appendClosing(board));
  if (until === 'closed') return held();
  const count = tallyBallots(parameters, cast);
  take(appendTally(board, group, count.tally, count.counted, count.weight));
  if (until === 'tallied') return held();
  const decryptions: VerifiedDecryption[] = [];
  for (const owner of until === 'decrypting' ? owners.slice(0, 1) : owners) {
    const decryption = decryptTally(parameters, example.trusteeKeys[owner - 1] ?? 0n, count.tally, example.random);
    const text = new TextDecoder().decode(encodeDecryption(group, decryption));
    decryptions.push(must(verifyDecryption(parameters, trustees, count.tally, owner, text)));
    take(appendDecryption(board, group, owner, decryption));
  }
  if (until !== 'result') return held();
  const outcome = must(openTally(parameters, trustees, count.tally, count.weight, decryptions));
  take(appendResult(board, outcome));
  return held(outcome);
}
