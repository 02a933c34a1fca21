import { spawn } from 'node:child_process';
import type { MeetingId, VoteId } from '@klubba/meeting';
import type { VideoPass } from '@klubba/protocol';
import { buildLivekit, buildLoadClient } from '../../../tools/livekit/build.mjs';
import { atMost, type Bench, type Report } from '../bench.ts';
import { cpuMs } from '../machine.ts';
import { table } from '../print.ts';
import { voteAims, voteFigures } from '../vote/vote.ts';
import type { Round } from '../vote/voters.worker.ts';
import { startWorker, type Worker } from '../worker.ts';

const REMOTE = 75;
/** Others in picture beside the room and the speaker: the page that is asked for, and what it shrinks to. */
const PAGES = [9, 4, 0] as const;
const WARMUP_SECONDS = 3;
const SECONDS = 8;
const JOIN_EVERY_MS = 40;
const KBIT_PER_S = 150;
const FRAMES_PER_S = 12;
const VOTES = 2;
const ATTEMPT_WITHIN_MS = 60_000;

/** What the load client (`tools/livekit/cmd/load`) reports; only what is used here. */
type Load = {
  readonly joined: number;
  readonly failed: readonly string[];
  readonly tracksExpected: number;
  readonly tracksReceived: number;
  readonly packets: number;
  readonly lost: number;
  readonly lostShare: number;
  readonly mbitPerS: number;
  readonly latencyMsP50: number;
  readonly latencyMsP99: number;
};
type Attempt = {
  readonly page: number;
  readonly load: Load;
  readonly votes: readonly Round[];
  /** Why a vote could not be held to its end. */
  readonly broken: readonly string[];
  readonly sfuCores: number;
  readonly serverCores: number;
};
type House = {
  readonly origin: string;
  readonly cookies: readonly string[];
  readonly deviceCookie: string;
  readonly meeting: MeetingId;
  readonly livekitPid: number;
};

export const council: Bench = {
  name: 'council',
  about: `${REMOTE} at a distance, each sending a picture and receiving the room, the speaker and a page of nine, while votes are held`,
  async run() {
    const program = await buildLoadClient();
    const environment = { LIVEKIT_URL: '', LIVEKIT_BINARY: await buildLivekit(), LIVEKIT_PORT: '0' };
    const server = startWorker(new URL('../vote/house.worker.ts', import.meta.url));
    const voters = startWorker(new URL('../vote/voters.worker.ts', import.meta.url));
    try {
      const house = await server.ask<House>('start', { environment, remote: REMOTE });
      await voters.ask('connect', { ...house, spectators: 0, folds: true });
      const attempts: Attempt[] = [];
      for (const page of PAGES) {
        const attempt = await attemptWith(page, program, house, server, voters);
        attempts.push(attempt);
        if (attempt.load.lost === 0 && attempt.load.tracksReceived === attempt.load.tracksExpected) break;
      }
      return report(attempts);
    } finally {
      await voters.stop();
      await server.stop();
    }
  },
};

async function attemptWith(
  page: number,
  program: string,
  house: House,
  server: Worker,
  voters: Worker,
): Promise<Attempt> {
  const plan = await planFor(page, house);
  const loading = runLoad(program, plan);
  await pause(REMOTE * JOIN_EVERY_MS + WARMUP_SECONDS * 1_000 + 1_000);
  const began = performance.now();
  const before = { sfu: cpuMs(house.livekitPid), server: await server.ask<number>('cpuMs') };
  const votes: Round[] = [];
  const broken: string[] = [];
  for (let round = 0; round < VOTES; round += 1) {
    const held = await holdVote(server, voters).catch((error: Error) => error);
    // A link that is taken for lost freezes the vote: it is a finding, and the pictures are counted all the same.
    if (held instanceof Error) {
      broken.push(held.message.split('\n', 1)[0] ?? '');
      break;
    }
    votes.push(held);
  }
  const ms = performance.now() - began;
  const sfuCores = (cpuMs(house.livekitPid) - before.sfu) / ms;
  const serverCores = ((await server.ask<number>('cpuMs')) - before.server) / ms;
  return { page, load: await loading, votes, broken, sfuCores, serverCores };
}

async function holdVote(server: Worker, voters: Worker): Promise<Round> {
  const { vote } = await server.ask<{ vote: VoteId }>('open');
  return voters.ask<Round>('vote', { vote, withinMs: 1_000 });
}

