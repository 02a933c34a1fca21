import { type AddressInfo, createServer, type Socket } from 'node:net';

/** The industry's harmless test file (eicar.org); put together here so that no scanner takes this source for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');
export const STREAM_MAX = 1024 * 1024;

type Heard = { command: string; readonly chunks: number[]; bytes: Buffer };
export type Clamd = { readonly url: string; readonly heard: Heard; stop(): Promise<void> };

/** clamd as clamd(8) describes it, with one signature; it holds what it heard to the letter. `at`: a socket in the file system. */
export async function startClamd({
  at,
  answer,
}: {
  readonly at?: string;
  readonly answer?: string;
} = {}): Promise<Clamd> {
  const heard: Heard = { command: '', chunks: [], bytes: Buffer.alloc(0) };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    Object.assign(heard, { command: '', bytes: Buffer.alloc(0) });
    let waiting: Buffer = Buffer.alloc(0);
    socket.on('data', (data: Buffer) => {
      waiting = readOn(heard, Buffer.concat([waiting, data]), (line) => socket.end(line), answer);
    });
  });
  await new Promise<void>((resolve) =>
    at === undefined ? server.listen(0, '127.0.0.1', resolve) : server.listen(at, resolve),
  );
  return {
    url: at === undefined ? `tcp://127.0.0.1:${(server.address() as AddressInfo).port}` : `unix://${at}`,
    heard,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Reads what has come; what is left waits for more. */
function readOn(heard: Heard, data: Buffer, say: (line: string) => void, answer: string | undefined): Buffer {
  let left = data;
  if (heard.command === '') {
    const end = left.indexOf(0);
    if (end < 0) return left;
    heard.command = left.subarray(0, end).toString();
    left = left.subarray(end + 1);
  }
  while (left.length >= 4) {
    const length = left.readUInt32BE();
    if (length === 0) {
      say(answer ?? (heard.bytes.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'));
      return Buffer.alloc(0);
    }
    if (left.length < 4 + length) return left;
    heard.chunks.push(length);
    heard.bytes = Buffer.concat([heard.bytes, left.subarray(4, 4 + length)]);
    left = left.subarray(4 + length);
    if (heard.bytes.length > STREAM_MAX) say('INSTREAM size limit exceeded. ERROR\0');
  }
  return left;
}
