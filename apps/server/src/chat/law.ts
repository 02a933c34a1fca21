import {
  audienceOf,
  inConflict,
  isElected,
  leaderOf,
  type Meeting,
  type PartyId,
  type PersonId,
  wasClosed,
} from '@klubba/meeting';
import type { ChatModerator } from '@klubba/protocol';

/** Why somebody may not read or write in a channel now. The words are `refusal.<rule>` in `@klubba/i18n`. */
export type ChatRule =
  /** CHT-05: the body has not decided to have a chat. */
  | 'CHAT-OFF'
  /** Before check-in, or after the meeting. */
  | 'CHAT-NOT-NOW'
  /** CHT-01, EXT-05: not one of those who take part and are in now. */
  | 'CHAT-NOT-YOURS'
  /** SEC-08: a closed or secret item. */
  | 'CHAT-CLOSED-ITEM'
  /** JAV-02, KL 5:47 and 6:30. */
  | 'CHAT-CONFLICT'
  /** CHT-02: only in a break for group meetings. */
  | 'CHAT-NO-BREAK'
  | 'CHAT-NOT-GROUP';

/** A party's own channel, in one break. */
export type GroupRoom = { readonly party: PartyId; readonly breakFrom: number };

/** Undefined: this person may read and write in the meeting's channel now. */
export function chatRefusal(meeting: Meeting, person: PersonId): ChatRule | undefined {
  const { agenda, plan } = meeting;
  if (plan.body.settings.chat?.value !== true) return 'CHAT-OFF';
  if (agenda.phase === 'planned' || agenda.phase === 'closed') return 'CHAT-NOT-NOW';
  if (!isIn(meeting, person)) return 'CHAT-NOT-YOURS';
  const { current } = agenda;
  if (meeting.secrecy.closedFor !== undefined) return 'CHAT-CLOSED-ITEM';
  if (current === undefined) return undefined;
  if (wasClosed(meeting, current)) return 'CHAT-CLOSED-ITEM';
  return inConflict(meeting, current).has(person) ? 'CHAT-CONFLICT' : undefined;
}

/** Undefined: this person may read and write in the own party's channel now. Nobody else ever may, whatever the duty. */
export function groupChatRefusal(meeting: Meeting, person: PersonId): ChatRule | undefined {
  const refusal = chatRefusal(meeting, person);
  if (refusal !== undefined) return refusal;
  if (breakNow(meeting) === undefined) return 'CHAT-NO-BREAK';
  return groupRoomOf(meeting, person) === undefined ? 'CHAT-NOT-GROUP' : undefined;
}

/** Where this person's party meets in writing now. */
export function groupRoomOf(meeting: Meeting, person: PersonId): GroupRoom | undefined {
  const breakFrom = breakNow(meeting);
  const party = isElected(meeting, person) ? meeting.plan.people.find((one) => one.id === person)?.party : undefined;
  return breakFrom === undefined || party === undefined ? undefined : { party, breakFrom };
}

/** When the break for group meetings that goes on was begun; it tells that break from others. */
export function breakNow({ adjournment: { current } }: Meeting): number | undefined {
  return current?.cause === 'groupMeeting' ? current.from : undefined;
}

/**
 * Whether a message that was written while this item was dealt with may be shown to a person who reads the channel: not to one in
 * conflict of interest there, also afterwards (JAV-02), nor to one who is not cleared for an item that was closed (SEC-08).
 */
export function mayReadOf(meeting: Meeting, person: PersonId, item: string | null): boolean {
  if (item === null) return true;
  const audience = audienceOf(meeting, person);
  const known = meeting.agenda.order.find((one) => one === item);
  if (known === undefined || inConflict(meeting, known).has(person)) return false;
  if ('barredFrom' in audience) return !audience.barredFrom.includes(known);
  return !wasClosed(meeting, known);
}

/** As what somebody takes messages away; undefined: may not. */
export function moderatorAs(meeting: Meeting, person: PersonId): ChatModerator | undefined {
  const has = (duty: string): boolean => meeting.plan.duties.some((one) => one.person === person && one.duty === duty);
  if (has('secretary')) return 'secretary';
  if (has('assistant')) return 'assistant';
  return leaderOf(meeting) === person ? 'chair' : undefined;
}

/** Checked in and let in; those who run the meeting also before that. Whoever was sent out is out of the chat with it. */
function isIn(meeting: Meeting, person: PersonId): boolean {
  const presence = meeting.attendance.present[person];
  if (presence === undefined) return runs(meeting, person);
  const permission = meeting.remote.permissions[person]?.state;
  const isDenied = presence.mode === 'remote' && (permission === 'withdrawn' || permission === 'denied');
  return presence.admitted && !isDenied;
}

function runs({ plan }: Meeting, person: PersonId): boolean {
  return plan.duties.some(
    ({ person: one, duty }) => one === person && ['chair', 'secretary', 'assistant', 'technician'].includes(duty),
  );
}
