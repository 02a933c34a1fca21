import { parentPort } from 'node:worker_threads';
import type { BallotJob } from '@klubba/ballot';
import { keepCompiled } from './compile-cache.ts';

/** A thread that examines ballots: it says that it is ready, then a job in, its reports out. */
keepCompiled();
const { ballotExaminer } = await import('@klubba/ballot');
const { nodeEngine } = await import('@klubba/ballot/node');
const examiner = ballotExaminer(nodeEngine());

parentPort?.on('message', (job: BallotJob) => parentPort?.postMessage(examiner.examine(job)));
parentPort?.postMessage('ready');
