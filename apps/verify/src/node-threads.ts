import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { BallotReport } from '@klubba/ballot';
import type { Threads } from './verify-file.ts';

/** More threads would wait for the one that reads and adds up. */
const MAX_THREADS = 8;

/** Worker threads for examining ballots, started at once so that they load while the file is read. */
export function nodeThreads(): Threads & { readonly stop: () => Promise<void> } {
  const count = Math.min(MAX_THREADS, availableParallelism());
  const workers = Array.from({ length: count }, () => new Worker(new URL('./ballot-worker.ts', import.meta.url)));
  const waiting = new Map<number, (reports: readonly BallotReport[]) => void>();
  const failures: ((error: Error) => void)[] = [];
  for (const worker of workers) {
    worker.on('message', ({ id, reports }: { readonly id: number; readonly reports: readonly BallotReport[] }) => {
      waiting.get(id)?.(reports);
      waiting.delete(id);
    });
    worker.on('error', (error: Error) => {
      for (const fail of failures) fail(error);
    });
  }
  let next = 0;
  return {
    count,
    runner: (job) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, resolve);
        failures.push(reject);
        workers[id % count]?.postMessage({ id, job });
      }),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
