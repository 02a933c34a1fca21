import type { ElectionParameters } from '../election.ts';
import { electionParameters, readElection } from '../election.ts';
import type { Engine } from '../group/group.ts';
import type { Nonces } from './answer.ts';
import { examineProofs, readWellFormedBallot } from './ballot.ts';
import type { Finding, Judge, Place } from './judge.ts';
import { judge as newJudge, judged } from './judge.ts';
import { parseNode } from './node.ts';

/** Ballots to examine, as plain data that can be sent to another thread. */
export interface BallotJob {
  /** The election's record. */
  readonly election: Uint8Array;
  /** About how many ballots this thread will get; sizes its tables. */
  readonly expected: number;
  readonly ballots: readonly BallotToExamine[];
}

export interface BallotToExamine {
  readonly bytes: Uint8Array;
  readonly place: Place;
  /** Whether its credential is on the voting list. */
  readonly registered: boolean;
}

/** What was found about one ballot. */
export type BallotReport =
  | {
      readonly sound: true;
      readonly nonces: Nonces;
      /** The credential's text, where it was found to lie in the subgroup. */
      readonly member?: string;
    }
  | { readonly sound: false; readonly finding: Finding };

/** Enough of a group element's text to tell it from all others. */
const NONCE_CHARACTERS = 40;
export const shortNonce = (text: string): string => text.slice(-NONCE_CHARACTERS);

/** Examines the ballots of jobs, keeping an election's tables from one job to the next. */
export interface BallotExaminer {
  examine(job: BallotJob): BallotReport[];
}

export function ballotExaminer(engine: Engine = {}, judge: Judge = newJudge()): BallotExaminer {
  let known: { readonly record: string; readonly parameters: ElectionParameters } | undefined;
  return {
    examine(job) {
      const record = job.election.join();
      if (known?.record !== record) known = { record, parameters: prepare(job, engine, judge) };
      const { parameters } = known;
      return job.ballots.map((ballot) => examineBallot(judge, parameters, ballot));
    },
  };
}

function prepare(job: BallotJob, engine: Engine, judge: Judge): ElectionParameters {
  const POWERS_A_BALLOT = 25;
  const node = parseNode(judge, job.election, {});
  const { group, election } = readElection(node, { ...engine, generatorUses: job.expected * POWERS_A_BALLOT });
  return electionParameters(group, election, job.election, job.expected);
}

function examineBallot(judge: Judge, parameters: ElectionParameters, ballot: BallotToExamine): BallotReport {
  const { bytes, place, registered } = ballot;
  const report = judged(() => {
    const read = readWellFormedBallot(judge, parameters, bytes, place, () => registered);
    const { nonces, isMember } = examineProofs(judge, parameters, read);
    return { nonces: shorten(nonces), ...(isMember ? { member: parameters.group.write(read.credential) } : {}) };
  });
  return report.ok ? { sound: true, ...report.value } : { sound: false, finding: report.failure };
}

const shorten = ({ ciphertexts, commitments }: Nonces): Nonces => ({
  ciphertexts: ciphertexts.map(shortNonce),
  commitments: commitments.map(shortNonce),
});
