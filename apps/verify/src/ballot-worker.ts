import { parentPort } from 'node:worker_threads';
import type { BallotJob } from '@klubba/ballot';
import { ballotExaminer } from '@klubba/ballot';
import { nodeEngine } from '@klubba/ballot/node';

/** A thread that examines ballots: it says that it is ready, then a job in, its reports out. */
const examiner = ballotExaminer(nodeEngine());

parentPort?.on('message', (job: BallotJob) => parentPort?.postMessage(examiner.examine(job)));
parentPort?.postMessage('ready');
