import { storageKey } from '@klubba/protocol';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { requireSession, type Services } from '../http/services.ts';

/** The key to what one's own browser keeps; the browser holds it in memory alone. */
export function storageKeyRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  app.get('/api/me/storage-key', { schema: { response: { 200: storageKey } } }, async (request) => {
    const { person } = await requireSession(request, services);
    return { person, key: await services.storageKeys.of(person) };
  });
}
