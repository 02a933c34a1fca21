import { parentPort, workerData } from 'node:worker_threads';
import { carryOut, type ImportTask } from './import-task.ts';

// A thread of its own: a file of thousands of rows takes seconds, and a meeting may be going on meanwhile.
parentPort?.postMessage({ done: carryOut(workerData as ImportTask, (step) => parentPort?.postMessage({ step })) });
