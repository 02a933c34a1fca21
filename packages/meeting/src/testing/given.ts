import { follow } from '../follow.ts';
import type { Instant, PersonId } from '../ids.ts';
import { decide } from '../decide.ts';
import { evolve, planned } from '../meeting.ts';
import type { MeetingPlan } from '../plan.ts';
import type { Refusal } from '../law/rule.ts';
import type { Actor, Fact, Meeting, MeetingCommand, MeetingEvent } from '../types.ts';
import { difference, type Pattern } from './match.ts';

const STEP_MS = 1000;

/** A meeting in the making: what has happened, and what happens if somebody now wants this. */
export type Scene = {
  readonly meeting: Meeting;
  readonly facts: readonly Fact[];
  /** The command must be lawful; its facts are added. */
  after(command: MeetingCommand, by?: Actor, at?: Instant): Scene;
  /** Facts that somebody else's test has to do with: added with their consequences, without asking whether they were lawful. */
  happened(...events: readonly MeetingEvent[]): Scene;
  /** Facts exactly as stated, without consequences. */
  recorded(...events: readonly MeetingEvent[]): Scene;
  /** Time passes. */
  wait(milliseconds: number): Scene;
  /** The command under test. */
  when(command: MeetingCommand, by?: Actor, at?: Instant): Outcome;
};

export type Outcome = {
  /** Lawful, and these are its facts (each field given must match; further fields of a fact may differ). Gives the scene after it. */
  then(...events: readonly Pattern<MeetingEvent>[]): Scene;
  /** Lawful, and among its facts are these. */
  thenAmong(...events: readonly Pattern<MeetingEvent>[]): Scene;
  /** Refused by this rule, with at least this detail. */
  refuses(rule: string, detail?: Refusal['detail']): Scene;
  readonly events: readonly MeetingEvent[];
  readonly refusal: Refusal | undefined;
};

/** `given(councilPlan())`, or the scene of another builder. Commands are the chair's unless `by` says otherwise. */
export function given(start: MeetingPlan | readonly Fact[] | Scene): Scene {
  if (isScene(start)) return start;
  if (isFacts(start)) return fromFacts(start);
  return fromFacts([
    { seq: 1, at: start.startsAt - 3_600_000, actor: 'system', event: { type: 'MeetingPlanned', plan: start } },
  ]);
}

function isFacts(start: MeetingPlan | readonly Fact[]): start is readonly Fact[] {
  return Array.isArray(start);
}

function isScene(start: MeetingPlan | readonly Fact[] | Scene): start is Scene {
  return 'recorded' in start;
}

function fromFacts(facts: readonly Fact[]): Scene {
  const first = facts[0];
  if (first?.event.type !== 'MeetingPlanned') throw new Error('A meeting begins with MeetingPlanned.');
  const meeting = facts.slice(1).reduce(step, planned(first.event.plan, first.seq));
  return sceneOf(meeting, facts, facts.at(-1)?.at ?? first.at);
}

function step(meeting: Meeting, fact: Fact): Meeting {
  const next = evolve(meeting, fact);
  if (next.plan === undefined) throw new Error('A planned meeting stays planned.');
  return next;
}

function sceneOf(meeting: Meeting, facts: readonly Fact[], now: Instant): Scene {
  const add = (events: readonly MeetingEvent[], actor: Actor, at: Instant): Scene => {
    const added = events.map((event, index): Fact => ({ seq: meeting.seq + index + 1, at, actor, event }));
    return sceneOf(added.reduce(step, meeting), [...facts, ...added], at);
  };
  const chair = leaderOf(meeting);
  const outcomeOf = (
    command: MeetingCommand,
    by: Actor = chair,
    at: Instant = now + STEP_MS,
  ): Outcome & { readonly next: Scene } => {
    const result = decide(meeting, command, { at, actor: by, id: `id-${meeting.seq + 1}` });
    const events = result.ok ? result.value : [];
    const refusal = result.ok ? undefined : result.refusal;
    const next = add(events, by, at);
    return { ...outcome(command, events, refusal, next), next };
  };
  return {
    meeting,
    facts,
    after: (command, by, at) => {
      const { refusal, next } = outcomeOf(command, by, at);
      if (refusal) throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`);
      return next;
    },
    happened: (...events) => {
      const at = now + STEP_MS;
      const context = { at, actor: chair, id: `id-${meeting.seq + 1}` };
      return add(withConsequences(meeting, events, context), chair, at);
    },
    recorded: (...events) => add(events, chair, now + STEP_MS),
    wait: (milliseconds) => sceneOf(meeting, facts, now + milliseconds),
    when: outcomeOf,
  };
}

function withConsequences(
  meeting: Meeting,
  events: readonly MeetingEvent[],
  context: { readonly at: Instant; readonly actor: Actor; readonly id: string },
): readonly MeetingEvent[] {
  const all: MeetingEvent[] = [];
  const pending = [...events];
  let now = meeting;
  for (let event = pending.shift(); event !== undefined; event = pending.shift()) {
    const before = now;
    now = step(now, { seq: now.seq + 1, at: context.at, actor: context.actor, event });
    all.push(event);
    pending.unshift(...follow(before, now, event, context));
  }
  return all;
}

function outcome(
  command: MeetingCommand,
  events: readonly MeetingEvent[],
  refusal: Refusal | undefined,
  next: Scene,
): Outcome {
  const lawful = (): void => {
    if (refusal) throw new Error(`${command.type} was refused: ${JSON.stringify(refusal)}`);
  };
  return {
    events,
    refusal,
    // Given, when, then is the language of the tests; nobody awaits an outcome.
    then: (...expected) => {
      lawful();
      const wrong = difference(events, expected);
      if (wrong) throw new Error(`${command.type}: ${wrong}\nfacts: ${JSON.stringify(events, null, 1)}`);
      return next;
    },
    thenAmong: (...expected) => {
      lawful();
      const missing = expected.filter((pattern) => !events.some((event) => difference(event, pattern) === undefined));
      if (missing.length > 0)
        throw new Error(`${command.type} lacks ${JSON.stringify(missing)}\nfacts: ${JSON.stringify(events, null, 1)}`);
      return next;
    },
    refuses: (rule, detail) => {
      if (!refusal) throw new Error(`${command.type} was not refused (${rule}): ${JSON.stringify(events, null, 1)}`);
      const wrong =
        refusal.rule === rule
          ? difference(refusal.detail ?? {}, detail ?? {})
          : `refused by ${refusal.rule}, not ${rule}`;
      if (wrong) throw new Error(`${command.type}: ${wrong}\nrefusal: ${JSON.stringify(refusal)}`);
      return next;
    },
  };
}

function leaderOf(meeting: Meeting): PersonId {
  const chair = meeting.agenda.leader ?? meeting.plan.duties.find((d) => d.duty === 'chair')?.person;
  if (!chair) throw new Error('The plan has no chair.');
  return chair;
}
