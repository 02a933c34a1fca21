import { createServer, type Server, type Socket, connect } from 'node:net';
import type { AddressInfo } from 'node:net';

/** What somebody on the wire sees of one request: its size, that of the answer, and how long the answer took. */
export type Tapped = { sent: number; received: number; readonly from: number; until: number };

/** Stands between tablets and server, and counts bytes by the clock. */
export class WireTap {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #now: Tapped | undefined;

  private constructor(port: number) {
    this.#server = createServer((tablet) => {
      const upstream = connect(port, '127.0.0.1');
      for (const socket of [tablet, upstream]) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => this.#sockets.delete(socket));
      }
      tablet.on('data', (bytes) => {
        if (this.#now !== undefined) this.#now.sent += bytes.length;
        upstream.write(bytes);
      });
      upstream.on('data', (bytes) => {
        if (this.#now !== undefined) {
          this.#now.received += bytes.length;
          this.#now.until = performance.now();
        }
        tablet.write(bytes);
      });
      tablet.on('close', () => upstream.destroy());
      upstream.on('close', () => tablet.destroy());
    });
  }

  static async open(port: number): Promise<WireTap> {
    const tap = new WireTap(port);
    await new Promise<void>((listening) => tap.#server.listen(0, '127.0.0.1', listening));
    return tap;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What passes while this is done. */
  async during(work: () => Promise<unknown>): Promise<Tapped> {
    const from = performance.now();
    const tapped: Tapped = { sent: 0, received: 0, from, until: from };
    this.#now = tapped;
    await work();
    this.#now = undefined;
    return tapped;
  }

  stop(): void {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }
}
