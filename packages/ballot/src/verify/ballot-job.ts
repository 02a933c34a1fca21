import type { ElectionParameters } from '../election.ts';
import { electionParameters, readElection } from '../election.ts';
import type { Engine } from '../group/group.ts';
import type { RandomSource } from '../secret/random.ts';
import type { Nonces } from './ballot.ts';
import { examineProofs, readWellFormedBallot } from './ballot.ts';
import type { Finding, Judge, Place } from './judge.ts';
import { judge as newJudge, judged } from './judge.ts';
import { demandMembers } from './members.ts';
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
  | { readonly sound: true; readonly nonces: Nonces }
  | { readonly sound: false; readonly finding: Finding };

/** Enough of a group element's text to tell it from all others. */
const NONCE_CHARACTERS = 40;
export const shortNonce = (text: string): string => text.slice(-NONCE_CHARACTERS);

/** Examines the ballots of jobs, keeping an election's tables from one job to the next. */
export interface BallotExaminer {
  examine(job: BallotJob): BallotReport[];
}

export function ballotExaminer(engine: Engine = {}, random?: RandomSource, judge: Judge = newJudge()): BallotExaminer {
  let known: { readonly record: string; readonly parameters: ElectionParameters } | undefined;
  return {
    examine(job) {
      const record = job.election.join();
      if (known?.record !== record) known = { record, parameters: prepare(job, engine, judge) };
      return examineBallots(judge, known.parameters, job.ballots, random);
    },
  };
}

function prepare(job: BallotJob, engine: Engine, judge: Judge): ElectionParameters {
  const POWERS_A_BALLOT = 25;
  const node = parseNode(judge, job.election, {});
  const { group, election } = readElection(node, { ...engine, generatorUses: job.expected * POWERS_A_BALLOT });
  return electionParameters(group, election, job.election, job.expected);
}

/**
 * Form first, then membership of all together, then the proofs: so the reports name the first rule that each ballot
 * breaks, as if it had been examined alone.
 */
function examineBallots(
  judge: Judge,
  parameters: ElectionParameters,
  ballots: readonly BallotToExamine[],
  random: RandomSource | undefined,
): BallotReport[] {
  const { group } = parameters;
  const formed = ballots.map(({ bytes, place, registered }) =>
    judged(() => readWellFormedBallot(judge, parameters, bytes, place, () => registered)),
  );
  const candidates = formed.flatMap((form) => (form.ok ? form.value.candidates : []));
  const allMembers = judged(() => demandMembers(judge, group, candidates, random)).ok;
  return formed.map((form): BallotReport => {
    if (!form.ok) return { sound: false, finding: form.failure };
    const report = judged(() => {
      if (!allMembers) demandMembers(judge, group, form.value.candidates);
      return shorten(examineProofs(judge, parameters, form.value));
    });
    return report.ok ? { sound: true, nonces: report.value } : { sound: false, finding: report.failure };
  });
}

const shorten = ({ ciphertexts, commitments }: Nonces): Nonces => ({
  ciphertexts: ciphertexts.map(shortNonce),
  commitments: commitments.map(shortNonce),
});
