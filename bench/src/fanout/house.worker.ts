import { logIn } from '@klubba/bots';
import type { MeetingId } from '@klubba/meeting';
import { startServer, type Started } from '@klubba/server';
import pg from 'pg';
import { type Lead, leadMeeting, toDebate } from '../lead.ts';
import { collectGarbage } from '../collect-garbage.ts';
import { machineMs, serve } from '../worker.ts';

let server: Started | undefined;
let starting: Promise<Started> | undefined;
let lead: Lead | undefined;
/** When the database had answered for the last append: the moment from which a fact is durable. */
let committedAt = 0;

watchCommits();
serve(
  {
    async start() {
      starting = startServer();
      server = await starting;
      const evening = server.demo.find(({ plan }) => plan.body.seatsTotal === 81);
      const running = evening === undefined ? undefined : await server.meetings.find(evening.plan.meeting);
      if (evening === undefined || running === undefined) throw new Error('The demo has a council of 81.');
      lead = leadMeeting(running);
      await toDebate(lead);
      const origin = `http://127.0.0.1:${server.port}`;
      const seated = new Set(lead.members);
      const cookies: string[] = [];
      for (const { person, link } of evening.people)
        if (seated.has(person.id)) cookies.push(await logIn({ origin, token: link.split('/').at(-1) ?? '' }));
      return { origin, cookies, meeting: evening.plan.meeting satisfies MeetingId };
    },
    /** One change that everybody sees: a member joins the speakers' list, or leaves it. */
    async change({ index }: { index: number }) {
      if (lead === undefined) throw new Error('Not started.');
      const person = lead.members[1 + (index % (lead.members.length - 1))];
      if (person === undefined) throw new Error('A council has members.');
      const waiting = lead.now().floor.queue.find((request) => request.person === person);
      await lead.press(
        waiting === undefined
          ? { type: 'requestFloor', person, kind: 'speech' }
          : { type: 'withdrawRequest', request: waiting.id },
        person,
      );
      return { seq: lead.now().seq, at: committedAt };
    },
    cpuMs: () => cpuMs(),
    memory() {
      collectGarbage();
      return { ...process.memoryUsage(), connections: server?.connections() ?? 0 };
    },
  },
  // Also one that is only just starting leaves nothing running.
  async () => (await starting?.catch(() => undefined))?.stop(),
);

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Notes when an append's answer arrives, without the product having to know that it is being measured. */
function watchCommits(): void {
  const pool = pg.Pool.prototype as unknown as { query(query: unknown, ...rest: unknown[]): Promise<unknown> };
  const { query } = pool;
  pool.query = function watched(this: unknown, what, ...rest) {
    const answer = query.call(this, what, ...rest);
    const isAppend = typeof what === 'object' && what !== null && 'name' in what && what.name === 'append';
    if (!isAppend) return answer;
    return answer.then((rows) => {
      committedAt = machineMs();
      return rows;
    });
  };
}
