import type { MeetingId, VoteId } from '@klubba/meeting';
import { atMost, type Bench, type Report } from '../bench.ts';
import { table } from '../print.ts';
import { median, quantile } from '../statistics.ts';
import { startWorker } from '../worker.ts';
import type { Round } from './voters.worker.ts';

const ROUNDS = 5;
/** Within this, evenly spread, everybody votes. */
const WITHIN_MS = 1_000;
const SPECTATORS = 100;
const PAUSE_MS = 500;

export const vote: Bench = {
  name: 'vote',
  about:
    '81 votes within one second: from each press to its acknowledgement, and from the closing to the result at every client',
  async run() {
    return report(await runVotes(ROUNDS));
  },
};

type House = { readonly origin: string; readonly cookies: readonly string[]; readonly meeting: MeetingId };

/** The same vote, held again and again: each time annulled and opened anew, as the chair may. */
export async function runVotes(rounds: number): Promise<readonly Round[]> {
  const house = startWorker(new URL('./house.worker.ts', import.meta.url));
  const voters = startWorker(new URL('./voters.worker.ts', import.meta.url));
  try {
    const started = await house.ask<House>('start');
    await voters.ask('connect', { ...started, spectators: SPECTATORS });
    const done: Round[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { vote: id } = await house.ask<{ vote: VoteId }>('open');
      done.push(await voters.ask<Round>('vote', { vote: id, withinMs: WITHIN_MS }));
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
    return done;
  } finally {
    await voters.stop();
    await house.stop();
  }
}

/** Figures of several votes together; also of those held while video runs. */
export function voteFigures(rounds: readonly Round[]) {
  const acks = rounds.flatMap((round) => round.acks);
  const results = rounds.flatMap((round) => round.results);
  return {
    votes: rounds.reduce((sum, round) => sum + round.acks.length, 0),
    ackP50Ms: median(acks),
    ackP99Ms: quantile(acks, 0.99),
    lastVoteAckMs: quantile(
      rounds.flatMap((round) => round.acks.at(-1) ?? []),
      1,
    ),
    resultP50Ms: median(results),
    resultEverywhereMs: quantile(results, 1),
    resultEverywhereMedianMs: median(rounds.map((round) => Math.max(...round.results))),
  };
}

export function voteAims(figures: ReturnType<typeof voteFigures>) {
  return [
    atMost('acknowledgement of a vote, p99 ms', figures.ackP99Ms, 150),
    atMost('result at the last client after the closing, ms', figures.resultEverywhereMs, 300),
  ];
}

function report(rounds: readonly Round[]): Report {
  const figures = voteFigures(rounds);
  const clients = rounds[0]?.results.length ?? 0;
  return {
    figures,
    aims: voteAims(figures),
    tables: [
      `${rounds.length} votes by 81, each within ${WITHIN_MS} ms; ${clients} clients\n${table(
        ['', 'median ms', 'p99 ms', 'longest ms'],
        [
          [
            'press → acknowledged (on disk)',
            figures.ackP50Ms,
            figures.ackP99Ms,
            quantile(
              rounds.flatMap((one) => one.acks),
              1,
            ),
          ],
          [
            'closing → result at a client',
            figures.resultP50Ms,
            quantile(
              rounds.flatMap((one) => one.results),
              0.99,
            ),
            figures.resultEverywhereMs,
          ],
        ],
      )}`,
    ],
  };
}
