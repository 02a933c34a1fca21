import { destination, type Logger, pino } from 'pino';
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

/** `file`: where to write; left out, standard output. */
export function openLog(level: string, file?: string): Logger {
  const options = { level, redact: WITHHELD, base: null };
  return file === undefined ? pino(options) : pino(options, destination(file));
}

/** Refusals at `info`: each has its rule, the person and the meeting, never the message. */
export function connectionLog(log: Logger): ConnectionLog {
  return {
    refused: (detail) => log.info(detail, 'message refused'),
    failed: (error) => log.error({ err: error }, 'connection failed'),
  };
}
