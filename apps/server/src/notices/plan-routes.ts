import type { MeetingId, MeetingPlan, Person } from '@klubba/meeting';
import { meetingParams, plannableBodies, plannedMeeting, planWish } from '@klubba/protocol';
import { planOf } from '@klubba/register';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import { newId } from '../meetings/meetings.ts';
import { swedishDay } from './day.ts';
import { mayPlan } from './may-plan.ts';
import { planMeeting } from './plan-meeting.ts';

/** Planning a meeting of a body of the register, for its secretary and for administrators. */
export function planRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { meetings, people, registry, notices } = services;

  app.get('/api/meetings/bodies', { schema: { response: { 200: plannableBodies } } }, async (request) => {
    const session = await requireSession(request, services);
    const register = await registry.now();
    const today = swedishDay(notices.now());
    const bodies = [...register.bodies.keys()].flatMap((id) => {
      const plan = mayPlan(register, session, id, today) ? planOf(register, id, today) : undefined;
      if (plan === undefined) return [];
      return [{ id, name: plan.body.name, remote: plan.body.settings.remoteAllowed.value }];
    });
    return { bodies: bodies.toSorted((a, b) => a.name.localeCompare(b.name, 'sv')) };
  });

  app.post('/api/meetings', { schema: { body: planWish, response: { 200: plannedMeeting } } }, async (request) => {
    const session = await requireSession(request, services);
    const wish = request.body;
    const register = await registry.now();
    if (!mayPlan(register, session, wish.body, wish.date)) throw new HttpRefusal(403, 'PLN-NOT-YOURS');
    const held = (await meetings.all()).filter(({ plan }) => plan.body.id === wish.body);
    const planned = planMeeting(register, wish, newId() as MeetingId, held, notices.now());
    if (!planned.ok) throw new HttpRefusal(409, planned.refusal);
    const { meeting } = planned.plan;
    await people.keep(outsidersOf(planned.plan));
    await meetings.plan(planned.plan, `plan-${meeting}`);
    return { meeting };
  });

  app.put(
    '/api/meetings/:meeting/plan',
    { schema: { params: meetingParams, body: planWish, response: { 200: plannedMeeting } } },
    async (request) => {
      const session = await requireSession(request, services);
      const [wish, { meeting }] = [request.body, request.params];
      const now = (await meetings.find(meeting))?.live.now();
      if (now?.plan === undefined || now.plan.body.id !== wish.body) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      const register = await registry.now();
      if (!mayPlan(register, session, wish.body, wish.date)) throw new HttpRefusal(403, 'PLN-NOT-YOURS');
      const planned = planMeeting(register, wish, meeting, [], notices.now(), now);
      if (!planned.ok) throw new HttpRefusal(409, planned.refusal);
      await people.keep(outsidersOf(planned.plan));
      const outcome = await meetings.bySystem(meeting, { type: 'changePlan', plan: planned.plan, by: session.person });
      if (outcome?.kind === 'refused') throw new HttpRefusal(409, 'PLN-STARTED');
      if (outcome?.kind !== 'done') throw new HttpRefusal(503, 'HTTP-FAILED');
      return { meeting };
    },
  );
}

/** They are of no body, and yet somebody whom a link can let in. */
function outsidersOf({ people, duties }: MeetingPlan): readonly Person[] {
  return people.filter(({ id }) => duties.some(({ person, duty }) => person === id && duty === 'external'));
}
