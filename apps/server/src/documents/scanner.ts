import { connect, type Socket } from 'node:net';

/** Looks for known malicious content in what is to be served to others. */
export type Scanner = { scan(bytes: Uint8Array): Promise<ScanAnswer> };

/** `unknown`: it did not answer, or not in time; nothing is known of the file. */
export type ScanAnswer = 'clean' | 'infected' | 'unknown';

const ANSWER_WITHIN_MS = 30_000;
/** clamd gives up a stream whose chunks are larger than its own limit; small ones fit any. */
const CHUNK_BYTES = 64 * 1024;
const LENGTH_BYTES = 4;
const COMMAND = 'zINSTREAM\0';
const ANSWER_BYTES_MAX = 4_096;

/**
 * ClamAV's daemon, by its own protocol (clamd(8), INSTREAM): the command, chunks that begin with their length in network order, a
 * chunk of none, and one line back. `tcp://host:3310` or `unix:///run/clamav/clamd.ctl`.
 */
export function clamdScanner(address: string, answerWithinMs = ANSWER_WITHIN_MS): Scanner {
  const { protocol, hostname, port, pathname } = new URL(address);
  const open = (): Socket =>
    protocol === 'unix:' ? connect(decodeURIComponent(pathname)) : connect(Number(port || 3_310), bare(hostname));
  return {
    async scan(bytes) {
      const line = await ask(open(), bytes, answerWithinMs).catch(() => '');
      if (/^stream: OK\0?$/.test(line)) return 'clean';
      return / FOUND\0?$/.test(line) ? 'infected' : 'unknown';
    },
  };
}

function ask(socket: Socket, bytes: Uint8Array, answerWithinMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const done = (error?: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      if (error === undefined) resolve(answer);
      else reject(error);
    };
    const timer = setTimeout(() => done(new Error('clamd did not answer in time')), answerWithinMs);
    socket.on('error', done);
    socket.on('close', () => done());
    socket.setEncoding('utf8').on('data', (text: string) => {
      answer += text;
      if (answer.includes('\0') || answer.length > ANSWER_BYTES_MAX) done();
    });
    socket.on('connect', () => {
      socket.write(COMMAND);
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
        const chunk = bytes.subarray(at, at + CHUNK_BYTES);
        socket.write(lengthOf(chunk));
        socket.write(chunk);
      }
      socket.write(Buffer.alloc(LENGTH_BYTES));
    });
  });
}

function lengthOf(chunk: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(chunk.length);
  return length;
}

/** `[::1]` as the socket wants it. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
