import { decide, type Meeting, type MeetingCommand, type PersonId, type Refusal } from '@klubba/meeting';

/** What stands in the way of this person's command now; undefined: nothing. Asked of the same law that the server asks. */
export function inTheWayOf(meeting: Meeting, me: PersonId, command: MeetingCommand, at: number): Refusal | undefined {
  const decided = decide(meeting, command, { at, actor: me, id: 'preview' });
  return decided.ok ? undefined : decided.refusal;
}
