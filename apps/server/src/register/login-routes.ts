import type { PersonId } from '@klubba/meeting';
import { loginsEnded, personParams } from '@klubba/protocol';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import { requireAdministrator } from './access.ts';

/** An administrator ends logins: somebody's, or everybody's but the own one. Running meetings and video rooms with them. */
export function loginRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { registry, sessions } = services;

  app.delete(
    '/api/register/people/:person/logins',
    { schema: { params: personParams, response: { 200: loginsEnded } } },
    async (request) => {
      const { register, acting } = await requireAdministrator(request, services);
      const { person } = request.params;
      if (!register.people.has(person)) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      const count = await sessions.revokeAll(person);
      await registry.note(acting.actor, { type: 'LoginsEnded', person, count });
      return { count };
    },
  );

  app.delete('/api/register/logins', { schema: { response: { 200: loginsEnded } } }, async (request) => {
    const { acting } = await requireAdministrator(request, services);
    const own = await requireSession(request, services);
    const count = await sessions.revokeEverybodys(own.id);
    await registry.note(acting.actor, { type: 'AllLoginsEnded', count });
    return { count };
  });
}

/** One who is erased has no way in left: no login, no key on a device. */
export async function forgetLogins(person: PersonId, { sessions, passkeys }: Services): Promise<void> {
  await sessions.revokeAll(person);
  await passkeys.removeAll(person);
}
