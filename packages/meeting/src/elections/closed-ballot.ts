import { currentItem } from '../agenda/current.ts';
import type { BodySettings } from '../body.ts';
import type { BallotId, ItemId, PersonId } from '../ids.ts';
import { isElection } from '../law/ord-3-elections.ts';
import { inTheWay } from '../law/in-the-way.ts';
import {
  mtgBallotItem,
  mtgBallotKeys,
  mtgBallotList,
  mtgBallotLot,
  mtgBallotOthers,
  mtgBallotPhase,
  mtgBallotPlanned,
  mtgBallotProportional,
  mtgBallotRemote,
  mtgBallotVoter,
} from '../law/mtg-ballots.ts';
import type { Refusal } from '../law/rule.ts';
import type { MeetingPlan } from '../plan.ts';
import { ok, type Result, refused } from '../result.ts';
import { currentQuestion } from '../decisions/frames.ts';
import { electorsNow } from '../decisions/electors.ts';
import { decisionGate, presentServing, sessionGate } from '../selectors.ts';
import { proportionalRequest } from '../proportional/standing.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { closedBallotNow, isInHall, othersPrevail, standing } from './ballots.ts';
import type { BallotMeans, BallotPhase, ClosedBallot, ElectionsCommand } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;
type Of<Type extends ElectionsCommand['type']> = Extract<ElectionsCommand, { readonly type: Type }>;

/** A demanded vote between persons becomes a closed ballot (KL 5:54), where the body's rules let everybody present take part in it. */
export function openClosedBallot(meeting: Meeting, means: BallotMeans, { id }: Context): Decided {
  const item = currentItem(meeting);
  const already = closedBallotNow(meeting);
  const first = inTheWay(decisionGate(meeting, 'vote'), already && phaseRefusal(already));
  if (first) return refused(first);
  if (item === undefined || !isElection(item)) return refused({ rule: mtgBallotItem.id, detail: { why: 'kind' } });
  const candidates = nominees(meeting, item.id);
  const refusal = inTheWay(
    notToBeBalloted(meeting, item.id, candidates),
    barredAtDistance(meeting),
    means === 'sealed' &&
      meeting.elections.keyHolders?.key === undefined && { rule: mtgBallotKeys.id, detail: { why: 'ready' } },
  );
  if (refusal) return refused(refusal);
  return ok([
    {
      type: 'ClosedBallotOpened',
      ballot: id as BallotId,
      item: item.id,
      means,
      candidates,
      places: item.election?.places ?? ADJUSTERS,
      ...howToVote(meeting.plan.body.settings, means),
      electors: electorsNow(meeting).map((elector) => elector.person),
    },
  ]);
}

/** A slip in a box is final in any case. */
function howToVote(
  { closedBallotRevote, closedBallotOthers }: BodySettings,
  means: BallotMeans,
): Pick<ClosedBallot, 'others' | 'once'> {
  return {
    ...(closedBallotOthers?.value === true ? { others: true } : {}),
    ...(means === 'sealed' && closedBallotRevote?.value === false ? { once: true } : {}),
  };
}

/** Two adjust the minutes. */
const ADJUSTERS = 2;

function notToBeBalloted(meeting: Meeting, item: ItemId, candidates: readonly PersonId[]): Refusal | null {
  const question = currentQuestion(meeting);
  return inTheWay(
    proportionalRequest(meeting, item).enough && { rule: mtgBallotProportional.id },
    (question?.kind !== 'election' || !question.frames.some((frame) => frame.demandedBy !== undefined)) && {
      rule: mtgBallotItem.id,
      detail: { why: 'demand' },
    },
    candidates.length === 0 && { rule: mtgBallotItem.id, detail: { why: 'candidates' } },
  );
}

function nominees(meeting: Meeting, item: ClosedBallot['item']): readonly PersonId[] {
  const nominations = Object.values(meeting.proposals.byId).filter((p) => p.item === item && p.state === 'onTable');
  return [...new Set(nominations.flatMap((p) => p.candidates ?? []))].toSorted();
}

/** DEC-14: off until the body has decided; slips in a box are out of reach from a distance whatever was decided. */
function barredAtDistance(meeting: Meeting): Refusal | null {
  if (meeting.plan.body.settings.remoteClosedBallot.value) return null;
  const linked = presentServing(meeting).filter(({ person }) => !isInHall(meeting, person));
  return linked.length === 0
    ? null
    : { rule: mtgBallotRemote.id, detail: { count: linked.length, persons: linked.map(({ person }) => person) } };
}

