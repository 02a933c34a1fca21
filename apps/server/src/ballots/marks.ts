import type { BallotId, ClosedBallot, PersonId } from '@klubba/meeting';

/** So many at once, so that nobody's mark stands beside the ballot that was just recorded. */
const BATCH = 5;

/**
 * Who has voted, until it is told: in memory alone, and without order. The journal is given several names at a time, sorted. A
 * server that stops forgets them; the tablets say it again.
 */
export class Marks {
  readonly #waiting = new Map<BallotId, Set<PersonId>>();

  add(ballot: BallotId, person: PersonId): void {
    const waiting = this.#waiting.get(ballot) ?? new Set();
    waiting.add(person);
    this.#waiting.set(ballot, waiting);
  }

  has(ballot: BallotId, person: PersonId): boolean {
    return this.#waiting.get(ballot)?.has(person) === true;
  }

  /** Those to be told now: a whole batch, all that were missing, or everybody waiting when nobody can vote any more. */
  due({ id, voted, registered, state }: ClosedBallot): readonly PersonId[] {
    const waiting = [...(this.#waiting.get(id) ?? [])].filter((person) => !voted.includes(person));
    const complete = voted.length + waiting.length >= registered.length;
    const isDue = waiting.length >= BATCH || complete || state !== 'voting';
    return isDue ? waiting.toSorted() : [];
  }

  forget(ballot: BallotId, persons: readonly PersonId[]): void {
    for (const person of persons) this.#waiting.get(ballot)?.delete(person);
  }
}

/**
 * Credentials that have been sent without a name, until registration is closed: in memory, and then sorted into the list. Kept under
 * the board's name, which is another in each round of registration.
 */
export class Credentials {
  readonly #waiting = new Map<string, Set<string>>();

  add(uuid: string, credential: string): void {
    const waiting = this.#waiting.get(uuid) ?? new Set();
    waiting.add(credential);
    this.#waiting.set(uuid, waiting);
  }

  of(uuid: string): ReadonlySet<string> {
    return this.#waiting.get(uuid) ?? new Set();
  }

  forget(uuid: string): void {
    this.#waiting.delete(uuid);
  }
}
