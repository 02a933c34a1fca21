import type { PersonId } from '@klubba/meeting';
import type { RegisterRefusal, RegisterRuleId } from '@klubba/register';
import { type Acting, keyActor, mayAdminister, type Register } from '@klubba/register';
import type { FastifyRequest } from 'fastify';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import type { Session } from '../identity/sessions.ts';

/** A person who acts, never the platform nor another system. */
type PersonActing = Acting & { readonly actor: PersonId };

export function actingOf({ person, roles }: Session): PersonActing {
  return { actor: person, byDirectory: roles.includes('administrator') };
}

/** The register as it is, for an administrator; anybody else is refused, and that is noted. */
export async function requireAdministrator(
  request: FastifyRequest,
  services: Services,
): Promise<{ readonly acting: PersonActing; readonly register: Register }> {
  const acting = actingOf(await requireSession(request, services));
  const register = await services.registry.now();
  if (mayAdminister(register, acting)) return { acting, register };
  const act = `${request.method} ${request.routeOptions.url ?? ''}`;
  await services.registry.note(acting.actor, { type: 'AttemptRefused', act, rule: 'REG-ADMIN' });
  throw new HttpRefusal(403, 'REG-ADMIN');
}

/** The same, or another system that the gate has let in here by its key. */
export async function requireAdministratorOrKey(
  request: FastifyRequest,
  services: Services,
): Promise<{ readonly acting: Acting; readonly register: Register }> {
  const { apiKey } = request;
  if (apiKey === undefined) return requireAdministrator(request, services);
  return { acting: { actor: keyActor(apiKey.id), byDirectory: false }, register: await services.registry.now() };
}

const STATUS: Partial<Readonly<Record<RegisterRuleId, number>>> = {
  'REG-ADMIN': 403,
  'REG-KEY-ACT': 403,
  'REG-UNKNOWN': 404,
};

export function asHttp({ rule, detail }: RegisterRefusal): HttpRefusal {
  return new HttpRefusal(STATUS[rule] ?? 409, rule, detail);
}
