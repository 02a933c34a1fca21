import { describe, expect, it } from 'vitest';
import type { AlternativeId, PersonId, SeatId } from '../ids.ts';
import { isPart } from '../law/for-1-federations.ts';
import { ballotsOf, type CountRules, countVotes, fallbackOf, resultOf, tally } from './count.ts';
import type { Alternative, Ballot, Choice, Threshold } from './types.ts';

const YES = 'change' as AlternativeId;
const NO = 'stay' as AlternativeId;
const OTHER = 'other' as AlternativeId;
const sides = { yes: YES, no: NO };
const leader = 'p-0' as PersonId;

type Weight = Partial<Pick<Ballot, 'votes' | 'shares'>>;
const ballot = (choice: Ballot['choice'], index: number, weight: Weight = {}): Ballot => ({
  seat: `s-${index}` as SeatId,
  person: `p-${index}` as PersonId,
  choice,
  ...weight,
});
/** "yynna-": yes, yes, no, no, abstains, absent; the first is the chair's. */
const CHOICES: Readonly<Record<string, Ballot['choice']>> = { y: 'yes', n: 'no', a: 'abstain', '-': 'absent' };
const cast = (letters: string): readonly Ballot[] =>
  [...letters].map((letter, index) => ballot(CHOICES[letter] ?? 'absent', index));
const rules = (threshold: Threshold, change: Partial<CountRules> = {}): CountRules => ({
  threshold,
  seatsTotal: 9,
  leader,
  castingFollowsOwn: true,
  tiesByLot: false,
  ...change,
});
const simple = rules({ kind: 'simple' });