/** DEC-14, when the agenda is written: such an item is for a meeting in the room. */
export function barredInPlan({ form, body, items }: Pick<MeetingPlan, 'form' | 'body' | 'items'>): Refusal | null {
  if (form === 'physical' || body.settings.remoteClosedBallot.value) return null;
  const barred = items.find(({ election }) => election?.closed === true);
  return barred === undefined ? null : { rule: mtgBallotPlanned.id, detail: { number: barred.number } };
}

/** A tablet has had its one place on the list signed, blindly. The hall's own tablet is for those who are in the hall. */
export function registerVoter(meeting: Meeting, { ballot: id, person, booth }: Of<'registerVoter'>): Decided {
  const held = ballotIn(meeting.elections.ballots[id], ['registering'], sessionGate(meeting));
  if (!held.ok) return held;
  const ballot = held.value;
  const refusal = inTheWay(
    !ballot.electors.includes(person) && { rule: mtgBallotVoter.id, detail: { why: 'elector' } },
    ballot.registered.includes(person) && { rule: mtgBallotVoter.id, detail: { why: 'registered' } },
    booth === true && !isInHall(meeting, person) && { rule: mtgBallotVoter.id, detail: { why: 'booth' } },
  );
  if (refusal) return refused(refusal);
  return ok([{ type: 'VoterRegistered', ballot: id, person, ...(booth === true ? { booth } : {}) }]);
}

/**
 * Nobody knows which line was the lost tablet's, so that none can be struck out: all are void, and every tablet gets another one,
 * unlike the one before. By oneself once; after that it takes the desk, so that nobody holds up the election alone.
 */
export function replaceTablet(
  meeting: Meeting,
  { ballot: id, person }: Of<'replaceTablet'>,
  { actor }: Context,
): Decided {
  const held = ballotIn(meeting.elections.ballots[id], ['registering', 'listing', 'listed'], sessionGate(meeting));
  if (!held.ok) return held;
  const ballot = held.value;
  const refusal = inTheWay(
    !ballot.registered.includes(person) && { rule: mtgBallotVoter.id, detail: { why: 'unregistered' } },
    actor === person &&
      ballot.replaced.includes(person) && {
        rule: mtgBallotVoter.id,
        detail: { why: 'replaced' },
      },
  );
  return refusal ? refused(refusal) : ok([{ type: 'TabletReplaced', ballot: id, person }]);
}

export function closeRegistration(meeting: Meeting): Decided {
  const held = ballotIn(closedBallotNow(meeting), ['registering'], sessionGate(meeting));
  if (!held.ok) return held;
  const { id, registered } = held.value;
  return registered.length === 0
    ? refused({ rule: mtgBallotList.id, detail: { registered: 0, lines: 0 } })
    : ok([{ type: 'RegistrationClosed', ballot: id }]);
}

/** Again, as long as it is not approved: a tablet may have been late. */
export function drawVotingList(meeting: Meeting, { ballot: id, lines, hash }: Of<'drawVotingList'>): Decided {
  const held = ballotIn(meeting.elections.ballots[id], ['listing', 'listed']);
  return held.ok ? ok([{ type: 'VotingListDrawn', ballot: id, lines, hash }]) : held;
}

/** More lines than tablets would be votes that nobody has; fewer, a voter without one. */
export function approveVotingList(meeting: Meeting): Decided {
  const held = ballotIn(closedBallotNow(meeting), ['listed'], decisionGate(meeting, 'vote'));
  if (!held.ok) return held;
  const ballot = held.value;
  const [registered, lines] = [ballot.registered.length, ballot.list?.lines ?? 0];
  return registered === lines
    ? ok([{ type: 'VotingListApproved', ballot: ballot.id }])
    : refused({ rule: mtgBallotList.id, detail: { registered, lines } });
}

