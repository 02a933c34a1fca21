import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
  type RouteOptions,
} from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { describeApi } from '../api-keys/openapi.ts';
import { apiKeyRoutes } from '../api-keys/routes.ts';
import { ballotRoutes } from '../ballots/routes.ts';
import { chatRoutes } from '../chat/routes.ts';
import { documentRoutes } from '../documents/routes.ts';
import { appRoutes } from '../identity/app-routes.ts';
import { directoryRoutes } from '../identity/directory-routes.ts';
import { demandRoutes } from '../identity/demand-routes.ts';
import { hearingRoutes } from '../identity/hearings/routes.ts';
import { passkeyRoutes } from '../identity/passkeys/routes.ts';
import { samlRoutes } from '../identity/saml/saml-routes.ts';
import { identityRoutes } from '../identity/routes.ts';
import { storageKeyRoutes } from '../identity/storage-key-routes.ts';
import { meetingRoutes } from '../meetings/routes.ts';
import { minutesRoutes } from '../minutes/routes.ts';
import { gate } from '../permissions/gate.ts';
import { planRoutes } from '../notices/plan-routes.ts';
import { noticeRoutes } from '../notices/routes.ts';
import { portalRoutes } from '../portal/routes.ts';
import { importRoutes } from '../register/import-routes.ts';
import { registerRoutes } from '../register/routes.ts';
import { type Conductor, videoRoutes } from '../video/index.ts';
import { healthRoute, type HealthOptions } from './health.ts';
import { HttpRefusal } from './refusals.ts';
import { guard, type SecurityOptions } from './security.ts';
import type { Services } from './services.ts';
import { serveWeb } from './static.ts';
import { sessionOf } from './who.ts';

/** JSON bodies are small; documents come by a route with its own limit. */
const BODY_BYTES_MAX = 64 * 1024;
const REQUEST_WITHIN_MS = 30_000;
/** Not logged in, and too often. */
const FROM_STRANGERS: readonly number[] = [401, 429];

export type AppOptions = {
  readonly services: Services;
  readonly health: HealthOptions;
  readonly security: SecurityOptions;
  readonly conductor: Conductor | undefined;
  readonly webFolder: string;
  readonly log: FastifyBaseLogger;
  readonly trustProxy: readonly string[];
  /** Routes of the video proxy, where LiveKit runs inside. */
  readonly videoProxy: ((app: FastifyInstance) => void) | undefined;
  /** Told of each route as it is added. */
  readonly onRoute?: (route: RouteOptions) => void;
};

/** All of HTTP. `GET /api/openapi.json` describes what other systems may use of it. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { services } = options;
  const app: FastifyInstance = Fastify({
    loggerInstance: options.log,
    // A line for every request would say who reads what, when.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_WITHIN_MS,
    trustProxy: options.trustProxy.length > 0 ? [...options.trustProxy] : false,
    routerOptions: { maxParamLength: 200 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler<FastifyError | HttpRefusal>((error, request, reply) => {
    const refusal = asRefusal(error);
    if (refusal.statusCode >= 500) request.log.error({ err: error }, 'request failed');
    else
      request.log.info(
        {
          rule: refusal.rule,
          method: request.method,
          route: request.routeOptions.url,
          // Of one whom nobody knows the address is all there is to go by.
          ...(FROM_STRANGERS.includes(refusal.statusCode) ? { from: request.ip } : {}),
        },
        'request refused',
      );
    return reply.code(refusal.statusCode).header('cache-control', 'no-store').send(refusal.body());
  });
  guard(app, options.security);
  const permissions = gate(app, services);
  if (options.onRoute !== undefined) app.addHook('onRoute', options.onRoute);
  await app.register(fastifyCookie);
  await app.register(fastifyMultipart);
  await describeApi(app);
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  healthRoute(app, options.health);
  identityRoutes(app, services);
  directoryRoutes(app, services);
  await samlRoutes(app, services);
  appRoutes(app, services);
  demandRoutes(app, services);
  hearingRoutes(app, services);
  passkeyRoutes(app, services);
  storageKeyRoutes(app, services);
  meetingRoutes(app, services);
  documentRoutes(app, services);
  ballotRoutes(app, services, services.ballots);
  chatRoutes(app, services);
  minutesRoutes(app, services);
  noticeRoutes(app, services);
  planRoutes(app, services);
  registerRoutes(app, services);
  importRoutes(app, services);
  apiKeyRoutes(app, services);
  portalRoutes(app, services, options.webFolder);
  options.videoProxy?.(app);
  await videoRoutes(app, {
    conductor: options.conductor,
    who: async (request, meeting) => {
      const session = await sessionOf(request.raw, services.sessions, services.secure);
      if (session === undefined || (session.onlyMeeting ?? meeting) !== meeting) return undefined;
      return { person: session.person, session: session.id };
    },
  });
  permissions.filesFollow();
  await serveWeb(app, options.webFolder);
  return app;
}

function asRefusal(error: FastifyError | HttpRefusal): HttpRefusal {
  if (error instanceof HttpRefusal) return error;
  if (error.validation !== undefined) return new HttpRefusal(400, 'HTTP-MALFORMED');
  switch (error.statusCode) {
    case 413:
      return new HttpRefusal(413, 'HTTP-TOO-LARGE');
    case 400:
    case 415:
      return new HttpRefusal(error.statusCode, 'HTTP-MALFORMED');
    default:
      return new HttpRefusal(500, 'HTTP-FAILED');
  }
}
