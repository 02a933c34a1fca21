import type { Choice, Meeting, MeetingId, Mode, PersonId } from '@klubba/meeting';
import { type MediaBot, startMediaBot } from './media-bot.ts';
import { type BotOutcome, connectBot, type ProtocolBot } from './protocol-bot.ts';

/** Logins, connections and steps taken at once; more would be a storm that no real hall makes. */
const AT_ONCE = 16;

export type Guest = {
  readonly person: PersonId;
  readonly name: string;
  readonly bot: ProtocolBot;
  readonly cookie: string;
};

export type EveningOptions = {
  readonly origin: string;
  readonly meeting: MeetingId;
  /** One session cookie a bot; see `logIn`. */
  readonly cookies: readonly string[];
};

/** A meeting's bots, moved together. Every step resolves when all its answers have come; a refusal is thrown by name, unless it is asked for. */
export interface Evening {
  readonly guests: readonly Guest[];
  of(person: PersonId): Guest;
  /** All who are not in yet. Members with a granted permission come by link, the others to the hall, unless `mode` says. */
  checkIn(mode?: (guest: Guest) => Mode): Promise<void>;
  /** Gives these persons a picture and a voice. */
  giveMedia(persons: readonly PersonId[]): readonly MediaBot[];
  /** From now on every bot answers "yes" when its name is called, on its own device. */
  answerRollCall(): void;
  /** The secretary's or the chair's bot calls every name and waits for the answer; for those who are not in it notes none. */
  callTheRoll(by: PersonId): Promise<void>;
  /** From now on every bot answers the new check after a break. */
  confirmPresence(): void;
  /** Everybody entitled votes at once as `choices` says (`undefined`: does not vote), in the vote that is open. */
  vote(choices: (person: PersonId) => Choice | undefined): Promise<readonly BotOutcome[]>;
  /** From now on, votes as `choices` says in every vote as it opens, and when called where names are called. */
  voteAlways(choices: (person: PersonId, meeting: Meeting) => Choice | undefined): void;
  askForFloor(person: PersonId, kind?: 'speech' | 'reply' | 'pointOfOrder'): Promise<BotOutcome>;
  /** Every bot sees the journal up to `seq`. */
  allSee(seq: number, withinMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** Connects a bot for each cookie. */
export async function startEvening({ origin, meeting, cookies }: EveningOptions): Promise<Evening> {
  const guests: Guest[] = [];
  const media: MediaBot[] = [];
  const stops: (() => void)[] = [];
  await inGroups(cookies, async (cookie) => {
    const bot = await connectBot({ origin, meeting, cookie });
    const you = bot.you();
    if (you === null) throw new Error('A bot was taken for the public: its cookie is no session.');
    guests.push({ person: you.person, name: you.name, bot, cookie });
  });

  const of = (person: PersonId): Guest => {
    const found = guests.find((one) => one.person === person);
    if (found === undefined) throw new Error(`${person} is no bot of this evening.`);
    return found;
  };

  /** Acts for each bot whenever its own picture of the meeting calls for it, once for each `key`. */
  const whenever = (
    due: (meeting: Meeting, guest: Guest) => { readonly key: string; readonly act: () => Promise<unknown> } | undefined,
  ): void => {
    for (const guest of guests) {
      const done = new Set<string>();
      const look = (): void => {
        const now = guest.bot.meeting();
        const wanted = now.plan === undefined ? undefined : due(now, guest);
        if (wanted === undefined || done.has(wanted.key)) return;
        done.add(wanted.key);
        wanted.act().catch(() => undefined);
      };
      stops.push(guest.bot.onChange(look));
      look();
    }
  };

  return {
    guests,
    of,
    async checkIn(mode = (guest) => usualMode(guest)) {
      await inGroups(guests, async (guest) => {
        const now = guest.bot.meeting();
        if (now.plan === undefined || now.attendance.present[guest.person] !== undefined) return;
        // A camera of the hall is there, but is nobody.
        if (guest.bot.you()?.duties.includes('hallDevice') === true) return;
        const deviceTest = { camera: true, microphone: true, sound: true, connection: true };
        accepted(
          await guest.bot.send({
            type: 'checkIn',
            person: guest.person,
            mode: mode(guest),
            identified: 'demoLink',
            deviceTest,
          }),
          `${guest.name} checks in`,
        );
      });
    },
    giveMedia(persons) {
      const started = persons.map((person) =>
        startMediaBot({ origin, meeting, cookie: of(person).cookie, bot: of(person).bot }),
      );
      media.push(...started);
      return started;
    },
    answerRollCall() {
      whenever(({ attendance: { rollCall, serving }, plan }, { person, bot }) => {
        const seat = rollCall.called;
        if (rollCall.state !== 'running' || seat === undefined || rollCall.answers[seat] !== undefined)
          return undefined;
        const called = serving[seat]?.person ?? plan.seats.find((one) => one.id === seat)?.holder;
        return called === person
          ? { key: seat, act: () => bot.send({ type: 'answerRollCall', seat, answer: 'yes' }) }
          : undefined;
      });
    },
    async callTheRoll(by) {
      const { bot } = of(by);
      accepted(await bot.send({ type: 'startRollCall' }), 'the roll call starts');
      const started = await bot.until(({ attendance }) => attendance.rollCall.state === 'running', 'the roll call');
      for (const seat of started.attendance.rollCall.order) {
        accepted(await bot.send({ type: 'callName', seat }), `seat ${seat} is called`);
        const now = await bot.until(({ attendance }) => attendance.rollCall.called === seat, `seat ${seat} called`);
        const called = now.attendance.serving[seat]?.person ?? now.plan.seats.find((one) => one.id === seat)?.holder;
        const answersItself =
          called !== undefined &&
          guests.some((one) => one.person === called) &&
          now.attendance.present[called] !== undefined;
        if (!answersItself)
          accepted(await bot.send({ type: 'answerRollCall', seat, answer: 'noAnswer' }), `seat ${seat} is noted`);
        await bot.until(
          ({ attendance }) => attendance.rollCall.answers[seat] !== undefined,
          `the answer of seat ${seat}`,
        );
      }
      accepted(await bot.send({ type: 'endRollCall' }), 'the roll call ends');
    },
    confirmPresence() {
      whenever(({ adjournment: { check } }, { person, bot }) => {
        if (check === undefined || check.confirmed.includes(person)) return undefined;
        return { key: String(check.startedAt), act: () => bot.send({ type: 'confirmPresence', person }) };
      });
    },
    async vote(choices) {
      const outcomes: BotOutcome[] = [];
      await Promise.all(
        guests.map(async ({ person, bot }) => {
          const now = bot.meeting();
          const vote = now.plan === undefined ? undefined : now.decisions.openVote;
          const choice = choices(person);
          if (vote === undefined || choice === undefined || !isElector(now, person)) return;
          outcomes.push(await bot.send({ type: 'castVote', vote, choice }));
        }),
      );
      return outcomes;
    },
    voteAlways(choices) {
      whenever((now, { person, bot }) => {
        const id = now.decisions.openVote;
        const vote = id === undefined ? undefined : now.decisions.votes[id];
        if (id === undefined || vote?.state !== 'open' || vote.cast[person] !== undefined || !isElector(now, person))
          return undefined;
        if (vote.method === 'rollCall' && vote.called !== person) return undefined;
        const choice = choices(person, now);
        return choice === undefined
          ? undefined
          : { key: id, act: () => bot.send({ type: 'castVote', vote: id, choice }) };
      });
    },
    askForFloor: (person, kind = 'speech') => of(person).bot.send({ type: 'requestFloor', person, kind }),
    async allSee(seq, withinMs) {
      await Promise.all(guests.map(({ bot }) => bot.until(() => bot.seq() >= seq, `fact ${seq}`, withinMs)));
    },
    async close() {
      for (const stop of stops) stop();
      await Promise.all(media.map((one) => one.close()));
      for (const { bot } of guests) bot.close();
    },
  };
}

function usualMode({ bot, person }: Guest): Mode {
  const now = bot.meeting();
  return now.plan !== undefined && now.remote.permissions[person]?.state === 'granted' ? 'remote' : 'room';
}

function isElector(meeting: ReturnType<ProtocolBot['meeting']>, person: PersonId): boolean {
  if (meeting.plan === undefined || meeting.decisions.openVote === undefined) return false;
  return meeting.decisions.votes[meeting.decisions.openVote]?.electors.some((one) => one.person === person) === true;
}

function accepted(outcome: BotOutcome, what: string): void {
  if (outcome.kind === 'refused')
    throw new Error(`${what}: refused by ${outcome.refusal.rule} ${JSON.stringify(outcome.refusal.detail ?? {})}`);
}

async function inGroups<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < all.length; from += AT_ONCE) await Promise.all(all.slice(from, from + AT_ONCE).map(act));
}
