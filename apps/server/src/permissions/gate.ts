import type { MeetingId } from '@klubba/meeting';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keyBrought, onRecord } from '../api-keys/bearer.ts';
import type { OpenKey } from '../api-keys/api-keys.ts';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import { sessionOf } from '../http/who.ts';
import { type Scene, sceneOf } from './conditions.ts';
import { isEnough } from '@klubba/protocol';
import type { Session } from '../identity/sessions.ts';
import type { Asker } from './capacities.ts';
import { permit } from './permit.ts';
import { meantBy, resourceOf } from './routes.ts';
import { SURENESS, type Sureness } from './sureness.ts';
import { type Permission, PERMISSIONS, type Resource } from './table.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route asks for, from the table of routes. Absent: it answers nobody. */
    resource?: Resource;
  }
}

export type Gate = {
  /** From here on routes are files of the app. */
  filesFollow(): void;
};

type GateServices = Pick<Services, 'meetings' | 'sessions' | 'secure' | 'demands' | 'apiKeys'>;

/** Every route passes here before its request is read: who asks, for what, in which state of the meeting. */
export function gate(app: FastifyInstance, services: GateServices): Gate {
  let areFiles = false;
  app.decorateRequest('apiKey', undefined);
  app.addHook('onRoute', (route) => {
    const methods = [route.method].flat();
    const asked = methods.map((method) => resourceOf(method, route.url));
    const [first] = asked;
    const isOne = first !== undefined && asked.every((one) => one === first);
    const isFile = areFiles && methods.every((method) => method === 'GET' || method === 'HEAD');
    const resource = isOne ? first : isFile ? 'app' : undefined;
    if (resource !== undefined) route.config = { ...route.config, resource };
  });
  app.addHook('preValidation', async (request, reply) => {
    if (request.is404) return;
    const { resource } = request.routeOptions.config;
    if (resource === undefined) {
      request.log.error({ route: request.routeOptions.url }, 'a route without a permission was asked for');
      throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    }
    const meant = meantBy(request.method, request.routeOptions.url, request.body);
    await pass(meant ?? resource, request, reply, services);
  });
  return {
    filesFollow() {
      areFiles = true;
    },
  };
}

async function pass(
  resource: Resource,
  request: FastifyRequest,
  reply: FastifyReply,
  services: GateServices,
): Promise<void> {
  if (PERMISSIONS[resource].to === 'anyone') return;
  const key = await keyBrought(request, reply, services);
  if (key === undefined) await passPerson(resource, request, services);
  else await onRecord(request, key, services.apiKeys, () => passKey(resource, request, services, key));
}

async function passKey(
  resource: Resource,
  request: FastifyRequest,
  services: GateServices,
  key: OpenKey,
): Promise<void> {
  const permission: Permission = PERMISSIONS[resource];
  // Before the meeting is looked for: a key of another scope learns of no meeting that there is.
  if (permission.key === undefined || !key.scopes.includes(permission.key.scope))
    throw new HttpRefusal(403, 'KEY-SCOPE');
  const verdict = permit(resource, await sceneFor(permission, request, services, undefined), key);
  if (!verdict.may) throw new HttpRefusal(verdict.status, verdict.rule);
}

/** The meeting that the address names, where it names one; without, only who asks. */
async function sceneFor(
  { inMeeting }: Permission,
  request: FastifyRequest,
  { meetings }: GateServices,
  asker: Asker | undefined,
): Promise<Scene | Pick<Scene, 'asker'>> {
  if (inMeeting !== true) return { asker };
  const params = request.params as Readonly<Record<string, string | undefined>>;
  const running = await meetings.find((params['meeting'] ?? '') as MeetingId);
  const meeting = running?.live.now();
  if (running === undefined || meeting?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
  return sceneOf(running, meeting, asker, params);
}

function isOfBallot({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.url?.includes('/ballots/') === true;
}

async function passPerson(resource: Resource, request: FastifyRequest, services: GateServices): Promise<void> {
  const permission: Permission = PERMISSIONS[resource];
  const asker = await sessionOf(request.raw, services.sessions, services.secure);
  // Whatever is refused from here on is logged with who asked, but never about a closed ballot: when somebody tried to
  // cast beside when a ballot came in would tie the two (KL 5:54).
  if (asker !== undefined && !isOfBallot(request))
    request.log = request.log.child({ by: asker.person, session: asker.id });
  if (asker === undefined && !permission.to.includes('public')) throw new HttpRefusal(401, 'SES-NONE');
  if (asker?.onlyMeeting !== undefined && !permission.to.includes('heard'))
    throw new HttpRefusal(403, 'SES-ONLY-MEETING');
  const scene = await sceneFor(permission, request, services, asker);
  const verdict = permit(resource, scene);
  if (!verdict.may) throw new HttpRefusal(verdict.status, verdict.rule);
  if (permission.sure !== undefined && 'meeting' in scene && asker !== undefined)
    await mustBeSure(permission.sure, scene, asker, services);
}

/** An open item needs no surer login; what is behind closed doors, and a closed ballot, what is demanded for it. */
async function mustBeSure(
  sureness: Sureness,
  scene: Scene,
  { assurance }: Session,
  { demands }: GateServices,
): Promise<void> {
  const { act, items } = SURENESS[sureness](scene);
  for (const item of items) {
    const demanded = await demands.demanded(scene.meeting, act, item);
    if (!isEnough(assurance, demanded)) throw new HttpRefusal(403, 'IDA-STEP-UP', { act, demanded });
  }
}
