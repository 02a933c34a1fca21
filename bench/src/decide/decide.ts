import {
  currentItem,
  decide as decideCommand,
  evolve,
  type Fact,
  fold,
  type Meeting,
  type MeetingCommand,
  type PersonId,
  planned,
  script,
} from '@klubba/meeting';
import { councilPlan, evening, GOTEBORG, hallOf } from '@klubba/meeting/testing';
import { atMost, type Bench, type Report } from '../bench.ts';
import { collectGarbage } from '../collect-garbage.ts';
import { table } from '../print.ts';
import { median, quantile, slope } from '../statistics.ts';

const FACTS = 5_000;
const SAMPLES = 4_000;
const WARM_UP = 500;
const REPLAYS = 15;
const MEMORY_ROUNDS = 12;
const MEMORY_FACTS = 4_000;
const MIB = 1024 ** 2;

export const decide: Bench = {
  name: 'decide',
  about:
    'one command against a meeting of 81 seats and 5,000 facts, a whole evening folded anew, and what memory does meanwhile',
  async run() {
    const long = longMeeting();
    const commands = timeCommands(long.meeting);
    const replays = timeReplays();
    return report(commands, replays, memoryGrowth(long.meeting));
  },
};

type Led = { meeting: Meeting; readonly facts: Fact[] };

/** Decides and folds, in the heart alone. */
function press(led: Led, command: MeetingCommand, actor: PersonId): void {
  const at = led.meeting.plan.startsAt + led.meeting.seq * 1_000;
  const decided = decideCommand(led.meeting, command, { at, actor, id: `press-${led.meeting.seq}` });
  if (!decided.ok) throw new Error(`${command.type}: ${JSON.stringify(decided.refusal)}`);
  for (const event of decided.value) {
    const fact: Fact = { seq: led.meeting.seq + 1, at, actor, event };
    const next = evolve(led.meeting, fact);
    if (next.plan === undefined) throw new Error('A planned meeting stays planned.');
    led.meeting = next;
    led.facts.push(fact);
  }
}

/** A council of 81 in the debate of a matter, with a long evening of speeches and notes behind it. */
function longMeeting(): Led {
  const plan = hallOf(GOTEBORG);
  const led: Led = {
    meeting: planned(plan, 1),
    facts: [{ seq: 1, at: plan.startsAt, actor: 'system', event: { type: 'MeetingPlanned', plan } }],
  };
  const duty = (wanted: 'chair' | 'secretary') => plan.duties.find((one) => one.duty === wanted)?.person as PersonId;
  const [chair, secretary] = [duty('chair'), duty('secretary')];
  const members = plan.seats.flatMap((seat) => seat.holder ?? []);
  press(led, { type: 'openCheckIn' }, secretary);
  for (const person of [...members, secretary])
    press(led, { type: 'checkIn', person, mode: 'room', identified: 'secretaryInRoom' }, secretary);
  for (
    let step = 0;
    currentItem(led.meeting)?.stage !== 'debate' || currentItem(led.meeting)?.kind !== 'matter';
    step += 1
  ) {
    const { primary } = script(led.meeting, chair, led.meeting.plan.startsAt + led.meeting.seq * 1_000);
    if (primary === null || step > 1_000) throw new Error('No next step.');
    press(led, primary.command, chair);
  }
  for (let turn = 0; led.meeting.seq < FACTS; turn += 1) {
    const person = members[1 + (turn % (members.length - 1))] as PersonId;
    press(led, { type: 'requestFloor', person, kind: 'speech' }, person);
    const request = led.meeting.floor.queue[0];
    if (request !== undefined) press(led, { type: 'giveFloor', request: request.id }, chair);
    press(
      led,
      { type: 'writeNote', note: `note-${turn % 20}`, item: null, text: 'Sekreteraren antecknar.' },
      secretary,
    );
    press(led, { type: 'endSpeech' }, chair);
  }
  return led;
}

