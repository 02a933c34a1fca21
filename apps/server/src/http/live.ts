import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { MESSAGE_BYTES_MAX, SILENCE_MS } from '@klubba/protocol';
import { WebSocketServer } from 'ws';
import type { Demands } from '../identity/demands.ts';
import type { People } from '../identity/people.ts';
import type { Sessions } from '../identity/sessions.ts';
import type { Meetings } from '../meetings/meetings.ts';
import type { LinkMonitor } from '../support/link-monitor.ts';
import { Connection, type ConnectionLog } from './connection.ts';
import { tokenBuckets } from './token-bucket.ts';
import { isFromOtherSite, sessionOf } from './who.ts';

const LIVE_PATH = '/live';
/** How soon a session that was ended on another server is ended here. */
const SESSIONS_EVERY_MS = 3_000;
/** How soon a demand of a surer login that was made on another server holds for what is shown here. */
const DEMANDS_EVERY_MS = 3_000;
/** How often an open page counts as use of its session. */
const IN_USE_EVERY_MS = 60_000;
const SILENCE_EVERY_MS = 5_000;
/** A whole hall comes from one address. */
const UPGRADES_BURST = 3_000;
const UPGRADES_PER_SECOND = 300;

export type LiveOptions = {
  readonly server: Server;
  readonly meetings: Meetings;
  readonly sessions: Sessions;
  readonly demands: Demands;
  readonly people: Pick<People, 'find'>;
  readonly monitor: LinkMonitor;
  readonly log: ConnectionLog;
  readonly publicOrigin: () => string;
  readonly secure: boolean;
  readonly connectionsMax: number;
  /** What else may be upgraded: true when it has taken the socket over. */
  readonly otherUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => boolean;
};

export type LiveServer = { readonly size: number; close(): void };

/** WebSocket at `/live`: who is there, for how long, and no more of them than the machine bears. */
export function serveLive(options: LiveOptions): LiveServer {
  const { server, sessions, log } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const connections = new Set<Connection>();
  const upgrades = tokenBuckets(UPGRADES_BURST, UPGRADES_PER_SECOND);

  const endSessions = (ids: readonly string[]): void => {
    for (const connection of connections) {
      if (connection.session !== undefined && ids.includes(connection.session.id)) connection.revoke();
    }
  };
  sessions.onEnd((id) => endSessions([id]));
  const idsOf = (which: (connection: Connection) => boolean): readonly string[] => [
    ...new Set([...connections].filter(which).flatMap(({ session }) => session?.id ?? [])),
  ];
  const heedDemands = async (): Promise<void> => {
    const byMeeting = Map.groupBy(connections, ({ demanding }) => demanding);
    for (const [meeting, viewers] of byMeeting) {
      const now = meeting?.live.now();
      if (now?.plan === undefined) continue;
      const demands = await options.demands.list(now);
      for (const viewer of viewers) viewer.heed(demands);
    }
  };
  options.demands.onSet(() => void heedDemands().catch(log.failed));
  const demandTimer = setInterval(() => void heedDemands().catch(log.failed), DEMANDS_EVERY_MS);
  const sessionTimer = setInterval(() => {
    const ids = idsOf(() => true);
    if (ids.length > 0) sessions.ended(ids).then(endSessions, log.failed);
  }, SESSIONS_EVERY_MS);
  const useTimer = setInterval(() => {
    const ids = idsOf(() => true);
    if (ids.length > 0)
      sessions
        .inUse(
          ids,
          idsOf(({ inMeeting }) => inMeeting),
        )
        .catch(log.failed);
  }, IN_USE_EVERY_MS);
  const silenceTimer = setInterval(() => {
    for (const connection of connections) if (connection.silentMs > SILENCE_MS) connection.drop('silent');
  }, SILENCE_EVERY_MS);

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    if (pathOf(request) !== LIVE_PATH) {
      if (!upgrades.take(request.socket.remoteAddress ?? '')) return refuse(socket, '503 Service Unavailable');
      if (!options.otherUpgrade(request, socket, head)) refuse(socket, '404 Not Found');
      return;
    }
    if (isFromOtherSite(request, options.publicOrigin())) return refuse(socket, '403 Forbidden');
    if (!upgrades.take(request.socket.remoteAddress ?? '') || connections.size >= options.connectionsMax)
      return refuse(socket, '503 Service Unavailable');
    const session = await sessionOf(request, sessions, options.secure);
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection({ ...options, socket: webSocket, stream: socket, session });
      connections.add(connection);
      webSocket.on('close', () => connections.delete(connection));
    });
  };
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    upgrade(request, socket, head).catch((error: unknown) => {
      log.failed(error);
      refuse(socket, '503 Service Unavailable');
    });
  });
  return {
    get size() {
      return connections.size;
    },
    close() {
      clearInterval(sessionTimer);
      clearInterval(demandTimer);
      clearInterval(useTimer);
      clearInterval(silenceTimer);
      for (const connection of connections) connection.drop('goingAway');
      sockets.close();
    },
  };
}

export function pathOf(request: Pick<IncomingMessage, 'url'>): string {
  return request.url?.split('?', 1)[0] ?? '';
}

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
