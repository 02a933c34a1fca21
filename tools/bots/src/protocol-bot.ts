import { randomUUID } from 'node:crypto';
import {
  evolve,
  type Meeting,
  type MeetingCommand,
  type MeetingId,
  type Refusal,
  type Unplanned,
  unplanned,
} from '@klubba/meeting';
import {
  type ClientMessage,
  isWorthRetrying,
  MESSAGES_BURST,
  MESSAGES_PER_SECOND,
  PING_EVERY_MS,
  PROTOCOL_VERSION,
  PUBLIC_PING_EVERY_MS,
  type ServerMessage,
  TELEMETRY_EVERY_MS,
  type Telemetry,
  type You,
} from '@klubba/protocol';
import { WebSocket } from 'ws';

const RETRY_MS = 150;
const PATIENCE_MS = 15_000;
/** Commands keep below the server's limit with room for pings and telemetry. */
const BETWEEN_MS = 1_000 / (MESSAGES_PER_SECOND - 2);
const BURST_MS = (MESSAGES_BURST - 10) * BETWEEN_MS;

export type BotOutcome =
  | { readonly kind: 'done'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export type BotOptions = {
  /** `http://127.0.0.1:8080` */
  readonly origin: string;
  readonly meeting: MeetingId;
  /** Absent: the public. */
  readonly cookie?: string;
  /** Thousands of spectators need only count: `false` folds nothing, and `meeting()` stays unplanned. */
  readonly folds?: boolean;
  /** Tells of a link without fault while its person is at a distance; `false` for bots that are to be lost. */
  readonly keepsLink?: boolean;
  /** Every message as it came, with its arrival in ms (`performance.now()`), for measurements. */
  readonly onMessage?: (message: ServerMessage, at: number) => void;
};

/** A participant without a browser: it sees the meeting as its person does, and presses what it is told to press. */
export interface ProtocolBot {
  you(): You | null;
  meeting(): Meeting | Unplanned;
  /** The journal's place of what has arrived. */
  seq(): number;
  isConnected(): boolean;
  /** Resolves with the server's answer; a lost connection is mended and the very same command sent again. */
  send(command: MeetingCommand, id?: string): Promise<BotOutcome>;
  /** Resolves with the first meeting of which `holds` is true; rejects after `withinMs`, saying `what` did not come. */
  until(holds: (meeting: Meeting) => boolean, what: string, withinMs?: number): Promise<Meeting>;
  onChange(listener: () => void): () => void;
  report(telemetry: Telemetry): void;
  /** Anything at all, for hostile bots. */
  sendRaw(text: string): void;
  /** Breaks the connection as a cut cable would. It is made again by itself. */
  cut(): void;
  close(): void;
}

type Waiting = {
  readonly command: MeetingCommand;
  readonly settle: (outcome: BotOutcome) => void;
  readonly fail: (error: Error) => void;
};

/** Connects, and resolves when the bot has its first picture of the meeting. */
export async function connectBot(options: BotOptions): Promise<ProtocolBot> {
  const bot = new Bot(options);
  await bot.ready;
  return bot;
}

class Bot implements ProtocolBot {
  readonly ready: Promise<void>;
  readonly #options: BotOptions;
  readonly #waiting = new Map<string, Waiting>();
  readonly #listeners = new Set<() => void>();
  #socket: WebSocket | undefined;
  #meeting: Meeting | Unplanned = unplanned;
  #seq = 0;
  #audienceKey: string | undefined;
  #you: You | null = null;
  #live = false;
  #closed = false;
  #pings = 0;
  #pinging: NodeJS.Timeout | undefined;
  #linking: NodeJS.Timeout | undefined;
  #linkTold = false;
  #paced = 0;
  #settleReady: { readonly done: () => void; readonly fail: (error: Error) => void } | undefined;

  constructor(options: BotOptions) {
    this.#options = options;
    this.ready = new Promise((done, fail) => {
      this.#settleReady = { done, fail };
    });
    this.#open();
  }

  you = (): You | null => this.#you;
  meeting = (): Meeting | Unplanned => this.#meeting;
  seq = (): number => this.#seq;
  isConnected = (): boolean => this.#live;

  send(command: MeetingCommand, id: string = randomUUID()): Promise<BotOutcome> {
    return new Promise((settle, fail) => {
      if (this.#closed) return fail(new Error('The bot is closed: nobody would answer.'));
      this.#waiting.set(id, { command, settle, fail });
      const wait = this.#pace();
      if (wait > 0) setTimeout(() => this.#press(id), wait);
      else this.#press(id);
    });
  }

  #press(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined && this.#live) this.#tell({ type: 'command', id, command: waiting.command });
  }

  until(holds: (meeting: Meeting) => boolean, what: string, withinMs = PATIENCE_MS): Promise<Meeting> {
    return new Promise((resolve, reject) => {
      const check = (): void => {
        const meeting = this.#meeting;
        if (meeting.plan === undefined || !holds(meeting)) return;
        stop();
        resolve(meeting);
      };
      const late = setTimeout(() => {
        stop();
        reject(
          new Error(`${this.#you?.name ?? 'The public'} waited ${withinMs} ms in vain: ${what} (at fact ${this.#seq})`),
        );
      }, withinMs);
      const stopListening = this.onChange(check);
      const stop = (): void => {
        clearTimeout(late);
        stopListening();
      };
      check();
    });
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  report(telemetry: Telemetry): void {
    if (this.#live) this.#tell(telemetry);
  }

  sendRaw(text: string): void {
    this.#socket?.send(text);
  }

  cut(): void {
    this.#socket?.terminate();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#pinging);
    clearInterval(this.#linking);
    this.#socket?.close();
    for (const { fail } of this.#waiting.values()) fail(new Error('The bot was closed before its answer came.'));
    this.#waiting.clear();
  }

  #open(): void {
    const { origin, cookie } = this.#options;
    const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/live`, {
      headers: cookie === undefined ? {} : { cookie },
      perMessageDeflate: false,
    });
    this.#socket = socket;
    socket.on('open', () => this.#tell(this.#hello()));
    socket.on('message', (data: Buffer) => this.#hear(JSON.parse(data.toString('utf8')) as ServerMessage));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => this.#lost(code));
  }

  #hello(): ClientMessage {
    const { meeting, cookie } = this.#options;
    const resume =
      this.#seq > 0 && this.#audienceKey !== undefined ? { after: this.#seq, audienceKey: this.#audienceKey } : {};
    return {
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      meeting,
      ...(cookie === undefined ? { asPublic: true } : {}),
      ...resume,
    };
  }

  #tell(message: ClientMessage): void {
    this.#socket?.send(JSON.stringify(message));
  }

  #lost(code: number): void {
    this.#live = false;
    clearInterval(this.#pinging);
    clearInterval(this.#linking);
    if (this.#closed) return;
    if (isWorthRetrying(code)) {
      setTimeout(
        () => {
          if (!this.#closed) this.#open();
        },
        RETRY_MS * (0.5 + Math.random()),
      );
      return;
    }
    this.#closed = true;
    const error = new Error(`The server ended the connection: ${code}`);
    this.#settleReady?.fail(error);
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }

  #hear(message: ServerMessage): void {
    this.#options.onMessage?.(message, performance.now());
    switch (message.type) {
      case 'welcome':
        return this.#greeted(message);
      case 'snapshot':
        return this.#know(this.#folds() ? message.meeting : unplanned, message.seq);
      case 'facts': {
        if (!this.#folds()) return this.#know(unplanned, message.seq);
        const folded = message.facts
          .filter((fact) => fact.seq > this.#seq)
          .reduce<Meeting | Unplanned>(evolve, this.#meeting);
        return this.#know(folded.plan === undefined ? folded : { ...folded, seq: message.seq }, message.seq);
      }
      case 'ack':
        return this.#answer(message.commandId, { kind: 'done', seq: message.seq });
      case 'refused':
        return this.#answer(message.commandId, { kind: 'refused', refusal: message.refusal });
      case 'rejected':
        if (message.commandId !== undefined)
          this.#answer(message.commandId, { kind: 'refused', refusal: { rule: message.rule } });
        return;
      case 'revoked':
      case 'resync':
      case 'video':
      case 'chat':
      case 'links':
      case 'pong':
        return;
    }
  }

  #greeted(message: Extract<ServerMessage, { type: 'welcome' }>): void {
    this.#you = message.you;
    this.#audienceKey = message.audienceKey;
    if (this.#live) return;
    this.#live = true;
    this.#pinging = setInterval(
      () => {
        this.#pings += 1;
        this.#tell({ type: 'ping', n: this.#pings });
      },
      this.#options.cookie === undefined ? PUBLIC_PING_EVERY_MS : PING_EVERY_MS,
    );
    for (const [id, { command }] of this.#waiting) this.#tell({ type: 'command', id, command });
    this.#keepLink();
  }

  /** Tells of a link without fault, as long as the person is here at a distance. */
  #keepLink(): void {
    clearInterval(this.#linking);
    if (this.#you === null || this.#options.keepsLink === false) return;
    this.#linking = setInterval(() => this.#tellLink(), TELEMETRY_EVERY_MS);
  }

  #tellLink(): void {
    const [you, now] = [this.#you, this.#meeting];
    if (you === null || now.plan === undefined || now.attendance.present[you.person]?.mode !== 'remote') {
      this.#linkTold = false;
      return;
    }
    this.#linkTold = true;
    this.report({
      type: 'telemetry',
      at: Date.now(),
      link: 'connected',
      camera: 'on',
      microphone: 'off',
      visible: true,
      receives: [],
    });
  }

  #folds(): boolean {
    return this.#options.folds !== false;
  }

  #know(meeting: Meeting | Unplanned, seq: number): void {
    this.#meeting = meeting;
    this.#seq = Math.max(seq, this.#seq);
    this.#settleReady?.done();
    // Just checked in: the link is there at once, not with the next beat.
    if (!this.#linkTold && this.#live && this.#options.keepsLink !== false) this.#tellLink();
    for (const listener of this.#listeners) listener();
  }

  /** A program is faster than a hand: what is beyond the server's limit waits its turn, instead of being refused. */
  #pace(): number {
    const now = performance.now();
    this.#paced = Math.max(now, this.#paced) + BETWEEN_MS;
    return this.#paced - now - BURST_MS;
  }

  #answer(id: string, outcome: BotOutcome): void {
    this.#waiting.get(id)?.settle(outcome);
    this.#waiting.delete(id);
  }
}
