import { stat } from 'node:fs/promises';
import type { BallotExaminer } from '@klubba/ballot';
import { nodeThreads } from './node-threads.ts';
import type { Report } from './report.ts';

/** What a process is to say and to exit with. Faults of the call or the file are said on standard error. */
export interface Said {
  readonly exit: Report['exit'];
  readonly out?: string;
  readonly err?: string;
}

/** Below this size starting threads takes longer than they save. */
const WORTH_THREADS_BYTES = 300_000;

const isWorthThreads = async (path: string): Promise<boolean> =>
  stat(path).then(
    ({ size }) => size >= WORTH_THREADS_BYTES,
    () => false,
  );

async function newExaminer(): Promise<BallotExaminer> {
  const [{ ballotExaminer }, { nodeEngine }] = await Promise.all([
    import('@klubba/ballot'),
    import('@klubba/ballot/node'),
  ]);
  return ballotExaminer(nodeEngine());
}

/** Verifies as the command line asks. Threads are on their way before the verifier itself is loaded. */
export async function run(args: readonly string[]): Promise<Said> {
  const large = await Promise.all(args.map(isWorthThreads));
  const threads = large.includes(true) ? nodeThreads(newExaminer) : undefined;
  try {
    const { answer } = await import('./answer.ts');
    return await answer(args, threads);
  } finally {
    await threads?.stop();
  }
}
