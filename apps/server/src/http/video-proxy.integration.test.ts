import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Livekit } from '../processes/livekit.ts';
import { livekitRooms } from '../video/livekit-rooms.ts';
import { startTestLivekit } from '../video/testing/livekit-guest.ts';
import { type Identity, NOTHING, type RoomName } from '../video/video-room.ts';
import { videoProxy } from './video-proxy.ts';

let livekit: Livekit;
let server: Server;
const sockets = new Set<Socket>();
let address: string;
let ticket: string;

beforeAll(async () => {
  livekit = await startTestLivekit();
  const proxy = videoProxy(livekit.url);
  server = createServer().on('connection', (socket) => sockets.add(socket));
  server.on('upgrade', (request, socket, head) => proxy.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/rtc?sdk=js&protocol=16&auto_subscribe=0`;
  const rooms = livekitRooms({ url: livekit.url, key: livekit.key, secret: livekit.secret });
  const room = 'proxied' as RoomName;
  await rooms.open(room);
  const identity = 'p-karin#tablet' as Identity;
  ticket = await rooms.token({ room, identity, name: identity, rights: NOTHING, ttlSeconds: 60 });
}, 300_000);
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  await livekit.stop();
});

/** What a browser's socket gets: its protocol and the first message, or the status by which it was refused. */
function knock(url: string, protocols: readonly string[]): Promise<unknown> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, [...protocols]);
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
    socket.on('message', (data: Buffer) => {
      resolve({ protocol: socket.protocol, joined: data.includes('p-karin#tablet') });
      socket.close();
    });
    socket.on('error', () => undefined);
  });
}

describe('signalling through our own server', () => {
  it('takes the ticket from a header, so that it stands in no address, and answers by the protocol it was asked in', async () => {
    expect(await knock(address, ['klubba-video', `klubba-ticket.${ticket}`])).toEqual({
      protocol: 'klubba-video',
      joined: true,
    });
  });

  it('lets the video server judge it: a forged one, one that is cut, and none', async () => {
    const forged = `${ticket.slice(0, -6)}AAAAAA`;
    for (const protocols of [['klubba-video', `klubba-ticket.${forged}`], ['klubba-video', 'klubba-ticket.x'], []])
      expect(await knock(address, protocols)).toBe(401);
  });

  it('carries clients that are no browsers as they come', async () => {
    expect(await knock(`${address}&access_token=${ticket}`, [])).toEqual({ protocol: '', joined: true });
  });
});
