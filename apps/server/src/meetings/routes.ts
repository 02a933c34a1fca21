import { Readable } from 'node:stream';
import { type Meeting, type PersonId, PUBLIC_AUDIENCE } from '@klubba/meeting';
import { type MeetingAgenda, meetingAgenda, type MeetingCard, meetingList, meetingParams } from '@klubba/protocol';
import { recordLines } from '@klubba/record';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import { sureEyesNow } from '../identity/sure-eyes.ts';
import type { Meetings } from './meetings.ts';

/** My meetings, and a meeting's sealed record. */
export function meetingRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { meetings, recordKey } = services;

  app.get('/api/meetings', { schema: { response: { 200: meetingList } } }, async (request) => {
    if (request.apiKey !== undefined) return { meetings: await publishedCards(meetings) };
    const { person } = await requireSession(request, services);
    const cards = (await meetings.all())
      .map((meeting) => cardOf(meeting, person))
      .filter((card) => card.capacity !== 'none');
    return { meetings: cards.toSorted((a, b) => a.startsAt - b.startsAt) };
  });

  app.get(
    '/api/meetings/:meeting/agenda',
    { schema: { params: meetingParams, response: { 200: meetingAgenda } } },
    async (request, reply) => {
      const running = await meetings.find(request.params.meeting);
      const meeting = running?.live.now();
      if (running === undefined || meeting?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      // Another system, which the gate has let in by its key, reads what the public reads.
      const eyes =
        request.apiKey === undefined
          ? await sureEyesNow(meeting, await requireSession(request, services), services.demands)
          : PUBLIC_AUDIENCE;
      const shown = running.gallery.shownTo(eyes);
      if (shown === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      reply.header('cache-control', 'no-store');
      return agendaOf(shown);
    },
  );

  // The record holds all of the meeting, so only those get it who may see all of it (`record.export`).
  app.get('/api/meetings/:meeting/record', { schema: { params: meetingParams } }, async (request, reply) => {
    const running = await meetings.find(request.params.meeting);
    const meeting = running?.live.now();
    if (running === undefined || meeting?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    const { municipality, body, date } = meeting.plan;
    const about = { meeting: meeting.plan.meeting, municipality, body: body.name, date };
    return reply
      .headers({
        'content-type': 'application/jsonl; charset=utf-8',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${about.meeting}.klubba.jsonl`)}`,
        'cache-control': 'no-store',
      })
      .send(Readable.from(recordLines(about, running.live.facts(), recordKey, Date.now())));
  });
}

function agendaOf({ plan, agenda }: Meeting): MeetingAgenda {
  return {
    meeting: plan.meeting,
    body: plan.body.name,
    date: plan.date,
    place: plan.place,
    startsAt: plan.startsAt,
    phase: agenda.phase,
    items: agenda.order.flatMap((id) => {
      const item = agenda.items[id];
      if (item === undefined) return [];
      const { number, title, kind, diaryNumber, stage, doors, documents } = item;
      return {
        item: id,
        number,
        title,
        kind,
        ...(diaryNumber === undefined ? {} : { diaryNumber }),
        stage,
        doors,
        documents: documents.map((one) => ({ document: one.id, title: one.title })),
      };
    }),
  };
}

/** What another system is told of: the meetings that the public may know of, as the public sees them. */
async function publishedCards(meetings: Meetings): Promise<MeetingCard[]> {
  const cards: MeetingCard[] = [];
  for (const { plan } of await meetings.all()) {
    const shown = (await meetings.find(plan.meeting))?.gallery.shownTo(PUBLIC_AUDIENCE);
    if (shown !== undefined) cards.push(cardOf(shown, undefined));
  }
  return cards.toSorted((a, b) => a.startsAt - b.startsAt);
}

/** What the start page shows of a meeting to one who has a part in it; `none`: has no part, or is no person. */
function cardOf(meeting: Meeting, person: PersonId | undefined): MeetingCard {
  const { plan, agenda, remote, notice } = meeting;
  const answer = person === undefined ? undefined : notice.answers[person]?.answer;
  const permission = person === undefined ? undefined : remote.permissions[person]?.state;
  const duties = plan.duties.filter((one) => one.person === person).map((one) => one.duty);
  return {
    meeting: plan.meeting,
    municipality: plan.municipality,
    body: plan.body.name,
    date: plan.date,
    startsAt: plan.startsAt,
    place: plan.place,
    phase: agenda.phase,
    form: plan.form,
    duties,
    capacity: capacityOf(meeting, person, duties.length > 0),
    remoteGranted: permission === 'granted',
    ...(answer === undefined ? {} : { answer }),
    ...(permission === undefined ? {} : { permission }),
    items: agenda.order.length,
    ...(notice.calledOff === undefined ? {} : { calledOff: notice.calledOff.reason }),
  };
}

function capacityOf({ plan }: Meeting, person: PersonId | undefined, hasDuty: boolean): MeetingCard['capacity'] {
  if (person === undefined) return 'none';
  if (plan.seats.some((seat) => seat.holder === person)) return 'member';
  if (plan.substitutes.some((list) => list.persons.includes(person))) return 'substitute';
  return hasDuty ? 'other' : 'none';
}
