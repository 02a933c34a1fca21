import { type Language, text } from '@klubba/i18n';
import { type MeetingId, minutesDocument } from '@klubba/meeting';
import { meetingParams, minutesCopyQuery, minutesData } from '@klubba/protocol';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import { bare } from '../meetings/live-meeting.ts';
import { NoTypesetter } from '../typesetting/typst.ts';
import { type Draft, forTheWeb } from './for-the-web.ts';
import { MINUTES_CSS, minutesPage } from './page.ts';
import { minutesPdf, type PaperWords } from './pdf.ts';
import { minutesSheet, type Sheet } from './sheet.ts';

const pdfQuery = minutesCopyQuery.extend({ standard: z.exactOptional(z.enum(['a-2a', 'ua-1'])) });

/** The draft minutes, for presidium and secretary who may see all of the meeting (`minutes.read`): as data, as a web page and as PDF/A-2a (or PDF/UA-1). */
export function minutesRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();

  /** The body keeps them with every name (KL 5:66); what another system gets, or what is to be published, has none that is protected. */
  const draftFor = async (id: MeetingId, request: Asking): Promise<Draft> => {
    const running = await services.meetings.find(id);
    const meeting = running?.live.now();
    if (running === undefined || meeting?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    const whole = { meeting, facts: running.live.facts().map(bare) };
    return request.apiKey !== undefined || request.query.copy === 'web' ? forTheWeb(whole) : whole;
  };
  const sheetFor = async (id: MeetingId, request: Asking, language: Language): Promise<Sheet> => {
    const { meeting, facts } = await draftFor(id, request);
    return minutesSheet(meeting, facts, language);
  };

  // The desk shows passages beside the facts they rest on. It asks for the document and not for the facts: votes not yet closed are among those.
  app.get(
    '/api/meetings/:meeting/minutes.json',
    { schema: { params: meetingParams, response: { 200: minutesData } } },
    async (request, reply) => {
      const { meeting, facts } = await draftFor(request.params.meeting, { apiKey: request.apiKey, query: {} });
      return reply.headers({ 'cache-control': 'no-store' }).send(minutesDocument(meeting, facts));
    },
  );

  app.get(
    '/api/meetings/:meeting/minutes.html',
    { schema: { params: meetingParams, querystring: minutesCopyQuery } },
    async (request, reply) => {
      const { language = 'sv' } = request.query;
      const { meeting } = request.params;
      const sheet = await sheetFor(meeting, request, language);
      const whole = { href: `minutes.pdf?language=${language}`, label: text(language, 'minutes.page.download') };
      const web = { href: `${whole.href}&copy=web`, label: text(language, 'minutes.page.download.web') };
      const hasProtected = (await services.meetings.find(meeting))?.live
        .now()
        .plan?.people.some((one) => one.isProtected);
      return reply
        .headers({ 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(minutesPage(sheet, paperWords(language), hasProtected === true ? [whole, web] : [whole]));
    },
  );

  app.get(
    '/api/meetings/:meeting/minutes.pdf',
    { schema: { params: meetingParams, querystring: pdfQuery } },
    async (request, reply) => {
      const { language = 'sv', standard = 'a-2a' } = request.query;
      const sheet = await sheetFor(request.params.meeting, request, language);
      return reply
        .headers({
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(`${sheet.documentTitle}.pdf`)}`,
          'cache-control': 'no-store',
        })
        .send(typesetOrRefuse(() => minutesPdf(sheet, paperWords(language), standard, Date.now())));
    },
  );

  app.get('/minutes.css', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(MINUTES_CSS),
  );
}

type Asking = Pick<FastifyRequest, 'apiKey'> & { readonly query: { readonly copy?: 'web' | undefined } };

function typesetOrRefuse(make: () => Buffer): Buffer {
  try {
    return make();
  } catch (error) {
    if (error instanceof NoTypesetter) throw new HttpRefusal(503, 'MIN-NO-PDF');
    throw error;
  }
}

function paperWords(language: Language): PaperWords {
  return {
    signature: text(language, 'minutes.page.signature'),
    page: text(language, 'minutes.page.number'),
    draft: text(language, 'minutes.page.draft'),
    signing: text(language, 'minutes.page.signing'),
  };
}
