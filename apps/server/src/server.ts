import { existsSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MeetingPlan, Person } from '@klubba/meeting';
import { newSigningKey } from '@klubba/record';
import type { FastifyInstance } from 'fastify';
import type pg from 'pg';
import type { Logger } from 'pino';
import { openApiKeys } from './api-keys/api-keys.ts';
import { openBallots } from './ballots/ballots.ts';
import { openChat } from './chat/chat.ts';
import type { Config } from './config.ts';
import { openPool } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { seedDemo } from './demo/seed.ts';
import { openDocuments } from './documents/documents.ts';
import { clamdScanner, type Scanner } from './documents/scanner.ts';
import { buildApp } from './http/app.ts';
import { type LiveServer, serveLive } from './http/live.ts';
import type { Services } from './http/services.ts';
import { videoProxy } from './http/video-proxy.ts';
import { demoLinks } from './identity/demo-links.ts';
import { sealingKeys, sharedKey } from './identity/keys.ts';
import { openPasskeys } from './identity/passkeys/passkeys.ts';
import { openPeople } from './identity/people.ts';
import { endHearingsWithItems } from './identity/hearings/end-hearings.ts';
import { openDemands } from './identity/demands.ts';
import { openHearings } from './identity/hearings/hearings.ts';
import { openIdentity } from './identity/identity.ts';
import { recheckSessions } from './identity/recheck.ts';
import { sealing } from './identity/sealing.ts';
import { openSessions } from './identity/sessions.ts';
import { openStorageKeys } from './identity/storage-keys.ts';
import { postgresJournal } from './journal/postgres-journal.ts';
import { connectionLog } from './log.ts';
import { type Meetings, openMeetings } from './meetings/meetings.ts';
import { openDispatchLog } from './notices/dispatch-log.ts';
import { folderPost, smtpPost } from './notices/post.ts';
import { type Reminders, remindInTime } from './notices/remind.ts';
import { StartProblem } from './processes/index.ts';
import { openRegisterServices } from './register/register-services.ts';
import { heardElsewhere } from './support/heard-elsewhere.ts';
import { watchLinks } from './support/watch-links.ts';
import { followWithVideo } from './support/video-follower.ts';
import { type Conductor, conduct, livekitRooms } from './video/index.ts';

/** A login that is ended on one server is ended on all within this time. */
const HEAR_ENDS_EVERY_MS = 2_000;

/** The built web app, when it has been built. */
export const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url));

export type VideoServer = {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  /** Runs on this machine: browsers reach its signalling through this server. */
  readonly inside: boolean;
};

export type ServerOptions = {
  readonly config: Pick<
    Config,
    | 'host'
    | 'demo'
    | 'municipality'
    | 'help'
    | 'sessionMs'
    | 'sessionIdleMs'
    | 'providers'
    | 'loginAssurance'
    | 'clamdUrl'
    | 'sealingKey'
    | 'trustProxy'
    | 'ballotGroup'
    | 'connectionsMax'
    | 'publicUrl'
    | 'dataDir'
    | 'mail'
  >;
  /** 0: any free port. */
  readonly port: number;
  readonly databaseUrl: string;
  /** Undefined: meetings are held in the room alone. */
  readonly video: VideoServer | undefined;
  readonly log: Logger;
  readonly webFolder?: string;
  /** Demo mode: tonight's council once more for each name, so that several evenings can be played at once. */
  readonly councilCopies?: readonly string[];
  readonly now?: () => number;
};

export type DemoEvening = {
  readonly plan: MeetingPlan;
  readonly people: readonly { readonly person: Person; readonly link: string }[];
};

export type Server = {
  /** Address for people, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly meetings: Meetings;
  /** Demo mode: its meetings, and one login link a person. Empty otherwise. */
  readonly demo: readonly DemoEvening[];
  /** For the first administrator of an empty installation; there is none, or one is needed no more: undefined. */
  readonly setUpCode: string | undefined;
  /** The first fact of the register that is not what was written; undefined: its chain is whole. */
  readonly registerBrokenAt: number | undefined;
  readonly connections: () => number;
  /** Reminds now whoever is due to be reminded; done by itself every few minutes. Returns how many letters were tried. */
  readonly remind: Reminders['once'];
  stop(): Promise<void>;
};

