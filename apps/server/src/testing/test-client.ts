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
import { type ClientMessage, type MessageRefusal, PROTOCOL_VERSION, type ServerMessage } from '@klubba/protocol';
import { WebSocket } from 'ws';

export type Answer =
  | { readonly kind: 'done'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'rejected'; readonly rule: MessageRefusal };

/** Logs in by a demo link, as a browser does; the cookie, for further requests. */
export async function logIn(link: string): Promise<string> {
  const answer = await fetch(link, { redirect: 'manual' });
  const [cookie = ''] = answer.headers.getSetCookie();
  if (answer.status !== 303) throw new Error(`The link was refused: ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}

export type TestClientOptions = {
  readonly cookie?: string;
  readonly asPublic?: boolean;
  readonly after?: number;
  readonly audienceKey?: string;
  readonly origin?: string;
  /** The secret of a key, as another system sends it. */
  readonly bearer?: string;
};

/** A page in a test: folds what it is sent, and can also send what no page would. */
export class TestClient {
  readonly messages: ServerMessage[] = [];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  meeting: Meeting | Unplanned = unplanned;
  seq = 0;
  audienceKey = '';
  bytes = '';
  readonly #socket: WebSocket;
  readonly #changed = new Set<() => void>();

  constructor(url: string, { cookie, origin, bearer }: TestClientOptions = {}) {
    const headers = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(origin === undefined ? {} : { origin }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
    };
    this.#socket = new WebSocket(`${url.replace(/^http/, 'ws')}/live`, { headers });
    this.closed = new Promise((resolve) => {
      this.#socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
    this.#socket.on('error', () => undefined);
    this.#socket.on('message', (data) => this.#hear(Buffer.isBuffer(data) ? data.toString() : ''));
  }

  opened(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.once('open', () => resolve());
      this.#socket.once('error', reject);
    });
  }

  /** Connects to a meeting and has its first picture. */
  static async join(url: string, meeting: MeetingId, options: TestClientOptions = {}): Promise<TestClient> {
    const client = new TestClient(url, options);
    await client.opened();
    const { asPublic, after, audienceKey } = options;
    const place = {
      ...(asPublic === undefined ? {} : { asPublic }),
      ...(after === undefined ? {} : { after }),
      ...(audienceKey === undefined ? {} : { audienceKey }),
    };
    client.send({ type: 'hello', protocol: PROTOCOL_VERSION, meeting, ...place });
    await client.until(() =>
      client.messages.some((message) => message.type === 'snapshot' || message.type === 'facts'),
    );
    return client;
  }

  send(message: ClientMessage): void {
    this.sendRaw(JSON.stringify(message));
  }

  sendRaw(data: string | Buffer): void {
    this.#socket.send(data);
  }

  async command(command: MeetingCommand, id: string = randomUUID()): Promise<Answer> {
    const from = this.messages.length;
    this.send({ type: 'command', id, command });
    return this.answerTo(id, from);
  }

  async answerTo(id: string, from = 0): Promise<Answer> {
    const answer = (): Answer | undefined => {
      for (const message of this.messages.slice(from)) {
        if (!('commandId' in message) || message.commandId !== id) continue;
        if (message.type === 'ack') return { kind: 'done', seq: message.seq };
        if (message.type === 'refused') return { kind: 'refused', refusal: message.refusal };
        return { kind: 'rejected', rule: message.rule };
      }
      return undefined;
    };
    await this.until(() => answer() !== undefined);
    const found = answer();
    if (found === undefined) throw new Error('Answered and then not');
    return found;
  }

  /** Resolves when `holds` is true, looked at after every message. The test's own time limit ends a wait in vain. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.#changed.add(resolve));
  }

  close(): void {
    this.#socket.close();
  }

  /** As a cut cable: no word of farewell. */
  cut(): void {
    this.#socket.terminate();
  }

  #hear(text: string): void {
    this.bytes += text;
    const message = JSON.parse(text) as ServerMessage;
    this.messages.push(message);
    if (message.type === 'welcome') this.audienceKey = message.audienceKey;
    if (message.type === 'snapshot') ({ meeting: this.meeting, seq: this.seq } = message);
    if (message.type === 'facts') {
      this.meeting = message.facts.reduce<Meeting | Unplanned>(evolve, this.meeting);
      this.seq = message.seq;
    }
    for (const wake of this.#changed) wake();
    this.#changed.clear();
  }
}
