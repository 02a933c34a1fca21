import { inTheWay } from '../law/in-the-way.ts';
import { mtgBallotKeys, mtgBallotMissing, mtgBallotPaper } from '../law/mtg-ballots.ts';
import { ok, type Result, refused } from '../result.ts';
import { sessionGate } from '../selectors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { closedBallotNow, missingVoters, sameCount, uncheckedVoters } from './ballots.ts';
import { ballotIn, phaseRefusal } from './closed-ballot.ts';
import type { BallotCount, ClosedBallot, ElectionsCommand } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;
type Of<Type extends ElectionsCommand['type']> = Extract<ElectionsCommand, { readonly type: Type }>;

/** A ballot that its tablet cannot find stops everything: no figure is opened over a vote that was dropped. */
export function startCount(meeting: Meeting, despite: boolean): Decided {
  const held = ballotIn(closedBallotNow(meeting), ['ended'], sessionGate(meeting));
  if (!held.ok) return held;
  const ballot = held.value;
  const [missing, unchecked] = [missingVoters(ballot), uncheckedVoters(ballot)];
  if (missing.length > 0 || (unchecked.length > 0 && !despite)) {
    const detail = { missing: missing.length, unchecked: unchecked.length };
    return refused({ rule: mtgBallotMissing.id, detail });
  }
  return ok([{ type: 'CountStarted', ballot: ballot.id, unchecked: unchecked.toSorted() }]);
}

/** From the board's keeper, which has verified the part before anything was written: a wrong one is named, and changes nothing. */
export function giveShare(meeting: Meeting, { ballot: id, holder, holds }: Of<'giveShare'>): Decided {
  const held = ballotIn(meeting.elections.ballots[id], ['counting']);
  if (!held.ok) return held;
  if (!meeting.elections.keyHolders?.persons.includes(holder))
    return refused({ rule: mtgBallotKeys.id, detail: { why: 'holder' } });
  return ok(held.value.shares.includes(holder) ? [] : [{ type: 'ShareGiven', ballot: id, holder, holds }]);
}

export function reportCount(meeting: Meeting, { ballot: id, count, head }: Of<'reportCount'>): Decided {
  const held = ballotIn(meeting.elections.ballots[id], ['counting']);
  return held.ok ? ok([{ type: 'ClosedBallotCounted', ballot: id, count, head }]) : held;
}

/** Two count each for themselves. What the first found is told to nobody before the second has entered a count. */
export function enterPaperCount(
  meeting: Meeting,
  { ballot: id, count }: Of<'enterPaperCount'>,
  { actor }: Context,
): Decided {
  const held = ballotIn(meeting.elections.ballots[id], ['closed'], sessionGate(meeting));
  if (!held.ok) return held;
  const ballot = held.value;
  if (ballot.means !== 'paper' || actor === 'system') return refused(phaseRefusal(ballot));
  const refusal = inTheWay(
    ballot.counters.some((one) => one.counter === actor) && { rule: mtgBallotPaper.id, detail: { why: 'twice' } },
    !addsUp(ballot, count) && { rule: mtgBallotPaper.id, detail: { why: 'sum', voted: ballot.voted.length } },
  );
  if (refusal) return refused(refusal);
  const entered: MeetingEvent = { type: 'PaperCountEntered', ballot: id, counter: actor, count };
  const [first] = ballot.counters;
  if (first?.count === undefined) return ok([entered]);
  const agree = sameCount(first.count, count, ballot.candidates);
  return ok([
    entered,
    agree ? { type: 'ClosedBallotCounted', ballot: id, count } : { type: 'PaperCountsDiffered', ballot: id },
  ]);
}

/** Every slip in the box is in the count: one a voter, with as many names as it may bear. */
function addsUp(ballot: ClosedBallot, { votes, blank, invalid, others = 0 }: BallotCount): boolean {
  const { candidates, places, voted } = ballot;
  if (others > 0 && ballot.others !== true) return false;
  const named = others + candidates.reduce((sum, person) => sum + (votes[person] ?? 0), 0);
  const marked = voted.length - blank - invalid;
  const known = Object.keys(votes).every((person) => (candidates as readonly string[]).includes(person));
  return known && named >= marked && named <= marked * places;
}
