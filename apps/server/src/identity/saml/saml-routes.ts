import type { FastifyInstance } from 'fastify';
import { HttpRefusal } from '../../http/refusals.ts';
import type { Services } from '../../http/services.ts';
import { answerName, directoryReturn } from '../directory-routes.ts';

/** Where a SAML directory has the browser post its answer. */
export const samlAnswers = (provider: string): string => `/api/login/directory/${provider}/answer`;

const ANSWER_BYTES_MAX = 512 * 1024;
/** As long as a redirect takes. */
const ANSWER_MS = 60_000;

/**
 * The answer is posted from the directory's page, so it comes without our cookie. It is laid aside, judged by nobody, and
 * the browser is sent on to fetch its own login, now with the cookie that says which one that is.
 */
export async function samlRoutes(app: FastifyInstance, { identity }: Services): Promise<void> {
  await app.register(async (forms) => {
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: ANSWER_BYTES_MAX },
      (_request, body, done) => done(null, body),
    );
    forms.post<{ Params: { provider: string } }>(
      '/api/login/directory/:provider/answer',
      { bodyLimit: ANSWER_BYTES_MAX },
      async (request, reply) => {
        const provider = identity.directory(request.params.provider);
        if (provider === undefined || typeof request.body !== 'string') throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
        const fields = Object.fromEntries(new URLSearchParams(request.body));
        const answer = await identity.attempts.begin({ provider: answerName(provider.id), kept: fields }, ANSWER_MS);
        return reply
          .header('cache-control', 'no-store')
          .redirect(`${directoryReturn(provider.id)}?answer=${answer}`, 303);
      },
    );
  });
}
