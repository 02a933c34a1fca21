import type { Meeting, PersonId } from '@klubba/meeting';
import {
  hearingCode,
  hearingList,
  hearingParams,
  hearingToken,
  hearingWish,
  type HearingWindow,
  hearingWindow,
  me,
  meetingParams,
  newHearing,
  newHearingCode,
} from '@klubba/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../../http/refusals.ts';
import { requireSession, type Services } from '../../http/services.ts';
import { tokenBuckets } from '../../http/token-bucket.ts';
import { sessionOf } from '../../http/who.ts';
import { startSession } from '../login.ts';
import { endHearing } from './end-hearings.ts';
import type { Hearing } from './hearings.ts';

const TRIES_BURST = 30;
const TRIES_PER_SECOND = 0.5;

/** Single-use links: made and ended by the secretary, used by one who is heard in one item. */
export function hearingRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { meetings, people, hearings, sessions, secure } = services;
  const tries = tokenBuckets(TRIES_BURST, TRIES_PER_SECOND);

  const meetingOf = async (id: Hearing['meeting']): Promise<Meeting> => {
    const now = (await meetings.find(id))?.live.now();
    if (now?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    return now;
  };
  /** The meeting, and who at its desk asks (`hearings.manage` has let nobody else in). */
  const atDesk = async (request: FastifyRequest, id: Hearing['meeting']) => {
    const { person } = await requireSession(request, services);
    const meeting = await meetingOf(id);
    return { meeting, person };
  };
  const byToken = async (request: FastifyRequest, token: string): Promise<Hearing> => {
    if (!tries.take(request.ip)) throw new HttpRefusal(429, 'SES-TOO-OFTEN');
    const hearing = await hearings.find(token);
    if (hearing === undefined) throw new HttpRefusal(404, 'HRG-UNKNOWN');
    return hearing;
  };

  app.post(
    '/api/meetings/:meeting/hearings',
    { schema: { params: meetingParams, body: hearingWish, response: { 200: newHearing } } },
    async (request, reply) => {
      const { meeting, person: by } = await atDesk(request, request.params.meeting);
      const { person, item } = request.body;
      if (!isCalledTo(meeting, person, item)) throw new HttpRefusal(409, 'HRG-NOT-CALLED');
      await sessions.revokeAll(person, { onlyMeeting: request.params.meeting });
      const made = await hearings.make({ meeting: request.params.meeting, item, person }, by);
      reply.header('cache-control', 'no-store');
      // After the # it reaches no server's log and no Referer.
      return {
        hearing: made.hearing,
        link: `${services.publicOrigin()}/h#${made.token}`,
        code: made.code,
        until: made.until,
      };
    },
  );

  // Said by telephone when the person is about to come in: a code that was given days ago is no second factor any more.
  app.post(
    '/api/meetings/:meeting/hearings/:hearing/code',
    { schema: { params: hearingParams, response: { 200: newHearingCode } } },
    async (request, reply) => {
      const made = await hearings.newCode(request.params.meeting, request.params.hearing);
      if (made === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      reply.header('cache-control', 'no-store');
      return made;
    },
  );

  app.get(
    '/api/meetings/:meeting/hearings',
    { schema: { params: meetingParams, response: { 200: hearingList } } },
    async (request) => {
      return { hearings: [...(await hearings.list(request.params.meeting))] };
    },
  );

  app.delete(
    '/api/meetings/:meeting/hearings/:hearing',
    { schema: { params: hearingParams } },
    async (request, reply) => {
      const { meeting, hearing: id } = request.params;
      if (!(await endHearing(services, meeting, { id }))) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      return reply.code(204).send();
    },
  );

  // What the link shows before the code: when, and whom to ring. Not who is called, nor to what.
  app.post(
    '/api/login/hearing/window',
    { schema: { body: hearingToken, response: { 200: hearingWindow } } },
    async (request): Promise<HearingWindow> => {
      const hearing = await byToken(request, request.body.token);
      const session = await sessionOf(request.raw, sessions, secure);
      const isMine = session?.person === hearing.person && session.onlyMeeting === hearing.meeting;
      return {
        state: hearing.state === 'used' && isMine ? 'yours' : hearing.state,
        meeting: hearing.meeting,
        ...windowOf(await meetingOf(hearing.meeting), services.help),
      };
    },
  );

  app.post('/api/login/hearing', { schema: { body: hearingCode, response: { 200: me } } }, async (request, reply) => {
    await byToken(request, request.body.token);
    const used = await hearings.use(request.body.token, request.body.code);
    if (used === undefined) throw new HttpRefusal(404, 'HRG-UNKNOWN');
    if (typeof used === 'string') {
      request.log.info({ rule: 'HRG', cause: used }, 'login refused');
      throw new HttpRefusal(403, WHY_NOT[used]);
    }
    const person = await people.find(used.person);
    if (person === undefined) throw new HttpRefusal(404, 'HRG-UNKNOWN');
    const wish = { person: person.id, method: 'oneTimeLink', provider: 'hearing', onlyMeeting: used.meeting } as const;
    await startSession(wish, request, reply, services);
    const name = `${person.givenName} ${person.familyName}`.trim();
    const demo = services.demo !== undefined;
    return { person: person.id, name, method: 'oneTimeLink' as const, demo, onlyMeeting: used.meeting };
  });
}

const WHY_NOT = { wrongCode: 'HRG-CODE', oldCode: 'HRG-CODE-OLD', used: 'HRG-USED', ended: 'HRG-ENDED' } as const;

/** Only one who is called as an outsider to just this item, and has not been heard in it, can be given a link. */
function isCalledTo({ plan, agenda, secrecy }: Meeting, person: PersonId, item: Hearing['item']): boolean {
  const isOutsider = plan.duties.some((one) => one.person === person && one.duty === 'external');
  const isCalled = agenda.items[item]?.externals?.includes(person) === true;
  return isOutsider && isCalled && agenda.phase !== 'closed' && secrecy.externals[person]?.state !== 'ended';
}

function windowOf({ plan }: Meeting, help: Services['help']): Omit<HearingWindow, 'state' | 'meeting'> {
  const secretary = plan.duties.find((one) => one.duty === 'secretary')?.person;
  const known = plan.people.find((one) => one.id === secretary);
  const phone = plan.secretaryPhone ?? known?.phone;
  return {
    municipality: plan.municipality,
    body: plan.body.name,
    startsAt: plan.startsAt,
    ...(phone === undefined
      ? help === undefined
        ? {}
        : { help }
      : { help: { name: known === undefined ? '' : `${known.givenName} ${known.familyName}`, phone } }),
  };
}
