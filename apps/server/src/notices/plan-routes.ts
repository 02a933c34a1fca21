import type { Meeting, MeetingId, MeetingPlan, Person, PersonId } from '@klubba/meeting';
import { meetingParams, plannableBodies, plannedMeeting, type PlannedItem, planWish } from '@klubba/protocol';
import { planOf } from '@klubba/register';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import { newId } from '../meetings/meetings.ts';
import { swedishDay } from './day.ts';
import { mayPlan } from './may-plan.ts';
import { apart, nextInRoom, noted, withMoved } from './move-items.ts';
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
    const { staying, moving } = apart(wish);
    const planned = planMeeting(register, staying, newId() as MeetingId, held, notices.now());
    if (!planned.ok) throw new HttpRefusal(409, planned.refusal);
    const plan = await sentOn(services, planned.plan, moving, session.person);
    await people.keep(outsidersOf(plan));
    await meetings.plan(plan, `plan-${plan.meeting}`);
    return { meeting: plan.meeting };
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
      const { staying, moving } = apart(wish);
      const planned = planMeeting(register, staying, meeting, [], notices.now(), now);
      if (!planned.ok) throw new HttpRefusal(409, planned.refusal);
      if (now.agenda.phase !== 'planned') throw new HttpRefusal(409, 'PLN-STARTED');
      const plan = await sentOn(services, planned.plan, moving, session.person, now);
      await people.keep(outsidersOf(plan));
      await change(services, plan, session.person);
      return { meeting };
    },
  );
}

/** Items to be moved are on the agenda of the meeting in the room before they leave this one, which keeps a note of each. */
async function sentOn(
  services: Services,
  plan: MeetingPlan,
  moving: readonly PlannedItem[],
  by: PersonId,
  before?: Meeting,
): Promise<MeetingPlan> {
  if (moving.length === 0) return plan;
  const ofBody = (await services.meetings.all()).filter((one) => one.plan.body.id === plan.body.id);
  const next = nextInRoom(ofBody, plan.date);
  if (next === undefined) throw new HttpRefusal(409, 'PLN-NO-ROOM-MEETING');
  await change(services, withMoved(next, moving, plan.date, before), by);
  return noted(plan, moving, next.plan.date);
}

async function change({ meetings }: Services, plan: MeetingPlan, by: PersonId): Promise<void> {
  const outcome = await meetings.bySystem(plan.meeting, { type: 'changePlan', plan, by });
  if (outcome?.kind === 'refused') throw new HttpRefusal(409, 'PLN-STARTED');
  if (outcome?.kind !== 'done') throw new HttpRefusal(503, 'HTTP-FAILED');
}

/** They are of no body, and yet somebody whom a link can let in. */
function outsidersOf({ people, duties }: MeetingPlan): readonly Person[] {
  return people.filter(({ id }) => duties.some(({ person, duty }) => person === id && duty === 'external'));
}
