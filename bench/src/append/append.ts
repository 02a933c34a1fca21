import type { Fact, MeetingId, MeetingPlan } from '@klubba/meeting';
import { startServer, type Started } from '@klubba/server';
import pg from 'pg';
import { atLeast, atMost, type Bench } from '../bench.ts';
import { type Lead, leadMeeting, type Running, toDebate } from '../lead.ts';
import { table } from '../print.ts';
import { median, quantile } from '../statistics.ts';

/** As many as the server's own pool has. */
const CONNECTIONS = 12;
const FOR_MS = 1_500;
const ROUNDS = 3;
/** Presses under way in a meeting in a rush; a vote by 81 is a greater one. */
const RUSH = 8;
const LENGTHS = [10, 1_000, 50_000] as const;
const SAMPLES = 200;
/** Presses under way at once while a meeting is made long. */
const IN_FLIGHT = 500;

export const append: Bench = {
  name: 'append',
  about:
    'durable facts per second beside raw PostgreSQL inserts of the same size with as many connections, and what a fact costs in a long meeting',
  async run() {
    const server = await startServer();
    try {
      const meetings = await openMeetings(server, CONNECTIONS + 1);
      const [long, ...others] = meetings;
      if (long === undefined) throw new Error('There are meetings.');
      const rates = await compareRates(server, others);
      const costs = await costsByLength(long);
      return report(rates, costs);
    } finally {
      await server.stop();
    }
  },
};

type Seat = { readonly running: Running; readonly lead: Lead; turn: number };
type Rates = {
  readonly raw: number;
  /** One press under way in each of as many meetings as there are connections. */
  readonly each: number;
  /** More presses under way than connections: what waits for the disk is written together. */
  readonly rush: number;
  readonly alone: number;
  readonly rawAlone: number;
  readonly bytes: number;
};
type Cost = { readonly length: number; readonly p50: number; readonly p99: number };

/** Copies of the large council, each in its debate: a commit of one never waits for another's. */
async function openMeetings(server: Started, count: number): Promise<readonly Seat[]> {
  const plan = server.demo.find((evening) => evening.plan.body.seatsTotal === 81)?.plan;
  if (plan === undefined) throw new Error('The demo has a council of 81.');
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const meeting = `bench-${index}` as MeetingId;
      await server.meetings.plan({ ...plan, meeting } satisfies MeetingPlan);
      const running = await server.meetings.find(meeting);
      if (running === undefined) throw new Error('A planned meeting is found.');
      const lead = leadMeeting(running);
      await toDebate(lead);
      return { running, lead, turn: 0 };
    }),
  );
}

/** A member joins the speakers' list, or leaves it: one command, one fact. */
async function oneFact(seat: Seat): Promise<void> {
  const { lead } = seat;
  const person = lead.members[1 + (seat.turn % 40)];
  seat.turn += 1;
  if (person === undefined) throw new Error('A council has members.');
  const waiting = lead.now().floor.queue.find((request) => request.person === person);
  await lead.press(
    waiting === undefined
      ? { type: 'requestFloor', person, kind: 'speech' }
      : { type: 'withdrawRequest', request: waiting.id },
    person,
  );
}

/** In turns, so that both meet the same machine. */
async function compareRates(server: Started, seats: readonly Seat[]): Promise<Rates> {
  const raw = await openRaw(server.processes.databaseUrl, seats);
  const [first] = seats;
  if (first === undefined) throw new Error('There are meetings.');
  const rates = {
    each: [] as number[],
    rush: [] as number[],
    raw: [] as number[],
    alone: [] as number[],
    rawAlone: [] as number[],
  };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.raw.push(await rate(CONNECTIONS, (lane) => raw.insert(lane)));
      rates.each.push(await rate(CONNECTIONS, (lane) => oneFact(seats[lane % seats.length] ?? first)));
      rates.rush.push(await rate(CONNECTIONS * RUSH, (lane) => oneFact(seats[lane % seats.length] ?? first)));
      rates.rawAlone.push(await rate(1, (lane) => raw.insert(lane)));
      rates.alone.push(await rate(1, () => oneFact(first)));
    }
  } finally {
    await raw.end();
  }
  return {
    each: median(rates.each),
    rush: median(rates.rush),
    raw: median(rates.raw),
    alone: median(rates.alone),
    rawAlone: median(rates.rawAlone),
    bytes: raw.bytes,
  };
}

