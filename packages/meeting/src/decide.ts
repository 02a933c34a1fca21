import { decideAdjournment } from './adjournment/decide.ts';
import { decideAgenda } from './agenda/decide.ts';
import { decideAttendance } from './attendance/decide.ts';
import { decideCompany } from './company/decide.ts';
import { decideConflicts } from './conflicts/decide.ts';
import { decideDecisions } from './decisions/decide.ts';
import { barredInPlan } from './elections/closed-ballot.ts';
import { decideElections } from './elections/decide.ts';
import { decideFloor } from './floor/decide.ts';
import { follow } from './follow.ts';
import { authorise } from './law/mtg-authority.ts';
import { mtgCalledOff } from './law/mtg-notice.ts';
import { evolve } from './meeting.ts';
import { decideLobby } from './lobby/decide.ts';
import { decideMinutes } from './minutes/decide.ts';
import { decideProportional } from './proportional/decide.ts';
import { decideProposals } from './proposals/decide.ts';
import { callOff, isCalledOffFor } from './notice/call-off.ts';
import { changePlan } from './notice/change-plan.ts';
import { decideNotice } from './notice/decide.ts';
import { decideRemote } from './remote/decide.ts';
import { ok, type Result, refused, unreachable } from './result.ts';
import { decideSecrecy } from './secrecy/decide.ts';
import { decideSupport } from './support/decide.ts';
import type { Context, Meeting, MeetingCommand, MeetingEvent, Unplanned } from './types.ts';

/** May this happen? The new facts in order, or the rule that stands in the way. */
export function decide(
  meeting: Meeting | Unplanned,
  command: MeetingCommand,
  context: Context,
): Result<readonly MeetingEvent[]> {
  if (meeting.plan === undefined) {
    if (command.type === 'planMeeting') {
      const barred = barredInPlan(command.plan);
      return barred ? refused(barred) : ok([{ type: 'MeetingPlanned', plan: command.plan }]);
    }
    return refused({ rule: 'MTG-PLANNED' });
  }
  const unauthorised = authorise(meeting, command, context);
  if (unauthorised) return refused(unauthorised);
  if (isCalledOffFor(meeting, command)) return refused({ rule: mtgCalledOff.id, detail: { state: 'calledOff' } });
  const decided = decideByFolder(meeting, command, context);
  return decided.ok ? ok(withConsequences(meeting, decided.value, context)) : decided;
}

/** A fact may bring others by law: a lost voter freezes the vote, a closed item brings the one in conflict back. */
function withConsequences(
  meeting: Meeting,
  events: readonly MeetingEvent[],
  context: Context,
): readonly MeetingEvent[] {
  const all: MeetingEvent[] = [];
  const pending = [...events];
  let now: Meeting = meeting;
  for (let event = pending.shift(); event !== undefined; event = pending.shift()) {
    const before = now;
    const after = evolve(now, { seq: now.seq + 1, at: context.at, actor: context.actor, event });
    if (after.plan === undefined) break;
    all.push(event);
    now = after;
    pending.unshift(...follow(before, now, event, context));
  }
  return all;
}

