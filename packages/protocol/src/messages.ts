import type {
  Duty,
  Fact,
  LinkConditions,
  Meeting,
  MeetingCommand,
  MeetingId,
  PersonId,
  Refusal,
} from '@klubba/meeting';
import { z } from 'zod';
import { meetingCommand } from './commands.ts';
import { commandId, instant, meetingId, optional, personId } from './fields.ts';
import { LIST_LENGTH_MAX, PROTOCOL_VERSION, SHORT_TEXT_LENGTH_MAX } from './limits.ts';

/** First word of every connection. With `after` and `audienceKey` of what the client already holds it gets only what came since. */
const hello = z.strictObject({
  type: z.literal('hello'),
  protocol: z.literal(PROTOCOL_VERSION),
  meeting: meetingId,
  /** See the meeting as the public does, without logging in. */
  asPublic: optional(z.boolean()),
  after: optional(z.number().int().min(1)),
  audienceKey: optional(z.string().max(LIST_LENGTH_MAX)),
});

/** `id` is new for every press of a button and kept when the same press is sent again: it then gets its first answer. */
const command = z.strictObject({ type: z.literal('command'), id: commandId, command: meetingCommand });

const permille = z.number().min(0).max(1_000);

/** One client's own summary of its link since the last one, from `getStats()`. Bits, milliseconds, counts. */
const telemetry = z.strictObject({
  type: z.literal('telemetry'),
  at: instant,
  /** How the SFU connection is; `none`: this client takes part without link. */
  link: z.enum(['none', 'connecting', 'connected', 'reconnecting', 'disconnected']),
  camera: z.enum(['on', 'off', 'frozen']),
  microphone: z.enum(['on', 'off']),
  visible: z.boolean(),
  sendKbps: optional(z.number().min(0).max(1e6)),
  receiveKbps: optional(z.number().min(0).max(1e6)),
  roundTripMs: optional(z.number().min(0).max(1e6)),
  lossPermille: optional(permille),
  framesSent: optional(z.number().int().min(0)),
  battery: optional(z.number().min(0).max(100)),
  device: optional(z.string().max(SHORT_TEXT_LENGTH_MAX)),
  /** What arrives: packets since the last summary, by whom. `packetsReceived` is the only proof of hearing. */
  receives: z
    .array(
      z.strictObject({
        from: personId,
        video: z.number().int().min(0),
        audio: z.number().int().min(0),
        /** The publisher's camera and microphone are on, so that packets are to be expected. */
        videoExpected: z.boolean(),
        audioExpected: z.boolean(),
      }),
    )
    .max(64),
});

const ping = z.strictObject({ type: z.literal('ping'), n: z.number().int().min(0) });

export const clientMessage = z.discriminatedUnion('type', [hello, command, telemetry, ping]);

export type ClientMessage = z.infer<typeof clientMessage>;
export type Hello = z.infer<typeof hello>;
export type Telemetry = z.infer<typeof telemetry>;
export type CommandMessage = { readonly type: 'command'; readonly id: string; readonly command: MeetingCommand };

/** Who the server says you are; null for the public. */
export type You = { readonly person: PersonId; readonly name: string; readonly duties: readonly Duty[] };

/** Why a message (not a command) was refused. `message` names the protocol's rule. */
export type MessageRefusal =
  | 'MSG-MALFORMED'
  | 'MSG-TOO-LARGE'
  | 'MSG-TOO-FREQUENT'
  | 'MSG-NO-HELLO'
  | 'MSG-REPLAYED'
  | 'MSG-NOT-YOURS'
  | 'MSG-PUBLIC'
  | 'MSG-OVERLOADED';

/** What support sees of one link. */
export type LinkView = {
  readonly person: PersonId;
  readonly heardAt: number;
  readonly conditions: LinkConditions;
  readonly telemetry: Omit<Telemetry, 'type' | 'receives'>;
};

/**
 * From the server. Facts are made once per audience and sent as the same bytes to all of it. Only the one person whose
 * own a fact is (a cast vote, a request for help) gets it whole, in a message alike; likewise the snapshot.
 */
export type ServerMessage =
  /** Answer to hello. `state` says what comes next: one `snapshot`, or the `facts` after what the client has. */
  | {
      readonly type: 'welcome';
      readonly protocol: number;
      readonly meeting: MeetingId;
      readonly seq: number;
      readonly serverTime: number;
      readonly audienceKey: string;
      readonly you: You | null;
      readonly state: 'snapshot' | 'resume';
    }
  /** The meeting as your audience knows it. Replaces all you had. */
  | { readonly type: 'snapshot'; readonly seq: number; readonly meeting: Meeting }
  /** Fold these in, in order. `seq`: the journal's place after them (facts you may not see leave gaps). */
  | { readonly type: 'facts'; readonly seq: number; readonly facts: readonly Fact[] }
  /** Committed and on disk. */
  | { readonly type: 'ack'; readonly commandId: string; readonly seq: number }
  | { readonly type: 'refused'; readonly commandId: string; readonly refusal: Refusal }
  /** A message that was no acceptable command at all. The connection may be closed after it. */
  | { readonly type: 'rejected'; readonly rule: MessageRefusal; readonly commandId?: string }
  /** You see with other eyes from here on (conflict, closed doors, admission): `welcome` and `snapshot` follow. */
  | { readonly type: 'resync'; readonly reason: 'audienceChanged' | 'fellBehind' }
  /** Your session was ended; the connection closes. */
  | { readonly type: 'revoked' }
  /** Your right to the video room has changed: fetch a new token. */
  | { readonly type: 'video'; readonly reason: 'roomChanged' | 'tokenExpiring' }
  /** A channel of the chat that you may read has something new, or less: ask for it. Holds nothing of what is written. */
  | { readonly type: 'chat' }
  /** Support only: how the links are now. */
  | { readonly type: 'links'; readonly links: readonly LinkView[] }
  | { readonly type: 'pong'; readonly n: number; readonly serverTime: number };

/** What the server answers before it closes has the same shape for all: `code` of `CLOSE`, its name as the reason. */
export type ParsedMessage =
  | { readonly ok: true; readonly message: ClientMessage }
  | { readonly ok: false; readonly rule: 'MSG-MALFORMED'; readonly commandId?: string };

/** Parses one message of a client. Never throws. */
export function parseClientMessage(text: string): ParsedMessage {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, rule: 'MSG-MALFORMED' };
  }
  const parsed = clientMessage.safeParse(value);
  if (parsed.success) return { ok: true, message: parsed.data };
  const id = commandId.safeParse((value as { id?: unknown } | null)?.id);
  return { ok: false, rule: 'MSG-MALFORMED', ...(id.success ? { commandId: id.data } : {}) };
}
