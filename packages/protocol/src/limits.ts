/** Sizes and rates of everything that crosses a wire, set in this one place. Beyond a limit a message is refused by name. */
export const PROTOCOL_VERSION = 1;
/** Longest message from a client over WebSocket. A proposal of 20,000 signs fits, in UTF-8 and JSON. */
export const MESSAGE_BYTES_MAX = 131_072;
export const TEXT_LENGTH_MAX = 20_000;
export const SHORT_TEXT_LENGTH_MAX = 500;
export const ID_LENGTH_MAX = 120;
export const LIST_LENGTH_MAX = 1_000;
/** A client that has not said hello by then is gone or no client of ours. */
export const HELLO_WITHIN_MS = 10_000;
/** A participant's page pings this often, so that its silence is noticed within seconds; the public's, who are many, more seldom. */
export const PING_EVERY_MS = 2_000;
export const PUBLIC_PING_EVERY_MS = 10_000;
/** A connection silent for so long is closed. */
export const SILENCE_MS = 35_000;
export const TELEMETRY_EVERY_MS = 5_000;
/** Messages one connection may send: a burst, and then so many a second. */
export const MESSAGES_BURST = 60;
export const MESSAGES_PER_SECOND = 20;
export const DOCUMENT_BYTES_MAX = 50 * 1024 * 1024;
