import { passkeyAnswer, passkeyList, passkeyParams } from '@klubba/protocol';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { HttpRefusal } from '../../http/refusals.ts';
import { requireSession, type Services } from '../../http/services.ts';
import { tokenBuckets } from '../../http/token-bucket.ts';
import { ATTEMPT_MS, attemptCookie, clearAttemptCookie, setAttemptCookie } from '../attempt-cookie.ts';
import { requireFreshLogin } from '../fresh.ts';
import { startSession } from '../login.ts';

const TRIES_BURST = 300;
const TRIES_PER_SECOND = 2;
const challengeShape = z.string();
const ADDING = 'passkey to add';
const USING = 'passkey to use';

/** Keys on people's own devices (WebAuthn): added by one who is logged in, used instead of the other ways. */
export function passkeyRoutes(root: FastifyInstance, services: Services): void {
  if (!services.identity.passkeys) return;
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { identity, passkeys, people, secure, publicOrigin } = services;
  const tries = tokenBuckets(TRIES_BURST, TRIES_PER_SECOND);
  const rpID = (): string => new URL(publicOrigin()).hostname;

  const remember = async (challenge: string, use: string, reply: FastifyReply): Promise<void> => {
    setAttemptCookie(reply, await identity.attempts.begin({ provider: use, kept: challenge }, ATTEMPT_MS), secure);
    reply.header('cache-control', 'no-store');
  };
  /** The challenge that this browser was given, once. */
  const recall = async (use: string, request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const challenge = challengeShape.safeParse(await identity.attempts.take(attemptCookie(request, secure), use));
    clearAttemptCookie(reply, secure);
    if (!challenge.success) throw new HttpRefusal(410, 'LGN-EXPIRED');
    return challenge.data;
  };

  app.post('/api/passkeys/options', async (request, reply) => {
    const { person: id } = await requireFreshLogin(request, services);
    const person = await people.find(id);
    if (person === undefined) throw new HttpRefusal(401, 'SES-NONE');
    const known = await passkeys.list(id);
    const options = await generateRegistrationOptions({
      rpName: services.municipality,
      rpID: rpID(),
      userName: `${person.givenName} ${person.familyName}`,
      userID: new TextEncoder().encode(id),
      attestationType: 'none',
      excludeCredentials: known.map((one) => ({ id: one.id })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await remember(options.challenge, ADDING, reply);
    return options;
  });

  app.post('/api/passkeys', { schema: { body: passkeyAnswer } }, async (request, reply) => {
    const session = await requireFreshLogin(request, services);
    const expectedChallenge = await recall(ADDING, request, reply);
    const verified = await verifyRegistrationResponse({
      response: request.body as unknown as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: publicOrigin(),
      expectedRPID: rpID(),
      requireUserVerification: true,
    }).catch(() => ({ verified: false as const }));
    if (!verified.verified) throw new HttpRefusal(403, 'LGN-FAILED');
    const { id, publicKey, counter } = verified.registrationInfo.credential;
    const { person, assurance } = session;
    const device = request.headers['user-agent'] ?? '';
    if (!(await passkeys.add({ id, person, publicKey, counter, assurance, device })))
      throw new HttpRefusal(403, 'LGN-FAILED');
    return reply.code(204).send();
  });

  app.get('/api/passkeys', { schema: { response: { 200: passkeyList } } }, async (request) => {
    const { person } = await requireSession(request, services);
    const all = await passkeys.list(person);
    return { passkeys: all.map(({ id, device, addedAt }) => ({ id, device, addedAt })) };
  });

  app.delete('/api/passkeys/:passkey', { schema: { params: passkeyParams } }, async (request, reply) => {
    const { person } = await requireFreshLogin(request, services);
    if (!(await passkeys.remove(request.params.passkey, person))) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
    return reply.code(204).send();
  });

  // Nobody is named: the device offers the keys it has for this place.
  app.post('/api/login/passkey/options', async (request, reply) => {
    if (!tries.take(request.ip)) throw new HttpRefusal(429, 'SES-TOO-OFTEN');
    const options = await generateAuthenticationOptions({ rpID: rpID(), userVerification: 'required' });
    await remember(options.challenge, USING, reply);
    return options;
  });

  app.post('/api/login/passkey', { schema: { body: passkeyAnswer } }, async (request, reply) => {
    const expectedChallenge = await recall(USING, request, reply);
    const known = await passkeys.find(request.body.id);
    if (known === undefined) throw new HttpRefusal(403, 'LGN-UNKNOWN');
    const { id, publicKey, counter, person, assurance } = known;
    const verified = await verifyAuthenticationResponse({
      response: request.body as unknown as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: publicOrigin(),
      expectedRPID: rpID(),
      credential: { id, publicKey, counter },
      requireUserVerification: true,
    }).catch(() => ({ verified: false as const }));
    if (!verified.verified) {
      request.log.info({ rule: 'LGN-FAILED', cause: 'passkey', provider: 'passkey' }, 'login refused');
      throw new HttpRefusal(403, 'LGN-FAILED');
    }
    await passkeys.used(id, verified.authenticationInfo.newCounter);
    await startSession({ person, method: 'passkey', provider: 'passkey', assurance }, request, reply, services);
    return reply.code(204).send();
  });
}
