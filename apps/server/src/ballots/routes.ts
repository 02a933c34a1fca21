import { createHash } from 'node:crypto';
import { checkSpoiledBallot } from '@klubba/ballot';
import { type KeyHolders, type Meeting, type MeetingId, type PersonId } from '@klubba/meeting';
import {
  BALLOT_BODY_BYTES_MAX,
  ballotBoard,
  ballotParams,
  ballotReceipt,
  blindAnswer,
  blindRequest,
  castRequest,
  credentialRequest,
  keyCeremony,
  keyMessage,
  meetingParams,
  shareRequest,
  spoilAnswer,
  spoilRequest,
  votingListAnswer,
} from '@klubba/protocol';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import { requireSession, type Services } from '../http/services.ts';
import { sessionOf } from '../http/who.ts';
import type { Ballots } from './ballots.ts';
import { isSigned, publicBlindKey } from './blind-key.ts';
import { boothRoutes } from './booth-routes.ts';
import { enterList } from './enter-list.ts';
import { find } from './here.ts';

/**
 * Three kinds of requests, kept apart: those of a person (registering, saying that one has voted), those that nobody must be able
 * to tie to a person (a credential, a ballot: no session is looked at, none should be sent), and reading.
 */
export function ballotRoutes(root: FastifyInstance, services: Services, ballots: Ballots): void {
  personalRoutes(root, services, ballots);
  namelessRoutes(root, services, ballots);
  readingRoutes(root, services, ballots);
  keyRoutes(root, services, ballots);
  boothRoutes(root, services, ballots);
}

function personalRoutes(root: FastifyInstance, services: Services, ballots: Ballots): void {
  const app = root.withTypeProvider<ZodTypeProvider>();
  const { meetings } = services;

  app.post(
    '/api/meetings/:meeting/ballots/:ballot/register',
    { schema: { params: ballotParams, body: blindRequest, response: { 200: blindAnswer } } },
    async (request) => {
      const { person } = await requireSession(request, services);
      const here = await find(services, ballots, request.params);
      return enterList(services, ballots, here, { person, blinded: request.body.blinded });
    },
  );

  app.post(
    '/api/meetings/:meeting/ballots/:ballot/voted',
    { schema: { params: ballotParams } },
    async (request, reply) => {
      const { person } = await requireSession(request, services);
      const { ballot } = await find(services, ballots, request.params);
      ballots.marks.add(ballot.id, person);
      await ballots.attend(request.params.meeting);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/meetings/:meeting/ballots/:ballot/share',
    { schema: { params: ballotParams, body: shareRequest }, bodyLimit: BALLOT_BODY_BYTES_MAX },
    async (request, reply) => {
      const { person } = await requireSession(request, services);
      const { meeting, ballot } = await find(services, ballots, request.params);
      const holders = holdersOf(meeting, person);
      if (ballot.state !== 'counting') throw new HttpRefusal(409, 'BALLOT-CLOSED');
      const trustees = await ballots.ceremonies.trustees(request.params.meeting, holders);
      if (trustees === undefined) throw new HttpRefusal(409, 'BALLOT-CLOSED');
      const owner = holders.persons.indexOf(person) + 1;
      const outcome = await ballots.boards.share(ballot.id, trustees, owner, request.body.share);
      const holds = outcome !== 'wrong';
      await meetings.bySystem(request.params.meeting, { type: 'giveShare', ballot: ballot.id, holder: person, holds });
      await ballots.attend(request.params.meeting);
      if (!holds) throw new HttpRefusal(422, 'BALLOT-WRONG-SHARE');
      return reply.code(204).send();
    },
  );
}

/** Nobody is asked who it is: what is sent proves by itself that it may be sent. */
function namelessRoutes(root: FastifyInstance, services: Services, ballots: Ballots): void {
  const app = root.withTypeProvider<ZodTypeProvider>();

  app.post(
    '/api/meetings/:meeting/ballots/:ballot/credentials',
    { schema: { params: ballotParams, body: credentialRequest } },
    async (request, reply) => {
      const { ballot, row } = await find(services, ballots, request.params);
      const { credential, signature } = request.body;
      const open = ballot.state === 'registering' || ballot.state === 'listing' || ballot.state === 'listed';
      if (!open || row.blindKey === null) throw new HttpRefusal(409, 'BALLOT-CLOSED');
      const holds =
        ballots.boards.isCredential(row, credential) &&
        isSigned(row.blindKey, credential, Buffer.from(signature, 'hex'));
      if (!holds) throw new HttpRefusal(403, 'BALLOT-NOT-YOURS');
      ballots.credentials.add(row.uuid, credential);
      if (ballot.state === 'listed') await ballots.attend(request.params.meeting);
      return reply.code(204).send();
    },
  );

  app.post(
    '/api/meetings/:meeting/ballots/:ballot/cast',
    {
      schema: { params: ballotParams, body: castRequest, response: { 200: ballotReceipt } },
      bodyLimit: BALLOT_BODY_BYTES_MAX,
    },
    async (request) => {
      const { ballot } = await find(services, ballots, request.params);
      // One whose answer was lost asks again, after closing too, and is told what became of it.
      const outcome = await ballots.boards.cast(ballot, request.body.ballot);
      if (outcome.kind === 'recorded') {
        const { hash, height } = outcome;
        return { hash, height, signature: ballots.receipts.sign(ballot.id, hash, height) };
      }
      const { rule } = outcome;
      if (rule === 'BALLOT-CLOSED' || rule === 'BALLOT-SPOILED' || rule === 'BALLOT-ONCE')
        throw new HttpRefusal(409, rule);
      throw new HttpRefusal(422, 'BALLOT-REFUSED', { broken: rule });
    },
  );

  app.post(
    '/api/meetings/:meeting/ballots/:ballot/spoil',
    {
      schema: { params: ballotParams, body: spoilRequest, response: { 200: spoilAnswer } },
      bodyLimit: BALLOT_BODY_BYTES_MAX,
    },
    async (request) => {
      const { ballot, row } = await find(services, ballots, request.params);
      const parameters = ballots.boards.parametersOf(row);
      if (parameters === undefined) throw new HttpRefusal(409, 'BALLOT-CLOSED');
      await ballots.store.spoil(ballot.id, createHash('sha256').update(request.body.ballot).digest('hex'));
      const opening = request.body.opening.map((one) =>
        one.map(({ value, randomness }) => ({ value, randomness: BigInt(randomness) })),
      );
      const checked = checkSpoiledBallot(parameters, Buffer.from(request.body.ballot), opening);
      const [choice] = checked.ok ? checked.value : [];
      if (choice === undefined) return { holds: false, blank: false, answers: [] };
      return { holds: true, blank: choice.blank, answers: choice.blank ? [] : [...choice.answers] };
    },
  );
}

function readingRoutes(root: FastifyInstance, services: Services, ballots: Ballots): void {
  const app = root.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/meetings/:meeting/ballots/:ballot',
    { schema: { params: ballotParams, response: { 200: ballotBoard } } },
    async (request) => {
      const { ballot, row } = await find(services, ballots, request.params);
      const session = await sessionOf(request.raw, services.sessions, services.secure);
      const own = session?.person;
      return {
        uuid: row.uuid,
        group: row.group,
        round: row.round,
        ...(row.blindKey === null ? {} : { blindKey: publicBlindKey(row.blindKey) }),
        registered: own !== undefined && ballot.registered.includes(own),
        marked: own !== undefined && (ballot.voted.includes(own) || ballots.marks.has(ballot.id, own)),
        lines: row.list.length,
        ...(row.election === null ? {} : { election: row.election }),
        receiptKey: ballots.receipts.publicKey,
        cast: await ballots.boards.voters(row),
        ...(row.head === null ? {} : { head: row.head, height: row.height }),
        ...(row.tally === null ? {} : { tally: row.tally }),
      };
    },
  );

  app.get(
    '/api/meetings/:meeting/ballots/:ballot/list',
    { schema: { params: ballotParams, response: { 200: votingListAnswer } } },
    async (request) => {
      const { row } = await find(services, ballots, request.params);
      return { credentials: [...row.list] };
    },
  );

  // The same bytes for everybody, canonical: two who have it can compare it.
  app.get(
    '/api/meetings/:meeting/ballots/:ballot/archive',
    { schema: { params: ballotParams } },
    async (request, reply) => {
      const { row } = await find(services, ballots, request.params);
      return reply
        .headers({
          'content-type': 'application/octet-stream',
          'content-disposition': `attachment; filename="${row.uuid}.bel"`,
          'cache-control': 'no-store',
        })
        .send(await ballots.store.archive(row));
    },
  );
}

