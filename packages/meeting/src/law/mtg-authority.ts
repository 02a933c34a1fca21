import { answersFor } from '../attendance/roll-call.ts';
import { isCheckedIn } from '../attendance/presence.ts';
import { isElected } from '../attendance/seats.ts';
import type { PersonId } from '../ids.ts';
import type { Duty } from '../plan.ts';
import { unreachable } from '../result.ts';
import type { Context, Meeting, MeetingCommand } from '../types.ts';
import { chairConfirms } from './dist-2-remote-presence.ts';
import { house, kl, type Refusal, rule } from './rule.ts';

/** Only the one who leads the meeting. */
export const mtgChair = rule({ id: 'MTG-CHAIR', statutes: [kl(5, 43), house], bodies: 'all' });
/** Only the secretary (or an assistant), or the one who leads. */
export const mtgSecretary = rule({ id: 'MTG-SECRETARY', statutes: [house], bodies: 'all' });
/** Only for oneself; the secretary or the one who leads may note it for one in the hall. */
export const mtgSelf = rule({ id: 'MTG-SELF', statutes: [house], bodies: 'all' });
/** Only the platform itself, from what it has measured. */
export const mtgSystem = rule({ id: 'MTG-SYSTEM', statutes: [house], bodies: 'all' });
/** A meeting is planned once. */
export const mtgPlanned = rule({ id: 'MTG-PLANNED', statutes: [house], bodies: 'all' });

/** Who must be acting, in words of rights; each command needs one of them. */
type Right =
  | {
      readonly kind:
        | 'leader'
        | 'presidium'
        | 'leaderOrSecretary'
        | 'help'
        | 'approver'
        | 'participant'
        | 'elected'
        | 'system'
        | 'clerk';
    }
  /** The person meant, and nobody else. */
  | { readonly kind: 'self'; readonly person: PersonId | undefined }
  /** The person meant, or secretary or leader on that person's behalf. */
  | { readonly kind: 'selfOrDesk'; readonly person: PersonId | undefined };

const PRESIDIUM: readonly Duty[] = ['chair', 'viceChair', 'secondViceChair'];

/** May this actor give this command at all? What the law says of its moment is for the folders. */
export function authorise(meeting: Meeting, command: MeetingCommand, context: Context): Refusal | null {
  const right = rightFor(meeting, command, context);
  return holds(meeting, right, context) ? null : { rule: refusalFor(right) };
}

/** Who leads now; before the opening, the chair. */
export function leaderOf(meeting: Meeting): PersonId | undefined {
  return meeting.agenda.leader ?? dutyHolders(meeting, ['chair'])[0];
}

function dutyHolders(meeting: Meeting, duties: readonly Duty[]): readonly PersonId[] {
  return meeting.plan.duties.filter((d) => duties.includes(d.duty)).map((d) => d.person);
}

function holds(meeting: Meeting, right: Right, { actor }: Context): boolean {
  if (right.kind === 'system') return actor === 'system';
  if (actor === 'system') return false;
  const leads = actor === leaderOf(meeting);
  const desk = dutyHolders(meeting, ['secretary', 'assistant']).includes(actor);
  switch (right.kind) {
    case 'leader':
      return leads;
    case 'presidium':
      return leads || mayTakeOver(meeting, actor);
    case 'leaderOrSecretary':
      return leads || desk;
    case 'clerk':
      return desk;
    case 'help':
    case 'approver':
      return leads || desk || dutyHolders(meeting, ['technician']).includes(actor);
    case 'participant':
      return isCheckedIn(meeting, actor) || desk;
    case 'elected':
      return isElected(meeting, actor) || leads || desk;
    case 'self':
      return right.person === actor;
    case 'selfOrDesk':
      return right.person === actor || leads || desk;
  }
}

