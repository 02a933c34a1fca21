import {
  evolve,
  type Fact,
  type Meeting,
  type MeetingCommand,
  type MeetingId,
  type Refusal,
  type Unplanned,
  unplanned,
} from '@klubba/meeting';
import {
  type ClientMessage,
  type LinkView,
  PING_EVERY_MS,
  PUBLIC_PING_EVERY_MS,
  type ServerMessage,
  type You,
} from '@klubba/protocol';
import { type ClockReading, readClock, surer } from './clock.ts';
import { type EndCause, endCauseOf, hello } from './wire.ts';

/** Heartbeats unanswered before the link is taken for dead, although the socket has not said so. */
const SILENT_HEARTBEATS = 2.5;
/** How long a socket may take to open and the server to greet. */
export const GREETING_MS = 8_000;
/** Waits between attempts: the first at once, then longer, never more than five seconds: a member must be back before the meeting moves on. */
export const RETRY_MS: readonly number[] = [0, 300, 700, 1_500, 3_000, 5_000];
/** Spread of a wait, so that a whole council does not knock in the same millisecond. */
const JITTER = 0.4;

export type Phase =
  | { readonly at: 'connecting'; readonly attempt: number; readonly since: number }
  | { readonly at: 'live'; readonly heardAt: number; readonly pingedAt: number }
  | { readonly at: 'waiting'; readonly attempt: number; readonly until: number }
  /** Nothing more is tried by itself. */
  | { readonly at: 'ended'; readonly why: EndCause };

export type PendingCommand = { readonly id: string; readonly command: MeetingCommand };

/** What became of a command. `lost`: the connection ended for good before an answer came. */
export type Outcome =
  | { readonly kind: 'done'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'lost'; readonly why: EndCause };

/** The meeting as far as this page has it. */
export type Known = {
  readonly meeting: Meeting | Unplanned;
  /** The journal's place of what is folded in; facts of others' eyes leave gaps. */
  readonly seq: number;
  readonly audienceKey: string;
};

export type Live = {
  readonly phase: Phase;
  /** The last picture of the meeting: kept when the connection is lost. */
  readonly known: Known | undefined;
  readonly you: You | null;
  readonly clock: ClockReading | undefined;
  readonly pings: { readonly n: number; readonly sentAt: number };
  /** Since when there has been no link, after there once was one. */
  readonly lostAt: number | undefined;
  /** In order of asking; resent after a reconnect until answered. */
  readonly pending: readonly PendingCommand[];
  /** Counts the server's words that the right to the video room has changed. */
  readonly videoTurn: number;
  /** Counts the server's words that something in the chat has changed, and the times it greeted: something may have been missed. */
  readonly chatTurn: number;
  /** For support alone: how the links are now. */
  readonly links: readonly LinkView[];
};

export type LiveInput =
  | { readonly kind: 'opened' }
  | { readonly kind: 'closed'; readonly code: number }
  | { readonly kind: 'message'; readonly message: ServerMessage }
  | { readonly kind: 'command'; readonly id: string; readonly command: MeetingCommand }
  | { readonly kind: 'time' }
  /** The device says that there is a net again, or the page has woken: waiting is pointless. */
  | { readonly kind: 'woken' };

export type LiveEffect =
  | { readonly do: 'open' }
  | { readonly do: 'close' }
  | { readonly do: 'send'; readonly message: ClientMessage }
  | { readonly do: 'settle'; readonly id: string; readonly outcome: Outcome };

/** What the machine may not fetch itself: local time in ms, a random number in [0, 1) that spreads the waits, and where it connects. */
export type Surroundings = {
  readonly now: number;
  readonly random: number;
  readonly meeting: MeetingId;
  readonly asPublic: boolean;
};

export type Step = { readonly live: Live; readonly effects: readonly LiveEffect[] };

export function start(around: Surroundings): Step {
  const live: Live = {
    phase: { at: 'connecting', attempt: 0, since: around.now },
    known: undefined,
    you: null,
    clock: undefined,
    pings: { n: 0, sentAt: 0 },
    lostAt: undefined,
    pending: [],
    videoTurn: 0,
    chatTurn: 0,
    links: [],
  };
  return { live, effects: [{ do: 'open' }] };
}

