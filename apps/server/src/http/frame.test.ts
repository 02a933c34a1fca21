import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './frame.ts';

it.each([0, 1, 125, 126, 65_535, 65_536, 300_000])(
  'is read by a client as the text it holds: %i bytes',
  async (length) => {
    const server = createServer().listen(0, '127.0.0.1');
    const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
    server.on('upgrade', (request, socket: Duplex, head) =>
      sockets.handleUpgrade(request, socket, head, () => socket.write(textFrame(Buffer.alloc(length, 'å')))),
    );
    await once(server, 'listening');
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`, {
      skipUTF8Validation: true,
    });
    const [data, isBinary] = (await once(client, 'message')) as [Buffer, boolean];
    expect(isBinary).toBe(false);
    expect(data).toEqual(Buffer.alloc(length, 'å'));
    client.terminate();
    server.close();
  },
);

it('is made once for the same bytes', () => {
  const bytes = Buffer.from('{}');
  expect(textFrame(bytes)).toBe(textFrame(bytes));
});
