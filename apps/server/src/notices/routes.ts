import type { Language } from '@klubba/i18n';
import {
  type Audience,
  audienceOf,
  calledTo,
  type Meeting,
  type MeetingId,
  type PersonId,
  PUBLIC_AUDIENCE,
  withoutProtectedNames,
} from '@klubba/meeting';
import {
  callingOff,
  meetingParams,
  minutesQuery,
  type NoticeDispatch,
  noticeDispatchList,
  noticeDispatchRequest,
} from '@klubba/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import type { Session } from '../identity/sessions.ts';
import { sureEyesNow } from '../identity/sure-eyes.ts';
import type { RunningMeeting } from '../meetings/meetings.ts';
import { NoTypesetter } from '../typesetting/typst.ts';
import { calendarType, dispatchNotice, fileName, noticeCalendar } from './dispatch.ts';
import type { DispatchLog } from './dispatch-log.ts';
import { noticePdf } from './pdf.ts';
import type { Post } from './post.ts';
import { type NoticeSheet, noticeSheet } from './sheet.ts';
import { shownDispatches } from './shown-dispatches.ts';

export type Notices = { readonly log: DispatchLog; readonly post: Post; readonly now: () => number };

type Read = { readonly running: RunningMeeting; readonly meeting: Meeting };
type Reader = Read & { readonly person: PersonId; readonly session: Session };
/** `eyes`: how much of the agenda they see. */
type Seen = Read & { readonly eyes: Audience };

/** The notice on paper and for the calendar, for everybody with a part in the meeting; sending it and the log, for the desk. */
export function noticeRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { meetings, notices, publicOrigin } = services;

  const readerOf = async (request: FastifyRequest, id: MeetingId): Promise<Reader> => {
    const session = await requireSession(request, services);
    const { person } = session;
    const running = await meetings.find(id);
    const meeting = running?.live.now();
    if (running === undefined || meeting?.plan === undefined || !hasPart(meeting, person))
      throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    return { person, session, running, meeting };
  };
  // Another system, which the gate has let in by its key, reads what the public reads.
  const seenBy = async (request: FastifyRequest, id: MeetingId): Promise<Seen> => {
    if (request.apiKey === undefined) {
      const { session, running, meeting } = await readerOf(request, id);
      return { running, meeting, eyes: await sureEyesNow(meeting, session, services.demands) };
    }
    const running = await meetings.find(id);
    const meeting = running?.live.now();
    if (running === undefined || meeting?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    return { running, meeting: { ...meeting, plan: withoutProtectedNames(meeting.plan) }, eyes: PUBLIC_AUDIENCE };
  };
  const deskOf = async (request: FastifyRequest, id: MeetingId): Promise<Reader> => {
    const reader = await readerOf(request, id);
    const eyes = audienceOf(reader.meeting, reader.person);
    if (eyes.kind !== 'presidium') throw new HttpRefusal(403, 'NTC-NOT-YOURS');
    return reader;
  };
  const dispatchesOf = async ({ plan }: Meeting): Promise<NoticeDispatch[]> =>
    shownDispatches(await services.registry.now(), await notices.log.of(plan.meeting));
  const sheetFor = ({ eyes, running, meeting }: Seen, language: Language): NoticeSheet => {
    const agenda = running.gallery.shownTo(eyes)?.agenda ?? { order: [], items: {} };
    return noticeSheet(meeting, agenda, language);
  };

  app.get(
    '/api/meetings/:meeting/notice.pdf',
    { schema: { params: meetingParams, querystring: minutesQuery } },
    async (request, reply) => {
      const reader = await seenBy(request, request.params.meeting);
      const sheet = sheetFor(reader, request.query.language ?? 'sv');
      return reply
        .headers({
          'content-type': 'application/pdf',
          ...fileHeaders(`${fileName(reader.meeting, sheet)}.pdf`, 'inline'),
        })
        .send(typesetOrRefuse(sheet, notices.now()));
    },
  );

  app.get(
    '/api/meetings/:meeting/notice.ics',
    { schema: { params: meetingParams, querystring: minutesQuery } },
    async (request, reply) => {
      const reader = await seenBy(request, request.params.meeting);
      const sheet = sheetFor(reader, request.query.language ?? 'sv');
      const version = reader.meeting.notice.sent.at(-1)?.version ?? 1;
      return reply
        .headers({
          'content-type': calendarType(reader.meeting),
          ...fileHeaders(`${fileName(reader.meeting, sheet)}.ics`, 'attachment'),
        })
        .send(noticeCalendar({ publicOrigin, now: notices.now }, reader.meeting, sheet, version));
    },
  );

  app.get(
    '/api/meetings/:meeting/notice/dispatches',
    { schema: { params: meetingParams, response: { 200: noticeDispatchList } } },
    async (request) => {
      const { meeting } = await deskOf(request, request.params.meeting);
      return { dispatches: await dispatchesOf(meeting) };
    },
  );

  app.post(
    '/api/meetings/:meeting/notice/dispatches',
    { schema: { params: meetingParams, body: noticeDispatchRequest, response: { 200: noticeDispatchList } } },
    async (request) => {
      const { person, running, meeting } = await deskOf(request, request.params.meeting);
      const refusal = await dispatchNotice(
        { meetings, publicOrigin, ...notices },
        { running, wish: request.body.send, by: person },
      );
      if (refusal !== undefined) throw new HttpRefusal(409, refusal);
      return { dispatches: await dispatchesOf(meeting) };
    },
  );

  // A fact first, then the letters: whoever opens a page meanwhile reads that it is called off.
  app.post(
    '/api/meetings/:meeting/notice/calling-off',
    { schema: { params: meetingParams, body: callingOff, response: { 200: noticeDispatchList } } },
    async (request) => {
      const { person, running, meeting } = await deskOf(request, request.params.meeting);
      const { meeting: id } = meeting.plan;
      const outcome = await meetings.bySystem(id, { type: 'callOff', reason: request.body.reason, by: person });
      if (outcome?.kind === 'refused') throw new HttpRefusal(409, 'MTG-CALLED-OFF');
      if (outcome?.kind !== 'done') throw new HttpRefusal(503, 'HTTP-FAILED');
      if (meeting.notice.sent.length > 0)
        await dispatchNotice({ meetings, publicOrigin, ...notices }, { running, wish: 'calledOff', by: person });
      return { dispatches: await dispatchesOf(meeting) };
    },
  );
}

function hasPart({ plan }: Meeting, person: PersonId): boolean {
  const { members, substitutes } = calledTo(plan);
  return members.includes(person) || substitutes.includes(person) || plan.duties.some((one) => one.person === person);
}

function fileHeaders(name: string, disposition: 'inline' | 'attachment'): Readonly<Record<string, string>> {
  return {
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'no-store',
  };
}

function typesetOrRefuse(sheet: NoticeSheet, madeAt: number): Buffer {
  try {
    return noticePdf(sheet, madeAt);
  } catch (error) {
    if (error instanceof NoTypesetter) throw new HttpRefusal(503, 'MIN-NO-PDF');
    throw error;
  }
}