/** Decide and fold one command, of several kinds in turn; the meeting itself is left as it was. */
function timeCommands(meeting: Meeting): readonly number[] {
  const members = meeting.plan.seats.flatMap((seat) => seat.holder ?? []);
  const chair = meeting.plan.duties.find((one) => one.duty === 'chair')?.person as PersonId;
  const times: number[] = [];
  for (let sample = -WARM_UP; sample < SAMPLES; sample += 1) {
    const person = members[1 + (Math.abs(sample) % (members.length - 1))] as PersonId;
    const kinds: readonly (readonly [MeetingCommand, PersonId])[] = [
      [{ type: 'requestFloor', person, kind: 'speech' }, person],
      [{ type: 'moveProposal', person, kind: 'amendment', text: 'Anslaget höjs med en krona.' }, person],
      [{ type: 'giveFloorTo', person, kind: 'speech' }, chair],
      [{ type: 'checkOut', person, cause: 'left' }, person],
      [{ type: 'closeDebate' }, chair],
    ];
    const [command, actor] = kinds[Math.abs(sample) % kinds.length] ?? [{ type: 'closeDebate' } as const, chair];
    const began = performance.now();
    const decided = decideCommand(meeting, command, {
      at: meeting.plan.startsAt + meeting.seq * 1_000,
      actor,
      id: 'one',
    });
    if (!decided.ok) throw new Error(`${command.type}: ${JSON.stringify(decided.refusal)}`);
    let next: ReturnType<typeof evolve> = meeting;
    for (const event of decided.value) next = evolve(next, { seq: next.seq + 1, at: 0, actor, event });
    if (sample >= 0) times.push(performance.now() - began);
  }
  return times;
}

type Replays = { readonly facts: number; readonly times: readonly number[] };

/** An evening of a council with everything in it, as the generator of the property tests makes it, folded from its first fact. */
function timeReplays(): Replays {
  const facts = evening(councilPlan(), 4, 3_000);
  const times = Array.from({ length: REPLAYS }, () => {
    const began = performance.now();
    fold(facts);
    return performance.now() - began;
  });
  return { facts: facts.length, times };
}

/** MiB that stay, per thousand commands: each is decided, folded and let go. */
function memoryGrowth(meeting: Meeting): number {
  const points: [number, number][] = [];
  const person = meeting.plan.seats[3]?.holder as PersonId;
  for (let round = 0; round < MEMORY_ROUNDS; round += 1) {
    let led: Led = { meeting, facts: [] };
    for (let n = 0; n < MEMORY_FACTS; n += 2) {
      press(led, { type: 'requestFloor', person, kind: 'speech' }, person);
      const request = led.meeting.floor.queue.at(-1);
      if (request !== undefined) press(led, { type: 'withdrawRequest', request: request.id }, person);
      led = { meeting: led.meeting, facts: [] };
    }
    collectGarbage();
    // The first rounds fill caches and compile.
    if (round >= MEMORY_ROUNDS / 3) points.push([(round * MEMORY_FACTS) / 1_000, process.memoryUsage().heapUsed / MIB]);
  }
  return slope(points);
}

function report(commands: readonly number[], { facts, times }: Replays, growth: number): Report {
  return {
    tables: [
      table(
        ['', 'median ms', 'p99 ms', 'longest ms'],
        [
          [`one command, 81 seats, ${FACTS} facts`, median(commands), quantile(commands, 0.99), quantile(commands, 1)],
          [`an evening of ${facts} facts folded anew`, median(times), quantile(times, 0.99), quantile(times, 1)],
        ],
      ),
      table(['memory that stays, MiB per 1,000 commands'], [[growth]]),
    ],
    figures: {
      commandP50Ms: median(commands),
      commandP99Ms: quantile(commands, 0.99),
      replayFacts: facts,
      replayMs: median(times),
      memoryMibPerThousand: growth,
    },
    aims: [
      atMost('one command, p99 ms', quantile(commands, 0.99), 1),
      atMost('a whole evening folded anew, ms', median(times), 200),
      atMost('memory that stays, MiB per 1,000 commands', growth, 0.05),
    ],
  };
}
