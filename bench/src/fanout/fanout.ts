import type { MeetingId } from '@klubba/meeting';
import { atMost, type Bench, type Report } from '../bench.ts';
import { table } from '../print.ts';
import { median, quantile } from '../statistics.ts';
import { startWorker, type Worker } from '../worker.ts';
import type { Crowd } from './crowd.worker.ts';

const WARM_UP = 5;
const CHANGES = 40;
const PAUSE_MS = 120;
const ARRIVED_WITHIN_MS = 5_000;

/** One server under measurement: Klubba, or the bare library. */
type Side = {
  readonly name: 'klubba' | 'bare';
  readonly server: Worker;
  readonly crowd: Worker;
  readonly last: number[];
  readonly every: number[];
  cpuMs: number;
};

type Figures = {
  readonly lastP50: number;
  readonly lastP99: number;
  readonly everyP99: number;
  readonly cpuPerReceiver: number;
};

export const fanout: Bench = {
  name: 'fanout',
  about:
    'from the commit of a fact to its arrival at the last of all who watch, beside a bare ws broadcast of the same bytes',
  async run() {
    const hall = await compare(150, 2_000);
    const thousand = await compare(1_000, 0);
    return report(hall, thousand);
  },
};

type Comparison = { readonly klubba: Figures; readonly bare: Figures; readonly bytes: number };

/** Changes in turn, one by Klubba and one by the bare server, so that both meet the same machine. */
async function compare(members: number, publics: number): Promise<Comparison> {
  const workers: Worker[] = [];
  const side = (name: Side['name'], file: string): Side => {
    const server = startWorker(new URL(file, import.meta.url));
    const crowd = startWorker(new URL('./crowd.worker.ts', import.meta.url));
    workers.push(crowd, server);
    return { name, server, crowd, last: [], every: [], cpuMs: 0 };
  };
  try {
    const klubba = side('klubba', './house.worker.ts');
    const bare = side('bare', './bare.worker.ts');
    const house = await klubba.server.ask<{ origin: string; cookies: string[]; meeting: MeetingId }>('start');
    const { origin } = await bare.server.ask<{ origin: string }>('start');
    await klubba.crowd.ask('connect', { ...house, members, publics } satisfies Crowd);
    await bare.crowd.ask('connect', { origin, cookies: [], members, publics } satisfies Crowd);
    let text = '';
    for (let index = -WARM_UP; index < CHANGES; index += 1) {
      text = await change(klubba, members + publics, index, text);
      await change(bare, members + publics, index, text);
    }
    return { klubba: figures(klubba, members + publics), bare: figures(bare, members + publics), bytes: text.length };
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
}

/** One change, awaited at every connection. Gives the bytes that came. */
async function change(side: Side, receivers: number, index: number, text: string): Promise<string> {
  await pause(PAUSE_MS);
  const before = await side.server.ask<number>('cpuMs');
  const made = await side.server.ask<{ seq?: number; at: number }>('change', { index: index + WARM_UP, text });
  const seq = made.seq ?? Number(/"seq":(\d+)/.exec(text)?.[1]);
  const came = await side.crowd.ask<{ times: number[]; text: string }>('arrived', {
    seq,
    count: receivers,
    withinMs: ARRIVED_WITHIN_MS,
  });
  const used = (await side.server.ask<number>('cpuMs')) - before;
  if (came.times.length < receivers) throw new Error(`${side.name}: ${came.times.length} of ${receivers} were told.`);
  if (index >= 0) {
    const waits = came.times.map((time) => time - made.at);
    side.last.push(Math.max(...waits));
    side.every.push(...waits);
    side.cpuMs += used;
  }
  return came.text;
}

function figures({ last, every, cpuMs }: Side, receivers: number): Figures {
  return {
    lastP50: median(last),
    lastP99: quantile(last, 0.99),
    everyP99: quantile(every, 0.99),
    cpuPerReceiver: cpuMs / (last.length * receivers),
  };
}

function report(hall: Comparison, thousand: Comparison): Report {
  const head = [
    '',
    'last receiver p50 ms',
    'p99 ms',
    'every receiver p99 ms',
    'server CPU, ms a connection and change',
  ];
  const row = (name: string, one: Figures): (string | number)[] => [
    name,
    one.lastP50,
    one.lastP99,
    one.everyP99,
    one.cpuPerReceiver,
  ];
  const ratio = (one: Comparison): number => one.klubba.lastP50 / one.bare.lastP50;
  return {
    tables: [
      `150 members and 2,000 of the public, ${CHANGES} changes of ${hall.bytes} bytes\n${table(head, [
        row('Klubba', hall.klubba),
        row('bare ws', hall.bare),
        [
          'ratio',
          ratio(hall),
          hall.klubba.lastP99 / hall.bare.lastP99,
          hall.klubba.everyP99 / hall.bare.everyP99,
          hall.klubba.cpuPerReceiver / hall.bare.cpuPerReceiver,
        ],
      ])}`,
      `1,000 members\n${table(head, [
        row('Klubba', thousand.klubba),
        row('bare ws', thousand.bare),
        [
          'ratio',
          ratio(thousand),
          thousand.klubba.lastP99 / thousand.bare.lastP99,
          thousand.klubba.everyP99 / thousand.bare.everyP99,
          thousand.klubba.cpuPerReceiver / thousand.bare.cpuPerReceiver,
        ],
      ])}`,
    ],
    figures: {
      hallLastP50Ms: hall.klubba.lastP50,
      hallLastP99Ms: hall.klubba.lastP99,
      hallBareLastP50Ms: hall.bare.lastP50,
      hallBareLastP99Ms: hall.bare.lastP99,
      hallRatio: ratio(hall),
      hallCpuMsPerReceiver: hall.klubba.cpuPerReceiver,
      hallBareCpuMsPerReceiver: hall.bare.cpuPerReceiver,
      thousandLastP50Ms: thousand.klubba.lastP50,
      thousandBareLastP50Ms: thousand.bare.lastP50,
      thousandRatio: ratio(thousand),
      thousandCpuMsPerReceiver: thousand.klubba.cpuPerReceiver,
      thousandBareCpuMsPerReceiver: thousand.bare.cpuPerReceiver,
    },
    aims: [
      atMost('150 + 2,000: median of the last receiver, times the bare broadcast', ratio(hall), 1.5),
      atMost('150 + 2,000: p99 of the last receiver, ms', hall.klubba.lastP99, 100),
      atMost('1,000 members: median of the last receiver, ms', thousand.klubba.lastP50, 55),
      atMost('1,000 members: server CPU a connection and change, ms', thousand.klubba.cpuPerReceiver, 0.02),
    ],
    notes: ['Generators run on the same machine, in processes of their own.'],
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
