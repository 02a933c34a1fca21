import { randomUUID } from 'node:crypto';
import type { Actor, BallotId, ClosedBallot, Meeting, MeetingCommand, MeetingId, PersonId } from '@klubba/meeting';
import type { Server } from '../../server.ts';
import { logIn } from '../../testing/test-client.ts';
import { KeyHolder } from './key-holder.ts';
import { Voter } from './voter.ts';

export const ITEM = 'Val av ordförande i kultur- och fritidsnämnden';

/** Tonight's council with all 41 in the hall, on a real server; who does not matter to the heart is pressed straight into it. */
export class BallotHall {
  readonly server: Server;
  readonly meeting: MeetingId;
  readonly chair: PersonId;
  readonly secretary: PersonId;
  readonly members: readonly PersonId[];
  readonly #cookies = new Map<PersonId, Promise<string>>();

  constructor(server: Server, copy?: string) {
    const evening = server.demo.find(({ plan }) =>
      copy === undefined ? plan.body.kind === 'council' : plan.meeting.endsWith(copy),
    );
    if (evening === undefined) throw new Error('The demo has no council');
    const { plan } = evening;
    const duty = (wanted: string): PersonId => plan.duties.find((one) => one.duty === wanted)?.person ?? this.chair;
    this.server = server;
    this.meeting = plan.meeting;
    this.chair = plan.duties.find((one) => one.duty === 'chair')?.person as PersonId;
    this.secretary = duty('secretary');
    this.members = plan.seats.flatMap((seat) => seat.holder ?? []);
  }

  async now(): Promise<Meeting> {
    const meeting = (await this.server.meetings.find(this.meeting))?.live.now();
    if (meeting?.plan === undefined) throw new Error('No meeting');
    return meeting;
  }

  /** Must be accepted. */
  async press(command: MeetingCommand, actor: Actor = this.chair): Promise<void> {
    const running = await this.server.meetings.find(this.meeting);
    const outcome = await running?.live.submit({
      id: randomUUID(),
      made: randomUUID().slice(0, 20),
      command,
      actor,
      at: Date.now(),
    });
    if (outcome?.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  }

  async refusal(command: MeetingCommand, actor: Actor = this.chair): Promise<string | undefined> {
    const running = await this.server.meetings.find(this.meeting);
    const outcome = await running?.live.submit({
      id: randomUUID(),
      made: randomUUID().slice(0, 20),
      command,
      actor,
      at: Date.now(),
    });
    return outcome?.kind === 'refused' ? outcome.refusal.rule : undefined;
  }

  cookieOf(person: PersonId): Promise<string> {
    const link = this.server.demo
      .find(({ plan }) => plan.meeting === this.meeting)
      ?.people.find((one) => one.person.id === person)?.link;
    const known = this.#cookies.get(person) ?? logIn(link ?? '');
    this.#cookies.set(person, known);
    return known;
  }

  /** The meeting's state as soon as this holds. */
  async until(holds: (meeting: Meeting) => boolean): Promise<Meeting> {
    const running = await this.server.meetings.find(this.meeting);
    return new Promise((resolve) => {
      const look = (): void => {
        const now = running?.live.now();
        if (now?.plan === undefined || !holds(now)) return;
        stop?.();
        resolve(now);
      };
      const stop = running?.live.follow(look);
      look();
    });
  }

  /** From an empty hall to a demanded vote between these. */
  async demandVote(candidates: readonly PersonId[]): Promise<void> {
    await this.press({ type: 'openCheckIn' }, this.secretary);
    for (const person of [...new Set([...this.members, this.secretary])])
      await this.press({ type: 'checkIn', person, mode: 'room', identified: 'demoLink' }, person);
    await this.press({ type: 'openMeeting' });
    const { agenda } = await this.now();
    const item = Object.values(agenda.items).find(({ title }) => title === ITEM);
    if (item === undefined) throw new Error('No election tonight');
    await this.press({ type: 'checkNotice', stand: 'proceed', reason: '–' }).catch(() => undefined);
    await this.press({ type: 'openItem', item: item.id });
    await this.press({ type: 'beginDebate' });
    for (const person of candidates)
      await this.press({ type: 'moveProposal', person, kind: 'nomination', text: '', candidates: [person] }, person);
    await this.press({ type: 'closeDebate' });
    await this.press({ type: 'proposeOrder' });
    await this.press({ type: 'approveOrder' });
    await this.press({ type: 'putQuestion' });
    const question = Object.values((await this.now()).decisions.questions).find(({ kind }) => kind === 'election');
    const [alternative] = question?.alternatives ?? [];
    if (alternative === undefined) throw new Error('Nothing to find');
    await this.press({ type: 'stateFinding', alternative: alternative.id });
    const [first = this.chair] = candidates;
    await this.press({ type: 'demandVote', person: first }, first);
  }

  async keyHolders(persons: readonly PersonId[]): Promise<readonly KeyHolder[]> {
    await this.press({ type: 'appointKeyHolders', persons }, this.secretary);
    const holders = await Promise.all(
      persons.map(async (person) => new KeyHolder(this.server.url, this.meeting, await this.cookieOf(person))),
    );
    for (const step of ['certificate', 'polynomial', 'key'] as const)
      for (const holder of holders) {
        const status = await holder.step(step);
        if (status !== 204) throw new Error(`${step}: ${status}`);
      }
    await this.until(({ elections }) => elections.keyHolders?.key !== undefined);
    return holders;
  }

  async ballot(): Promise<ClosedBallot> {
    const ballot = Object.values((await this.now()).elections.ballots).at(-1);
    if (ballot === undefined) throw new Error('No ballot');
    return ballot;
  }

  async reaches(state: ClosedBallot['state']): Promise<ClosedBallot> {
    await this.until(({ elections }) => Object.values(elections.ballots).at(-1)?.state === state);
    return this.ballot();
  }

  /** The hall's own tablet, on which this person is to vote. */
  async boothFor(ballot: BallotId, person: PersonId, server = this.server): Promise<Voter> {
    const cookie = await this.cookieOf(await this.#device());
    return new Voter(server.url, this.meeting, ballot, person, cookie, { atBooth: true });
  }

  async #device(): Promise<PersonId> {
    const device = (await this.now()).plan.duties.find(({ duty }) => duty === 'hallDevice')?.person;
    if (device === undefined) throw new Error('The hall has no device');
    return device;
  }

  /** Somebody's request about the booth, with that one's login: its status and rule. */
  async atBoothDoor(ballot: BallotId, by: PersonId, body?: { readonly person: PersonId }): Promise<string> {
    const speaker = new Voter(this.server.url, this.meeting, ballot, by, await this.cookieOf(by));
    const answer = await speaker.post<{ rule?: string }>('booth', body, true, body === undefined ? 'DELETE' : 'PUT');
    return `${answer.status} ${answer.body.rule ?? ''}`.trim();
  }

  async voters(ballot: BallotId): Promise<readonly Voter[]> {
    return Promise.all(
      this.members.map(
        async (person) => new Voter(this.server.url, this.meeting, ballot, person, await this.cookieOf(person)),
      ),
    );
  }
}