/** One step of the connection: what to remember, and what to do. Pure. */
export function step(live: Live, input: LiveInput, around: Surroundings): Step {
  if (live.phase.at === 'ended')
    return input.kind === 'command' ? settleLost(live, input.id, live.phase.why) : { live, effects: [] };
  switch (input.kind) {
    case 'opened':
      return { live, effects: [{ do: 'send', message: hello(greeting(live, around)) }] };
    case 'closed': {
      const why = endCauseOf(input.code);
      return why === undefined ? retry(live, around) : end(live, why);
    }
    case 'message':
      return hear(live, input.message, around);
    case 'command':
      return ask(live, input.id, input.command);
    case 'time':
      return tick(live, around);
    case 'woken':
      return wake(live, around);
  }
}

/** Local instant at which `step` must see the time again. */
export function nextWake(live: Live): number | undefined {
  switch (live.phase.at) {
    case 'connecting':
      return live.phase.since + GREETING_MS;
    case 'live':
      return Math.min(live.phase.pingedAt + heartbeatMs(live), live.phase.heardAt + silenceMs(live));
    case 'waiting':
      return live.phase.until;
    case 'ended':
      return undefined;
  }
}

function heartbeatMs(live: Live): number {
  return live.you === null ? PUBLIC_PING_EVERY_MS : PING_EVERY_MS;
}

function silenceMs(live: Live): number {
  return heartbeatMs(live) * SILENT_HEARTBEATS;
}

function greeting(live: Live, { meeting, asPublic }: Surroundings) {
  return {
    meeting,
    ...(asPublic ? { asPublic } : {}),
    ...(live.known === undefined || live.known.seq < 1
      ? {}
      : { after: live.known.seq, audienceKey: live.known.audienceKey }),
  };
}

function hear(live: Live, message: ServerMessage, around: Surroundings): Step {
  const heard: Live = live.phase.at === 'live' ? { ...live, phase: { ...live.phase, heardAt: around.now } } : live;
  switch (message.type) {
    case 'welcome':
      return greet(heard, message, around);
    case 'snapshot':
      return {
        live: { ...heard, known: { ...known(heard), meeting: message.meeting, seq: message.seq } },
        effects: [],
      };
    case 'facts':
      return { live: foldFacts(heard, message.facts, message.seq), effects: [] };
    case 'ack':
      return answer(heard, message.commandId, { kind: 'done', seq: message.seq });
    case 'refused':
      return answer(heard, message.commandId, { kind: 'refused', refusal: message.refusal });
    case 'rejected':
      return message.commandId === undefined
        ? { live: heard, effects: [] }
        : answer(heard, message.commandId, { kind: 'refused', refusal: { rule: message.rule } });
    case 'pong':
      return { live: readPong(heard, message, around), effects: [] };
    case 'revoked':
      return end(heard, 'sessionEnded');
    case 'video':
      return { live: { ...heard, videoTurn: heard.videoTurn + 1 }, effects: [] };
    case 'chat':
      return { live: { ...heard, chatTurn: heard.chatTurn + 1 }, effects: [] };
    case 'links':
      return { live: { ...heard, links: message.links }, effects: [] };
    case 'resync':
      return { live: heard, effects: [] };
  }
}

function known(live: Live): Known {
  return live.known ?? { meeting: unplanned, seq: 0, audienceKey: '' };
}

/** Facts of the journal in order. The meeting's `seq` follows the journal also past facts that were not for these eyes. */
function foldFacts(live: Live, facts: readonly Fact[], seq: number): Live {
  const before = known(live);
  if (seq < before.seq) return live;
  const folded = facts.filter((fact) => fact.seq > before.seq).reduce<Meeting | Unplanned>(evolve, before.meeting);
  const meeting = folded.plan === undefined || folded.seq === seq ? folded : { ...folded, seq };
  return { ...live, known: { ...before, meeting, seq } };
}

function readPong(live: Live, message: Extract<ServerMessage, { type: 'pong' }>, around: Surroundings): Live {
  if (message.n !== live.pings.n) return live;
  return { ...live, clock: surer(live.clock, readClock(live.pings.sentAt, message.serverTime, around.now)) };
}

