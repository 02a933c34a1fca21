import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { BallotExaminer, BallotJob, BallotReport } from '@klubba/ballot';
import type { Threads } from './verify-file.ts';

/** More threads would wait for the one that reads and adds up. */
const MAX_THREADS = 8;

/** All threads get all jobs of a batch, and each takes the next that none has claimed: no thread waits for another. */
export interface Batch {
  readonly id: number;
  readonly jobs: readonly BallotJob[];
  /** A byte for each job: 1 once it is taken. Memory that all threads share. */
  readonly claims: Uint8Array<SharedArrayBuffer>;
}

/** What a thread found in one job of a batch. */
export interface Examined {
  readonly batch: number;
  readonly index: number;
  readonly reports: readonly BallotReport[];
}

interface Waiting {
  readonly job: BallotJob;
  readonly done: (reports: readonly BallotReport[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Threads for examining ballots, this one among them: it takes jobs while the others load theirs. Workers are started at
 * once, so that they load while this thread does and while the file is read: nothing of the verifier is loaded from here.
 */
export function nodeThreads(
  newExaminer: () => Promise<BallotExaminer>,
): Threads & { readonly stop: () => Promise<void> } {
  const count = Math.min(MAX_THREADS, availableParallelism());
  const workers = Array.from({ length: count - 1 }, () => new Worker(new URL('./ballot-worker.mjs', import.meta.url)));
  const batches: (readonly Waiting[])[] = [];
  let gathering: Waiting[] = [];
  const failed = (error: unknown): void => {
    for (const waiting of batches.flat()) waiting.failed(error);
  };
  const take = ({ batch, index, reports }: Examined): void => batches[batch]?.[index]?.done(reports);
  for (const worker of workers) worker.on('message', take).on('error', failed);
  const start = async (): Promise<void> => {
    const waiting = gathering;
    gathering = [];
    const jobs = waiting.map(({ job }) => job);
    const batch = { id: batches.push(waiting) - 1, jobs, claims: new Uint8Array(new SharedArrayBuffer(jobs.length)) };
    for (const worker of workers) worker.postMessage(batch satisfies Batch);
    const examiner = await newExaminer();
    for (const [index, job] of jobs.entries()) {
      if (Atomics.exchange(batch.claims, index, 1) === 1) continue;
      take({ batch: batch.id, index, reports: examiner.examine(job) });
      // Between two jobs the others are heard.
      await setImmediate();
    }
  };
  return {
    count,
    runner: (job) =>
      new Promise((done, failedOne) => {
        if (gathering.push({ job, done, failed: failedOne }) === 1) queueMicrotask(() => void start().catch(failed));
      }),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
