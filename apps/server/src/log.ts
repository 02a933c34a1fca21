import { type DestinationStream, type Logger, pino } from 'pino';
import type { ConnectionLog } from './http/connection.ts';

/** Never written, wherever they stand: what would let somebody in, and what somebody said. */
const WITHHELD = [
  '*.token',
  '*.cookie',
  '*.authorization',
  '*.password',
  '*.secret',
  '*.text',
  'req.headers',
  'err.parameters',
];

export function openLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, redact: WITHHELD, base: null };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** Refusals at `info`: each has its rule, the person and the meeting, never the message. */
export function connectionLog(log: Logger): ConnectionLog {
  return {
    refused: (detail) => log.info(detail, 'message refused'),
    failed: (error) => log.error({ err: error }, 'connection failed'),
  };
}
