import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { PersonId } from '@klubba/meeting';
import {
  bodiesQuery,
  bodyList,
  bodyParams,
  bodyView as bodyViewShape,
  dayQuery,
  historyPage,
  historyQuery,
  peopleQuery,
  personalData,
  personPage,
  personParams,
  personView as personViewShape,
  registerAck,
  registerSummary,
  registerWish,
  setUpWish,
} from '@klubba/protocol';
import { recordLines } from '@klubba/record';
import type { RegisterPerson } from '@klubba/register';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { localDate } from '../demo/calendar.ts';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import { tokenBuckets } from '../http/token-bucket.ts';
import { startSession } from '../identity/login.ts';
import { asHttp, requireAdministrator, requireAdministratorOrKey } from './access.ts';
import { auditCsv } from './export.ts';
import { CHAIN } from './register-store.ts';
import { findBodies, peopleIndexes } from './search.ts';
import { templateRoutes } from './template-routes.ts';
import { forgetLogins, loginRoutes } from './login-routes.ts';
import { bodyForKeys } from './view-for-keys.ts';
import { bodyLine, bodyView, historyOf, personLine, personView, summaryOf } from './views.ts';

const PEOPLE_A_PAGE = 50;
const WRONG_CODES_BURST = 5;
const WRONG_CODES_PER_SECOND = 0.05;

