import { parentPort } from 'node:worker_threads';
import { keepCompiled } from './compile-cache.mjs';

keepCompiled();
const [{ ballotExaminer }, { nodeEngine }] = await Promise.all([
  import('@klubba/ballot'),
  import('@klubba/ballot/node'),
]);
const examiner = ballotExaminer(nodeEngine());

/** A thread that examines what no other has claimed of a batch. */
parentPort?.on('message', (/** @type {import('./node-threads.ts').Batch} */ { id, jobs, claims }) => {
  for (const [index, job] of jobs.entries()) {
    if (Atomics.exchange(claims, index, 1) === 1) continue;
    parentPort?.postMessage({ batch: id, index, reports: examiner.examine(job) });
  }
});
