import type { MeetingId, PersonId } from '@klubba/meeting';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type Started } from './index.ts';
import { logIn, TestClient } from './testing/test-client.ts';

let server: Started;
let council: MeetingId;
beforeAll(async () => {
  server = await startServer();
  council = server.demo[0]!.plan.meeting;
});
afterAll(() => server.stop());

const linkOf = (familyName: string): string => {
  const found = server.demo[0]!.people.find(({ person }) => person.familyName === familyName);
  if (found === undefined) throw new Error(`Nobody is called ${familyName}`);
  return found.link;
};

describe('when PostgreSQL is killed in the middle of an evening', () => {
  it('loses nothing that was acknowledged, doubles nothing, and answers what was under way when it is back', async () => {
    const secretary = await TestClient.join(server.url, council, { cookie: await logIn(linkOf('Lindvall')) });
    await secretary.command({ type: 'openCheckIn' });
    const members = server.demo[0]!.plan.seats.flatMap((seat) => seat.holder ?? []);
    const checkIn = (person: PersonId): ReturnType<TestClient['command']> =>
      secretary.command({ type: 'checkIn', person, mode: 'room', identified: 'secretaryInRoom' }, `press-${person}`);
    const before = await Promise.all(members.slice(0, 10).map(checkIn));
    const underWay = members.slice(10, 30).map(checkIn);
    const { postgres } = server.processes.pids();
    if (postgres === undefined) return expect.unreachable();
    process.kill(postgres, 'SIGKILL');
    const answers = [...before, ...(await Promise.all(underWay))];
    expect(answers.map((answer) => answer.kind)).toEqual(answers.map(() => 'done'));
    const facts = (await server.meetings.find(council))?.live.facts() ?? [];
    const checkedIn = facts.flatMap(({ event }) => (event.type === 'CheckedIn' ? event.presence.person : []));
    expect(checkedIn.toSorted()).toEqual(members.slice(0, 30).toSorted());
    expect(facts.map((fact) => fact.seq)).toEqual(facts.map((_, index) => index + 1));
    const again = await TestClient.join(server.url, council, { asPublic: true });
    expect(again.seq).toBe(facts.length);
    secretary.close();
    again.close();
  });
});