function keyRoutes(root: FastifyInstance, services: Services, ballots: Ballots): void {
  const app = root.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/meetings/:meeting/keys',
    { schema: { params: meetingParams, response: { 200: keyCeremony } } },
    async (request) => {
      const { person } = await requireSession(request, services);
      const meeting = await meetingOf(services, request.params.meeting);
      return ballots.ceremonies.view(request.params.meeting, holdersOf(meeting, person), person);
    },
  );

  app.post(
    '/api/meetings/:meeting/keys',
    { schema: { params: meetingParams, body: keyMessage }, bodyLimit: BALLOT_BODY_BYTES_MAX },
    async (request, reply) => {
      const { person } = await requireSession(request, services);
      const meeting = await meetingOf(services, request.params.meeting);
      const holders = holdersOf(meeting, person);
      const { step, message } = request.body;
      const taken = await ballots.ceremonies.take(request.params.meeting, holders, person, step, message);
      if (!taken) throw new HttpRefusal(409, 'BALLOT-KEY-STEP');
      await ballots.attend(request.params.meeting);
      return reply.code(204).send();
    },
  );
}

/** The key holders, if this person is one of them. */
function holdersOf({ elections }: Meeting, person: PersonId): KeyHolders {
  const holders = elections.keyHolders;
  if (holders === undefined || !holders.persons.includes(person)) throw new HttpRefusal(403, 'BALLOT-NOT-YOURS');
  return holders;
}

async function meetingOf({ meetings }: Services, id: MeetingId): Promise<Meeting> {
  const meeting = (await meetings.find(id))?.live.now();
  if (meeting?.plan === undefined) throw new HttpRefusal(404, 'HTTP-NOT-FOUND');
  return meeting;
}
