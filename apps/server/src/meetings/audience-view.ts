import {
  type Audience,
  audienceKey,
  evolve,
  type Fact,
  type Meeting,
  ownerOf,
  type PersonId,
  personalise,
  showFact,
  showFactTo,
  type Unplanned,
  unplanned,
} from '@klubba/meeting';
import type { ServerMessage } from '@klubba/protocol';
import { bare, type Step } from './live-meeting.ts';

/** A client that was away for longer than this many of its facts gets a fresh snapshot instead. */
const RECENT_FACTS = 2_000;

type Seen = { readonly whole: Fact; readonly shown: Fact | null };

/** The meeting as one audience knows it: folded once, and made into bytes once, for all who share these eyes. */
export class AudienceView {
  readonly audience: Audience;
  readonly key: string;
  #shown: Meeting | Unplanned = unplanned;
  #seq = 0;
  /** The last facts, so that one who was away gets only what came since. */
  #recent: Seen[] = [];
  /** `seq` after which `#recent` holds all. */
  #recentFrom = 0;
  #untold: Seen[] = [];
  #snapshot: { readonly seq: number; readonly bytes: Buffer } | undefined;

  constructor(audience: Audience) {
    this.audience = audience;
    this.key = audienceKey(audience);
  }

  get seq(): number {
    return this.#seq;
  }

  /** Takes in one fact; `tell` collects it until then. */
  see({ fact, before }: Step): void {
    const whole = bare(fact);
    const shown = showFact(whole, this.audience, before);
    if (shown !== null) this.#shown = evolve(this.#shown, shown);
    this.#seq = whole.seq;
    const seen = { whole, shown };
    this.#untold.push(seen);
    this.#recent.push(seen);
    if (this.#recent.length > 2 * RECENT_FACTS) {
      this.#recent = this.#recent.slice(-RECENT_FACTS);
      this.#recentFrom = (this.#recent[0]?.whole.seq ?? 1) - 1;
    }
  }

  /** What has been seen since the last call, as bytes for all, and for those who own one of the facts as bytes of their own. */
  tell(): {
    readonly bytes: Buffer | undefined;
    own(person: PersonId): Buffer | undefined;
    /** Whose bytes are not those of the audience; a changed plan holds something of everybody's own. */
    readonly owners: ReadonlySet<PersonId> | 'everybody';
  } {
    const untold = this.#untold;
    this.#untold = [];
    const owners = new Set<PersonId>();
    for (const { whole, shown } of untold) {
      const owner = ownerOf(whole.event);
      if (owner !== null && shown?.event !== whole.event) owners.add(owner);
    }
    return {
      bytes: factsMessage(
        this.#seq,
        untold.flatMap(({ shown }) => shown ?? []),
      ),
      own: (person) =>
        factsMessage(
          this.#seq,
          untold.flatMap((seen) => asOwn(seen, person, this.audience)),
        ),
      owners: untold.some(({ whole }) => whole.event.type === 'PlanChanged') ? 'everybody' : owners,
    };
  }

  /** What came after `after`; undefined when that is too long ago to tell. */
  since(after: number, person: PersonId | null): Buffer | undefined {
    if (after < this.#recentFrom || after > this.#seq) return undefined;
    const missed = this.#recent.filter(({ whole }) => whole.seq > after);
    return encode({
      type: 'facts',
      seq: this.#seq,
      facts: missed.flatMap((seen) => asOwn(seen, person, this.audience)),
    });
  }

  /** The whole picture; with a person's own in it where there is one. `whole`: the meeting at the same place. */
  snapshot(whole: Meeting, person: PersonId | null): Buffer {
    if (person !== null) {
      return encode({ type: 'snapshot', seq: this.#seq, meeting: personalise(whole, this.meeting(), person) });
    }
    if (this.#snapshot?.seq !== this.#seq) {
      this.#snapshot = { seq: this.#seq, bytes: encode({ type: 'snapshot', seq: this.#seq, meeting: this.meeting() }) };
    }
    return this.#snapshot.bytes;
  }

  /** Throws before the meeting is planned: nobody looks at one that is not. */
  meeting(): Meeting {
    if (this.#shown.plan === undefined) throw new Error('This audience was shown no plan');
    return { ...this.#shown, seq: this.#seq };
  }
}

function asOwn({ whole, shown }: Seen, person: PersonId | null, audience: Audience): readonly Fact[] {
  if (person !== null && whole.event.type === 'PlanChanged') {
    const own = showFactTo(whole, audience, person, unplanned);
    return own === null ? [] : [own];
  }
  if (person !== null && ownerOf(whole.event) === person) return [whole];
  return shown === null ? [] : [shown];
}

function factsMessage(seq: number, facts: readonly Fact[]): Buffer | undefined {
  return facts.length === 0 ? undefined : encode({ type: 'facts', seq, facts });
}

export function encode(message: ServerMessage): Buffer {
  return Buffer.from(JSON.stringify(message));
}
