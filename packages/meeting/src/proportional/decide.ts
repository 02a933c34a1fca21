import { currentItem } from '../agenda/current.ts';
import type { ItemState } from '../agenda/types.ts';
import { electorsNow } from '../decisions/electors.ts';
import { openQuestions } from '../decisions/frames.ts';
import { closedBallotNow } from '../elections/ballots.ts';
import type { PersonId } from '../ids.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { askedByEnough } from '../law/lpv-1-quota.ts';
import { mayBeProportional } from '../law/lpv-2-which-elections.ts';
import { substitutesAfterMembers } from '../law/lpv-3-substitutes.ts';
import { isOfficer, lpv4 } from '../law/lpv-4-officers.ts';
import { slipsWithinReach } from '../law/lpv-5-closed-slips.ts';
import { lpv6 } from '../law/lpv-6-one-slip-each.ts';
import { validSlips } from '../law/lpv-7-valid-slips.ts';
import { everySlipCounted, lpv8, sameCount } from '../law/lpv-8-count.ts';
import { lpv9 } from '../law/lpv-9-lot.ts';
import { mtgReason } from '../law/mtg-agenda.ts';
import { mtgBallotPhase } from '../law/mtg-ballots.ts';
import type { Refusal } from '../law/rule.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import { decisionGate, presentServing, sessionGate } from '../selectors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { proportionalNow, proportionalRequest, proportionalResult } from './standing.ts';
import type { ProportionalCommand, ProportionalElection, SlipCount } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;
type Of<Type extends ProportionalCommand['type']> = Extract<ProportionalCommand, { readonly type: Type }>;

export function decideProportional(meeting: Meeting, command: ProportionalCommand, context: Context): Decided {
  switch (command.type) {
    case 'requestProportional':
      return request(meeting, command.person, context);
    case 'withdrawProportional':
      return withdraw(meeting, command.person);
    case 'openProportional':
      return open(meeting, command.assistants);
    case 'markSlip':
      return markSlip(meeting, command.person);
    case 'closeSlips':
      return closeSlips(meeting);
    case 'enterSlips':
      return enterSlips(meeting, command.count, context);
    case 'drawProportionalLot':
      return drawLot(meeting, command);
    case 'declareProportional':
      return declare(meeting);
    case 'annulProportional':
      return annul(meeting, command.reason);
    default:
      return unreachable(command);
  }
}

const BEFORE_THE_DECISION: readonly ItemState['stage'][] = ['presentation', 'debate', 'deciding'];

/** Asked for while the item is open and before its gavel. */
function request(meeting: Meeting, person: PersonId, { actor }: Context): Decided {
  const item = currentItem(meeting);
  const election = proportionalNow(meeting);
  const refusal = inTheWay(
    sessionGate(meeting),
    mayBeProportional(meeting, item),
    substitutesAfterMembers(meeting, item),
    item && !BEFORE_THE_DECISION.includes(item.stage) && phase(election),
    election && notIn(election, 'requested'),
    !presentServing(meeting).some((s) => s.person === person) && { rule: lpv6.id, detail: { why: 'elector' } },
  );
  if (refusal || !item) return refused(refusal ?? phase(election));
  if (election?.requestedBy.includes(person)) return ok([]);
  const entered = actor !== 'system' && actor !== person ? { enteredBy: actor } : {};
  const places = item.election?.places ?? 1;
  return ok([{ type: 'ProportionalRequested', item: item.id, person, places, ...entered }]);
}

function withdraw(meeting: Meeting, person: PersonId): Decided {
  const held = electionIn(meeting, 'requested', sessionGate(meeting));
  if (!held.ok) return held;
  const { requestedBy, item } = held.value;
  return ok(requestedBy.includes(person) ? [{ type: 'ProportionalWithdrawn', item, person }] : []);
}

function open(meeting: Meeting, assistants: readonly PersonId[]): Decided {
  const item = currentItem(meeting);
  const officer = meeting.agenda.leader;
  const ballot = closedBallotNow(meeting);
  const election = proportionalNow(meeting);
  const refusal = inTheWay(
    decisionGate(meeting, 'vote'),
    mayBeProportional(meeting, item),
    election && notIn(election, 'requested'),
    ballot && { rule: mtgBallotPhase.id, detail: { phase: ballot.state } },
    item && askedByEnough(proportionalRequest(meeting, item.id)),
    slipsWithinReach(meeting),
    !mayAssist(meeting, assistants, officer) && { rule: lpv4.id, detail: { why: 'assistant' } },
  );
  if (refusal || !item || !officer) return refused(refusal ?? phase(election));
  const { present, quota } = proportionalRequest(meeting, item.id);
  const electors = electorsNow(meeting).map((elector) => elector.person);
  return ok([{ type: 'ProportionalOpened', item: item.id, present, quota, officer, assistants, electors }]);
}

function mayAssist(meeting: Meeting, assistants: readonly PersonId[], officer: PersonId | undefined): boolean {
  const here = presentServing(meeting).map((s) => s.person);
  return assistants.length > 0 && assistants.every((person) => person !== officer && here.includes(person));
}