/** The register for its administrators: `packages/protocol/src/register.ts` lists the routes. */
export function registerRoutes(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { registry } = services;
  const indexOf = peopleIndexes();
  const today = (): string => localDate(services.now());

  app.get('/api/register', { schema: { response: { 200: registerSummary } } }, async (request) => {
    const { register } = await requireAdministratorOrKey(request, services);
    return summaryOf(register, registry.head(), today());
  });

  app.get(
    '/api/register/people',
    { schema: { querystring: peopleQuery, response: { 200: personPage } } },
    async (request) => {
      const { register } = await requireAdministratorOrKey(request, services);
      const { q = '', page = 1 } = request.query;
      const index = indexOf(register, today());
      const found = index.find(q).filter((person) => isFor(request, person));
      const people = found.slice((page - 1) * PEOPLE_A_PAGE, page * PEOPLE_A_PAGE);
      return {
        total: found.length,
        page,
        pages: Math.max(1, Math.ceil(found.length / PEOPLE_A_PAGE)),
        people: people.map((person) => personLine(person, index)),
      };
    },
  );

  app.get(
    '/api/register/people/:person',
    { schema: { params: personParams, response: { 200: personViewShape } } },
    async (request) => {
      const { register } = await requireAdministratorOrKey(request, services);
      const person = register.people.get(request.params.person);
      if (person === undefined || !isFor(request, person)) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      return personView(register, person, false);
    },
  );

  app.get(
    '/api/register/people/:person/data',
    { schema: { params: personParams, response: { 200: personalData } } },
    async (request, reply) => {
      const { register, acting } = await requireAdministrator(request, services);
      const person = register.people.get(request.params.person);
      if (person === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      await registry.note(acting.actor, { type: 'PersonalDataRead', person: person.id });
      reply.header('cache-control', 'no-store');
      return services.personalData(register, person);
    },
  );

  app.get(
    '/api/register/bodies',
    { schema: { querystring: bodiesQuery, response: { 200: bodyList } } },
    async (request) => {
      const { register } = await requireAdministratorOrKey(request, services);
      const { q = '', on = today() } = request.query;
      return { bodies: findBodies(register, q, on).flatMap((id) => bodyLine(register, id, on)) };
    },
  );

  app.get(
    '/api/register/bodies/:body',
    { schema: { params: bodyParams, querystring: dayQuery, response: { 200: bodyViewShape } } },
    async (request) => {
      const { register } = await requireAdministratorOrKey(request, services);
      const view = bodyView(register, request.params.body, request.query.on ?? today());
      if (view === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
      return request.apiKey === undefined ? view : bodyForKeys(register, view);
    },
  );

  app.post(
    '/api/register/commands',
    { schema: { body: registerWish, response: { 200: registerAck } } },
    async (request) => {
      const { acting } = await requireAdministratorOrKey(request, services);
      const { id, command } = request.body;
      const outcome = await registry.command(id, command, acting);
      if (!outcome.ok) throw asHttp(outcome.refusal);
      if (command.type === 'erasePerson') await forgetLogins(command.person, services);
      return { seq: outcome.value };
    },
  );

  for (const audit of [false, true])
    app.get(
      `/api/register/${audit ? 'audit' : 'history'}`,
      { schema: { querystring: historyQuery, response: { 200: historyPage } } },
      async (request) => {
        const { register } = await requireAdministrator(request, services);
        return historyOf(register, registry.facts(), { ...request.query, audit });
      },
    );

  app.get('/api/register/audit.csv', async (request, reply) => {
    const { register, acting } = await requireAdministrator(request, services);
    await registry.note(acting.actor, { type: 'RegisterExported', what: 'audit' });
    return sendFile(reply, 'text/csv; charset=utf-8', 'granskningslogg.csv', auditCsv(register, registry.facts()));
  });

  app.get('/api/register/audit.jsonl', async (request, reply) => {
    const { register, acting } = await requireAdministrator(request, services);
    await registry.note(acting.actor, { type: 'RegisterExported', what: 'audit' });
    // What can be erased stays locked in it, so a copy taken before an erasure tells no more than one taken after.
    const about = { meeting: CHAIN, municipality: register.municipality, body: CHAIN, date: today() };
    const lines = recordLines(about, await registry.recorded(), services.recordKey, services.now());
    return reply
      .headers({
        'content-type': 'application/jsonl; charset=utf-8',
        'content-disposition': 'attachment; filename="granskningslogg.jsonl"',
        'cache-control': 'no-store',
      })
      .send(Readable.from(lines));
  });

  templateRoutes(root, services);
  loginRoutes(root, services);
  firstAdministrator(app, services);
}

/** People with protected identity are no other system's matter: it does not even learn that they are here (DAT-08). */
function isFor({ apiKey }: FastifyRequest, { isProtected }: RegisterPerson): boolean {
  return apiKey === undefined || !isProtected;
}

/** Whoever reads the code where the server was started sets the installation up, once. */
function firstAdministrator(root: FastifyInstance, services: Services): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { registry } = services;
  const wrongCodes = tokenBuckets(WRONG_CODES_BURST, WRONG_CODES_PER_SECOND);
  app.post(
    '/api/register/first',
    { schema: { body: setUpWish, response: { 200: registerAck } } },
    async (request, reply) => {
      const { code, name, email } = request.body;
      if (!wrongCodes.take(request.ip)) throw new HttpRefusal(429, 'SES-TOO-OFTEN');
      if (!services.setUp.matches(code)) {
        await registry.note('system', { type: 'AttemptRefused', act: 'firstAdministrator', rule: 'REG-CODE' });
        throw new HttpRefusal(403, 'REG-CODE');
      }
      const person = `p-${randomUUID()}` as PersonId;
      const contact = email === undefined ? {} : { email };
      // Decided where it is written, so that of two with the code only one becomes the first.
      const outcome = await registry.write<'REG-CODE'>(randomUUID(), 'system', (register) =>
        register.administrators.size > 0
          ? { ok: false, refusal: 'REG-CODE' }
          : {
              ok: true,
              value: [
                { type: 'PersonAdded', person, name, contact, isProtected: false },
                { type: 'AdministratorMade', person },
              ],
            },
      );
      if (!outcome.ok) throw new HttpRefusal(403, outcome.refusal);
      await startSession({ person, method: 'oneTimeLink', provider: 'setUp' }, request, reply, services);
      return { seq: outcome.value };
    },
  );
}

function sendFile(reply: FastifyReply, type: string, name: string, content: string): FastifyReply {
  return reply
    .headers({
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    })
    .send(content);
}