/** Real passes, given by the server to each person's own session: who may send what is decided there, as for a browser. */
async function planFor(page: number, { origin, cookies, deviceCookie, meeting }: House): Promise<object> {
  const passOf = async (cookie: string, device: string): Promise<VideoPass> => {
    const answer = await fetch(`${origin}/api/meetings/${encodeURIComponent(meeting)}/video`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ device }),
    });
    if (!answer.ok) throw new Error(`No pass: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as VideoPass;
  };
  const hall = await passOf(deviceCookie, 'room');
  const remote: VideoPass[] = [];
  for (const cookie of cookies.slice(-REMOTE)) remote.push(await passOf(cookie, `load${page}`));
  const speaker = remote[0]?.identity ?? '';
  const clients = remote.map(({ token, identity }, index) => {
    const others = Array.from(
      { length: page },
      (_, step) => remote[(index + step + 1) % remote.length]?.identity ?? '',
    );
    const wanted = new Set([hall.identity, speaker === identity ? (remote[1]?.identity ?? '') : speaker, ...others]);
    return { token, publish: true, subscribe: [...wanted] };
  });
  return {
    // An empty address means the origin that answered.
    url: hall.url === '' ? origin : hall.url.replace(/^ws/, 'http'),
    warmupSeconds: WARMUP_SECONDS,
    seconds: SECONDS,
    joinEveryMs: JOIN_EVERY_MS,
    kbitPerS: KBIT_PER_S,
    framesPerS: FRAMES_PER_S,
    clients: [{ token: hall.token, publish: true, subscribe: [] }, ...clients],
  };
}

function runLoad(program: string, plan: object): Promise<Load> {
  const child = spawn(program, [], { stdio: ['pipe', 'pipe', 'pipe'] });
  const late = setTimeout(() => child.kill('SIGKILL'), ATTEMPT_WITHIN_MS);
  let [out, said] = ['', ''];
  child.stdout.on('data', (bytes: Buffer) => {
    out += bytes.toString();
  });
  child.stderr.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString()).slice(-2_000);
  });
  child.stdin.end(JSON.stringify(plan));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(late);
      if (code === 0) resolve(JSON.parse(out) as Load);
      else reject(new Error(`The load client ended with ${code}: ${said}`));
    });
  });
}

function report(attempts: readonly Attempt[]): Report {
  const [asked] = attempts;
  const borne = attempts.find(({ load }) => load.lost === 0 && load.tracksReceived === load.tracksExpected);
  if (asked === undefined) throw new Error('Something was attempted.');
  const votes = voteFigures(asked.votes);
  const missing = asked.load.tracksExpected - asked.load.tracksReceived;
  return {
    tables: [
      table(
        [
          'page of',
          'joined',
          'tracks',
          'of',
          'packets',
          'lost %',
          'p50 ms',
          'p99 ms',
          'Mbit/s',
          'SFU cores',
          'server cores',
          'vote ack p99 ms',
          'result ms',
        ],
        attempts.map(({ page, load, votes: rounds, sfuCores, serverCores }) => {
          const { ackP99Ms, resultEverywhereMs } = voteFigures(rounds);
          return [
            String(page),
            load.joined,
            load.tracksReceived,
            load.tracksExpected,
            load.packets,
            load.lostShare * 100,
            load.latencyMsP50,
            load.latencyMsP99,
            load.mbitPerS,
            sfuCores,
            serverCores,
            ackP99Ms,
            resultEverywhereMs,
          ];
        }),
      ),
    ],
    figures: {
      joined: asked.load.joined,
      tracksExpected: asked.load.tracksExpected,
      tracksReceived: asked.load.tracksReceived,
      lostShare: asked.load.lostShare,
      latencyP50Ms: asked.load.latencyMsP50,
      latencyP99Ms: asked.load.latencyMsP99,
      mbitPerS: asked.load.mbitPerS,
      sfuCores: asked.sfuCores,
      serverCores: asked.serverCores,
      largestPageWithoutLoss: borne?.page ?? -1,
      ...votes,
    },
    aims: [
      // What never arrived at all leaves no gap to be counted.
      atMost('packets lost with a page of nine, share', missing > 0 ? Number.NaN : asked.load.lostShare, 0),
      atMost('tracks of a page of nine that did not arrive', missing, 0),
      atMost('latency of a packet with a page of nine, p99 ms', asked.load.latencyMsP99, 100),
      ...voteAims(votes),
    ],
    notes: [
      `Each sends ${KBIT_PER_S} kbit/s at ${FRAMES_PER_S} frames a second; nothing is decoded. The load client and the votes run on the same machine.`,
      ...attempts.flatMap((one) => one.broken.map((why) => `page of ${one.page}: the vote was not held: ${why}`)),
      ...asked.load.failed.slice(0, 3).map((why) => `not joined: ${why}`),
    ],
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
