import type { LeaveCause, LinkConditions, Presence } from '../attendance/types.ts';
import type { ItemId, PersonId } from '../ids.ts';
import type { Duty } from '../plan.ts';
import type { Meeting, MeetingEvent } from '../types.ts';
import { isConfidential, isOpenToPublic } from './doors.ts';
import type { Eyes } from './eyes.ts';

type Of<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { readonly type: Type }>;

const DUTIES_IN_PUBLIC: readonly Duty[] = [
  'chair',
  'viceChair',
  'secondViceChair',
  'secretary',
  'official',
  'presenter',
  'auditor',
  'commissioner',
];

/** Is this person's coming and going any business of theirs? An external party is known to presidium and technicians alone until admitted. */
export function isKnownTo(person: PersonId, eyes: Eyes, meeting: Meeting): boolean {
  if (eyes === 'presidium' || eyes === 'support') return true;
  const { seats, substitutes, duties } = meeting.plan;
  const belongs =
    seats.some((seat) => seat.holder === person) || substitutes.some((list) => list.persons.includes(person));
  if (belongs) return true;
  const own = duties.filter((d) => d.person === person).map((d) => d.duty);
  return eyes === 'public'
    ? own.some((duty) => DUTIES_IN_PUBLIC.includes(duty))
    : own.length > 0 && !own.includes('external');
}

export function checkedIn(event: Of<'CheckedIn'>, eyes: Eyes, meeting: Meeting): MeetingEvent | null {
  const { presence } = event;
  if (!isKnownTo(presence.person, eyes, meeting)) return null;
  if (eyes === 'presidium' || eyes === 'support') return event;
  const { deviceTest: _test, ...withoutTest } = presence;
  if (eyes === 'participants') return { ...event, presence: withoutTest };
  const { person, mode, since, admitted, fulfilled } = presence;
  const counted: Presence = { person, mode, since, admitted, fulfilled, identified: 'withheld' };
  return {
    ...event,
    presence:
      presence.awaitingApproval === undefined ? counted : { ...counted, awaitingApproval: presence.awaitingApproval },
  };
}

/** The public is told whether the person counts (quorum is shown to all, always), not what is wrong with the link. */
export function linkChanged(event: Of<'LinkChanged'>, eyes: Eyes, meeting: Meeting): MeetingEvent | null {
  if (!isKnownTo(event.person, eyes, meeting)) return null;
  if (eyes !== 'public') return event;
  const { type, person, fulfilled } = event;
  const before = meeting.attendance.present[person];
  const counted =
    before?.fulfilled === fulfilled && (before.awaitingApproval ?? false) === (event.awaitingApproval ?? false);
  if (counted) return null;
  const counts = { type, person, fulfilled, conditions: allConditions(fulfilled) };
  return event.awaitingApproval === undefined ? counts : { ...counts, awaitingApproval: event.awaitingApproval };
}

function allConditions(met: boolean): LinkConditions {
  return { seesHearsPresidium: met, seesSpeaker: met, seesRoom: met, seesHearsOthers: met, isSeenAndHeard: met };
}

export function gone(event: Of<'CheckedOut'> | Of<'NotedAbsent'>, eyes: Eyes, meeting: Meeting): MeetingEvent | null {
  if (!isKnownTo(event.person, eyes, meeting)) return null;
  return eyes === 'public' ? { ...event, cause: publicCause(event.cause) } : event;
}

function publicCause(cause: LeaveCause): LeaveCause {
  return cause === 'connectionLost' ? 'left' : cause;
}

export function seatTaken(event: Of<'SeatTaken'>, eyes: Eyes, meeting: Meeting): MeetingEvent {
  const item = event.forConflictIn as ItemId | undefined;
  if (eyes !== 'public' || item === undefined || isOpenToPublic(meeting, item)) return event;
  const { forConflictIn: _withheld, ...shown } = event;
  return shown;
}

