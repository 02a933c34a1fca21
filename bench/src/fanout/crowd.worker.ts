import type { MeetingId } from '@klubba/meeting';
import { type ClientMessage, PROTOCOL_VERSION } from '@klubba/protocol';
import { WebSocket } from 'ws';
import { machineMs, serve } from '../worker.ts';

/** Connections made at once. */
const AT_ONCE = 50;
const PING_EVERY_MS = 10_000;
const SEQ = /^\{"type":"facts","seq":(\d+)/;
/** As long as the beginning of a message must be looked at. */
const HEAD_BYTES = 48;

type Arrivals = { times: number[]; text: string };
export type Crowd = {
  readonly origin: string;
  readonly meeting?: MeetingId;
  readonly cookies: readonly string[];
  /** Connections of people, spread over the cookies. */
  readonly members: number;
  readonly publics: number;
};

const arrivals = new Map<number, Arrivals>();
const open: WebSocket[] = [];

serve({
  async connect(crowd: Crowd) {
    const wanted: (string | undefined)[] = [];
    for (let n = 0; n < crowd.members; n += 1) wanted.push(crowd.cookies[n % Math.max(1, crowd.cookies.length)]);
    for (let n = 0; n < crowd.publics; n += 1) wanted.push(undefined);
    for (let from = 0; from < wanted.length; from += AT_ONCE)
      await Promise.all(wanted.slice(from, from + AT_ONCE).map((cookie) => connect(crowd, cookie)));
    return { connections: open.length };
  },
  /** When each connection had the fact `seq`, once `count` of them have it; and the bytes as they came. */
  async arrived({ seq, count, withinMs }: { seq: number; count: number; withinMs: number }) {
    const deadline = performance.now() + withinMs;
    while ((arrivals.get(seq)?.times.length ?? 0) < count && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const found = arrivals.get(seq);
    arrivals.clear();
    return { times: found?.times ?? [], text: found?.text ?? '' };
  },
  close() {
    for (const socket of open.splice(0)) socket.terminate();
  },
});

function connect({ origin, meeting }: Crowd, cookie: string | undefined): Promise<void> {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/live`, {
    headers: cookie === undefined ? {} : { cookie },
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  open.push(socket);
  return new Promise((resolve, reject) => {
    let pings = 0;
    socket.on('open', () => {
      if (meeting === undefined) return resolve();
      tell(socket, {
        type: 'hello',
        protocol: PROTOCOL_VERSION,
        meeting,
        ...(cookie === undefined ? { asPublic: true } : {}),
      });
      setInterval(() => {
        pings += 1;
        if (socket.readyState === WebSocket.OPEN) tell(socket, { type: 'ping', n: pings });
      }, PING_EVERY_MS).unref();
    });
    socket.on('message', (data: Buffer) => {
      const at = machineMs();
      const head = data.toString('latin1', 0, HEAD_BYTES);
      const [, seq] = SEQ.exec(head) ?? [];
      if (seq !== undefined) return note(Number(seq), at, data);
      if (head.startsWith('{"type":"snapshot"')) resolve();
    });
    socket.on('error', reject);
  });
}

function note(seq: number, at: number, data: Buffer): void {
  const known = arrivals.get(seq);
  if (known === undefined) arrivals.set(seq, { times: [at], text: data.toString() });
  else known.times.push(at);
}

function tell(socket: WebSocket, message: ClientMessage): void {
  socket.send(JSON.stringify(message));
}
