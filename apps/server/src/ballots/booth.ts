import type { BallotId, PersonId } from '@klubba/meeting';

/**
 * Who is at the hall's own tablet now, let in by the desk: one at a time, and in memory alone. In the journal it would stand beside
 * the ballot that was recorded in that moment; a server that starts again is told anew.
 */
export class Booth {
  readonly #inside = new Map<BallotId, PersonId>();

  admit(ballot: BallotId, person: PersonId): void {
    this.#inside.set(ballot, person);
  }

  inside(ballot: BallotId): PersonId | undefined {
    return this.#inside.get(ballot);
  }

  leave(ballot: BallotId): void {
    this.#inside.delete(ballot);
  }
}