export function seatLeft(event: Of<'SeatLeft'>, eyes: Eyes): MeetingEvent {
  return eyes === 'public' ? { ...event, cause: publicCause(event.cause) } : event;
}

export function itemWithdrawn(event: Of<'ItemWithdrawn'>, meeting: Meeting): MeetingEvent {
  const item = meeting.agenda.items[event.item];
  const open =
    item !== undefined && !isConfidential(item, meeting.plan.body) && meeting.plan.body.settings.publicLive.value;
  return open ? event : { ...event, reason: '' };
}

export function chairHandedOver(event: Of<'ChairHandedOver'>, eyes: Eyes): MeetingEvent {
  if (eyes !== 'public' && eyes !== 'support') return event;
  const { reason: _withheld, ...shown } = event;
  return shown;
}

export function floorRequest(event: Of<'FloorRequested'> | Of<'FloorGiven'>, eyes: Eyes): MeetingEvent {
  if (eyes === 'presidium') return event;
  const { enteredBy: _withheld, ...request } = event.request;
  return { ...event, request };
}

export function proposalMoved(event: Of<'ProposalMoved'>, eyes: Eyes): MeetingEvent | null {
  if (eyes === 'support') return null;
  if (eyes === 'presidium') return event;
  const { enteredBy: _withheld, ...proposal } = event.proposal;
  return { ...event, proposal };
}

export function voteDemanded(event: Of<'VoteDemanded'>, eyes: Eyes): MeetingEvent | null {
  if (eyes === 'support') return null;
  if (eyes === 'presidium') return event;
  const { enteredBy: _withheld, ...shown } = event;
  return shown;
}

/** Nobody but the voter gets a choice before the vote is closed. That somebody has voted is shown as the body's rule says; the
 * presidium must know who is missing. */
export function voteCast(event: Of<'VoteCast'>, eyes: Eyes, meeting: Meeting): MeetingEvent | null {
  if (eyes === 'support') return null;
  const { choice: _withheld, ...cast } = event;
  if (eyes === 'presidium') return cast;
  if (!meeting.plan.body.settings.whoHasVotedIsShown.value) return null;
  const { enteredBy: _entered, ...shown } = cast;
  return shown;
}

/** The public learns that somebody is in conflict, which it can see in the hall, and not why. */
export function conflictDeclared(event: Of<'ConflictDeclared'>, eyes: Eyes): MeetingEvent | null {
  if (eyes === 'support') return null;
  if (eyes !== 'public') return event;
  const { ground: _withheld, ...shown } = event;
  return shown;
}

export function conflictSettled(
  event: Of<'ConflictDecided'> | Of<'ConflictWithdrawn'>,
  eyes: Eyes,
): MeetingEvent | null {
  if (eyes === 'support') return null;
  if (eyes === 'public' && event.type === 'ConflictDecided' && !event.inConflict) return null;
  return event;
}

export function meetingAdjourned(event: Of<'MeetingAdjourned'>, eyes: Eyes): MeetingEvent {
  if (eyes !== 'public') return event;
  const { person: _person, reason: _reason, ...shown } = event;
  return shown;
}

/** Who has put a closed ballot in the box is shown as the body's rule says; the presidium must know who is missing. */
export function votesMarked(
  event: Of<'VotesMarked'> | Of<'SlipPut'>,
  eyes: Eyes,
  meeting: Meeting,
): MeetingEvent | null {
  if (eyes === 'support') return null;
  return eyes === 'presidium' || meeting.plan.body.settings.whoHasVotedIsShown.value ? event : null;
}

/** That somebody has counted, not what: the second counter must not know, nor anybody who could tell. */
export function paperCount(event: Of<'PaperCountEntered'> | Of<'SlipsEntered'>, eyes: Eyes): MeetingEvent | null {
  if (eyes === 'support' || eyes === 'public') return null;
  const { count: _withheld, ...shown } = event;
  return shown;
}
