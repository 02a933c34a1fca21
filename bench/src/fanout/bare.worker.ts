import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { machineMs, serve } from '../worker.ts';

/** The least that can be done: the same bytes to every socket, by the same library, with nothing around it. */
const sockets = new Set<WebSocket>();
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false, clientTracking: false });
server.on('connection', (socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  socket.on('error', () => socket.terminate());
});

serve({
  async start() {
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', () => resolve()));
    return { origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}` };
  },
  change({ text }: { text: string }) {
    const at = machineMs();
    const bytes = Buffer.from(text);
    for (const socket of sockets) socket.send(bytes, { binary: false });
    return { at };
  },
  cpuMs() {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
});