/** One server on a database: migrates, seeds the demo, listens. Throws `StartProblem` and `MigrationProblem`. */
export async function openServer(options: ServerOptions): Promise<Server> {
  const { config, log, databaseUrl, now = Date.now } = options;
  const pool = openPool(databaseUrl);
  const trouble = (error: unknown): void => log.error({ err: error }, 'trouble');
  await migrate(pool);
  const journal = postgresJournal(pool, databaseUrl, trouble);
  const meetings = openMeetings(journal, trouble);
  const people = openPeople(pool);
  const documents = openDocuments(pool, now);
  const register = await openRegisterServices(pool, now, log);
  const demo = config.demo ? demoLinks(await sharedKey(pool, 'demo-links')) : undefined;
  const stores = { meetings, people, documents, registry: register.registry };
  const plans = demo === undefined ? [] : await seedDemo(stores, now(), options.councilCopies);
  const secure = config.publicUrl?.startsWith('https:') === true;
  let url = config.publicUrl ?? `http://localhost:${options.port}`;
  const secret = await sharedKey(pool, 'identity');
  // The last one sealed before the sealing had keys of its own.
  const seals = [...(await sealingKeys(pool, config.sealingKey)), secret];
  const limits = { lifetimeMs: config.sessionMs, idleMs: config.sessionIdleMs };
  const sessions = openSessions(pool, limits, sealing(seals, 'sessions'), now);
  const identity = openIdentity({ pool, secret, seals, providers: config.providers, publicOrigin: () => url, now });
  const { smtpUrl, from } = config.mail;
  const post = smtpUrl === undefined ? folderPost(path.join(config.dataDir, 'outbox'), from) : smtpPost(smtpUrl, from);
  const services: Services = {
    notices: { log: openDispatchLog(pool), post, now },
    ...register,
    meetings,
    people,
    sessions,
    identity,
    demands: openDemands(pool, now),
    hearings: openHearings(pool, secret, now),
    passkeys: openPasskeys(pool, now),
    storageKeys: openStorageKeys(pool, sealing(seals, 'storage keys')),
    loginAssurance: config.loginAssurance,
    apiKeys: openApiKeys(pool, register.registry, now),
    documents,
    scanner: scannerOf(config.clamdUrl, log),
    ballots: await openBallots(pool, meetings, config.ballotGroup, trouble),
    chat: await openChat({ pool, databaseUrl, meetings, now, onTrouble: trouble }),
    demo,
    recordKey: { secret: await sharedKey(pool, 'record', () => newSigningKey().secret) },
    municipality: config.municipality,
    help: config.help,
    publicOrigin: () => url,
    secure,
  };
  endHearingsWithItems(meetings, services, trouble);
  const listening = await listen(options, pool, services, secure, trouble);
  ({ url } = listening);
  const rechecks = recheckSessions(sessions, identity.directory, trouble);
  const ends = setInterval(() => void sessions.hearEnds().catch(trouble), HEAR_ENDS_EVERY_MS);
  const reminders = remindInTime({ ...services.notices, meetings, publicOrigin: () => url }, trouble);
  return {
    url,
    port: listening.port,
    meetings,
    registerBrokenAt: register.registry.head().damagedAt,
    setUpCode: (await register.registry.now()).administrators.size === 0 ? register.setUp.code : undefined,
    demo:
      demo === undefined
        ? []
        : plans.map((plan) => ({
            plan,
            people: plan.people.map((person) => ({ person, link: `${url}/in/${demo.tokenOf(person.id)}` })),
          })),
    connections: () => listening.live.size,
    remind: reminders.once,
    async stop() {
      clearInterval(ends);
      rechecks.stop();
      await reminders.stop();
      listening.live.close();
      listening.stop();
      await services.chat.close();
      await meetings.close();
      await services.ballots.booth.close();
      post.close();
      await listening.app.close();
      await journal.close();
      await pool.end();
    },
  };
}

function scannerOf(url: string | undefined, log: Logger): Scanner | undefined {
  if (url !== undefined) return clamdScanner(url);
  log.info('documents are not looked through for known viruses: CLAMD_URL is not set');
  return undefined;
}

type Listening = {
  readonly app: FastifyInstance;
  readonly live: LiveServer;
  readonly url: string;
  readonly port: number;
  readonly stop: () => void;
};

async function listen(
  options: ServerOptions,
  pool: pg.Pool,
  services: Services,
  secure: boolean,
  trouble: (error: unknown) => void,
): Promise<Listening> {
  const { config, log, video, port: wanted, now = Date.now } = options;
  let url = config.publicUrl ?? `http://localhost:${wanted}`;
  const publicOrigin = (): string => url;
  const proxy = video?.inside === true ? videoProxy(video.url) : undefined;
  const conductor =
    video === undefined
      ? undefined
      : conduct({ rooms: livekitRooms({ ...video, publicUrl: video.inside ? '' : video.url }), onFailure: trouble });
  const monitor = watchLinks(services.meetings, heardElsewhere(pool, trouble), now, trouble);
  if (conductor !== undefined) await startVideo(services, conductor, trouble);
  const webFolder = options.webFolder ?? WEB_FOLDER;
  if (!existsSync(webFolder)) log.warn('the web app is not built: run npm start, or npm run build -w @klubba/web');
  const app = await buildApp({
    services,
    health: { pool, videoUrl: video?.url },
    security: {
      publicOrigin,
      secure,
      videoOrigin: video === undefined || video.inside ? undefined : video.url.replace(/^http/, 'ws'),
    },
    conductor,
    webFolder,
    log,
    trustProxy: config.trustProxy,
    videoProxy: proxy?.routes,
  });
  const live = serveLive({
    server: app.server,
    meetings: services.meetings,
    sessions: services.sessions,
    demands: services.demands,
    people: services.people,
    monitor: monitor.monitor,
    log: connectionLog(log),
    publicOrigin,
    secure,
    connectionsMax: config.connectionsMax,
    otherUpgrade: (request, socket, head) => proxy?.upgrade(request, socket, head) === true,
  });
  const port = await bind(app, config.host, wanted);
  url = config.publicUrl ?? `http://localhost:${port}`;
  return {
    app,
    live,
    url,
    port,
    stop() {
      monitor.stop();
      conductor?.stop();
    },
  };
}

async function bind(app: FastifyInstance, host: string, port: number): Promise<number> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new StartProblem('port-in-use', { port: String(port), setting: 'PORT' });
    throw error;
  }
  return (app.server.address() as AddressInfo).port;
}

async function startVideo(services: Services, conductor: Conductor, trouble: (error: unknown) => void): Promise<void> {
  services.sessions.onEnd((id) => {
    conductor.endSession(id).catch(trouble);
  });
  followWithVideo(services.meetings, conductor, trouble);
  // The video server may hold rooms of meetings that nobody has asked for here yet.
  await services.meetings.all();
}
