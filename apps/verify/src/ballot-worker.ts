import { parentPort } from 'node:worker_threads';
import type { BallotJob } from '@klubba/ballot';
import { ballotExaminer } from '@klubba/ballot';
import { nodeEngine } from '@klubba/ballot/node';

/** A thread that examines ballots: a numbered job in, its reports out. */
const examiner = ballotExaminer(nodeEngine());

parentPort?.on('message', ({ id, job }: { readonly id: number; readonly job: BallotJob }) => {
  parentPort?.postMessage({ id, reports: examiner.examine(job) });
});
