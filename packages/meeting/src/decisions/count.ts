import type { AlternativeId, PersonId } from '../ids.ts';
import { carriedInCompany } from '../law/abl-2-company-majority.ts';
import { isTwoThirds } from '../law/bes-6-qualified-majority.ts';
import { isPart } from '../law/for-1-federations.ts';
import type { Ballot, Choice, Question, SettledBy, Threshold, Vote, VoteResult } from './types.ts';

/** What the count needs beside the ballots. */
export type CountRules = {
  readonly threshold: Threshold;
  /** Seats of the body: a company's third is counted on them (ABL 8:22). */
  readonly seatsTotal: number;
  /** Who has the casting vote, and whether it goes where the own vote went. */
  readonly leader: PersonId | undefined;
  readonly castingFollowsOwn: boolean;
  /** Persons are elected by lot, not by the chair (5:56). */
  readonly tiesByLot: boolean;
  /** Stands when no side reaches what the law asks for: in a company, or where two thirds are needed. */
  readonly fallback?: AlternativeId;
};

export type Count =
  | { readonly outcome: AlternativeId; readonly settledBy: SettledBy }
  | { readonly tied: 'castingVote' | 'lot' };

export type Tally = {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly absent: number;
  readonly present: number;
};

/** One ballot for each elector, in roll-call order; who did not vote is absent. */
export function ballotsOf(vote: Vote): readonly Ballot[] {
  return vote.electors.map((elector) => {
    const cast = vote.cast[elector.person];
    return cast?.choice ? { ...elector, choice: cast.choice, how: cast.how } : { ...elector, choice: 'absent' };
  });
}

export function tally(ballots: readonly Ballot[]): Tally {
  const sum = (some: readonly Ballot[]) => some.reduce((votes, b) => votes + (b.votes ?? 1), 0);
  const count = (choice: Ballot['choice']) => sum(ballots.filter((b) => b.choice === choice));
  const absent = count('absent');
  return { yes: count('yes'), no: count('no'), abstain: count('abstain'), absent, present: sum(ballots) - absent };
}

/** Who wins and how. `casting` is the chair's choice once it is given; without it an even count may come back as tied. */
export function countVotes(
  vote: Pick<Vote, 'yes' | 'no'>,
  ballots: readonly Ballot[],
  rules: CountRules,
  casting?: AlternativeId,
): Count {
  const t = tally(ballots);
  const { threshold } = rules;
  const applies = 'for' in threshold && (threshold.for === vote.yes || threshold.for === vote.no);
  if (threshold.kind === 'twoThirdsOfPresent') return qualified(vote, t, rules.fallback, t.present);
  if (threshold.kind === 'twoThirdsOfCast') return qualified(vote, t, rules.fallback, t.yes + t.no);
  if (threshold.kind === 'fraction') return fraction(vote, t, rules.fallback, threshold);
  if (threshold.kind === 'twoThirdsOfCastAndShares') return byVotesAndShares(vote, t, rules.fallback, ballots);
  const simple = simpleMajority(vote, t, ballots, rules, casting);
  if ('tied' in simple) return simple;
  if (applies && threshold.kind === 'thirdOfPresent') return minorityRight(vote, t, threshold.for, simple);
  if (threshold.kind === 'company') return companyMajority(vote, t, rules, simple);
  return simple;
}

export function resultOf(
  count: Extract<Count, { outcome: unknown }>,
  ballots: readonly Ballot[],
  leader: PersonId | undefined,
): VoteResult {
  const by = count.settledBy === 'castingVote' && leader ? { castingVoteBy: leader } : {};
  return { ...tally(ballots), ...count, ...by, ballots };
}

/** KL 5:55: more of the votes cast. Equal: 5:56. */
function simpleMajority(
  vote: Pick<Vote, 'yes' | 'no'>,
  t: Tally,
  ballots: readonly Ballot[],
  rules: CountRules,
  casting: AlternativeId | undefined,
): Count {
  if (t.yes !== t.no) return { outcome: t.yes > t.no ? vote.yes : vote.no, settledBy: 'vote' };
  if (rules.tiesByLot) return { tied: 'lot' };
  if (casting) return { outcome: casting, settledBy: 'castingVote' };
  const own: Choice | 'absent' | undefined = ballots.find((b) => b.person === rules.leader)?.choice;
  if (!rules.castingFollowsOwn || (own !== 'yes' && own !== 'no')) return { tied: 'castingVote' };
  return { outcome: own === 'yes' ? vote.yes : vote.no, settledBy: 'castingVote' };
}