function ping(live: Live, around: Surroundings): Step {
  if (live.phase.at !== 'live') return { live, effects: [] };
  const n = live.pings.n + 1;
  return {
    live: { ...live, pings: { n, sentAt: around.now }, phase: { ...live.phase, pingedAt: around.now } },
    effects: [{ do: 'send', message: { type: 'ping', n } }],
  };
}

function greet(live: Live, message: Extract<ServerMessage, { type: 'welcome' }>, around: Surroundings): Step {
  const { now } = around;
  const again = live.phase.at === 'live';
  const greeted: Live = {
    ...live,
    phase: { at: 'live', heardAt: now, pingedAt: now },
    you: message.you,
    chatTurn: live.chatTurn + 1,
    known: { ...known(live), audienceKey: message.audienceKey },
    lostAt: undefined,
  };
  // A second welcome comes with new eyes on the same connection: what was asked on it is still being answered.
  if (again) return { live: greeted, effects: [] };
  const asked = live.pending.map(
    ({ id, command }): LiveEffect => ({ do: 'send', message: { type: 'command', id, command } }),
  );
  const pinged = ping(greeted, around);
  return { live: pinged.live, effects: [...pinged.effects, ...asked] };
}

function answer(live: Live, id: string, outcome: Outcome): Step {
  if (!live.pending.some((one) => one.id === id)) return { live, effects: [] };
  return {
    live: { ...live, pending: live.pending.filter((one) => one.id !== id) },
    effects: [{ do: 'settle', id, outcome }],
  };
}

function ask(live: Live, id: string, command: MeetingCommand): Step {
  return {
    live: { ...live, pending: [...live.pending, { id, command }] },
    effects: live.phase.at === 'live' ? [{ do: 'send', message: { type: 'command', id, command } }] : [],
  };
}

function tick(live: Live, around: Surroundings): Step {
  const { phase } = live;
  switch (phase.at) {
    case 'connecting':
      return around.now - phase.since >= GREETING_MS ? hangUp(live, around) : { live, effects: [] };
    case 'live':
      if (around.now - phase.heardAt >= silenceMs(live)) return hangUp(live, around);
      return around.now - phase.pingedAt < heartbeatMs(live) ? { live, effects: [] } : ping(live, around);
    case 'waiting':
      return around.now >= phase.until ? connect(live, phase.attempt, around) : { live, effects: [] };
    case 'ended':
      return { live, effects: [] };
  }
}

/** A socket that is silent after the device slept is most often dead: ask at once rather than at the next heartbeat. */
function wake(live: Live, around: Surroundings): Step {
  return live.phase.at === 'waiting' ? connect(live, live.phase.attempt, around) : ping(live, around);
}

function connect(live: Live, attempt: number, around: Surroundings): Step {
  return { live: { ...live, phase: { at: 'connecting', attempt, since: around.now } }, effects: [{ do: 'open' }] };
}

function hangUp(live: Live, around: Surroundings): Step {
  const again = retry(live, around);
  return { live: again.live, effects: [{ do: 'close' }, ...again.effects] };
}

function retry(live: Live, around: Surroundings): Step {
  if (live.phase.at === 'waiting') return { live, effects: [] };
  const attempt = live.phase.at === 'connecting' ? live.phase.attempt + 1 : 0;
  const wait = RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 0;
  const spread = Math.round(wait * (1 - JITTER / 2 + JITTER * around.random));
  const lostAt = live.lostAt ?? (live.phase.at === 'live' ? around.now : undefined);
  return { live: { ...live, lostAt, phase: { at: 'waiting', attempt, until: around.now + spread } }, effects: [] };
}

function end(live: Live, why: EndCause): Step {
  const settled = live.pending.map(({ id }): LiveEffect => ({ do: 'settle', id, outcome: { kind: 'lost', why } }));
  return { live: { ...live, phase: { at: 'ended', why }, pending: [] }, effects: [{ do: 'close' }, ...settled] };
}

function settleLost(live: Live, id: string, why: EndCause): Step {
  return { live, effects: [{ do: 'settle', id, outcome: { kind: 'lost', why } }] };
}
