import { logIn } from '@klubba/bots';
import type { MeetingId, PersonId, VoteId } from '@klubba/meeting';
import { startServer, type Started } from '@klubba/server';
import { type Lead, leadMeeting, toDebate, toOpenVote, toOpenVoteAgain } from '../lead.ts';
import { serve, wallMs } from '../worker.ts';

let server: Started | undefined;
let starting: Promise<Started> | undefined;
let lead: Lead | undefined;
let isFirst = true;

type Start = {
  readonly environment?: Readonly<Record<string, string>>;
  readonly remote?: number;
  readonly debating?: boolean;
};

serve(
  {
    /** `environment` may bring a video server; the last `remote` members are then at a distance. `debating`: no vote is open. */
    async start({ environment, remote = 0, debating = false }: Start) {
      starting = startServer(environment);
      server = await starting;
      const evening = server.demo.find(({ plan }) => plan.body.seatsTotal === 81);
      if (evening === undefined) throw new Error('The demo has a council of 81.');
      const seated = evening.plan.seats.flatMap((seat) => seat.holder ?? []);
      const distant = remote === 0 ? [] : seated.slice(-remote);
      const meeting = 'bench-council' as MeetingId;
      await server.meetings.plan({ ...evening.plan, meeting, remoteGranted: distant });
      const running = await server.meetings.find(meeting);
      if (running === undefined) throw new Error('A planned meeting is found.');
      lead = leadMeeting(running);
      await (debating ? toDebate : toOpenVote)(lead, (person) => distant.includes(person));
      const origin = `http://127.0.0.1:${server.port}`;
      const enter = (person: PersonId): Promise<string> => {
        const link = evening.people.find((one) => one.person.id === person)?.link ?? '';
        return logIn({ origin, token: link.split('/').at(-1) ?? '' });
      };
      const { chair, members } = lead;
      const devices = evening.plan.duties.filter((one) => one.duty === 'hallDevice').map((one) => one.person);
      const cookies: string[] = [];
      const names = members.map((id) => evening.plan.people.find((one) => one.id === id)?.familyName ?? '');
      // The chair first: who closes the votes. Those at a distance last.
      for (const person of [chair, ...members.filter((one) => one !== chair)]) cookies.push(await enter(person));
      return {
        origin,
        cookies,
        names,
        deviceCookie: devices[0] === undefined ? '' : await enter(devices[0]),
        meeting,
        livekitPid: server.processes.pids().livekit,
      };
    },
    /** Gives the floor to a member, by index; when the command was sent, on the wall clock. */
    async giveFloor({ member }: { member: number }): Promise<{ at: number }> {
      if (lead === undefined) throw new Error('Not started.');
      const person = lead.members[member];
      if (person === undefined) throw new Error('There is no such member.');
      const at = wallMs();
      await lead.press({ type: 'giveFloorTo', person, kind: 'pointOfOrder' }, lead.chair);
      return { at };
    },
    async endSpeech() {
      await lead?.press({ type: 'endSpeech' }, lead.chair);
    },
    /** The vote that is open now; the second time and later, one that is opened anew. */
    async open(): Promise<{ vote: VoteId }> {
      if (lead === undefined) throw new Error('Not started.');
      if (!isFirst) await toOpenVoteAgain(lead);
      isFirst = false;
      const { openVote: vote } = lead.now().decisions;
      if (vote === undefined) throw new Error('A vote is open.');
      return { vote };
    },
    cpuMs() {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1_000;
    },
  },
  // Also one that is only just starting leaves nothing running.
  async () => (await starting?.catch(() => undefined))?.stop(),
);
