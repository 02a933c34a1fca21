import { parseArgs } from 'node:util';
import { buildLivekit } from '../../../tools/livekit/build.mjs';
import { machineFacts } from '../machine.ts';
import { PARTS } from '../house.ts';
import { table } from '../print.ts';
import { quantile } from '../statistics.ts';
import { torture, type TortureReport } from './torture.ts';

const USAGE = `A running council evening whose server, database and video server are killed with SIGKILL at random moments.

  npm run -s torture -- --kills N [--seed S]`;

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const kills = Number(values.kills);
const seed = values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed);
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error(USAGE);
  process.exit(2);
}

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());

console.log(`${machineFacts()}\nseed ${seed}`);
const report = await torture({
  kills,
  seed,
  livekit: await buildLivekit(),
  signal: interrupted.signal,
  onKill: ({ part, at, backAfterMs }, index) =>
    console.log(
      `${String(index).padStart(4)}  ${(at / 1_000).toFixed(1).padStart(7)} s  ${part.padEnd(8)}  ${
        backAfterMs === undefined ? 'the next one comes on top' : `back after ${Math.round(backAfterMs)} ms`
      }`,
    ),
});
console.log(summary(report));
process.exit(faults(report).length === 0 ? 0 : 1);

function summary(done: TortureReport): string {
  const rows = PARTS.map((part) => {
    const mine = done.kills.filter((kill) => kill.part === part);
    const back = mine.flatMap((kill) => kill.backAfterMs ?? []);
    return [part, mine.length, quantile(back, 0.5), quantile(back, 1)];
  });
  const refused = [...done.refusals].toSorted((a, b) => b[1] - a[1]).map(([what, count]) => `  ${count} × ${what}`);
  return [
    '',
    table(['killed', 'times', 'back, median ms', 'back, longest ms'], rows),
    '',
    `${done.kills.length} kills in ${Math.round(done.ms / 1_000)} s; ${done.clients} clients; ${done.facts} facts, ${done.items} items done, ${done.votes} votes; ${done.acknowledged} presses acknowledged, ${done.refused} refused by the law of the meeting:`,
    ...refused,
    '',
    `acknowledged and lost:            ${done.lost.length}`,
    `doubled:                          ${done.doubled.length}`,
    `clients in another state:         ${done.differing.length}`,
    `faults of the journal:            ${done.broken.length}`,
    `faults of the exported record:    ${done.record.length}`,
    `pictures that did not come back:  ${done.video.length}`,
    `evenings not brought to an end:   ${done.unfinished.length}`,
    `crashes of the cameras' own program (no part of the platform): ${done.cameraCrashes}`,
    `starts that failed on the way:    ${done.failedStarts.length}`,
    ...done.failedStarts.map((said) => `  start failed: ${said}`),
    ...faults(done).map((fault) => `FAULT ${fault}`),
  ].join('\n');
}

function faults(done: TortureReport): readonly string[] {
  const { lost, doubled, differing, broken, record, video, unfinished } = done;
  return [...lost, ...doubled, ...differing, ...broken, ...record, ...video, ...unfinished];
}
