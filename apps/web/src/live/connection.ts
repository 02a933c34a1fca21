import type { MeetingCommand, MeetingId } from '@klubba/meeting';
import type { Telemetry } from '@klubba/protocol';
import { type Live, type LiveEffect, type LiveInput, nextWake, type Outcome, start, step } from './machine.ts';
import { parseServerMessage, socketUrl } from './wire.ts';

/** The part of a WebSocket that is used, so that tests bring their own. */
export interface Socket {
  send(text: string): void;
  close(): void;
}

export interface SocketListener {
  opened(): void;
  message(data: unknown): void;
  closed(code: number): void;
}

export interface Surfaces {
  /** Of the page: the server is never anywhere else. */
  readonly origin: string;
  openSocket(url: string, listener: SocketListener): Socket;
  now(): number;
  random(): number;
  newId(): string;
  /** Calls back after so many ms; the answer takes it back. */
  later(ms: number, then: () => void): () => void;
  /** Calls back when the device is on a net again or the page is shown again; the answer stops it. */
  onWoken(then: () => void): () => void;
}

/** The one connection of a page to its meeting: everything seen comes from here, everything wanted goes through here. */
export interface Connection {
  /** Changes identity exactly when something changed: fit for `useSyncExternalStore`. */
  current(): Live;
  subscribe(listener: () => void): () => void;
  /** Resolves when the server has answered, however many reconnects that takes. `id` makes a repeated wish one and the same. */
  send(command: MeetingCommand, id?: string): Promise<Outcome>;
  /** Tells the server what this page's link is like. Dropped while there is no connection: it is stale a moment later. */
  report(telemetry: Telemetry): void;
  stop(): void;
}

/** Which meeting, and whether through the public's eyes though one may be logged in. */
export type Where = { readonly meeting: MeetingId; readonly asPublic: boolean };

/** Opens the connection and keeps it open until `stop`. */
export function connectTo(where: Where, surfaces: Surfaces): Connection {
  const listeners = new Set<() => void>();
  const waiting = new Map<string, (outcome: Outcome) => void>();
  let socket: Socket | undefined;
  let cancelWake = (): void => undefined;
  let stopped = false;
  const around = () => ({ now: surfaces.now(), random: surfaces.random(), ...where });
  let live: Live;

  const perform = (effect: LiveEffect): void => {
    switch (effect.do) {
      case 'open':
        open();
        return;
      case 'close':
        drop();
        return;
      case 'send':
        socket?.send(JSON.stringify(effect.message));
        return;
      case 'settle':
        waiting.get(effect.id)?.(effect.outcome);
        waiting.delete(effect.id);
    }
  };

  const take = (input: LiveInput): void => {
    if (stopped) return;
    const { live: next, effects } = step(live, input, around());
    const changed = next !== live;
    live = next;
    for (const effect of effects) perform(effect);
    scheduleWake();
    if (changed) for (const listener of listeners) listener();
  };

  const scheduleWake = (): void => {
    cancelWake();
    const at = nextWake(live);
    cancelWake =
      at === undefined
        ? () => undefined
        : surfaces.later(Math.max(0, at - surfaces.now()), () => take({ kind: 'time' }));
  };

  /** What an old socket still says is not heard: it may speak long after a new one is open. */
  const open = (): void => {
    const mine = surfaces.openSocket(socketUrl(surfaces.origin), {
      opened: () => socket === mine && take({ kind: 'opened' }),
      message: (data) => {
        const message = socket === mine ? parseServerMessage(data) : undefined;
        if (message !== undefined) take({ kind: 'message', message });
      },
      closed: (code) => {
        if (socket !== mine) return;
        socket = undefined;
        take({ kind: 'closed', code });
      },
    });
    socket = mine;
  };

  const drop = (): void => {
    const old = socket;
    socket = undefined;
    old?.close();
  };

  const first = start(around());
  live = first.live;
  for (const effect of first.effects) perform(effect);
  scheduleWake();
  const stopWaking = surfaces.onWoken(() => take({ kind: 'woken' }));

  return {
    current: () => live,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    send(command, id = surfaces.newId()) {
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        take({ kind: 'command', id, command });
      });
    },
    report(telemetry) {
      if (live.phase.at === 'live') socket?.send(JSON.stringify(telemetry));
    },
    stop() {
      stopped = true;
      cancelWake();
      stopWaking();
      drop();
      listeners.clear();
    },
  };
}