/** KL 5:50: a third of those present carries it against the majority; with the majority, or the casting vote, it is an ordinary decision. */
function minorityRight(
  vote: Pick<Vote, 'yes' | 'no'>,
  t: Tally,
  wanted: AlternativeId,
  simple: Extract<Count, { outcome: unknown }>,
): Count {
  const supporters = wanted === vote.yes ? t.yes : t.no;
  if (simple.outcome === wanted || supporters === 0 || supporters * 3 < t.present) return simple;
  return { outcome: wanted, settledBy: 'minority' };
}

/** BES-6: what changes something needs two thirds; short of that everything stays as it was. */
function qualified(
  vote: Pick<Vote, 'yes' | 'no'>,
  t: Tally,
  unchanged: AlternativeId | undefined,
  base: number,
): Count {
  const [ahead, supporters] = t.no > t.yes ? [vote.no, t.no] : [vote.yes, t.yes];
  const status = unchanged ?? (ahead === vote.yes ? vote.no : vote.yes);
  return { outcome: isTwoThirds(supporters, base) ? ahead : status, settledBy: 'vote' };
}

/** FOR-1: so many parts as the federation's order asks for. */
function fraction(
  vote: Pick<Vote, 'yes' | 'no'>,
  t: Tally,
  unchanged: AlternativeId | undefined,
  { parts, of, base }: Extract<Threshold, { kind: 'fraction' }>,
): Count {
  const [ahead, supporters] = t.no > t.yes ? [vote.no, t.no] : [vote.yes, t.yes];
  const status = unchanged ?? (ahead === vote.yes ? vote.no : vote.yes);
  const all = base === 'present' ? t.present : t.yes + t.no;
  return { outcome: isPart(supporters, all, parts, of) ? ahead : status, settledBy: 'vote' };
}

/** ABL 7:42: two thirds of the votes cast and of the shares represented. */
function byVotesAndShares(
  vote: Pick<Vote, 'yes' | 'no'>,
  t: Tally,
  unchanged: AlternativeId | undefined,
  ballots: readonly Ballot[],
): Count {
  const [ahead, choice, votes] = t.no > t.yes ? [vote.no, 'no', t.no] : [vote.yes, 'yes', t.yes];
  const shares = (some: readonly Ballot[]) => some.reduce((sum, b) => sum + (b.shares ?? b.votes ?? 1), 0);
  const behind = shares(ballots.filter((b) => b.choice === choice));
  const represented = shares(ballots.filter((b) => b.choice !== 'absent'));
  const carried = isTwoThirds(votes, t.yes + t.no) && isTwoThirds(behind, represented);
  const status = unchanged ?? (ahead === vote.yes ? vote.no : vote.yes);
  return { outcome: carried ? ahead : status, settledBy: 'vote' };
}

/** ABL 8:22: a side that is not carried leaves everything as it was. */
function companyMajority(
  vote: Pick<Vote, 'yes' | 'no'>,
  t: Tally,
  rules: CountRules,
  simple: Extract<Count, { outcome: unknown }>,
): Count {
  const supporters = simple.outcome === vote.yes ? t.yes : t.no;
  const carried = carriedInCompany(supporters, t.present, rules.seatsTotal, simple.settledBy === 'castingVote');
  if (carried || rules.fallback === undefined) return simple;
  return { outcome: rules.fallback, settledBy: 'vote' };
}

/** What stands when nothing is carried: the alternative that changes nothing. */
export function fallbackOf(question: Pick<Question, 'alternatives'>): AlternativeId | undefined {
  const unchanging = question.alternatives.find((a) =>
    ['rejection', 'decline', 'decideToday', 'refuse'].includes(a.kind),
  );
  return unchanging?.id;
}
