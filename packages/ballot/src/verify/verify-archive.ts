import type { Engine } from '../group/group.ts';
import type { BallotJob, BallotReport } from './ballot-job.ts';
import { ballotExaminer } from './ballot-job.ts';
import { looksLikeArchive, readArchive } from './archive.ts';
import { layOut } from './board.ts';
import type { Examination } from './examination.ts';
import { ballotJobs, conclude, examineMembers, examineSetup } from './examination.ts';
import type { Finding, Judge } from './judge.ts';
import { judge as newJudge, judged, Unsupported } from './judge.ts';
import type { Result } from '../result.ts';
import type { Verdict } from './verdict.ts';

export interface VerifyOptions {
  /** Hashes of events that must be in the archive. */
  readonly receipts?: readonly string[];
  /** What the platform does faster. */
  readonly engine?: Engine;
  /** Told how many of the ballots are examined. */
  readonly onProgress?: (examined: number, all: number) => void;
}

/** Examines ballots somewhere else, such as in a worker, and reports on each in the job's order. */
export type BallotRunner = (job: BallotJob) => Promise<readonly BallotReport[]>;

const BALLOTS_A_JOB = 50;
/** Small enough that no thread waits long for the last; a progress bar moves in such steps. */
const JOBS_A_THREAD = 8;

/** The verdict on the bytes of a `.bel` archive. Never throws for what the bytes hold. */
export const verifyArchive = (bytes: Uint8Array, options: VerifyOptions = {}): Verdict =>
  verifyUnder(newJudge(), bytes, options);

/** As {@link verifyArchive}, by a judge that the tests of the verifier may have told to ignore a rule. */
export function verifyUnder(judge: Judge, bytes: Uint8Array, options: VerifyOptions): Verdict {
  const opened = open(judge, bytes, options);
  if ('kind' in opened) return opened;
  if (!opened.ok) return { kind: 'broken', ...opened.failure };
  const examination = opened.value;
  const examiner = ballotExaminer(options.engine, judge);
  const reports: BallotReport[] = [];
  for (const job of ballotJobs(examination, BALLOTS_A_JOB, 1)) {
    reports.push(...examiner.examine(job));
    options.onProgress?.(reports.length, examination.board.ballots.length);
  }
  return finish(judge, examination, reports, options);
}

/** As {@link verifyArchive}, with the ballots examined by `threads` runners side by side. */
export async function verifyArchiveInParallel(
  bytes: Uint8Array,
  runner: BallotRunner,
  threads: number,
  options: VerifyOptions = {},
): Promise<Verdict> {
  const judge = newJudge();
  const opened = open(judge, bytes, options);
  if ('kind' in opened) return opened;
  if (!opened.ok) return { kind: 'broken', ...opened.failure };
  const examination = opened.value;
  const all = examination.board.ballots.length;
  let examined = 0;
  const size = Math.min(BALLOTS_A_JOB, Math.max(1, Math.ceil(all / (threads * JOBS_A_THREAD))));
  const reports = await Promise.all(
    ballotJobs(examination, size, threads).map(async (job) => {
      const report = await runner(job);
      examined += report.length;
      options.onProgress?.(examined, all);
      return report;
    }),
  );
  return finish(judge, examination, reports.flat(), options);
}

function open(judge: Judge, bytes: Uint8Array, options: VerifyOptions): Verdict | Result<Examination, Finding> {
  if (bytes.length === 0) return { kind: 'unreadable', reason: 'empty' };
  if (!looksLikeArchive(bytes)) return { kind: 'unreadable', reason: 'not-an-archive' };
  const { engine = {} } = options;
  try {
    return judged(() => {
      const archive = readArchive(bytes, judge, engine);
      return examineSetup(judge, archive, layOut(judge, archive), engine);
    });
  } catch (error) {
    if (error instanceof Unsupported) return { kind: 'unreadable', reason: 'unsupported' };
    throw error;
  }
}

function finish(
  judge: Judge,
  examination: Examination,
  reports: readonly BallotReport[],
  options: VerifyOptions,
): Verdict {
  const members = judged(() => examineMembers(judge, examination, reports));
  if (!members.ok) return { kind: 'broken', ...members.failure };
  const concluded = judged(() => conclude(judge, examination, reports, options.receipts ?? []));
  return concluded.ok ? concluded.value : { kind: 'broken', ...concluded.failure };
}
