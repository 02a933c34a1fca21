import type { MeetingId } from '@klubba/meeting';
import type { ServerMessage } from '@klubba/protocol';
import { type Connection, connectTo, type SocketListener } from './connection.ts';

type Opened = { readonly listener: SocketListener; readonly sent: string[]; closed: boolean };

/** A page's surroundings in the test's hand: its sockets, its time, its wakings. */
export type Hand = {
  readonly connection: Connection;
  readonly sockets: readonly Opened[];
  /** Lets time pass, with everything that falls due on the way. */
  pass(ms: number): void;
  wake(): void;
  say(message: ServerMessage): void;
  /** What the page has sent on its newest socket, parsed. */
  sent(): readonly Record<string, unknown>[];
  greet(overrides?: Partial<Extract<ServerMessage, { type: 'welcome' }>>): void;
};

export const MEETING = 'kf-2025-11-13' as MeetingId;

export function handHeld(): Hand {
  let now = 1_000_000;
  let ids = 0;
  let timers: { readonly at: number; readonly ring: () => void }[] = [];
  const sockets: Opened[] = [];
  const wakers: (() => void)[] = [];
  const connection = connectTo(
    { meeting: MEETING, asPublic: false },
    {
      origin: 'http://klubba.invalid',
      openSocket(_url, listener) {
        const opened: Opened = { listener, sent: [], closed: false };
        sockets.push(opened);
        return {
          send: (text) => opened.sent.push(text),
          close: () => {
            opened.closed = true;
          },
        };
      },
      now: () => now,
      random: () => 0.5,
      newId: () => `command-${++ids}`,
      later(ms, then) {
        const timer = { at: now + ms, ring: then };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
      onWoken(then) {
        wakers.push(then);
        return () => undefined;
      },
    },
  );
  const newest = (): Opened => {
    const last = sockets.at(-1);
    if (last === undefined) throw new Error('No socket was opened.');
    return last;
  };
  const hand: Hand = {
    connection,
    sockets,
    pass(ms) {
      const until = now + ms;
      for (;;) {
        const due = timers.filter((one) => one.at <= until).toSorted((a, b) => a.at - b.at)[0];
        if (due === undefined) break;
        timers = timers.filter((one) => one !== due);
        now = Math.max(now, due.at);
        due.ring();
      }
      now = until;
    },
    wake: () => {
      for (const waker of wakers) waker();
    },
    say: (message) => newest().listener.message(JSON.stringify(message)),
    sent: () => newest().sent.map((text) => JSON.parse(text) as Record<string, unknown>),
    greet(overrides = {}) {
      newest().listener.opened();
      hand.say({
        type: 'welcome',
        protocol: 1,
        meeting: MEETING,
        seq: 0,
        serverTime: 5_000_000,
        audienceKey: 'participants',
        you: { person: 'p1' as never, name: 'Karin Ahlqvist', duties: [] },
        state: 'snapshot',
        ...overrides,
      });
    },
  };
  return hand;
}