function decideByFolder(meeting: Meeting, command: MeetingCommand, context: Context): Result<readonly MeetingEvent[]> {
  switch (command.type) {
    case 'planMeeting':
      return refused({ rule: 'MTG-PLANNED' });
    case 'changePlan':
      return changePlan(meeting, command);
    case 'callOff':
      return callOff(meeting, command);
    case 'openMeeting':
    case 'checkNotice':
    case 'openItem':
    case 'beginDebate':
    case 'closeItem':
    case 'reorderAgenda':
    case 'addItem':
    case 'withdrawItem':
    case 'handOutDocument':
    case 'confirmReceipt':
    case 'handOverChair':
    case 'closeMeeting':
      return decideAgenda(meeting, command, context);
    case 'openCheckIn':
    case 'checkIn':
    case 'admit':
    case 'refuseEntry':
    case 'checkOut':
    case 'startRollCall':
    case 'callName':
    case 'answerRollCall':
    case 'endRollCall':
    case 'declareQuorate':
    case 'noteAbsent':
    case 'callSubstitute':
    case 'resumeSeat':
    case 'reportLink':
    case 'approveLink':
    case 'changeMode':
      return decideAttendance(meeting, command, context);
    case 'answerNotice':
    case 'readNotice':
    case 'sendNotice':
      return decideNotice(meeting, command);
    case 'applyRemote':
    case 'testRemote':
    case 'agreeRemote':
    case 'grantRemote':
    case 'denyRemote':
    case 'withdrawRemote':
      return decideRemote(meeting, command);
    case 'requestFloor':
    case 'withdrawRequest':
    case 'giveFloor':
    case 'giveFloorTo':
    case 'endSpeech':
    case 'moveRequest':
    case 'closeDebate':
    case 'reopenDebate':
      return decideFloor(meeting, command, context);
    case 'moveProposal':
    case 'editProposal':
    case 'withdrawProposal':
    case 'supportProposal':
    case 'withdrawSupport':
    case 'refuseProposal':
      return decideProposals(meeting, command, context);
    case 'proposeOrder':
    case 'approveOrder':
    case 'putQuestion':
    case 'stateFinding':
    case 'demandVote':
    case 'openVote':
    case 'callVoter':
    case 'castVote':
    case 'enterSpokenVote':
    case 'resumeVote':
    case 'redoVote':
    case 'closeVote':
    case 'castingVote':
    case 'recordLot':
    case 'strikeGavel':
    case 'standAside':
    case 'reserve':
    case 'makeStatement':
      return decideDecisions(meeting, command, context);
    case 'declareElected':
    case 'appointKeyHolders':
    case 'completeKeys':
    case 'openClosedBallot':
    case 'registerVoter':
    case 'replaceTablet':
    case 'closeRegistration':
    case 'drawVotingList':
    case 'approveVotingList':
    case 'markVoted':
    case 'closeClosedBallot':
    case 'endBallot':
    case 'checkInclusion':
    case 'startCount':
    case 'giveShare':
    case 'reportCount':
    case 'enterPaperCount':
    case 'drawBallotLot':
    case 'annulClosedBallot':
      return decideElections(meeting, command, context);
    case 'requestProportional':
    case 'withdrawProportional':
    case 'openProportional':
    case 'markSlip':
    case 'closeSlips':
    case 'enterSlips':
    case 'drawProportionalLot':
    case 'declareProportional':
    case 'annulProportional':
      return decideProportional(meeting, command, context);
    case 'consentToForm':
    case 'refuseForm':
    case 'standForMaterial':
    case 'enterHolding':
    case 'approveVotingRegister':
    case 'proposePerCapsulam':
    case 'signPerCapsulam':
    case 'refusePerCapsulam':
    case 'requestClosedElection':
      return decideCompany(meeting, command, context);
    case 'declareConflict':
    case 'raiseConflict':
    case 'contestConflict':
    case 'decideConflict':
    case 'withdrawConflict':
      return decideConflicts(meeting, command, context);
    case 'closeDoors':
    case 'openDoors':
    case 'declareRoom':
    case 'admitExternal':
    case 'endExternal':
      return decideSecrecy(meeting, command);
    case 'beginIdentityCheck':
    case 'endIdentityCheck':
    case 'doubtIdentity':
      return decideLobby(meeting, command, context);
    case 'adjourn':
    case 'extendAdjournment':
    case 'recall':
    case 'confirmPresence':
    case 'completeCheck':
      return decideAdjournment(meeting, command, context);
    case 'writeNote':
    case 'removeNote':
    case 'wordPassage':
    case 'lockMinutes':
    case 'unlockMinutes':
    case 'wordScript':
    case 'adjustAtOnce':
      return decideMinutes(meeting, command, context);
    case 'askForHelp':
    case 'answerHelp':
      return decideSupport(meeting, command);
    default:
      return unreachable(command);
  }
}
