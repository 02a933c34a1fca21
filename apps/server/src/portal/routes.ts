import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Meeting, PUBLIC_AUDIENCE } from '@klubba/meeting';
import { meetingParams, minutesQuery } from '@klubba/protocol';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import { html, type Html } from '@klubba/portal';
import { meetingPage, meetingsPage } from './page.ts';

/** A cache in front serves everybody who asks within the same second. */
const CACHE_SECONDS = 1;
const ROOT = '<div id="root"></div>';
const NO_APP =
  '<!doctype html><html lang="sv"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Klubba</title></head><body><div id="root"></div></body></html>';

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
  const shownTo = async (id: Meeting['plan']['meeting']): Promise<Meeting> => {
    const meeting = (await services.meetings.find(id))?.gallery.shownTo(PUBLIC_AUDIENCE);
    if (meeting === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    return meeting;
  };
  const page = (reply: FastifyReply, content: Html): FastifyReply =>
    cacheable(reply)
      .type('text/html; charset=utf-8')
      .send(shell.replace(ROOT, () => html`<div id="root">${content}</div>`.html));

  app.get('/public', { schema: { querystring: minutesQuery } }, async (request, reply) =>
    page(reply, meetingsPage(await published(), request.query.language ?? 'sv')),
  );

  app.get(
    '/public/:meeting',
    { schema: { params: meetingParams, querystring: minutesQuery } },
    async (request, reply) =>
      page(reply, meetingPage(await shownTo(request.params.meeting), request.query.language ?? 'sv', Date.now())),
  );

  app.get('/public/api/meetings', async (_request, reply) => {
    const meetings = (await published()).map(({ seq, plan, agenda }) => ({
      meeting: plan.meeting,
      municipality: plan.municipality,
      body: plan.body.name,
      date: plan.date,
      startsAt: plan.startsAt,
      place: plan.place,
      phase: agenda.phase,
      items: agenda.order.length,
      seq,
    }));
    return cacheable(reply).send({ meetings });
  });

  app.get('/public/api/meetings/:meeting', { schema: { params: meetingParams } }, async (request, reply) => {
    const meeting = await shownTo(request.params.meeting);
    const etag = `"${meeting.seq}"`;
    cacheable(reply).header('etag', etag);
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(meeting);
  });
}

function cacheable(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'cache-control': `public, max-age=${CACHE_SECONDS}`,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
}

/** The public app's page, into which the content is put: those with JavaScript get the live one in its place. */
function readShell(webFolder: string): string {
  try {
    const shell = readFileSync(path.join(webFolder, 'public.html'), 'utf8');
    return shell.includes(ROOT) ? shell : NO_APP;
  } catch {
    return NO_APP;
  }
}
