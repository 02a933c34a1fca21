import type { BallotReport } from '@klubba/ballot';
import { ballotExaminer } from '@klubba/ballot';
import type { Threads } from '../verify-file.ts';
import { verifyFile } from '../verify-file.ts';
import type { Answer, Request } from './messages.ts';

/** The same worker reads a file, and examines ballots for the one that does. */
const examiner = ballotExaminer();
const MAX_THREADS = 8;

const answer = (message: Answer): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  switch (data.kind) {
    case 'examine':
      answer({ kind: 'examined', id: data.id, reports: examiner.examine(data.job) });
      return;
    case 'verify':
      void verify(data);
  }
});

async function verify({ bytes, language, receipts, source }: Extract<Request, { kind: 'verify' }>): Promise<void> {
  const threads = startThreads(source);
  const report = await verifyFile(bytes, {
    language,
    ...(receipts !== undefined && { receipts }),
    ...(threads && { threads }),
    verify: { onProgress: (examined, all) => answer({ kind: 'progress', examined, all }) },
  });
  threads?.stop();
  answer({ kind: 'report', report });
}

/** Workers of this worker's own program (`source`, its address); undefined where the browser gives a worker none. */
function startThreads(source: string): (Threads & { stop: () => void }) | undefined {
  if (typeof Worker === 'undefined') return undefined;
  const count = Math.min(MAX_THREADS, Math.max(1, navigator.hardwareConcurrency));
  const workers = Array.from({ length: count }, () => new Worker(source));
  const waiting = new Map<number, (reports: readonly BallotReport[]) => void>();
  for (const worker of workers) {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'examined') waiting.get(data.id)?.(data.reports);
    });
  }
  let next = 0;
  return {
    count,
    runner: (job) =>
      new Promise((resolve) => {
        const id = next++;
        waiting.set(id, resolve);
        workers[id % count]?.postMessage({ kind: 'examine', id, job } satisfies Request);
      }),
    stop: () => {
      for (const worker of workers) worker.terminate();
    },
  };
}