/** Who has voted, without order: several at a time, sorted. The desk ticks off those who put a slip in the box. */
export function markVoted(meeting: Meeting, { ballot: id, persons }: Of<'markVoted'>, { actor }: Context): Decided {
  const held = ballotIn(meeting.elections.ballots[id], ['voting', 'closed', 'ended']);
  if (!held.ok) return held;
  const ballot = held.value;
  const paper = ballot.means === 'paper';
  const fresh = [...new Set(persons)].filter((person) => !ballot.voted.includes(person));
  const allowed = paper ? ballot.electors : ballot.registered;
  const refusal = inTheWay(
    paper && ballot.state !== 'voting' && phaseRefusal(ballot),
    (paper === (actor === 'system') || fresh.some((person) => !allowed.includes(person))) && {
      rule: mtgBallotVoter.id,
      detail: { why: 'elector' },
    },
  );
  if (refusal) return refused(refusal);
  return ok(fresh.length === 0 ? [] : [{ type: 'VotesMarked', ballot: id, persons: fresh.toSorted() }]);
}

export function closeClosedBallot(meeting: Meeting): Decided {
  const held = ballotIn(closedBallotNow(meeting), ['voting'], sessionGate(meeting));
  return held.ok ? ok([{ type: 'ClosedBallotClosed', ballot: held.value.id }]) : held;
}

/** From the board's keeper: nothing can be added any more, and this is where the chain ends. A box of slips has no board. */
export function endBallot(meeting: Meeting, { ballot: id, head, cast }: Of<'endBallot'>): Decided {
  const held = ballotIn(meeting.elections.ballots[id], ['closed']);
  if (!held.ok) return held;
  if (held.value.means === 'paper') return refused(phaseRefusal(held.value));
  return ok([{ type: 'ClosedBallotEnded', ballot: id, head, cast }]);
}

/** Each tablet has looked for its own ballot in the whole archive. */
export function checkInclusion(meeting: Meeting, { ballot: id, person, found }: Of<'checkInclusion'>): Decided {
  const held = ballotIn(meeting.elections.ballots[id], ['ended', 'counting', 'counted']);
  if (!held.ok) return held;
  const ballot = held.value;
  if (!ballot.registered.includes(person)) return refused({ rule: mtgBallotVoter.id, detail: { why: 'elector' } });
  const known = ballot.checked[person] === (found ? 'found' : 'missing');
  return ok(known ? [] : [{ type: 'InclusionChecked', ballot: id, person, found }]);
}

/** Equal votes between persons: the lot, drawn before a witness (KL 5:56). */
export function drawBallotLot(meeting: Meeting, { persons, witness, manner }: Of<'drawBallotLot'>): Decided {
  const held = ballotIn(closedBallotNow(meeting), ['counted'], sessionGate(meeting));
  if (!held.ok) return held;
  const ballot = held.value;
  const { sure, tied } = standing(ballot);
  const places = ballot.places - sure.length;
  const drawn = new Set(persons);
  const fits = persons.length === places && drawn.size === places && persons.every((person) => tied.includes(person));
  const refusal = inTheWay(
    othersInTheWay(ballot),
    (tied.length === 0 || ballot.lot !== undefined) && { rule: mtgBallotLot.id, detail: { why: 'none', places } },
    !fits && { rule: mtgBallotLot.id, detail: { why: 'between', places } },
  );
  return refusal ? refused(refusal) : ok([{ type: 'BallotLotDrawn', ballot: ballot.id, persons, witness, manner }]);
}

/** Lost keys, a missing ballot, a failed device: the ballot is held again, and what there was of it is kept. */
export function annulClosedBallot(meeting: Meeting, reason: string): Decided {
  const ballot = closedBallotNow(meeting);
  const gate = sessionGate(meeting);
  if (gate || !ballot) return refused(gate ?? phaseRefusal(ballot));
  return ok([{ type: 'ClosedBallotAnnulled', ballot: ballot.id, reason }]);
}

/** The ballot, if `gate` is open and the step belongs to where it is. */
export function ballotIn(
  ballot: ClosedBallot | undefined,
  phases: readonly BallotPhase[],
  gate: Refusal | null = null,
): Result<ClosedBallot> {
  if (gate) return refused(gate);
  return ballot !== undefined && phases.includes(ballot.state) ? ok(ballot) : refused(phaseRefusal(ballot));
}

/** One who is not nominated may have got as many votes as the one who would be elected. */
export function othersInTheWay(ballot: ClosedBallot): Refusal | null {
  return othersPrevail(ballot) ? { rule: mtgBallotOthers.id, detail: { votes: ballot.result?.others ?? 0 } } : null;
}

export function phaseRefusal(ballot: ClosedBallot | undefined): Refusal {
  return { rule: mtgBallotPhase.id, detail: { phase: ballot?.state ?? 'none' } };
}
