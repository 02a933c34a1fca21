import { setTimeout as wait } from 'node:timers/promises';
import type { GroupName } from '@klubba/ballot';
import type { ClosedBallot, Meeting, MeetingId } from '@klubba/meeting';
import type pg from 'pg';
import { sharedKey } from '../identity/keys.ts';
import type { Meetings, RunningMeeting } from '../meetings/meetings.ts';
import { Booth } from './booth.ts';
import { boardStore, type BoardStore } from './board-store.ts';
import { Boards } from './board.ts';
import { type Ceremonies, fingerprintOf, keyCeremonies } from './key-ceremony.ts';
import { Credentials, Marks } from './marks.ts';
import { type ReceiptKey, receiptKey } from './receipts.ts';

/** Tablets wait a while before they send their credential without a name; the list waits for them. */
const LATE_CREDENTIALS_MS = 6_000;
const LOOK_EVERY_MS = 200;

export type Ballots = {
  readonly store: BoardStore;
  readonly boards: Boards;
  readonly ceremonies: Ceremonies;
  readonly marks: Marks;
  readonly credentials: Credentials;
  readonly booth: Booth;
  readonly receipts: ReceiptKey;
  /** Does whatever the meeting's facts now ask of its boards and keys. */
  attend(meeting: MeetingId): Promise<void>;
};

/**
 * The keeper of the boards: follows the meetings' facts, and tells the meetings what has come of them.
 * @param groupNow for key holders who begin now; those who have begun keep theirs, and so do their ballots.
 */
export async function openBallots(
  pool: pg.Pool,
  meetings: Meetings,
  groupNow: GroupName,
  onTrouble: (error: unknown) => void,
): Promise<Ballots> {
  const store = boardStore(pool);
  const keeper = new Keeper({
    store,
    boards: new Boards(store),
    ceremonies: keyCeremonies(pool, groupNow),
    marks: new Marks(),
    credentials: new Credentials(),
    booth: new Booth(pool),
    receipts: receiptKey(await sharedKey(pool, 'ballot-receipts')),
    meetings,
  });
  const ballots: Ballots = { ...keeper.parts, attend: (meeting) => keeper.attend(meeting) };
  meetings.follow((running, steps) => {
    const concerned =
      steps.length === 0 ||
      steps.some(({ fact }) => 'ballot' in fact.event || fact.event.type === 'KeyHoldersAppointed');
    if (concerned) ballots.attend(running.live.id).catch(onTrouble);
  });
  return ballots;
}

type Parts = Omit<Ballots, 'attend'> & { readonly meetings: Meetings };

