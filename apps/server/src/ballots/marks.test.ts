import type { BallotId, ClosedBallot, PersonId } from '@klubba/meeting';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Credentials, Marks } from './marks.ts';

const id = 'b' as BallotId;
const persons = Array.from({ length: 41 }, (_, index) => `p-${String(index).padStart(2, '0')}` as PersonId);
const ballot = (voted: readonly PersonId[], state: ClosedBallot['state']): ClosedBallot =>
  ({ id, voted, registered: persons, state }) as unknown as ClosedBallot;

describe('Who has voted', () => {
  it('is told five at a time and sorted, never the last five before closing, and everybody in the end', () => {
    const orders = fc.tuple(fc.shuffledSubarray([...persons], { minLength: 5 }));
    fc.assert(
      fc.property(orders, ([order]) => {
        const marks = new Marks();
        const told: (readonly PersonId[])[] = [];
        const tell = (state: ClosedBallot['state']): void => {
          const due = marks.due(ballot(told.flat(), state));
          marks.forget(id, due);
          if (due.length > 0) told.push(due);
        };
        for (const [index, person] of order.entries()) {
          marks.add(id, person);
          tell('voting');
          const isComplete = index + 1 === persons.length;
          expect(index + 1 - told.flat().length).toBeGreaterThanOrEqual(isComplete ? 0 : Math.min(5, index + 1));
        }
        tell('closed');
        expect(told.flat().toSorted()).toEqual(order.toSorted());
        for (const batch of told) {
          expect(batch.length).toBeGreaterThanOrEqual(5);
          expect(batch).toEqual(batch.toSorted());
        }
      }),
    );
  });
});

describe('Credentials sent without a name', () => {
  it('lie in the order of the list, whichever came first', () => {
    const credentials = new Credentials();
    for (const one of ['3', '1', '2', '1']) credentials.add('uuid', one);
    expect(credentials.of('uuid')).toEqual(['1', '2', '3']);
    credentials.forget('uuid');
    expect(credentials.of('uuid')).toEqual([]);
  });
});
