import {
  type BallotGroup,
  countProportional,
  groupBallots,
  type PaperBallot,
  type PersonId,
  proportionalQuota,
} from '@klubba/meeting';
import { type Draw, type Opinion, opinion } from './draw.ts';

/**
 * LPV as its sections read, and nothing kept from one place to the next: 14 § ballots with the same label and the same names in the same
 * order are one group; 16–18 §§ the place goes to the group with the highest number of votes, divided by its places plus one when it has
 * any, where a place that several groups share counts with its part; 19 § the next name at once, also one that holds a place; 20 § a list
 * without names is out; 21 § equal numbers, the lot. In whole numbers: every part is counted in units of a common multiple.
 */
export function byTheStatute(
  ballots: readonly PaperBallot[],
  places: number,
  lot: (tied: readonly number[]) => number,
): { readonly elected: readonly PersonId[]; readonly order: readonly number[]; readonly lots: readonly number[] } {
  const groups: { key: string; names: readonly PersonId[]; ballots: number }[] = [];
  for (const { label, names } of ballots) {
    const key = `${label}\n${names.join('\n')}`;
    const group = groups.find((g) => g.key === key);
    if (group) group.ballots += 1;
    else groups.push({ key, names, ballots: 1 });
  }
  const given: { person: PersonId; group: number }[] = [];
  const lots: number[] = [];
  const elected = () => given.map((g) => g.person).filter((person, index, all) => all.indexOf(person) === index);
  while (elected().length < places) {
    const standing = groups
      .map((_, index) => index)
      .filter((index) => givenBy(given, index).length < (groups[index]?.names.length ?? 0));
    if (standing.length === 0) break;
    const unit = partsOf(given);
    const number = (index: number): readonly [bigint, bigint] => {
      const held = givenBy(given, index).reduce((sum, { person }) => sum + unit / BigInt(holdersOf(given, person)), 0n);
      return [BigInt(groups[index]?.ballots ?? 0) * unit, unit + held];
    };
    const best = standing.filter((a) =>
      standing.every((b) => number(a)[0] * number(b)[1] >= number(b)[0] * number(a)[1]),
    );
    const [only] = best;
    let group = only ?? 0;
    if (best.length > 1) {
      group = lot(best);
      lots.push(group);
    }
    const person = groups[group]?.names[givenBy(given, group).length];
    if (person === undefined) throw new Error('a list without names took a place');
    given.push({ person, group });
  }
  return { elected: elected(), order: given.map((g) => g.group), lots };
}

type Given = readonly { readonly person: PersonId; readonly group: number }[];
function givenBy(given: Given, group: number): Given {
  return given.filter((g) => g.group === group);
}
function holdersOf(given: Given, person: PersonId): number {
  return given.filter((g) => g.person === person).length;
}
/** Divisible by every number of groups that share a place. */
function partsOf(given: Given): bigint {
  return given.reduce((product, { person }) => {
    const parts = BigInt(holdersOf(given, person));
    return product % parts === 0n ? product : product * parts;
  }, 1n);
}

/** 2 §: present divided by the places plus one; broken, the next whole number. Counted up from one. */
export function quotaByTheStatute(present: number, places: number): number {
  let quota = 0;
  while (quota * (places + 1) < present) quota += 1;
  return quota;
}

const LABELS = ['A', 'B', 'C', 'D'];

export function proportionalElections(cases: number, seed: number): Opinion {
  return opinion('proportional elections', cases, seed, (draw) => {
    const ballots = ballotsOf(draw);
    const places = 1 + draw(7);
    const naive = byTheStatute(ballots, places, (tied) => tied[draw(tied.length)] ?? 0);
    const groups: readonly BallotGroup[] = groupBallots(ballots);
    const heart = countProportional(groups, places, naive.lots);
    const short =
      naive.lots.length > 0 ? countProportional(groups, places, naive.lots.slice(0, -1)).state : 'lotNeeded';
    const present = 1 + draw(120);
    const told = JSON.stringify({ ballots, places, lots: naive.lots });
    if (proportionalQuota(present, places) !== quotaByTheStatute(present, places))
      return `quota of ${present} for ${places}`;
    if (short !== 'lotNeeded') return `a lot too few was enough: ${told}`;
    if (heart.state !== 'done') return `another lot is needed: ${told}`;
    const same =
      heart.elected.map((e) => e.person).join() === naive.elected.join() &&
      heart.steps.map((s) => s.group).join() === naive.order.join() &&
      heart.unfilled === places - naive.elected.length;
    return same ? undefined : `${JSON.stringify(heart.elected)} and ${naive.elected.join()} of ${told}`;
  });
}

function ballotsOf(draw: Draw): readonly PaperBallot[] {
  const lists = Array.from({ length: 1 + draw(5) }, (_, n) => ({
    label: LABELS[draw(LABELS.length)] ?? 'A',
    names: namesOf(draw, n),
    votes: 1 + draw(9),
  }));
  return lists.flatMap(({ label, names, votes }) => Array.from({ length: votes }, () => ({ label, names })));
}

/** Some persons stand on several lists. */
function namesOf(draw: Draw, list: number): readonly PersonId[] {
  const names = Array.from(
    { length: 1 + draw(6) },
    (_, n) => (draw(3) === 0 ? `x${draw(4)}` : `${list}-${n}`) as PersonId,
  );
  return [...new Set(names)];
}
