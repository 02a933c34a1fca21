/** Why the server ends a connection: WebSocket close codes (RFC 6455, 7.4.2: 4000–4999 are ours), each with its name. */
export const CLOSE = {
  /** The message is not JSON of this protocol. */
  malformed: 4400,
  /** The session has ended, was revoked, or never was. */
  sessionEnded: 4401,
  /** This person has no part in the meeting. */
  notYours: 4403,
  noSuchMeeting: 4404,
  /** No hello in time, or silence for too long. */
  silent: 4408,
  /** The client speaks another version of the protocol: load the page again. */
  otherVersion: 4409,
  tooLarge: 4413,
  tooFrequent: 4429,
  /** The connection does not keep up with the meeting: connect again and get a fresh picture. */
  tooSlow: 4430,
  /** The server stops or restarts: connect again. */
  goingAway: 4503,
} as const;

export type CloseReason = keyof typeof CLOSE;

/** After these it helps to connect again by itself; after the others it does not. */
const WORTH_RETRYING: readonly number[] = [CLOSE.silent, CLOSE.tooSlow, CLOSE.goingAway, 1001, 1006, 1011, 1012, 1013];

export function isWorthRetrying(code: number): boolean {
  return WORTH_RETRYING.includes(code);
}
