import type { Duplex } from 'node:stream';
import {
  type Audience,
  fullName,
  type Meeting,
  type MeetingId,
  type PersonId,
  PUBLIC_AUDIENCE,
  type Refusal,
} from '@klubba/meeting';
import {
  type AssuranceDemand,
  type ClientMessage,
  CLOSE,
  type CloseReason,
  type CommandMessage,
  type Hello,
  HELLO_WITHIN_MS,
  isEnough,
  type MessageRefusal,
  MESSAGES_BURST,
  MESSAGES_PER_SECOND,
  parseClientMessage,
  type ParsedMessage,
  type ServerMessage,
} from '@klubba/protocol';
import type { WebSocket } from 'ws';
import { actOf, type Demands } from '../identity/demands.ts';
import type { People } from '../identity/people.ts';
import type { Session } from '../identity/sessions.ts';
import { sureEyes } from '../identity/sure-eyes.ts';
import type { Viewer } from '../meetings/gallery.ts';
import { type Meetings, newId, type RunningMeeting } from '../meetings/meetings.ts';
import { isVisit, stamp } from '../meetings/stamp.ts';
import type { LinkMonitor } from '../support/link-monitor.ts';
import { capacitiesOf } from '../permissions/capacities.ts';
import { commandRefusal } from '../permissions/commands.ts';
import { textFrame } from './frame.ts';
import { tokenBucket } from './token-bucket.ts';

/** Refused messages from one connection before it is closed. */
const REFUSALS_MAX = 50;
/** After asking a client to close, how long it may take. */
const CLOSE_WITHIN_MS = 2_000;
const OPEN = 1;

export type ConnectionLog = {
  /** Something was refused. Never holds what was in the message. */
  refused(detail: {
    readonly rule: string;
    readonly person: PersonId | null;
    readonly meeting: MeetingId | undefined;
    readonly command?: string;
  }): void;
  failed(error: unknown): void;
};

export type ConnectionOptions = {
  readonly socket: WebSocket;
  /** What it stands on. `ws` writes to it in whole frames at once (no compression), so frames of our own may go between. */
  readonly stream: Duplex;
  /** Whose browser it is; undefined for the public. Set by the server from the cookie, once. */
  readonly session: Session | undefined;
  readonly meetings: Meetings;
  readonly demands: Demands;
  readonly people: Pick<People, 'find'>;
  readonly monitor: LinkMonitor;
  readonly log: ConnectionLog;
};

/** One browser's connection: hello first, then commands. Whatever it sends, it can trouble nobody but itself. */
export class Connection implements Viewer {
  readonly session: Session | undefined;
  readonly #options: ConnectionOptions;
  readonly #bucket = tokenBucket(MESSAGES_BURST, MESSAGES_PER_SECOND);
  readonly #helloTimer: NodeJS.Timeout;
  #heardAt = performance.now();
  #asPublic = false;
  #greeted = false;
  #joined: RunningMeeting | undefined;
  #refusals = 0;
  #demanded: readonly AssuranceDemand[] = [];

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.session = options.session;
    this.#helloTimer = setTimeout(() => this.drop('silent'), HELLO_WITHIN_MS);
    const { socket } = options;
    // Fragments are put together by ws: with its default binary type a message is always one Buffer.
    socket.on('message', (data, isBinary) =>
      this.#hear(isBinary || !Buffer.isBuffer(data) ? undefined : data.toString()),
    );
    socket.on('close', () => this.#leave());
    // ws has closed it already, with the right code; we only say why in the log.
    socket.on('error', (error: Error & { code?: string }) =>
      this.#note(error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH' ? 'MSG-TOO-LARGE' : 'MSG-MALFORMED'),
    );
  }

  get person(): PersonId | null {
    return this.#asPublic ? null : (this.session?.person ?? null);
  }

  /** It follows a meeting that is going on. */
  get inMeeting(): boolean {
    const now = this.#joined?.live.now();
    return now?.plan !== undefined && now.agenda.phase === 'open';
  }

  /** The meeting that it follows as somebody, whose demands its eyes hang on. */
  get demanding(): RunningMeeting | undefined {
    return this.person === null ? undefined : this.#joined;
  }

