import type { Actor, Fact, Meeting, MeetingCommand, MeetingId, Refusal, Unplanned } from '@klubba/meeting';
import { factHash, genesisHash, type Hash } from '@klubba/record';
import type { Journal, JournalFact } from '../journal/journal.ts';
import type { Heart } from './heart.ts';

/** Waits between tries to reach the journal; a meeting never gives up. */
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 500;
/** More commands than this waiting for the disk means that something is badly wrong: say no at once rather than late. */
const WAITING_MAX = 5_000;

/** `id`: the press of a button. `made`: what the command creates is named by it. `at`: when it came. */
export type Press = {
  readonly id: string;
  readonly made: string;
  readonly command: MeetingCommand;
  readonly actor: Actor;
  readonly at: number;
};

export type Outcome =
  /** On disk. `seq`: the last fact it brought, or the last before it where it brought none. */
  | { readonly kind: 'done'; readonly seq: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Somebody else has used this id. */
  | { readonly kind: 'replayed' }
  | { readonly kind: 'overloaded' };

/** One fact with the whole meeting on each side of it. */
export type Step = {
  readonly fact: JournalFact;
  readonly before: Meeting | Unplanned;
  readonly after: Meeting | Unplanned;
};

export type LiveMeeting = {
  readonly id: MeetingId;
  /** As the journal has it: nothing here can be lost. */
  now(): Meeting | Unplanned;
  /** Every fact so far. */
  facts(): readonly JournalFact[];
  /** The same, each with the meeting around it, up to `seq`. Folds from the first fact. */
  steps(seq: number): Iterable<Step>;
  /** Decides, makes durable, publishes, and then answers. The same press again gets its first answer. */
  submit(press: Press): Promise<Outcome>;
  /** The journal has facts up to `seq`. */
  catchUp(seq: number): void;
  /** Facts as they become durable, in order, once each. */
  follow(listener: (steps: readonly Step[]) => void): () => void;
  /** Resolves when what was submitted is settled. */
  close(): Promise<void>;
};

type Waiting = {
  readonly press: Press;
  readonly settle: (outcome: Outcome) => void;
  /** For a bug in the heart: it must stop this command and no other. */
  readonly fail: (bug: unknown) => void;
  steps: readonly Step[];
  /** Of the fact it was decided on. */
  on: number;
  refusal?: Refusal;
};
type Known = { readonly actor: Actor; readonly seq: number };
type Options = {
  readonly id: MeetingId;
  readonly journal: Journal;
  readonly heart: Heart;
  readonly onTrouble: (error: unknown) => void;
};

/**
 * One meeting, running. Commands are decided one after another on the meeting as it will be when all before them are on disk;
 * while one transaction is being written the next gathers. Should another server have been faster, everything not yet
 * acknowledged is decided again on what it wrote.
 */
export async function openLiveMeeting(options: Options): Promise<LiveMeeting> {
  const meeting = new RunningMeeting(options);
  await meeting.load();
  return meeting;
}

class RunningMeeting implements LiveMeeting {
  readonly id: MeetingId;
  readonly #options: Options;
  readonly #log: JournalFact[] = [];
  /** By command id: who sent it, and where its last fact stands. */
  readonly #known = new Map<string, Known>();
  readonly #listeners = new Set<(steps: readonly Step[]) => void>();
  #durable: Meeting | Unplanned;
  /** With the facts that are decided but not yet durable. */
  #ahead: { meeting: Meeting | Unplanned; seq: number; hash: Hash; at: number };
  #waiting: Waiting[] = [];
  #writing: readonly Waiting[] = [];
  #running: Promise<void> | undefined;
  #journalSeq = 0;
  #closed = false;

  constructor(options: Options) {
    this.id = options.id;
    this.#options = options;
    this.#durable = options.heart.unplanned;
    this.#ahead = this.#fromDurable();
  }

  async load(): Promise<void> {
    await this.#readOn();
  }

  now(): Meeting | Unplanned {
    return this.#durable;
  }

  facts(): readonly JournalFact[] {
    return this.#log;
  }

  *steps(seq: number): Generator<Step> {
    const { heart } = this.#options;
    let before: Meeting | Unplanned = heart.unplanned;
    for (const fact of this.#log.slice(0, seq)) {
      const after = heart.evolve(before, bare(fact));
      yield { fact, before, after };
      before = after;
    }
  }

  submit(press: Press): Promise<Outcome> {
    const known = this.#known.get(press.id);
    if (known) return Promise.resolve(answerFor(known, press));
    if (this.#waiting.length >= WAITING_MAX || this.#closed) return Promise.resolve({ kind: 'overloaded' });
    return new Promise((settle, fail) => {
      if (this.#line({ press, settle, fail, steps: [], on: this.#ahead.seq })) this.#run();
    });
  }

  catchUp(seq: number): void {
    if (seq <= this.#journalSeq) return;
    this.#journalSeq = seq;
    this.#run();
  }

  follow(listener: (steps: readonly Step[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
    this.#listeners.clear();
  }

  #run(): void {
    this.#running ??= this.#work().catch(this.#options.onTrouble);
  }

  async #work(): Promise<void> {
    // Off the caller's stack: `#running` is set before it can be cleared, and what comes in the same breath is written together.
    await Promise.resolve();
    try {
      while (this.#journalSeq > this.#log.length || this.#waiting.length > 0) {
        if (this.#journalSeq > this.#log.length) await this.#startOver();
        this.#writing = this.#waiting;
        this.#waiting = [];
        if (await this.#write()) this.#settleWritten();
        else await this.#startOver();
      }
    } finally {
      // In the same breath as the loop's last look: what is submitted after it starts a new run.
      this.#running = undefined;
    }
  }

  /** True: durable. False: another server was first, or nobody knows; the journal must be asked. */
  async #write(): Promise<boolean> {
    const steps = this.#writing.flatMap((waiting) => waiting.steps);
    if (steps.length === 0) return true;
    try {
      const answer = await this.#options.journal.append(
        this.id,
        steps.map((step) => step.fact),
      );
      if (answer === 'conflict') return false;
    } catch (error) {
      this.#options.onTrouble(error);
      return false;
    }
    this.#becomeDurable(steps);
    return true;
  }

  #settleWritten(): void {
    const written = this.#writing;
    this.#writing = [];
    for (const { press, on, refusal, settle } of written) {
      if (refusal) settle({ kind: 'refused', refusal });
      else settle(answerFor(this.#known.get(press.id) ?? { actor: press.actor, seq: on }, press));
    }
  }

  /** Takes in what the journal has, then decides everything unsettled again. */
  async #startOver(): Promise<void> {
    await this.#untilReached(() => this.#readOn());
    const again = [...this.#writing, ...this.#waiting];
    this.#writing = [];
    this.#waiting = [];
    this.#ahead = this.#fromDurable();
    for (const waiting of again) {
      const known = this.#known.get(waiting.press.id);
      if (known) {
        waiting.settle(answerFor(known, waiting.press));
        continue;
      }
      this.#line(waiting);
    }
  }

  /** Decides it and puts it last in line. */
  #line(waiting: Waiting): boolean {
    const ahead = this.#ahead;
    try {
      this.#decide(waiting);
    } catch (bug) {
      this.#ahead = ahead;
      waiting.fail(bug);
      return false;
    }
    this.#waiting.push(waiting);
    return true;
  }

  async #untilReached(read: () => Promise<void>): Promise<void> {
    for (let waitMs = FIRST_RETRY_MS; ; waitMs = Math.min(waitMs * 2, LONGEST_RETRY_MS)) {
      try {
        await read();
        return;
      } catch (error) {
        this.#options.onTrouble(error);
        if (this.#closed) throw error;
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }

  async #readOn(): Promise<void> {
    const facts = await this.#options.journal.read(this.id, this.#log.length);
    let before = this.#durable;
    const steps = facts.map((fact): Step => {
      const step = { fact, before, after: this.#options.heart.evolve(before, bare(fact)) };
      before = step.after;
      return step;
    });
    this.#becomeDurable(steps);
    if (this.#writing.length === 0 && this.#waiting.length === 0) this.#ahead = this.#fromDurable();
  }

  #decide(waiting: Waiting): void {
    const { press } = waiting;
    const { heart } = this.#options;
    // A clock that is set back, here or on another server, never makes a fact older than the one before it.
    const at = Math.max(press.at, this.#ahead.at);
    waiting.steps = [];
    waiting.on = this.#ahead.seq;
    delete waiting.refusal;
    // Pressed twice before the first was on disk: the second brings nothing and gets the first one's answer.
    if (this.#isUndecided(press)) return;
    const decided = heart.decide(this.#ahead.meeting, press.command, { at, actor: press.actor, id: press.made });
    if (!decided.ok) {
      waiting.refusal = decided.refusal;
      return;
    }
    waiting.steps = decided.value.map((event, part) => {
      const fact: Fact = { seq: this.#ahead.seq + 1, at, actor: press.actor, event };
      const hash = factHash(this.#ahead.hash, fact);
      const before = this.#ahead.meeting;
      const after = heart.evolve(before, fact);
      const kept: JournalFact = { ...fact, command: press.id, part, prev: this.#ahead.hash, hash };
      this.#ahead = { meeting: after, seq: fact.seq, hash, at };
      return { fact: kept, before, after };
    });
  }

  #isUndecided(press: Press): boolean {
    const same = (other: Waiting): boolean =>
      other.press.id === press.id && other.press !== press && other.steps.length > 0;
    return this.#writing.some(same) || this.#waiting.some(same);
  }

  #becomeDurable(steps: readonly Step[]): void {
    if (steps.length === 0) return;
    for (const { fact, after } of steps) {
      this.#log.push(fact);
      this.#known.set(fact.command, { actor: fact.actor, seq: fact.seq });
      this.#durable = after;
    }
    this.#journalSeq = Math.max(this.#journalSeq, this.#log.length);
    for (const listener of this.#listeners) {
      try {
        listener(steps);
      } catch (error) {
        this.#options.onTrouble(error);
      }
    }
  }

  #fromDurable(): { meeting: Meeting | Unplanned; seq: number; hash: Hash; at: number } {
    const last = this.#log.at(-1);
    return {
      meeting: this.#durable,
      seq: this.#log.length,
      hash: last?.hash ?? genesisHash(this.id),
      at: last?.at ?? 0,
    };
  }
}

function answerFor(known: Known, press: Press): Outcome {
  return known.actor === press.actor ? { kind: 'done', seq: known.seq } : { kind: 'replayed' };
}

/** What the heart folds and readers are shown: the fact without what ties it to the journal. */
export function bare({ seq, at, actor, event }: Fact): Fact {
  return { seq, at, actor, event };
}
