import { type ClosedBallot, isInHall } from '@klubba/meeting';
import { ballotParams, blindAnswer, boothBlindRequest, boothInclusion, boothView, boothVoter } from '@klubba/protocol';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { HttpRefusal } from '../http/refusals.ts';
import type { Services } from '../http/services.ts';
import type { Ballots } from './ballots.ts';
import { enterList } from './enter-list.ts';
import { find } from './here.ts';

/** The hall's own tablet: the desk lets one in after another, as to a screen behind which slips are written. */
export function boothRoutes(root: FastifyInstance, services: Services, ballots: Ballots): void {
  doorRoutes(root, services, ballots);
  tabletRoutes(root, services, ballots);
}

const BOOTH = '/api/meetings/:meeting/ballots/:ballot/booth';

function doorRoutes(root: FastifyInstance, services: Services, ballots: Ballots): void {
  const app = root.withTypeProvider<ZodTypeProvider>();

  app.get(BOOTH, { schema: { params: ballotParams, response: { 200: boothView } } }, async (request) => {
    const { ballot } = await find(services, ballots, request.params);
    await mustKeep(ballots, ballot);
    const inside = ballots.booth.inside(ballot.id);
    const marked = ballot.booth.filter((one) => ballot.voted.includes(one) || ballots.marks.has(ballot.id, one));
    return { marked, ...(inside === undefined ? {} : { inside }) };
  });

  app.put(BOOTH, { schema: { params: ballotParams, body: boothVoter } }, async (request, reply) => {
    const { ballot, meeting } = await find(services, ballots, request.params);
    const { person } = request.body;
    await mustKeep(ballots, ballot);
    const isOpen = ballot.state === 'registering' || ballot.state === 'voting';
    if (ballot.means !== 'sealed' || !isOpen) throw new HttpRefusal(409, 'BALLOT-CLOSED');
    if (!ballot.electors.includes(person) || !isInHall(meeting, person))
      throw new HttpRefusal(409, 'BALLOT-BOOTH-HALL');
    const isThere = ballot.booth.includes(person) && ballot.registered.includes(person);
    if (!isThere && ballot.registered.includes(person)) throw new HttpRefusal(409, 'BALLOT-REGISTERED-ELSEWHERE');
    if (!isThere && ballot.state === 'voting') throw new HttpRefusal(409, 'BALLOT-CLOSED');
    if ((ballots.booth.inside(ballot.id) ?? person) !== person) throw new HttpRefusal(409, 'BALLOT-BOOTH-TAKEN');
    ballots.booth.admit(ballot.id, person);
    return reply.code(204).send();
  });

  app.delete(BOOTH, { schema: { params: ballotParams } }, async (request, reply) => {
    const { ballot } = await find(services, ballots, request.params);
    await mustKeep(ballots, ballot);
    ballots.booth.leave(ballot.id);
    return reply.code(204).send();
  });
}

/** Another server lets people in: whoever is in front of this one must send the meeting's requests to that one. */
async function mustKeep({ booth }: Ballots, { id }: ClosedBallot): Promise<void> {
  if (!(await booth.isHere(id))) throw new HttpRefusal(421, 'BALLOT-BOOTH-ELSEWHERE');
}

/** What the tablet does for the one who is let in; and, by itself, for those who have entered the list on it. */
function tabletRoutes(root: FastifyInstance, services: Services, ballots: Ballots): void {
  const app = root.withTypeProvider<ZodTypeProvider>();

  app.post(
    `${BOOTH}/register`,
    { schema: { params: ballotParams, body: boothBlindRequest, response: { 200: blindAnswer } } },
    async (request) => {
      const here = await find(services, ballots, request.params);
      const { person, blinded } = request.body;
      await mustKeep(ballots, here.ballot);
      const isLetIn = ballots.booth.inside(here.ballot.id) === person || here.ballot.booth.includes(person);
      if (!isLetIn) throw new HttpRefusal(403, 'BALLOT-NOT-YOURS');
      return enterList(services, ballots, here, { person, blinded, booth: true });
    },
  );

  app.post(`${BOOTH}/voted`, { schema: { params: ballotParams, body: boothVoter } }, async (request, reply) => {
    const { ballot } = await find(services, ballots, request.params);
    if (!ballot.booth.includes(request.body.person)) throw new HttpRefusal(403, 'BALLOT-NOT-YOURS');
    ballots.marks.add(ballot.id, request.body.person);
    await ballots.attend(request.params.meeting);
    return reply.code(204).send();
  });

  app.post(`${BOOTH}/checked`, { schema: { params: ballotParams, body: boothInclusion } }, async (request, reply) => {
    const { ballot } = await find(services, ballots, request.params);
    const { person, found } = request.body;
    if (!ballot.booth.includes(person)) throw new HttpRefusal(403, 'BALLOT-NOT-YOURS');
    const told = { type: 'checkInclusion', ballot: ballot.id, person, found } as const;
    const outcome = await services.meetings.bySystem(request.params.meeting, told);
    if (outcome?.kind === 'refused') throw new HttpRefusal(409, 'BALLOT-CLOSED');
    return reply.code(204).send();
  });
}
