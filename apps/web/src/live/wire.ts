import { CLOSE, type ClientMessage, type CloseReason, PROTOCOL_VERSION, type ServerMessage } from '@klubba/protocol';

const SOCKET_PATH = '/live';

/** Why the connection is over for good: the close code's name. */
export type EndCause = Exclude<CloseReason, 'silent' | 'tooSlow' | 'goingAway'>;

const PASSING: readonly CloseReason[] = ['silent', 'tooSlow', 'goingAway'];

/** `undefined`: passing trouble, worth another attempt. */
export function endCauseOf(code: number): EndCause | undefined {
  const reason = Object.entries(CLOSE).find(([, one]) => one === code)?.[0] as CloseReason | undefined;
  return reason === undefined || PASSING.includes(reason) ? undefined : (reason as EndCause);
}

export function socketUrl(origin: string): string {
  return `${origin.replace(/^http/, 'ws')}${SOCKET_PATH}`;
}

/** The server is trusted for the shape of what it sends; what is not JSON, or of a type from a later server, is let pass. */
export function parseServerMessage(data: unknown): ServerMessage | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const message = JSON.parse(data) as ServerMessage;
    return TYPES.has(message.type) ? message : undefined;
  } catch {
    return undefined;
  }
}

const TYPES: ReadonlySet<string> = new Set<ServerMessage['type']>([
  'welcome',
  'snapshot',
  'facts',
  'ack',
  'refused',
  'rejected',
  'resync',
  'revoked',
  'video',
  'chat',
  'links',
  'pong',
]);

export type Greeting = Omit<Extract<ClientMessage, { type: 'hello' }>, 'type' | 'protocol'>;

export function hello(greeting: Greeting): ClientMessage {
  return { type: 'hello', protocol: PROTOCOL_VERSION, ...greeting };
}
