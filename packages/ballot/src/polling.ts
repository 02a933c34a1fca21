import type { Ballot } from './ballot.ts';
import type { PublicCredential } from './credentials.ts';
import type { PartialDecryption } from './decryption.ts';
import { readDecryption } from './decryption.ts';
import { utf8 } from './encoding/bytes.ts';
import type { ElectionParameters } from './election.ts';
import type { FactorsByOwner, Outcome } from './outcome.ts';
import { isEnough, openedSums, quorumsOf, smallLogarithm } from './outcome.ts';
import type { Result } from './result.ts';
import { failed, succeeded } from './result.ts';
import type { EncryptedTally } from './tally.ts';
import { addUp } from './tally.ts';
import type { TrusteeGroup } from './trustees.ts';
import { verificationKeysOf } from './trustees.ts';
import type { Nonces } from './verify/answer.ts';
import { examineProofs, readWellFormedBallot } from './verify/ballot.ts';
import { shortNonce } from './verify/ballot-job.ts';
import { examineDecryption } from './verify/decryption.ts';
import type { Finding } from './verify/judge.ts';
import { judge as newJudge, judged } from './verify/judge.ts';
import { demandMembers } from './verify/members.ts';
import { parseNode } from './verify/node.ts';
import { newFindings } from './verify/pedersen.ts';

/** A ballot every proof of which was examined for this election. Only {@link verifyBallot} makes one. */
export interface VerifiedBallot {
  readonly [verifiedBrand]: true;
  /** The ballot's record, as it goes into the archive. */
  readonly bytes: Uint8Array;
  /** The public credential, as text: whose earlier ballot this one replaces. */
  readonly credential: string;
  readonly weight: number;
  readonly answers: Ballot['answers'];
  readonly nonces: Nonces;
}
declare const verifiedBrand: unique symbol;

/** The voting list, by the text of each public credential. */
export type VotingRegister = ReadonlyMap<string, number>;

export const votingRegister = (
  { group }: ElectionParameters,
  credentials: readonly PublicCredential[],
): VotingRegister => new Map(credentials.map(({ credential, weight }) => [group.write(credential), weight]));

/**
 * Parses and examines a ballot on arrival: the same rules as the archive's verifier.
 * Whether it repeats the randomness of another ballot is for {@link findSharedNonce} to say.
 */
export function verifyBallot(
  parameters: ElectionParameters,
  register: VotingRegister,
  bytes: Uint8Array,
): Result<VerifiedBallot, Finding> {
  const judge = newJudge();
  return judged((): VerifiedBallot => {
    const ballot = readWellFormedBallot(judge, parameters, bytes, { record: 'ballot' }, (credential) =>
      register.has(credential),
    );
    const { nonces } = examineProofs(judge, parameters, ballot);
    const credential = parameters.group.write(ballot.credential);
    const weight = register.get(credential) ?? 1;
    return { bytes, credential, weight, answers: ballot.answers, nonces } as unknown as VerifiedBallot;
  });
}

/** The rule that a new ballot breaks against those already cast, or undefined: a copy, or a device without randomness. */
export function findSharedNonce(cast: readonly VerifiedBallot[], ballot: VerifiedBallot): Finding | undefined {
  const known = (pick: (nonces: Nonces) => readonly string[]): Set<string> =>
    new Set(cast.flatMap(({ nonces }) => pick(nonces).map(shortNonce)));
  const place = { record: 'ballot' };
  const ciphertexts = known((nonces) => nonces.ciphertexts);
  if (ballot.nonces.ciphertexts.some((nonce) => ciphertexts.has(shortNonce(nonce))))
    return { rule: 'BEL-NONCE-CIPHERTEXT', place };
  const commitments = known((nonces) => nonces.commitments);
  if (ballot.nonces.commitments.some((nonce) => commitments.has(shortNonce(nonce))))
    return { rule: 'BEL-NONCE-COMMITMENT', place };
  return undefined;
}

/** The encrypted sums of the last ballot of each voter, in the order in which ballots were cast. */
export interface Count {
  readonly tally: EncryptedTally;
  readonly counted: number;
  readonly weight: number;
}

export function tallyBallots({ group, election }: ElectionParameters, cast: readonly VerifiedBallot[]): Count {
  const last = [...new Map(cast.map((ballot) => [ballot.credential, ballot])).values()];
  return {
    tally: addUp(group, election.questions, last),
    counted: last.length,
    weight: last.reduce((sum, { weight }) => sum + weight, 0),
  };
}

/** A decryption every proof of which holds under its owner's key. Only {@link verifyDecryption} makes one. */
export interface VerifiedDecryption {
  readonly [verifiedDecryptionBrand]: true;
  readonly owner: number;
  readonly decryption: PartialDecryption;
}
declare const verifiedDecryptionBrand: unique symbol;

/** Examines a trustee's decryption (its record's text) before it is written. `owner` is the trustee's number, from 1. */
export function verifyDecryption(
  parameters: ElectionParameters,
  trustees: readonly TrusteeGroup[],
  tally: EncryptedTally,
  owner: number,
  text: string,
): Result<VerifiedDecryption, Finding> {
  const judge = newJudge();
  return judged((): VerifiedDecryption => {
    const key = verificationKeysOf(trustees)[owner - 1];
    const place = { record: 'decryption' };
    judge.demand('BEL-DECRYPTION-OWNER', key !== undefined, place);
    const findings = newFindings();
    const decryption = readDecryption(parseNode(judge, utf8(text), place), parameters.group);
    examineDecryption(
      judge,
      parameters,
      key?.publicKey ?? parameters.group.identity,
      tally,
      decryption,
      place,
      findings,
    );
    demandMembers(judge, parameters.group, findings.candidates);
    return { owner, decryption } as unknown as VerifiedDecryption;
  });
}

/** Why there is no result yet. */
export type OutcomeRefusal = { readonly rule: 'BELOW-THRESHOLD'; readonly needed: number; readonly given: number };

/**
 * Opens the sums.
 * @param weight the total weight counted: no sum is greater.
 * @throws Error where the sums are no small numbers, which verified ballots and decryptions cannot give.
 */
export function openTally(
  { group }: ElectionParameters,
  trustees: readonly TrusteeGroup[],
  tally: EncryptedTally,
  weight: number,
  decryptions: readonly VerifiedDecryption[],
): Result<Outcome, OutcomeRefusal> {
  const factors: FactorsByOwner = new Map(decryptions.map(({ owner, decryption }) => [owner, decryption.factors]));
  const quorums = quorumsOf(trustees, factors);
  if (!isEnough(quorums)) {
    const needed = quorums.reduce((sum, quorum) => sum + quorum.needed, 0);
    return failed({ rule: 'BELOW-THRESHOLD', needed, given: factors.size });
  }
  return succeeded(
    openedSums(group, trustees, tally, factors).map((row) =>
      row.map((sum) => {
        const votes = smallLogarithm(group, sum, weight);
        if (votes === undefined) throw new Error('A verified sum of votes is larger than the votes cast');
        return votes;
      }),
    ),
  );
}
