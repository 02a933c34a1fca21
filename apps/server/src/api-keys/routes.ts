import { Readable } from 'node:stream';
import { apiKeyList, apiKeyMade, apiKeyParams, apiKeyUses, apiKeyUsesQuery, apiKeyWish } from '@klubba/protocol';
import { type ApiKeyId, csvText } from '@klubba/register';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import type { ApiKeys } from './api-keys.ts';
import { asHttp, requireAdministrator } from '../register/access.ts';

/** Keys for other systems, given out, looked after and revoked by administrators: `packages/protocol/src/api-keys.ts`. */
export function apiKeyRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { apiKeys, registry } = services;

  app.get('/api/register/keys', { schema: { response: { 200: apiKeyList } } }, async (request) => {
    await requireAdministrator(request, services);
    return { keys: await apiKeys.list() };
  });

  app.post(
    '/api/register/keys',
    { schema: { body: apiKeyWish, response: { 200: apiKeyMade } } },
    async (request, reply) => {
      const { acting } = await requireAdministrator(request, services);
      const made = await apiKeys.make(request.body, acting.actor);
      if (!made.ok) throw asHttp(made.refusal);
      reply.header('cache-control', 'no-store');
      return made.value;
    },
  );

  app.delete('/api/register/keys/:key', { schema: { params: apiKeyParams } }, async (request, reply) => {
    const { acting } = await requireAdministrator(request, services);
    const revoked = await apiKeys.revoke(request.params.key, acting.actor);
    if (!revoked.ok) throw asHttp(revoked.refusal);
    return reply.code(204).send();
  });

  app.get(
    '/api/register/keys/:key/uses',
    { schema: { params: apiKeyParams, querystring: apiKeyUsesQuery, response: { 200: apiKeyUses } } },
    async (request) => {
      const { register } = await requireAdministrator(request, services);
      const { key } = request.params;
      if (!register.apiKeys.has(key)) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      return apiKeys.uses.of(key, request.query.before);
    },
  );

  app.get('/api/register/keys/uses.csv', async (request, reply) => {
    const { acting, register } = await requireAdministrator(request, services);
    await registry.note(acting.actor, { type: 'RegisterExported', what: 'keyUses' });
    const nameOfKey = (key: ApiKeyId): string => register.apiKeys.get(key)?.name ?? key;
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="nycklar-anrop.csv"',
        'cache-control': 'no-store',
      })
      .send(Readable.from(usesCsv(apiKeys, nameOfKey)));
  });
}

async function* usesCsv({ uses }: ApiKeys, nameOfKey: (key: ApiKeyId) => string): AsyncGenerator<string> {
  yield csvText([['nyckel', 'nummer', 'tid', 'anrop', 'adress', 'nekat']]);
  // The mark of UTF-8 stands at the beginning alone.
  for await (const batch of uses.all())
    yield csvText(
      batch.map(({ key, number, at, act, address, refusedBy = '' }) => [
        nameOfKey(key),
        String(number),
        new Date(at).toISOString(),
        act,
        address,
        refusedBy,
      ]),
    ).slice(1);
}
