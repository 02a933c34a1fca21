import { Worker } from 'node:worker_threads';
import type { ImportDone, ImportStep, ImportTask } from './import-task.ts';

/** A file that unpacks to more than this ends its worker, and nothing else. */
const MEMORY_MB = 768;
const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

type Said = { readonly step: ImportStep } | { readonly done: ImportDone };

/** Carries out one import after the other, each in a thread of its own. */
export type ImportWork = (task: ImportTask, onStep: (step: ImportStep) => void) => Promise<ImportDone>;

export function importWork(): ImportWork {
  let queue: Promise<unknown> = Promise.resolve();
  return (task, onStep) => {
    const done = queue.then(() => inWorker(task, onStep));
    queue = done.catch(() => undefined);
    return done;
  };
}

function inWorker(task: ImportTask, onStep: (step: ImportStep) => void): Promise<ImportDone> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./import-worker.ts', import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    worker.on('message', (said: Said) => {
      if ('step' in said) onStep(said.step);
      else resolve(said.done);
    });
    worker.on('error', (error: Error & { readonly code?: string }) => {
      // A table of that size is no register, whatever it says it is.
      if (error.code === OUT_OF_MEMORY) resolve({ ok: false, refusal: { rule: 'REG-FILE-KIND' } });
      else reject(error);
    });
    worker.on('exit', () => reject(new Error('The import ended without an answer')));
  });
}