/** Each puts the own slip in the urn, called in the body's order; who abstains puts none. */
function markSlip(meeting: Meeting, person: PersonId): Decided {
  const held = electionIn(meeting, 'voting', sessionGate(meeting));
  if (!held.ok) return held;
  const { item, electors, voted } = held.value;
  const here = presentServing(meeting).some((s) => s.person === person);
  const refusal = inTheWay(
    (!electors.includes(person) || !here) && { rule: lpv6.id, detail: { why: 'elector' } },
    voted.includes(person) && { rule: lpv6.id, detail: { why: 'twice' } },
  );
  return refusal ? refused(refusal) : ok([{ type: 'SlipPut', item, person }]);
}

function closeSlips(meeting: Meeting): Decided {
  const held = electionIn(meeting, 'voting', sessionGate(meeting));
  if (!held.ok) return held;
  const { item, voted } = held.value;
  return voted.length === 0
    ? refused({ rule: lpv6.id, detail: { why: 'nobody' } })
    : ok([{ type: 'SlipsClosed', item }]);
}

/** The officer and an assistant count each for themselves; two counts that agree are the count, two that differ are made again. */
function enterSlips(meeting: Meeting, entered: SlipCount, { actor }: Context): Decided {
  const held = electionIn(meeting, 'counting', sessionGate(meeting));
  if (!held.ok) return held;
  const election = held.value;
  if (actor === 'system') return refused(phase(election));
  const refusal = inTheWay(
    !isOfficer(election, actor) && { rule: lpv4.id, detail: { why: 'counter' } },
    election.counters.some((c) => c.counter === actor) && { rule: lpv4.id, detail: { why: 'twice' } },
    validSlips(meeting.plan, entered),
    everySlipCounted(election, entered),
  );
  if (refusal) return refused(refusal);
  const { item } = election;
  const count = inOrder(entered);
  const mine: MeetingEvent = { type: 'SlipsEntered', item, counter: actor, count };
  const [other] = election.counters;
  if (!other) return ok([mine]);
  return ok([
    mine,
    sameCount(other.count, count) ? { type: 'ProportionalCounted', item, count } : { type: 'SlipCountsDiffered', item },
  ]);
}

/** Most votes first, so that two counts of the same slips are written alike. */
function inOrder({ groups, invalid }: SlipCount): SlipCount {
  const key = (g: SlipCount['groups'][number]) => JSON.stringify([g.label, g.names]);
  const sorted = groups.toSorted((a, b) => b.votes - a.votes || (key(a) < key(b) ? -1 : 1));
  return { groups: sorted, invalid };
}

function drawLot(meeting: Meeting, { group, witness, manner }: Of<'drawProportionalLot'>): Decided {
  const held = electionIn(meeting, 'counted', sessionGate(meeting));
  if (!held.ok) return held;
  const result = proportionalResult(held.value);
  if (result?.state !== 'lotNeeded') return refused({ rule: lpv9.id, detail: { why: 'none' } });
  const refusal = inTheWay(
    !result.tied.includes(group) && { rule: lpv9.id, detail: { why: 'other' } },
    manner.trim() === '' && { rule: mtgReason.id },
  );
  if (refusal) return refused(refusal);
  const { item } = held.value;
  return ok([{ type: 'ProportionalLotDrawn', item, group, witness, manner: manner.trim() }]);
}

/** The officer says who is elected, with the gavel; what else was asked in the item falls. */
function declare(meeting: Meeting): Decided {
  const held = electionIn(meeting, 'counted', decisionGate(meeting, 'gavel'));
  if (!held.ok) return held;
  const result = proportionalResult(held.value);
  if (result?.state !== 'done') return refused({ rule: lpv9.id, detail: { why: 'needed' } });
  const { item } = held.value;
  const persons = result.elected.map((e) => e.person);
  return ok([
    ...openQuestions(meeting.decisions, item).map((q): MeetingEvent => ({ type: 'QuestionDropped', question: q.id })),
    { type: 'PersonsElected', item, persons, by: 'proportional' },
    { type: 'ItemDecided', item, outcome: 'decided' },
  ]);
}

/** Broken off or found to be wrong before the gavel: it stays in the record, and may be asked for again. */
function annul(meeting: Meeting, reason: string): Decided {
  const election = proportionalNow(meeting);
  const gate = sessionGate(meeting);
  if (gate || !election) return refused(gate ?? phase(election));
  const over = election.state === 'requested' || election.state === 'declared';
  const refusal = inTheWay(over && phase(election), reason.trim() === '' && { rule: mtgReason.id });
  if (refusal) return refused(refusal);
  return ok([{ type: 'ProportionalAnnulled', item: election.item, reason: reason.trim() }]);
}

function notIn(election: ProportionalElection, wanted: ProportionalElection['state']): Refusal | null {
  return election.state === wanted ? null : phase(election);
}

/** The election of the open item, if `gate` is open and the step belongs to where it is. */
function electionIn(
  meeting: Meeting,
  wanted: ProportionalElection['state'],
  gate: Refusal | null,
): Result<ProportionalElection> {
  const election = proportionalNow(meeting);
  if (gate) return refused(gate);
  return election?.state === wanted ? ok(election) : refused(phase(election));
}

function phase(election: ProportionalElection | undefined): Refusal {
  return { rule: lpv8.id, detail: { why: election?.state ?? 'none', counted: 0, cast: 0 } };
}
