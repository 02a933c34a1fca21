import type { PersonId } from '../ids.ts';
import { bes3 } from '../law/bes-3-open-by-name.ts';
import { bes5 } from '../law/bes-5-casting-vote.ts';
import { inTheWay } from '../law/in-the-way.ts';
import { ok, type Result, refused, unreachable } from '../result.ts';
import { openQuestions } from '../decisions/frames.ts';
import { decisionGate } from '../selectors.ts';
import type { Context, Meeting, MeetingEvent } from '../types.ts';
import { electedBy } from './ballots.ts';
import { enterPaperCount, giveShare, reportCount, startCount } from './closed-ballot-count.ts';
import { appointKeyHolders, completeKeys } from './closed-ballot-keys.ts';
import {
  annulClosedBallot,
  approveVotingList,
  checkInclusion,
  closeClosedBallot,
  closeRegistration,
  drawBallotLot,
  drawVotingList,
  endBallot,
  markVoted,
  openClosedBallot,
  othersInTheWay,
  registerVoter,
  replaceTablet,
} from './closed-ballot.ts';
import type { ElectionsCommand } from './types.ts';

type Decided = Result<readonly MeetingEvent[]>;

/** Elections by acclamation are the gavel's (decisions); here is the closed ballot, from the keys to the one elected. */
export function decideElections(meeting: Meeting, command: ElectionsCommand, context: Context): Decided {
  switch (command.type) {
    case 'declareElected':
      return declareElected(meeting, command);
    case 'appointKeyHolders':
      return appointKeyHolders(meeting, command.persons);
    case 'completeKeys':
      return completeKeys(meeting, command);
    case 'openClosedBallot':
      return openClosedBallot(meeting, command.means, context);
    case 'registerVoter':
      return registerVoter(meeting, command);
    case 'replaceTablet':
      return replaceTablet(meeting, command, context);
    case 'closeRegistration':
      return closeRegistration(meeting);
    case 'drawVotingList':
      return drawVotingList(meeting, command);
    case 'approveVotingList':
      return approveVotingList(meeting);
    case 'markVoted':
      return markVoted(meeting, command, context);
    case 'closeClosedBallot':
      return closeClosedBallot(meeting);
    case 'endBallot':
      return endBallot(meeting, command);
    case 'checkInclusion':
      return checkInclusion(meeting, command);
    case 'startCount':
      return startCount(meeting, command.despite === true);
    case 'giveShare':
      return giveShare(meeting, command);
    case 'reportCount':
      return reportCount(meeting, command);
    case 'enterPaperCount':
      return enterPaperCount(meeting, command, context);
    case 'drawBallotLot':
      return drawBallotLot(meeting, command);
    case 'annulClosedBallot':
      return annulClosedBallot(meeting, command.reason);
    default:
      return unreachable(command);
  }
}

/** The chair says who is elected, with the gavel: the ballot settles what was under it, and what else was asked in the item falls. */
function declareElected(
  meeting: Meeting,
  { item, persons }: Extract<ElectionsCommand, { type: 'declareElected' }>,
): Decided {
  const ballot = Object.values(meeting.elections.ballots).find((b) => b.item === item && b.state === 'counted');
  const done = meeting.elections.elected.some((e) => e.item === item);
  const gate = decisionGate(meeting, 'gavel');
  if (gate || !ballot || done) return refused(gate ?? { rule: bes3.id });
  const refusal = inTheWay(
    othersInTheWay(ballot),
    !sameSet(electedBy(ballot), persons) && { rule: bes5.id, detail: { own: 'none' } },
  );
  if (refusal) return refused(refusal);
  return ok([
    ...openQuestions(meeting.decisions, item).map((q): MeetingEvent => ({ type: 'QuestionDropped', question: q.id })),
    { type: 'PersonsElected', item, persons, by: ballot.lot === undefined ? 'closedBallot' : 'lot' },
    { type: 'ItemDecided', item, outcome: 'decided' },
  ]);
}

function sameSet(elected: readonly PersonId[] | undefined, persons: readonly PersonId[]): boolean {
  return elected?.length === persons.length && elected.every((person) => persons.includes(person));
}
