import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { BallotJob, BallotReport } from '@klubba/ballot';
import { ballotExaminer } from '@klubba/ballot';
import { nodeEngine } from '@klubba/ballot/node';
import type { Threads } from './verify-file.ts';

/** More threads would wait for the one that reads and adds up. */
const MAX_THREADS = 8;

interface Waiting {
  readonly job: BallotJob;
  readonly done: (reports: readonly BallotReport[]) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Threads for examining ballots, this one among them: it takes jobs from the same queue while the others load theirs.
 * Workers are started at once, so that they load while the file is read.
 */
export function nodeThreads(): Threads & { readonly stop: () => Promise<void> } {
  const count = Math.min(MAX_THREADS, availableParallelism());
  const queue: Waiting[] = [];
  const workers = Array.from({ length: count - 1 }, () => startWorker(queue));
  let working = false;
  const work = async (): Promise<void> => {
    if (working) return;
    working = true;
    const examiner = ballotExaminer(nodeEngine());
    // Between two jobs the others are heard and given theirs.
    for (await setImmediate(); queue.length > 0; await setImmediate()) {
      const own = queue.shift();
      own?.done(examiner.examine(own.job));
    }
    working = false;
  };
  return {
    count,
    runner: (job) =>
      new Promise((done, failed) => {
        queue.push({ job, done, failed });
        for (const { wake } of workers) wake();
        work().catch(failed);
      }),
    stop: async () => {
      await Promise.all(workers.map(({ worker }) => worker.terminate()));
    },
  };
}

/** A worker that takes a job from the queue whenever it has none. */
function startWorker(queue: Waiting[]): { readonly worker: Worker; readonly wake: () => void } {
  const worker = new Worker(new URL('./ballot-worker.ts', import.meta.url));
  let current: Waiting | undefined;
  let ready = false;
  const wake = (): void => {
    if (!ready || current !== undefined) return;
    current = queue.shift();
    if (current !== undefined) worker.postMessage(current.job);
  };
  worker.on('message', (message: 'ready' | readonly BallotReport[]) => {
    if (message === 'ready') ready = true;
    else {
      current?.done(message);
      current = undefined;
    }
    wake();
  });
  worker.on('error', (error) => {
    ready = false;
    current?.failed(error);
  });
  return { worker, wake };
}
