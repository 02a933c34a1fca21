import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Config, type Environment, readConfig } from './config.ts';
import { openLog } from './log.ts';
import {
  type LivekitChoice,
  type ProcessEvent,
  type Processes,
  startProcesses,
  unreachableDatabase,
} from './processes/index.ts';
import { freePort } from './processes/data-folder.ts';
import { openServer, type Server, type VideoServer } from './server.ts';
import { VIDEO_WEBHOOK_PATH } from './video/index.ts';

export type StartOptions = {
  /** Settings as in `docs/reference/configuration.md`. */
  readonly environment: Environment;
  /** See `ServerOptions`. */
  readonly councilCopies?: readonly string[];
  readonly onEvent?: (event: ProcessEvent) => void;
};

export type Started = Server & {
  readonly processes: Processes;
  readonly dataDir: string;
  /** There is a video server, so people can take part at a distance. */
  readonly video: boolean;
};

/** Everything: the processes around the server, then the server. What fails leaves nothing running. */
export async function startAll({ environment, councilCopies, onEvent }: StartOptions): Promise<Started> {
  const config = readConfig(environment);
  // Known before the video server starts, which must be told where to report.
  const port = config.port === 0 ? await freePort(0, config.host) : config.port;
  const processes = await startProcesses({
    dataDir: config.dataDir,
    livekit: livekitChoice(config, port),
    serves: { host: config.host, port },
    ...(config.databaseUrl === undefined ? {} : { databaseUrl: config.databaseUrl }),
    ...(onEvent === undefined ? {} : { onEvent }),
  });
  try {
    const video = videoServer(config, processes);
    const server = await openServer({
      config,
      port,
      databaseUrl: processes.databaseUrl,
      video,
      log: openLog(config.logLevel, logFile(config)),
      ...(councilCopies === undefined ? {} : { councilCopies }),
    });
    processes.announce(server.url);
    return {
      ...server,
      processes,
      dataDir: config.dataDir,
      video: video !== undefined,
      async stop() {
        await server.stop();
        await processes.stop();
      },
    };
  } catch (error) {
    await processes.stop();
    throw unreachableDatabase(error) ?? error;
  }
}

/** For tests and benches: any free port, a data folder of its own that goes when it stops, demo mode, no video unless asked for. */
export async function startServer(
  environment: Environment = {},
  more: Pick<StartOptions, 'councilCopies'> = {},
): Promise<Started> {
  const own = mkdtempSync(path.join(tmpdir(), 'klubba-'));
  const started = await startAll({
    ...more,
    environment: { PORT: '0', DATA_DIR: own, LOG_LEVEL: 'silent', LIVEKIT_URL: 'none', DEMO: 'on', ...environment },
  });
  return {
    ...started,
    async stop() {
      await started.stop();
      rmSync(own, { recursive: true, force: true });
    },
  };
}

/** At a terminal the log goes to a file, so that what people must read stays on the screen; elsewhere to standard output. */
function logFile({ dataDir }: Config): string | undefined {
  if (!process.stdout.isTTY) return undefined;
  const folder = path.join(dataDir, 'logs');
  mkdirSync(folder, { recursive: true });
  return path.join(folder, 'server.log');
}

function livekitChoice({ video, host, publicUrl }: Config, port: number): LivekitChoice {
  switch (video.kind) {
    case 'none':
      return { kind: 'none' };
    case 'external':
      return video;
    case 'embedded': {
      const { binary, port: first, nodeIp } = video;
      const next = (offset: number): number => (first === 0 ? 0 : first + offset);
      // Nobody else may reach this machine while it listens to itself alone: then media must not leave it either.
      const isLocal = host === '127.0.0.1' && publicUrl === undefined;
      const address = nodeIp ?? (isLocal ? '127.0.0.1' : undefined);
      return {
        kind: 'embedded',
        binary,
        ports: { signal: next(0), tcp: next(1), udp: next(2) },
        bindAddresses: ['127.0.0.1'],
        webhookUrl: `http://127.0.0.1:${port}${VIDEO_WEBHOOK_PATH}`,
        ...(address === undefined ? {} : { nodeIp: address }),
      };
    }
  }
}

function videoServer({ video }: Config, { livekit }: Processes): VideoServer | undefined {
  return livekit === undefined ? undefined : { ...livekit, inside: video.kind === 'embedded' };
}