/** One of the presidium may take the lead when the one who has it is not there: lost, or gone. */
function mayTakeOver(meeting: Meeting, actor: PersonId): boolean {
  const leader = meeting.agenda.leader;
  const present =
    leader !== undefined && isCheckedIn(meeting, leader) && meeting.attendance.present[leader]?.fulfilled === true;
  if (present) return false;
  return dutyHolders(meeting, PRESIDIUM).includes(actor) || (isElected(meeting, actor) && nobodyOfPresidium(meeting));
}

function nobodyOfPresidium(meeting: Meeting): boolean {
  return !dutyHolders(meeting, PRESIDIUM).some((person) => isCheckedIn(meeting, person));
}

function refusalFor(right: Right): string {
  switch (right.kind) {
    case 'leader':
    case 'presidium':
      return mtgChair.id;
    case 'leaderOrSecretary':
    case 'clerk':
    case 'help':
    case 'approver':
      return mtgSecretary.id;
    case 'participant':
    case 'elected':
    case 'self':
    case 'selfOrDesk':
      return mtgSelf.id;
    case 'system':
      return mtgSystem.id;
  }
}

const leader: Right = { kind: 'leader' };
const desk: Right = { kind: 'leaderOrSecretary' };
const clerk: Right = { kind: 'clerk' };
const selfOrDesk = (person: PersonId | undefined): Right => ({ kind: 'selfOrDesk', person });
const self = (person: PersonId | undefined): Right => ({ kind: 'self', person });

