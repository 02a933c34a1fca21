import type { BodyId, Meeting, MeetingId } from '@klubba/meeting';
import {
  assuranceDemand,
  assuranceStanding,
  bodyAssurance,
  bodyAssuranceDemand,
  bodyParams,
  meetingParams,
} from '@klubba/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import { requireAdministrator } from '../register/access.ts';
import { shortOf } from './demands.ts';

/** What is demanded of a login in a body's meetings, for those who administer; and at a meeting, how the own one stands to it, and setting it. */
export function demandRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const meetingOf = async (id: MeetingId): Promise<Meeting> => {
    const now = (await services.meetings.find(id))?.live.now();
    if (now?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    return now;
  };

  app.get(
    '/api/meetings/:meeting/assurance',
    { schema: { params: meetingParams, response: { 200: assuranceStanding } } },
    async (request, reply) => {
      const { assurance: held } = await requireSession(request, services, 'alsoHeard');
      const meeting = await meetingOf(request.params.meeting);
      reply.header('cache-control', 'no-store');
      const short = [...(await shortOf(services.demands, meeting, held))];
      return { held, short, demands: [...(await services.demands.list(meeting))] };
    },
  );

  app.put(
    '/api/meetings/:meeting/assurance',
    { schema: { params: meetingParams, body: assuranceDemand } },
    async (request, reply) => {
      const meeting = await meetingOf(request.params.meeting);
      const { scope, item } = request.body;
      // What holds in every meeting of the body is no matter of this meeting's desk.
      if (scope === 'body') await requireAdministrator(request, services);
      const names =
        scope === 'item' ? item !== undefined && meeting.agenda.items[item] !== undefined : item === undefined;
      if (!names) throw new HttpRefusal(400, 'HTTP-MALFORMED');
      const { person } = await requireSession(request, services);
      await services.demands.set(meeting, request.body, person);
      request.log.info(
        { scope, act: request.body.act, assurance: request.body.assurance, by: person },
        'assurance set',
      );
      return reply.code(204).send();
    },
  );

  const mustAdminister = async (request: FastifyRequest, body: BodyId): Promise<void> => {
    const { register } = await requireAdministrator(request, services);
    if (!register.bodies.has(body)) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
  };
  app.get(
    '/api/register/bodies/:body/assurance',
    { schema: { params: bodyParams, response: { 200: bodyAssurance } } },
    async (request, reply) => {
      await mustAdminister(request, request.params.body);
      reply.header('cache-control', 'no-store');
      return { demands: [...(await services.demands.ofBody(request.params.body))] };
    },
  );
  app.put(
    '/api/register/bodies/:body/assurance',
    { schema: { params: bodyParams, body: bodyAssuranceDemand } },
    async (request, reply) => {
      const { body } = request.params;
      await mustAdminister(request, body);
      const { person: by } = await requireSession(request, services);
      await services.demands.setOfBody(body, request.body, by);
      request.log.info({ scope: 'body', body, ...request.body, by }, 'assurance set');
      return reply.code(204).send();
    },
  );
}
