import { randomInt } from 'node:crypto';
import type { BallotId, ClosedBallot, PersonId } from '@klubba/meeting';

/** So many are told at once, and so many are always held back, so that nobody's mark stands beside the ballot that was just recorded. */
const BATCH = 5;

/**
 * Who has voted, until it is told: in memory alone, and sorted, so that not even there it is known who came when. The journal is
 * given five at a time, drawn by lot among at least ten; the rest when all have voted or nobody can vote any more. Whoever holds the
 * journal beside the board, in the order in which both were written, has for each name at least five ballots. A server that stops
 * forgets them; the tablets say it again.
 */
export class Marks {
  readonly #waiting = new Map<BallotId, readonly PersonId[]>();

  add(ballot: BallotId, person: PersonId): void {
    const waiting = this.#waiting.get(ballot) ?? [];
    if (!waiting.includes(person)) this.#waiting.set(ballot, [...waiting, person].toSorted());
  }

  has(ballot: BallotId, person: PersonId): boolean {
    return this.#waiting.get(ballot)?.includes(person) === true;
  }

  /** Those to be told now. */
  due({ id, voted, registered, state }: ClosedBallot): readonly PersonId[] {
    const waiting = (this.#waiting.get(id) ?? []).filter((person) => !voted.includes(person));
    const complete = voted.length + waiting.length >= registered.length;
    if (complete || state !== 'voting') return waiting;
    return waiting.length < 2 * BATCH ? [] : drawn(waiting, BATCH);
  }

  forget(ballot: BallotId, persons: readonly PersonId[]): void {
    const left = this.#waiting.get(ballot)?.filter((person) => !persons.includes(person)) ?? [];
    if (left.length > 0) this.#waiting.set(ballot, left);
    else this.#waiting.delete(ballot);
  }
}

function drawn(persons: readonly PersonId[], count: number): readonly PersonId[] {
  const left = [...persons];
  return Array.from({ length: count }, () => left.splice(randomInt(left.length), 1))
    .flat()
    .toSorted();
}

/**
 * Credentials that have been sent without a name, until registration is closed: in memory, sorted as they will stand in the list, so
 * that not even there it is known which came when. Kept under the board's name, which is another in each round of registration.
 */
export class Credentials {
  readonly #waiting = new Map<string, readonly string[]>();

  add(uuid: string, credential: string): void {
    const waiting = this.#waiting.get(uuid) ?? [];
    if (!waiting.includes(credential)) this.#waiting.set(uuid, [...waiting, credential].toSorted());
  }

  of(uuid: string): readonly string[] {
    return this.#waiting.get(uuid) ?? [];
  }

  forget(uuid: string): void {
    this.#waiting.delete(uuid);
  }
}