  eyesOn(meeting: Meeting): Audience {
    const { session } = this;
    if (session === undefined) return PUBLIC_AUDIENCE;
    return sureEyes(meeting, session, this.#demanded);
  }

  /** These are demanded now: what the login is too weak for is shown no longer, and what it has become enough for is. */
  heed(demands: readonly AssuranceDemand[]): void {
    this.#demanded = demands;
    this.#joined?.gallery.lookAgain(this);
  }

  get silentMs(): number {
    return performance.now() - this.#heardAt;
  }

  send(bytes: Buffer): void {
    if (this.#options.socket.readyState === OPEN) this.#options.stream.write(textFrame(bytes));
  }

  backlogBytes(): number {
    return this.#options.stream.writableLength;
  }

  drop(reason: CloseReason): void {
    const { socket } = this.#options;
    clearTimeout(this.#helloTimer);
    socket.close(CLOSE[reason], reason);
    setTimeout(() => socket.terminate(), CLOSE_WITHIN_MS).unref();
  }

  /** The session was ended: nothing more is heard or shown. */
  revoke(): void {
    this.#tell({ type: 'revoked' });
    this.#leave();
    this.drop('sessionEnded');
  }

  #hear(text: string | undefined): void {
    this.#heardAt = performance.now();
    const isInTime = this.#bucket.take();
    const parsed = text === undefined ? ({ ok: false, rule: 'MSG-MALFORMED' } as const) : parseClientMessage(text);
    // Named by its command: who sends too fast must know which of its commands was not taken.
    if (!isInTime) return this.#reject('MSG-TOO-FREQUENT', commandIn(parsed));
    if (!parsed.ok) return this.#reject(parsed.rule, parsed.commandId);
    this.#handle(parsed.message);
  }

  #handle(message: ClientMessage): void {
    switch (message.type) {
      case 'hello':
        this.#greet(message).catch((error: unknown) => this.#fail(error));
        return;
      case 'ping':
        this.#tell({ type: 'pong', n: message.n, serverTime: Date.now() });
        this.#alive();
        return;
      case 'command':
        this.#command(message).catch((error: unknown) => this.#fail(error));
        return;
      case 'telemetry':
        if (this.#joined === undefined) return this.#reject('MSG-NO-HELLO');
        this.#alive(message);
        return;
    }
  }

  async #greet(hello: Hello): Promise<void> {
    if (this.#greeted) return this.#reject('MSG-REPLAYED');
    this.#greeted = true;
    this.#asPublic = hello.asPublic === true;
    if (!this.#asPublic && this.session === undefined) return this.drop('sessionEnded');
    // One who is heard in a single item has no business at another meeting, not even as the public in this browser.
    if ((this.session?.onlyMeeting ?? hello.meeting) !== hello.meeting) return this.drop('noSuchMeeting');
    const meeting = await this.#options.meetings.find(hello.meeting);
    const planned = meeting?.live.now();
    if (planned?.plan !== undefined && this.person !== null) this.#demanded = await this.#options.demands.list(planned);
    if (this.#options.socket.readyState !== OPEN) return;
    clearTimeout(this.#helloTimer);
    if (meeting?.gallery.join(this, { after: hello.after, audienceKey: hello.audienceKey }) !== true)
      return this.drop('noSuchMeeting');
    this.#joined = meeting;
    this.#alive();
  }

  async #command({ id, command }: CommandMessage): Promise<void> {
    const { session } = this;
    if (this.#joined === undefined) return this.#reject('MSG-NO-HELLO', id);
    if (session === undefined || this.#asPublic) return this.#reject('MSG-PUBLIC', id);
    const { live } = this.#joined;
    const now = live.now();
    if (now.plan === undefined) return this.#reject('MSG-NO-HELLO', id);
    const barred = commandRefusal(command.type, capacitiesOf(session, now));
    if (barred !== undefined) return this.#refuse(id, { rule: barred }, command.type);
    const act = actOf(command, session.person);
    if (act !== undefined) {
      const demanded = await this.#options.demands.demanded(now, act, now.agenda.current);
      const detail = { act, demanded };
      if (!isEnough(session.assurance, demanded))
        return this.#refuse(id, { rule: 'IDA-STEP-UP', detail }, command.type);
    }
    // Of those who are of the meeting nothing need be asked: a command waits for the journal alone.
    const known = isVisit(command, now, session.person) ? await this.#options.people.find(session.person) : undefined;
    const stamped = stamp(command, now, session, known === undefined ? undefined : fullName(known));
    const outcome = await live.submit({ id, made: newId(), command: stamped, actor: session.person, at: Date.now() });
    switch (outcome.kind) {
      case 'done':
        return this.#tell({ type: 'ack', commandId: id, seq: outcome.seq });
      case 'refused':
        return this.#refuse(id, outcome.refusal, command.type);
      case 'replayed':
        return this.#reject('MSG-REPLAYED', id);
      case 'overloaded':
        return this.#reject('MSG-OVERLOADED', id);
    }
  }

  #refuse(commandId: string, refusal: Refusal, command: string): void {
    this.#note(refusal.rule, command);
    this.#tell({ type: 'refused', commandId, refusal });
  }

  #alive(telemetry?: Extract<ClientMessage, { type: 'telemetry' }>): void {
    const now = this.#joined?.live.now();
    if (this.person !== null && now?.plan !== undefined) this.#options.monitor.heard(now, this.person, telemetry);
  }

  #leave(): void {
    clearTimeout(this.#helloTimer);
    const joined = this.#joined;
    if (joined === undefined) return;
    this.#joined = undefined;
    joined.gallery.leave(this);
    const now = joined.live.now();
    if (this.person !== null && now.plan !== undefined) {
      this.#options.monitor.gone(now, this.person, joined.gallery.ofPerson(this.person).length);
    }
  }

  #reject(rule: MessageRefusal, commandId?: string): void {
    this.#note(rule);
    this.#tell({ type: 'rejected', rule, ...(commandId === undefined ? {} : { commandId }) });
    this.#refusals += 1;
    if (this.#refusals < REFUSALS_MAX) return;
    this.#leave();
    this.drop(rule === 'MSG-TOO-FREQUENT' ? 'tooFrequent' : 'malformed');
  }

  #fail(error: unknown): void {
    this.#options.log.failed(error);
    this.#leave();
    this.#options.socket.close(1011, 'failed');
  }

  #note(rule: string, command?: string): void {
    const meeting = this.#joined?.live.id;
    this.#options.log.refused({ rule, person: this.person, meeting, ...(command === undefined ? {} : { command }) });
  }

  #tell(message: ServerMessage): void {
    this.send(Buffer.from(JSON.stringify(message)));
  }
}

function commandIn(parsed: ParsedMessage): string | undefined {
  if (!parsed.ok) return parsed.commandId;
  return parsed.message.type === 'command' ? parsed.message.id : undefined;
}