describe('counting at the edges', () => {
  it('BES-4 one vote more decides, on either side', () => {
    expect(countVotes(sides, cast('yyn'), simple)).toEqual({ outcome: YES, settledBy: 'vote' });
    expect(countVotes(sides, cast('nny'), simple)).toEqual({ outcome: NO, settledBy: 'vote' });
  });

  it('BES-5 the chair’s choice is asked for where the chair is not among those who vote', () => {
    const without = rules({ kind: 'simple' }, { leader: undefined });
    expect(countVotes(sides, cast('yn'), without)).toEqual({ tied: 'castingVote' });
    expect(countVotes(sides, cast('-yn'), simple)).toEqual({ tied: 'castingVote' });
    expect(countVotes(sides, cast('ayn'), simple, NO)).toEqual({ outcome: NO, settledBy: 'castingVote' });
  });

  it('BES-5 nobody having voted is equal too', () => {
    expect(countVotes(sides, cast('aa'), simple)).toEqual({ tied: 'castingVote' });
  });

  it('ORD-1 the third is counted for the side that asks, whichever side of the vote it is', () => {
    const asks = (side: AlternativeId) => rules({ kind: 'thirdOfPresent', for: side });
    expect(countVotes(sides, cast('nnnnyy'), asks(YES))).toEqual({ outcome: YES, settledBy: 'minority' });
    expect(countVotes(sides, cast('yyyynn'), asks(NO))).toEqual({ outcome: NO, settledBy: 'minority' });
    expect(countVotes(sides, cast('nnnnyy'), asks(NO))).toEqual({ outcome: NO, settledBy: 'vote' });
    expect(countVotes(sides, cast('nnnnny'), asks(YES))).toEqual({ outcome: NO, settledBy: 'vote' });
    expect(countVotes(sides, cast('nnnnyy'), asks(OTHER))).toEqual({ outcome: NO, settledBy: 'vote' });
  });

  it('ORD-1 equal votes: with the chair for it an ordinary decision, with the chair against it a minority’s', () => {
    const asks = rules({ kind: 'thirdOfPresent', for: YES });
    expect(countVotes(sides, cast('yn'), asks)).toEqual({ outcome: YES, settledBy: 'castingVote' });
    expect(countVotes(sides, cast('ny'), asks)).toEqual({ outcome: YES, settledBy: 'minority' });
    expect(countVotes(sides, cast('ayn'), asks)).toEqual({ tied: 'castingVote' });
    expect(countVotes(sides, cast('--'), asks, NO)).toEqual({ outcome: NO, settledBy: 'castingVote' });
  });

  it('BES-6 two thirds may be on the no side, and short of them what changes nothing stands', () => {
    const ofCast = (fallback?: AlternativeId) =>
      rules({ kind: 'twoThirdsOfCast', for: YES }, fallback === undefined ? {} : { fallback });
    expect(countVotes(sides, cast('nny'), ofCast(OTHER))).toEqual({ outcome: NO, settledBy: 'vote' });
    expect(countVotes(sides, cast('nnnyy'), ofCast(OTHER))).toEqual({ outcome: OTHER, settledBy: 'vote' });
    expect(countVotes(sides, cast('nnnyy'), ofCast())).toEqual({ outcome: YES, settledBy: 'vote' });
    expect(countVotes(sides, cast('yyynn'), ofCast())).toEqual({ outcome: NO, settledBy: 'vote' });
    expect(countVotes(sides, cast('yn'), ofCast())).toEqual({ outcome: NO, settledBy: 'vote' });
    expect(countVotes(sides, cast('aa'), ofCast(OTHER))).toEqual({ outcome: OTHER, settledBy: 'vote' });
  });

  it('BES-6 of those present, one who abstains weighs and one who is absent does not', () => {
    const ofPresent = rules({ kind: 'twoThirdsOfPresent', for: YES }, { fallback: NO });
    expect(countVotes(sides, cast('yyn'), ofPresent)).toMatchObject({ outcome: YES });
    expect(countVotes(sides, cast('yyna'), ofPresent)).toMatchObject({ outcome: NO });
    expect(countVotes(sides, cast('yyn-'), ofPresent)).toMatchObject({ outcome: YES });
  });

  it('FOR-1 so many parts as the order says, of those present or of votes cast, reached exactly', () => {
    const own = (base: 'present' | 'cast') =>
      rules({ kind: 'fraction', for: YES, parts: 3, of: 4, base }, { fallback: OTHER });
    expect(countVotes(sides, cast('yyyn'), own('cast'))).toEqual({ outcome: YES, settledBy: 'vote' });
    expect(countVotes(sides, cast('yyyna'), own('cast'))).toMatchObject({ outcome: YES });
    expect(countVotes(sides, cast('yyyna'), own('present'))).toEqual({ outcome: OTHER, settledBy: 'vote' });
    expect(countVotes(sides, cast('yyyn-'), own('present'))).toMatchObject({ outcome: YES });
    expect(countVotes(sides, cast('nnny'), own('cast'))).toMatchObject({ outcome: NO });
    expect(countVotes(sides, cast('yynn'), own('cast'))).toMatchObject({ outcome: OTHER });
    expect([isPart(3, 4, 3, 4), isPart(2, 4, 3, 4), isPart(0, 0, 3, 4)]).toEqual([true, false, false]);
  });

  it('FOR-1 without an alternative that changes nothing, the side that is ahead still needs its parts', () => {
    const own = rules({ kind: 'fraction', for: YES, parts: 3, of: 4, base: 'cast' });
    expect(countVotes(sides, cast('yyn'), own)).toMatchObject({ outcome: NO });
    expect(countVotes(sides, cast('nny'), own)).toMatchObject({ outcome: YES });
    expect(countVotes(sides, cast('yn'), own)).toMatchObject({ outcome: NO });
  });

  it('ABL-9 votes and shares are two counts: both must reach two thirds, and an abstainer’s shares are represented', () => {
    const articles = rules({ kind: 'twoThirdsOfCastAndShares', for: YES }, { fallback: OTHER });
    const holders = (...choices: readonly Choice[]) => [
      ballot(choices[0] ?? 'abstain', 0, { votes: 6, shares: 60 }),
      ballot(choices[1] ?? 'abstain', 1, { votes: 3, shares: 30 }),
      ballot(choices[2] ?? 'abstain', 2, { votes: 1, shares: 40 }),
    ];
    expect(countVotes(sides, holders('yes', 'no', 'yes'), articles)).toEqual({ outcome: YES, settledBy: 'vote' });
    expect(countVotes(sides, holders('yes', 'no', 'abstain'), articles)).toMatchObject({ outcome: OTHER });
    expect(countVotes(sides, holders('no', 'yes', 'no'), articles)).toMatchObject({ outcome: NO });
    expect(countVotes(sides, holders('yes', 'yes', 'no'), articles)).toMatchObject({ outcome: YES });
    const even = [ballot('yes', 0, { votes: 5, shares: 9 }), ballot('no', 1, { votes: 4, shares: 1 })];
    expect(countVotes(sides, even, articles)).toMatchObject({ outcome: OTHER });
    const absent = [...holders('yes', 'no').slice(0, 2), ballot('absent', 2, { votes: 1, shares: 40 })];
    expect(countVotes(sides, absent, articles)).toMatchObject({ outcome: YES });
  });

  it('ABL-9 without an alternative that changes nothing, the side that is ahead still needs its two thirds', () => {
    const articles = rules({ kind: 'twoThirdsOfCastAndShares', for: YES });
    expect(countVotes(sides, cast('yyynn'), articles)).toEqual({ outcome: NO, settledBy: 'vote' });
    expect(countVotes(sides, cast('nnnyy'), articles)).toEqual({ outcome: YES, settledBy: 'vote' });
    expect(countVotes(sides, cast('yn'), articles)).toEqual({ outcome: NO, settledBy: 'vote' });
  });

  it('ABL-9 votes weigh as the register says, in every figure', () => {
    const weighed = [
      ballot('yes', 0, { votes: 60 }),
      ballot('no', 1, { votes: 30 }),
      ballot('abstain', 2, { votes: 7 }),
      ballot('absent', 3, { votes: 3 }),
    ];
    expect(tally(weighed)).toEqual({ yes: 60, no: 30, abstain: 7, absent: 3, present: 97 });
    expect(tally(cast('yyna-'))).toEqual({ yes: 2, no: 1, abstain: 1, absent: 1, present: 4 });
  });

  it('ABL-3 a casting vote carries half of those present in a complete board, and needs more than a third of all in another', () => {
    const company = (seatsTotal: number) => rules({ kind: 'company' }, { seatsTotal, fallback: OTHER });
    expect(countVotes(sides, cast('yynn'), company(4))).toEqual({ outcome: YES, settledBy: 'castingVote' });
    expect(countVotes(sides, cast('yynn'), company(5))).toEqual({ outcome: YES, settledBy: 'castingVote' });
    expect(countVotes(sides, cast('yynn'), company(6))).toEqual({ outcome: OTHER, settledBy: 'vote' });
    expect(countVotes(sides, cast('yyna'), company(4))).toEqual({ outcome: OTHER, settledBy: 'vote' });
    expect(countVotes(sides, cast('nnnyy'), company(5))).toEqual({ outcome: NO, settledBy: 'vote' });
    const without = rules({ kind: 'company' }, { seatsTotal: 4 });
    expect(countVotes(sides, cast('yyna'), without)).toEqual({ outcome: YES, settledBy: 'vote' });
  });

  it('BES-5 the result names who gave the casting vote, and nobody where the votes decided', () => {
    const by = (settledBy: 'castingVote' | 'vote') => resultOf({ outcome: YES, settledBy }, cast('yn'), leader);
    expect(by('castingVote')).toMatchObject({ castingVoteBy: leader, yes: 1, no: 1, outcome: YES });
    expect(by('vote')).not.toHaveProperty('castingVoteBy');
    expect(resultOf({ outcome: YES, settledBy: 'castingVote' }, cast('yn'), undefined)).not.toHaveProperty(
      'castingVoteBy',
    );
  });

  it('BES-3 who has not answered is absent, and the ballots keep the order of the roll call', () => {
    const electors = ['a', 'b', 'c'].map((id) => ({ seat: `s-${id}` as SeatId, person: id as PersonId }));
    const vote = { electors, cast: { c: { choice: 'no', how: 'pressed' } } } as unknown as Parameters<
      typeof ballotsOf
    >[0];
    expect(ballotsOf(vote).map(({ person, choice }) => `${person} ${choice}`)).toEqual([
      'a absent',
      'b absent',
      'c no',
    ]);
  });

  it('BES-6 what changes nothing is found by what it is', () => {
    const of = (...kinds: readonly Alternative['kind'][]) => ({
      alternatives: kinds.map((kind, index) => ({ id: `${kind}-${index}` as AlternativeId, kind })),
    });
    for (const kind of ['rejection', 'decline', 'decideToday', 'refuse'] as const)
      expect(fallbackOf(of('proposal', 'adopt', kind))).toBe(`${kind}-2`);
    expect(fallbackOf(of('proposal', 'adopt', 'table', 'referBack', 'admit'))).toBeUndefined();
  });
});
