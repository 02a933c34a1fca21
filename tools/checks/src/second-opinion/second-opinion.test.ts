import type { PersonId } from '@klubba/meeting';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counterPropositions } from './counter-propositions.ts';
import { byTheStatute, proportionalElections } from './proportional.ts';
import { quorums } from './quorum.ts';
import { remits } from './remits.ts';

/** Each draw has its own cases. */
const DRAWS = 10;

describe('a naive reference, written from the statute, agrees with the heart', () => {
  test.each([
    [quorums, 400],
    [remits, 40],
    [proportionalElections, 150],
    [counterPropositions, 30],
  ] as const)('%o', (subject, cases) => {
    const agrees = fc.property(fc.nat(), (seed) => {
      expect(subject(cases, seed).disagreements).toEqual([]);
    });
    fc.assert(agrees, { numRuns: DRAWS, endOnFailure: true });
  });

  test('the reference itself gives SKR’s worked example: A 4, B 1, C 1, G 1 of seven', () => {
    const list = (label: string, votes: number) =>
      Array.from({ length: votes }, () => ({ label, names: [1, 2, 3, 4, 5].map((n) => `${label}${n}` as PersonId) }));
    const { elected } = byTheStatute(
      [...list('A', 17), ...list('B', 5), ...list('C', 5), ...list('G', 4)],
      7,
      (tied) => tied[0] ?? 0,
    );
    expect(elected).toEqual(['A1', 'A2', 'A3', 'B1', 'C1', 'A4', 'G1']);
  });
});
