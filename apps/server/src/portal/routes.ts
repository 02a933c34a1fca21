import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '@klubba/i18n';
import { type Meeting, PUBLIC_AUDIENCE } from '@klubba/meeting';
import {
  html,
  type Html,
  listed,
  meetingPage,
  MEETINGS_DATA,
  meetingsPage,
  meetingTitle,
  type Reader,
  say,
} from '@klubba/portal';
import { meetingParams } from '@klubba/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import { notFoundPage } from './not-found-page.ts';

/** A cache in front serves everybody who asks within the same second; a browser asks anew each time. */
const CACHE_SECONDS = 1;
const SHELL = { lang: '<html lang="sv">', title: '<title>Klubba</title>', root: '<div id="root"></div>' } as const;
const NO_APP = `<!doctype html>${SHELL.lang}<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${SHELL.title}</head><body>${SHELL.root}</body></html>`;

/** What everybody may read, without logging in: pages that work without JavaScript, and the same as JSON. */
export function portalRoutes(root: FastifyInstance, services: Services, webFolder: string): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const shell = readShell(webFolder);

  const published = async (): Promise<readonly Meeting[]> => {
    const shown = await Promise.all(
      (await services.meetings.all()).map(async ({ plan }) =>
        (await services.meetings.find(plan.meeting))?.gallery.shownTo(PUBLIC_AUDIENCE),
      ),
    );
    return shown.flatMap((meeting) => meeting ?? []).toSorted((a, b) => b.plan.startsAt - a.plan.startsAt);
  };
  const shownTo = async (id: Meeting['plan']['meeting']): Promise<Meeting | undefined> =>
    (await services.meetings.find(id))?.gallery.shownTo(PUBLIC_AUDIENCE);
  const page = (reply: FastifyReply, language: Language, title: string, content: Html): FastifyReply =>
    cacheable(reply)
      .type('text/html; charset=utf-8')
      .send(
        shell
          .replace(SHELL.lang, () => html`<html lang="${language}">`.html)
          .replace(SHELL.title, () => html`<title>${title}</title>`.html)
          .replace(SHELL.root, () => html`<div id="root">${content}</div>`.html),
      );

  app.get('/public', { schema: { querystring: publicQuery } }, async (request, reply) => {
    const reader = readerOf(request.query.language);
    const meetings = (await published()).map(listed);
    return page(reply, reader.language, say(reader, 'public.meetings'), meetingsPage(meetings, reader));
  });

  app.get(
    '/public/:meeting',
    { schema: { params: meetingParams, querystring: publicQuery } },
    async (request, reply) => {
      const reader = readerOf(request.query.language);
      const meeting = await shownTo(request.params.meeting);
      if (meeting === undefined)
        return page(reply.code(404), reader.language, say(reader, 'public.notFound.title'), notFoundPage(reader));
      const title = `${meetingTitle(meeting, reader)} · ${meeting.plan.municipality}`;
      return page(reply, reader.language, title, meetingPage(meeting, reader));
    },
  );

  app.get(MEETINGS_DATA, async (_request, reply) =>
    cacheable(reply).send({ meetings: (await published()).map(listed) }),
  );

  app.get(`${MEETINGS_DATA}/:meeting`, { schema: { params: meetingParams } }, async (request, reply) => {
    const meeting = await shownTo(request.params.meeting);
    if (meeting === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    const etag = `"${meeting.seq}"`;
    cacheable(reply).header('etag', etag);
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(meeting);
  });
}

/** Whatever a link has been given on its way (a campaign, a search engine) is no reason to refuse a reader. */
const publicQuery = z.object({ language: z.enum(['sv', 'en']).optional().catch(undefined) });

function readerOf(language: Language = 'sv'): Reader {
  return { language, now: Date.now(), freshness: { is: 'page' } };
}

function cacheable(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'cache-control': `public, max-age=0, s-maxage=${CACHE_SECONDS}`,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
}

/** The public page's frame, into which the content is put; it brings the styles, and what keeps the page fresh. */
function readShell(webFolder: string): string {
  try {
    const shell = readFileSync(path.join(webFolder, 'public.html'), 'utf8');
    return Object.values(SHELL).every((part) => shell.includes(part)) ? shell : NO_APP;
  } catch {
    return NO_APP;
  }
}