/** How often a second `act` is done when `lanes` do it one after another. */
async function rate(lanes: number, act: (lane: number) => Promise<void>): Promise<number> {
  const began = performance.now();
  let done = 0;
  const lane = async (index: number): Promise<void> => {
    while (performance.now() - began < FOR_MS) {
      await act(index);
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
  return (done * 1_000) / (performance.now() - began);
}

/** A table like the journal's, without its rules: the least a database must do to keep such a fact. */
async function openRaw(databaseUrl: string, seats: readonly Seat[]) {
  const [first] = seats;
  if (first === undefined) throw new Error('There are meetings.');
  await oneFact(first);
  const fact: Fact | undefined = first.running.live.facts().at(-1);
  const event = JSON.stringify(fact?.event);
  const clients = await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      const client = new pg.Client({ connectionString: databaseUrl, options: '-c synchronous_commit=on' });
      await client.connect();
      return client;
    }),
  );
  await clients[0]?.query(
    `create table raw_facts (meeting text, seq bigint, at bigint, actor text, command text, part smallint, event jsonb, prev bytea, hash bytea, primary key (meeting, seq))`,
  );
  const counts = clients.map(() => 0);
  return {
    bytes: event.length,
    async insert(lane: number) {
      const seq = (counts[lane] ?? 0) + 1;
      counts[lane] = seq;
      await clients[lane]?.query({
        name: 'raw',
        text: 'insert into raw_facts values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        values: [`raw-${lane}`, seq, fact?.at, fact?.actor, `press-${lane}-${seq}`, 0, event, HASH, HASH],
      });
    },
    end: () => Promise.all(clients.map((client) => client.end())),
  };
}

const HASH = Buffer.alloc(32, 7);

async function costsByLength(seat: Seat): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  for (const length of LENGTHS) {
    await growTo(seat, length);
    const times: number[] = [];
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const began = performance.now();
      await oneFact(seat);
      times.push(performance.now() - began);
    }
    costs.push({ length: seat.running.live.facts().length - SAMPLES, p50: median(times), p99: quantile(times, 0.99) });
  }
  return costs;
}

/** By notes of the secretary, many at a time: another kind of fact does as well. */
async function growTo({ running, lead }: Seat, length: number): Promise<void> {
  while (running.live.facts().length < length) {
    const wanted = Math.min(IN_FLIGHT, length - running.live.facts().length);
    await Promise.all(
      Array.from({ length: wanted }, (_, index) =>
        lead.press(
          { type: 'writeNote', note: `note-${index % 10}`, item: null, text: 'Sekreteraren antecknar.' },
          lead.secretary,
        ),
      ),
    );
  }
}

function report(rates: Rates, costs: readonly Cost[]) {
  const [ratio, rushRatio] = [rates.each / rates.raw, rates.rush / rates.raw];
  const [shortest, , longest] = costs;
  const growth = (longest?.p50 ?? Number.NaN) / (shortest?.p50 ?? Number.NaN);
  return {
    tables: [
      `facts of ${rates.bytes} bytes, each on disk before it is answered; of the raw inserts each is a transaction\n${table(
        ['', 'Klubba, facts/s', 'raw inserts/s', 'ratio'],
        [
          [`${CONNECTIONS} meetings, one press under way in each`, rates.each, rates.raw, ratio],
          [`${CONNECTIONS} meetings, ${RUSH} presses under way in each`, rates.rush, rates.raw, rushRatio],
          ['one at a time', rates.alone, rates.rawAlone, rates.alone / rates.rawAlone],
        ],
      )}`,
      table(
        ['facts in the meeting', 'one more: median ms', 'p99 ms'],
        costs.map(({ length, p50, p99 }) => [String(length), p50, p99]),
      ),
    ],
    figures: {
      factsPerSecond: rates.each,
      factsPerSecondInARush: rates.rush,
      rawInsertsPerSecond: rates.raw,
      ratio,
      rushRatio,
      factsPerSecondAlone: rates.alone,
      rawInsertsPerSecondAlone: rates.rawAlone,
      ratioAlone: rates.alone / rates.rawAlone,
      shortMeetingP50Ms: shortest?.p50 ?? Number.NaN,
      longMeetingP50Ms: longest?.p50 ?? Number.NaN,
      growth,
    },
    aims: [
      atLeast('durable facts per second of raw inserts, one press under way for each connection', ratio, 0.8),
      atLeast('durable facts per second of raw inserts, in a rush', rushRatio, 0.8),
      atMost('one more fact in a meeting of 50,000, times one of a short meeting', growth, 1.5),
    ],
    notes: [
      'Klubba decides, chains and publishes each fact besides keeping it; the raw table has no rules, one index and no trigger.',
      'Facts of several meetings that come while others are being written share a transaction.',
      'The short meeting is as long as it must be to be in its debate.',
    ],
  };
}
