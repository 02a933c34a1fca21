import { meetingParams, videoWish } from '@klubba/protocol';
import type { MeetingId, PersonId } from '@klubba/meeting';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Conductor } from './conductor-contract.ts';

export type VideoRoutesOptions = {
  /** Absent: this installation has no video server, and meetings are held in the room alone. */
  readonly conductor: Conductor | undefined;
  /** Whose session the request carries, if it reaches to this meeting. */
  readonly who: (
    request: FastifyRequest,
    meeting: MeetingId,
  ) => Promise<{ readonly person: PersonId; readonly session: string } | undefined>;
};

/** Where the video server reports, to be given to it as its webhook. */
export const VIDEO_WEBHOOK_PATH = '/api/video/webhook';
const WEBHOOK_BYTES_MAX = 256 * 1024;

/** `POST /api/meetings/:meeting/video`: a pass to the own place, or to a room of a break; and the video server's webhook. */
export async function videoRoutes(app: FastifyInstance, { conductor, who }: VideoRoutesOptions): Promise<void> {
  app.post('/api/meetings/:meeting/video', async (request, reply) => {
    const params = meetingParams.safeParse(request.params);
    const wish = videoWish.safeParse(request.body);
    if (!params.success || !wish.success) return problem(reply, 400, 'MSG-MALFORMED');
    const self = await who(request, params.data.meeting);
    if (self === undefined) return problem(reply, 401, 'SES-NONE');
    if (conductor === undefined) return problem(reply, 503, 'VIDEO-NO-SERVER');
    const { device, room } = wish.data;
    const pass = await conductor.pass({ meeting: params.data.meeting, device, room, ...self });
    const isOfBreak = room === 'group' || room === 'break';
    if (pass === undefined) return problem(reply, 403, isOfBreak ? 'BREAK-ROOM-NO-BREAK' : 'VIDEO-NO-PLACE');
    // A pass is a secret of this moment: no cache may keep it.
    return reply.header('cache-control', 'no-store').send(pass);
  });

  app.post('/api/meetings/:meeting/video/trial', async (request, reply) => {
    const params = meetingParams.safeParse(request.params);
    if (!params.success) return problem(reply, 400, 'MSG-MALFORMED');
    const self = await who(request, params.data.meeting);
    if (self === undefined) return problem(reply, 401, 'SES-NONE');
    if (conductor === undefined) return problem(reply, 503, 'VIDEO-NO-SERVER');
    const pass = await conductor.trial({ meeting: params.data.meeting, person: self.person });
    return pass === undefined
      ? problem(reply, 403, 'VIDEO-NO-PLACE')
      : reply.header('cache-control', 'no-store').send(pass);
  });

  await app.register(async (webhook) => {
    // The signature is over the very bytes, so they must reach us unparsed.
    webhook.removeAllContentTypeParsers();
    webhook.addContentTypeParser('*', { parseAs: 'string', bodyLimit: WEBHOOK_BYTES_MAX }, (_request, body, done) =>
      done(null, body),
    );
    webhook.post(VIDEO_WEBHOOK_PATH, async (request, reply) => {
      if (conductor === undefined || typeof request.body !== 'string') return problem(reply, 404, 'VIDEO-NO-SERVER');
      const known = await conductor.hear(request.body, request.headers.authorization);
      return known ? reply.code(204).send() : problem(reply, 401, 'VIDEO-FORGED-SIGNAL');
    });
  });
}

function problem(reply: FastifyReply, status: number, rule: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ rule });
}