class Keeper {
  readonly parts: Parts;
  readonly #turns = new Map<MeetingId, Promise<void>>();

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** One after another for each meeting. */
  attend(id: MeetingId): Promise<void> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).catch(() => undefined).then(() => this.#attend(id));
    this.#turns.set(id, turn);
    return turn;
  }

  async #attend(id: MeetingId): Promise<void> {
    const running = await this.parts.meetings.find(id);
    const meeting = running?.live.now();
    if (running === undefined || meeting?.plan === undefined) return;
    await this.#keys(meeting);
    for (const ballot of Object.values(meeting.elections.ballots))
      if (ballot.means === 'sealed') await this.#ballot(running, meeting, ballot);
  }

  async #keys({ plan, elections }: Meeting): Promise<void> {
    const holders = elections.keyHolders;
    if (holders === undefined || holders.key !== undefined) return;
    const trustees = await this.parts.ceremonies.trustees(plan.meeting, holders);
    if (trustees === undefined) return;
    const key = fingerprintOf(await this.parts.ceremonies.groupOf(plan.meeting, holders), trustees);
    await this.parts.meetings.bySystem(plan.meeting, { type: 'completeKeys', persons: holders.persons, key });
  }

  async #ballot(running: RunningMeeting, meeting: Meeting, ballot: ClosedBallot): Promise<void> {
    const { boards, meetings, marks } = this.parts;
    const { meeting: id } = meeting.plan;
    switch (ballot.state) {
      case 'registering':
        return this.#openRegistration(meeting, ballot);
      case 'listing':
      case 'listed':
        return this.#list(running, ballot);
      case 'voting':
        await this.#setUp(meeting, ballot);
        await this.#forgetCredentials(ballot);
        return this.#tellMarks(id, ballot);
      case 'closed': {
        const { head, cast } = await boards.close(ballot.id);
        await meetings.bySystem(id, { type: 'endBallot', ballot: ballot.id, head, cast });
        return this.#tellMarks(id, ballot);
      }
      case 'ended':
        return this.#tellMarks(id, ballot);
      case 'counting':
        return this.#count(meeting, ballot);
      case 'counted':
      case 'annulled':
        marks.forget(ballot.id, ballot.electors);
        await this.parts.booth.end(ballot.id);
        return this.#forgetCredentials(ballot);
    }
  }

  /** With a board and a key of its own; and with others, each time it has begun anew. */
  async #openRegistration({ plan, elections }: Meeting, { id, round, openedAt }: ClosedBallot): Promise<void> {
    const { store, credentials, ceremonies } = this.parts;
    const holders = elections.keyHolders;
    if (holders === undefined) return;
    const row = await store.find(id);
    if (row === undefined)
      await store.open(plan.meeting, id, (await ceremonies.groupOf(plan.meeting, holders)).name, openedAt);
    if ((row?.round ?? 0) >= round) return;
    await store.beginAnew(id, round);
    if (row !== undefined) credentials.forget(row.uuid);
  }

  async #forgetCredentials({ id }: ClosedBallot): Promise<void> {
    const row = await this.parts.store.find(id);
    if (row !== undefined) this.parts.credentials.forget(row.uuid);
  }

  /** As many lines as voters, or the chair is told that some are missing. */
  async #list(running: RunningMeeting, ballot: ClosedBallot): Promise<void> {
    const { credentials, boards, meetings } = this.parts;
    const row = await this.parts.store.find(ballot.id);
    if (row === undefined) return;
    const until = Date.now() + LATE_CREDENTIALS_MS;
    if (ballot.state === 'listing')
      while (credentials.of(row.uuid).length < ballot.registered.length && Date.now() < until)
        await wait(LOOK_EVERY_MS);
    const { lines, hash } = await boards.list(row, credentials.of(row.uuid));
    if (ballot.state === 'listed' && ballot.list?.hash === hash) return;
    await meetings.bySystem(running.live.id, { type: 'drawVotingList', ballot: ballot.id, lines, hash });
  }

  async #setUp(meeting: Meeting, ballot: ClosedBallot): Promise<void> {
    const { boards, ceremonies, store } = this.parts;
    const holders = meeting.elections.keyHolders;
    const row = await store.find(ballot.id);
    if (row === undefined || row.height >= 0 || holders === undefined) return;
    const trustees = await ceremonies.trustees(meeting.plan.meeting, holders);
    if (trustees !== undefined)
      await boards.setUp(meeting.plan, ballot, trustees, meeting.agenda.items[ballot.item]?.title ?? '');
  }

  async #tellMarks(id: MeetingId, ballot: ClosedBallot): Promise<void> {
    const { marks, meetings } = this.parts;
    const persons = marks.due(ballot);
    if (persons.length === 0) return;
    const outcome = await meetings.bySystem(id, { type: 'markVoted', ballot: ballot.id, persons });
    if (outcome?.kind === 'done') marks.forget(ballot.id, persons);
  }

  async #count(meeting: Meeting, ballot: ClosedBallot): Promise<void> {
    const { boards, ceremonies, meetings } = this.parts;
    const holders = meeting.elections.keyHolders;
    const trustees = holders && (await ceremonies.trustees(meeting.plan.meeting, holders));
    if (holders === undefined || trustees === undefined) return;
    await boards.tally(ballot.id);
    if (ballot.shares.length < holders.needed) return;
    const result = await boards.result(ballot, trustees);
    if (result !== undefined)
      await meetings.bySystem(meeting.plan.meeting, { type: 'reportCount', ballot: ballot.id, ...result });
  }
}