/** The table of rights. Exhaustive: a new command does not compile before somebody has said who may give it. */
function rightFor(meeting: Meeting, command: MeetingCommand, context: Context): Right {
  switch (command.type) {
    case 'planMeeting':
    case 'changePlan':
    case 'callOff':
      return { kind: 'system' };

    case 'openMeeting':
    case 'handOverChair':
      return { kind: 'presidium' };
    case 'checkNotice':
    case 'openItem':
    case 'beginDebate':
    case 'closeItem':
    case 'addItem':
    case 'withdrawItem':
    case 'closeMeeting':
      return leader;
    case 'reorderAgenda':
      return meeting.agenda.phase === 'open' ? leader : desk;
    case 'handOutDocument':
      return desk;
    case 'confirmReceipt':
      return { kind: 'participant' };

    case 'openCheckIn':
      return context.actor === 'system' ? { kind: 'system' } : desk;
    case 'checkIn':
      return command.identified === 'secretaryInRoom' ? desk : self(command.person);
    case 'checkOut':
      return context.actor === 'system' ? { kind: 'system' } : selfOrDesk(command.person);
    case 'admit':
    case 'refuseEntry':
    case 'beginIdentityCheck':
    case 'endIdentityCheck':
    case 'doubtIdentity':
    case 'startRollCall':
    case 'callName':
    case 'endRollCall':
    case 'noteAbsent':
    case 'callSubstitute':
      return desk;
    case 'answerRollCall': {
      const { actor } = context;
      return actor !== 'system' && answersFor(meeting, actor, command.seat) ? self(actor) : desk;
    }
    case 'declareQuorate':
      return leader;
    case 'resumeSeat':
      return selfOrDesk(meeting.plan.seats.find((seat) => seat.id === command.seat)?.holder);
    case 'reportLink':
      return { kind: 'system' };
    case 'approveLink':
      return chairConfirms(meeting.plan) ? leader : { kind: 'approver' };
    case 'changeMode':
      return selfOrDesk(command.person);

    case 'answerNotice':
      return selfOrDesk(command.person);
    case 'readNotice':
      return self(command.person);
    case 'sendNotice':
      return { kind: 'system' };

    case 'applyRemote':
    case 'testRemote':
      return selfOrDesk(command.person);
    case 'agreeRemote':
      return desk;
    case 'grantRemote':
    case 'denyRemote':
      return leader;
    case 'withdrawRemote':
      return context.actor === command.person ? self(command.person) : leader;

    case 'requestFloor':
      return selfOrDesk(command.person);
    case 'withdrawRequest':
      return selfOrDesk(meeting.floor.queue.find((request) => request.id === command.request)?.person);
    case 'endSpeech':
      return meeting.floor.speaking?.person === context.actor ? self(meeting.floor.speaking.person) : leader;
    case 'giveFloor':
    case 'giveFloorTo':
    case 'moveRequest':
    case 'closeDebate':
    case 'reopenDebate':
      return leader;

    case 'moveProposal':
    case 'supportProposal':
    case 'withdrawSupport':
      return selfOrDesk(command.person);
    case 'editProposal':
    case 'withdrawProposal':
      return selfOrDesk(meeting.proposals.byId[command.proposal]?.mover);
    case 'refuseProposal':
      return leader;

    case 'proposeOrder':
      return desk;
    case 'approveOrder':
    case 'putQuestion':
    case 'stateFinding':
    case 'openVote':
    case 'resumeVote':
    case 'redoVote':
    case 'closeVote':
    case 'castingVote':
    case 'strikeGavel':
      return leader;
    case 'castVote':
      return { kind: 'elected' };
    case 'callVoter':
    case 'enterSpokenVote':
    case 'recordLot':
      return desk;
    case 'demandVote':
    case 'standAside':
    case 'reserve':
    case 'makeStatement':
      return selfOrDesk(command.person);

    case 'declareElected':
    case 'openClosedBallot':
    case 'closeRegistration':
    case 'approveVotingList':
    case 'closeClosedBallot':
    case 'startCount':
    case 'annulClosedBallot':
      return leader;
    case 'appointKeyHolders':
    case 'drawBallotLot':
      return desk;
    case 'completeKeys':
    case 'registerVoter':
    case 'drawVotingList':
    case 'endBallot':
    case 'giveShare':
    case 'reportCount':
      return { kind: 'system' };
    case 'markVoted':
      return context.actor === 'system' ? { kind: 'system' } : desk;
    // From the hall's own tablet, for those who voted on it.
    case 'checkInclusion':
      return context.actor === 'system' ? { kind: 'system' } : self(command.person);
    case 'replaceTablet':
      return selfOrDesk(command.person);
    case 'enterPaperCount':
      return { kind: 'elected' };

    case 'consentToForm':
    case 'refuseForm':
    case 'signPerCapsulam':
    case 'refusePerCapsulam':
    case 'requestClosedElection':
      return selfOrDesk(command.person);
    case 'standForMaterial':
    case 'approveVotingRegister':
    case 'adjustAtOnce':
      return leader;
    case 'proposePerCapsulam':
    case 'enterHolding':
      return desk;

    case 'requestProportional':
    case 'withdrawProportional':
      return selfOrDesk(command.person);
    case 'openProportional':
    case 'closeSlips':
    case 'declareProportional':
    case 'annulProportional':
      return leader;
    case 'markSlip':
    case 'drawProportionalLot':
      return desk;
    case 'enterSlips':
      return { kind: 'elected' };

    case 'declareConflict':
    case 'contestConflict':
    case 'withdrawConflict':
      return selfOrDesk(command.person);
    case 'raiseConflict':
      return { kind: 'elected' };
    case 'decideConflict':
      return leader;

    case 'closeDoors':
    case 'openDoors':
      return leader;
    case 'declareRoom':
      return self(command.person);
    case 'admitExternal':
    case 'endExternal':
      return desk;

    case 'adjourn':
    case 'extendAdjournment':
    case 'recall':
    case 'completeCheck':
      return leader;
    case 'confirmPresence':
      return selfOrDesk(command.person);

    case 'writeNote':
    case 'removeNote':
    case 'wordPassage':
    case 'lockMinutes':
    case 'unlockMinutes':
      return clerk;
    case 'wordScript':
      return desk;

    case 'askForHelp':
      return self(command.person);
    case 'answerHelp':
      return { kind: 'help' };
    default:
      return unreachable(command);
  }
}
