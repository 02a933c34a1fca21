import type { PersonId } from '../ids.ts';

/** valsedelsgrupp: ballots with the same label and the same names in the same order (LPV 14 §). `votes` is its röstetal. */
export type BallotGroup = { readonly label: string; readonly names: readonly PersonId[]; readonly votes: number };

/** One ballot as the counters read it. `names` in order; names already struck as ineligible or unclear are left out by the counters (LPV 10 §). */
export type PaperBallot = { readonly label: string; readonly names: readonly PersonId[] };

/** A number of comparison, exact: röstetal / (seats + 1), where a shared seat counts as a part (LPV 18 §). */
export type Comparison = { readonly group: number; readonly numerator: bigint; readonly denominator: bigint };

export type AllocationStep = {
  readonly comparisons: readonly Comparison[];
  /** Index of the group that got the seat. */
  readonly group: number;
  readonly person: PersonId;
  /** The person already held a seat from these groups, so no new place was filled (LPV 18–19 §§). */
  readonly sharedWith: readonly number[];
  /** Groups with an equally high number, between which the lot was drawn (LPV 21 §). */
  readonly tied?: readonly number[];
};

export type ProportionalResult =
  | {
      readonly state: 'lotNeeded';
      readonly steps: readonly AllocationStep[];
      readonly comparisons: readonly Comparison[];
      readonly tied: readonly number[];
    }
  | {
      readonly state: 'done';
      readonly steps: readonly AllocationStep[];
      /** Elected, in order of election; `group` gave the seat first. */
      readonly elected: readonly { readonly person: PersonId; readonly group: number }[];
      /** Places that no list could fill. */
      readonly unfilled: number;
    };

/**
 * The number of members who must ask for a proportional election: present / (places + 1), rounded up when broken (LPV 2 §).
 * `present` counts members present, also those who abstain.
 */
export function proportionalQuota(present: number, places: number): number {
  return Math.ceil(present / (places + 1));
}

/** Groups valid ballots (LPV 14 §), in order of first appearance. Surplus last names beyond `maximum` are left out (LPV 10 §). */
export function groupBallots(
  ballots: readonly PaperBallot[],
  maximum = Number.POSITIVE_INFINITY,
): readonly BallotGroup[] {
  const groups = new Map<string, { label: string; names: readonly PersonId[]; votes: number }>();
  for (const ballot of ballots) {
    const names = ballot.names.slice(0, maximum);
    const key = JSON.stringify([ballot.label, names]);
    const group = groups.get(key);
    if (group) group.votes += 1;
    else groups.set(key, { label: ballot.label, names, votes: 1 });
  }
  return [...groups.values()];
}

type Tally = { readonly group: BallotGroup; next: number; seats: { numerator: bigint; denominator: bigint } };

/**
 * Distributes `places` by LPV 16–21 §§. `lots` are the groups that the lot fell on, in the order in which lots were needed; when one more is needed
 * the result says between which groups. Ends when every place is held by a person of its own or every list is exhausted (LPV 19–20 §§).
 */
export function countProportional(
  groups: readonly BallotGroup[],
  places: number,
  lots: readonly number[] = [],
): ProportionalResult {
  const tallies: Tally[] = groups.map((group) => ({ group, next: 0, seats: { numerator: 0n, denominator: 1n } }));
  const holders = new Map<PersonId, number[]>();
  const steps: AllocationStep[] = [];
  let lotsUsed = 0;
  while (holders.size < places) {
    const comparisons = comparisonNumbers(tallies);
    if (comparisons.length === 0) break;
    const highest = highestOf(comparisons);
    const [only] = highest;
    const drawn = highest.length === 1 ? only : lots[lotsUsed];
    if (drawn === undefined) return { state: 'lotNeeded', steps, comparisons, tied: highest };
    if (highest.length > 1) {
      if (!highest.includes(drawn)) throw new Error(`Lot ${drawn} is not among the tied groups ${highest.join(', ')}`);
      lotsUsed += 1;
    }
    steps.push(giveSeat(tallies, holders, drawn, comparisons, highest.length > 1 ? highest : undefined));
    recountSeats(tallies, holders);
  }
  const elected = [...holders].map(([person, by]) => ({ person, group: by[0] ?? 0 }));
  return { state: 'done', steps, elected, unfilled: places - holders.size };
}

function giveSeat(
  tallies: readonly Tally[],
  holders: Map<PersonId, number[]>,
  group: number,
  comparisons: readonly Comparison[],
  tied: readonly number[] | undefined,
): AllocationStep {
  const tally = tallies[group];
  const person = tally?.group.names[tally.next];
  if (!tally || person === undefined) throw new Error(`Group ${group} has no name left`);
  tally.next += 1;
  const sharedWith = holders.get(person) ?? [];
  holders.set(person, [...sharedWith, group]);
  return { comparisons, group, person, sharedWith, ...(tied ? { tied } : {}) };
}

function comparisonNumbers(tallies: readonly Tally[]): readonly Comparison[] {
  return tallies.flatMap(({ group, next, seats }, index) =>
    next >= group.names.length
      ? []
      : // votes / (n/d + 1) = votes·d / (n + d)
        [
          {
            group: index,
            numerator: BigInt(group.votes) * seats.denominator,
            denominator: seats.numerator + seats.denominator,
          },
        ],
  );
}

function highestOf(comparisons: readonly Comparison[]): readonly number[] {
  let best: Comparison[] = [];
  for (const comparison of comparisons) {
    const [leader] = best;
    const difference =
      leader === undefined ? 1n : comparison.numerator * leader.denominator - leader.numerator * comparison.denominator;
    if (difference > 0n) best = [comparison];
    else if (difference === 0n) best.push(comparison);
  }
  return best.map((c) => c.group);
}

/** A seat whose holder has it from k groups counts as 1/k in each (LPV 18 §), so every shared seat changes several tallies. */
function recountSeats(tallies: readonly Tally[], holders: ReadonlyMap<PersonId, readonly number[]>): void {
  for (const [index, tally] of tallies.entries()) {
    let numerator = 0n;
    let denominator = 1n;
    for (const by of holders.values()) {
      if (!by.includes(index)) continue;
      const parts = BigInt(by.length);
      numerator = numerator * parts + denominator;
      denominator *= parts;
    }
    tally.seats = { numerator, denominator };
  }
}

/**
 * Which substitute is called for an absent member (LPV 22 §): first those elected for the member's own label; else the label whose group had the highest
 * röstetal, then the next highest. Inside a label, in order of election.
 */
export function substituteOrder(
  memberLabel: string,
  groups: readonly BallotGroup[],
  substitutes: readonly { readonly person: PersonId; readonly group: number }[],
): readonly PersonId[] {
  const labelOf = (group: number) => groups[group]?.label ?? '';
  const strength = (label: string) => Math.max(...groups.filter((g) => g.label === label).map((g) => g.votes));
  const rank = (label: string) => (label === memberLabel ? Number.MAX_SAFE_INTEGER : strength(label));
  return substitutes
    .map(({ person, group }) => ({ person, rank: rank(labelOf(group)) }))
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ person }) => person);
}
