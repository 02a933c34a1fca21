import { describe, expect, it } from 'vitest';
import type { AlternativeId, PersonId, SeatId } from '../ids.ts';
import { carriedInCompany } from '../law/abl-2-company-majority.ts';
import { isTwoThirds } from '../law/bes-6-qualified-majority.ts';
import { type CountRules, countVotes } from './count.ts';
import type { Ballot, Choice, Threshold } from './types.ts';

const YES = 'today' as AlternativeId;
const NO = 'refer' as AlternativeId;
const sides = { yes: YES, no: NO };
const leader = 'leader' as PersonId;

/** So many of each; the leader is the first of `leads`. */
function ballots(yes: number, no: number, abstain = 0, absent = 0, leads: Choice = 'yes'): readonly Ballot[] {
  const all = [...fill(yes, 'yes'), ...fill(no, 'no'), ...fill(abstain, 'abstain'), ...fill(absent, 'absent')];
  const first = all.indexOf(leads);
  return all.map((choice, index) => ({
    seat: `seat-${index}` as SeatId,
    person: index === first ? leader : (`person-${index}` as PersonId),
    choice,
  }));
}

function fill(count: number, choice: Ballot['choice']): readonly Ballot['choice'][] {
  return Array.from({ length: count }, () => choice);
}

function rules(threshold: Threshold, change: Partial<CountRules> = {}): CountRules {
  return { threshold, seatsTotal: 81, leader, castingFollowsOwn: true, tiesByLot: false, ...change };
}

const third = rules({ kind: 'thirdOfPresent', for: NO });

/** Göteborg's council 2023–2024: for the referral, against, abstaining, absent, an earlier minority referral, what the minutes say. */
const REMITS = [
  ['2023-01-26 § 16', 38, 43, 0, 0, false, 'minority'],
  ['2023-01-26 § 31', 29, 40, 12, 0, false, 'minority'],
  ['2023-02-23 § 16', 9, 65, 5, 0, false, 'falls'],
  ['2023-03-23 § 17', 9, 71, 0, 1, false, 'falls'],
  ['2023-03-23 § 18', 9, 72, 0, 0, false, 'falls'],
  ['2023-10-12 § 9', 19, 48, 14, 0, false, 'falls'],
  ['2023-10-12 § 9', 9, 48, 24, 0, false, 'falls'],
  ['2023-11-23 § 59', 29, 43, 9, 0, true, 'falls'],
  ['2024-02-01 § 25', 41, 40, 0, 0, false, 'vote'],
  ['2024-08-22 § 307', 29, 40, 12, 0, false, 'minority'],
  ['2024-10-10 § 397', 29, 52, 0, 0, false, 'minority'],
] as const;

describe('Counting', () => {
  it.each(REMITS)(
    'ORD-1 ORD-2 %s: %i for, %i against, %i abstain, %i absent (earlier minority %s): %s',
    (_id, wanted, against, abstain, absent, earlier, expected) => {
      const count = countVotes(
        sides,
        ballots(against, wanted, abstain, absent),
        earlier ? rules({ kind: 'simple' }) : third,
      );
      expect(count).toEqual(
        expected === 'falls' ? { outcome: YES, settledBy: 'vote' } : { outcome: NO, settledBy: expected },
      );
    },
  );

  it('ORD-1 a third exactly is enough, one less is not; who abstains is present, who is absent is not', () => {
    expect(countVotes(sides, ballots(54, 27), third)).toMatchObject({ settledBy: 'minority' });
    expect(countVotes(sides, ballots(55, 26), third)).toMatchObject({ outcome: YES });
    expect(countVotes(sides, ballots(45, 26, 9, 1), third)).toMatchObject({ outcome: YES });
    expect(countVotes(sides, ballots(40, 26, 12, 3), third)).toMatchObject({ settledBy: 'minority' });
  });

  it('ORD-1 nobody for it is no minority, even if nobody else votes', () => {
    expect(countVotes(sides, ballots(1, 0, 0, 80), third)).toEqual({ outcome: YES, settledBy: 'vote' });
  });

  it('BES-4 who abstains or is absent does not count', () => {
    expect(countVotes(sides, ballots(2, 1, 70, 8), rules({ kind: 'simple' }))).toEqual({
      outcome: YES,
      settledBy: 'vote',
    });
  });

  it('BES-5 equal votes go where the chair voted; a chair who abstained, or whose casting vote is free, must still choose', () => {
    expect(countVotes(sides, ballots(4, 4, 1, 0, 'no'), rules({ kind: 'simple' }))).toEqual({
      outcome: NO,
      settledBy: 'castingVote',
    });
    expect(countVotes(sides, ballots(4, 4, 1, 0, 'abstain'), rules({ kind: 'simple' }))).toEqual({
      tied: 'castingVote',
    });
    expect(countVotes(sides, ballots(4, 4), rules({ kind: 'simple' }, { castingFollowsOwn: false }))).toEqual({
      tied: 'castingVote',
    });
  });

  it('BES-5 between persons the lot decides, whatever the chair voted', () => {
    expect(countVotes(sides, ballots(4, 4), rules({ kind: 'simple' }, { tiesByLot: true }))).toEqual({ tied: 'lot' });
  });

  it('BES-6 two thirds of those present: who abstains counts against; of votes cast: not', () => {
    const ofPresent = rules({ kind: 'twoThirdsOfPresent', for: YES });
    const ofCast = rules({ kind: 'twoThirdsOfCast', for: YES });
    expect(countVotes(sides, ballots(54, 27), ofPresent)).toEqual({ outcome: YES, settledBy: 'vote' });
    expect(countVotes(sides, ballots(53, 27, 1), ofPresent)).toEqual({ outcome: NO, settledBy: 'vote' });
    expect(countVotes(sides, ballots(54, 27, 0, 9), ofPresent)).toMatchObject({ outcome: YES });
    expect(countVotes(sides, ballots(4, 2, 75), ofCast)).toMatchObject({ outcome: YES });
    expect(countVotes(sides, ballots(3, 2, 76), ofCast)).toMatchObject({ outcome: NO });
    expect(isTwoThirds(0, 0)).toBe(false);
  });

  it('ABL-2 a complete board needs more than half of those present; one that is not, a third of all as well', () => {
    expect(carriedInCompany(4, 7, 7, false)).toBe(true);
    expect(carriedInCompany(3, 7, 7, false)).toBe(false);
    expect(carriedInCompany(3, 6, 7, false)).toBe(false);
    expect(carriedInCompany(3, 5, 9, false)).toBe(false);
    expect(carriedInCompany(4, 5, 9, false)).toBe(true);
    const company = rules({ kind: 'company' }, { seatsTotal: 7, fallback: NO });
    expect(countVotes(sides, ballots(3, 1, 3), company)).toEqual({ outcome: NO, settledBy: 'vote' });
    expect(countVotes(sides, ballots(4, 1, 2), company)).toEqual({ outcome: YES, settledBy: 'vote' });
  });

  it('ABL-3 equal votes go with the chair, still with more than a third of all', () => {
    const company = rules({ kind: 'company' }, { seatsTotal: 9, fallback: NO });
    expect(countVotes(sides, ballots(3, 3, 0, 3), company)).toEqual({ outcome: NO, settledBy: 'vote' });
    expect(countVotes(sides, ballots(4, 4, 0, 1), company)).toEqual({ outcome: YES, settledBy: 'castingVote' });
    expect(carriedInCompany(4, 8, 9, true)).toBe(true);
    expect(carriedInCompany(3, 6, 9, true)).toBe(false);
  });
});
